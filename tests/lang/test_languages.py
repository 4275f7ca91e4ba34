"""Telling languages apart."""

import pytest

from podobno.lang.languages import HEAD_CHARS, tell_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Minister powiedział w środę, że most zostanie otwarty w maju."),
        ("pl", "Minister powiedzial w srode, ze most zostanie otwarty w maju."),
        ("en", "The minister said on Wednesday that the bridge would open in May."),
        ("uk", "Міністр заявив у середу, що міст відкриють у травні."),
        ("ru", "Министр заявил в среду, что мост откроют в мае."),
        ("cs", "Ministr ve středu řekl, že most bude otevřen v květnu."),
        ("sk", "Minister v stredu povedal, že most bude otvorený v máji a že vojaci zostanú na mieste."),
        ("be", "Міністр заявіў у сераду, што мост адкрыюць у траўні."),
        ("de", "Der Minister sagte am Mittwoch, die Brücke werde im Mai eröffnet."),
    ],
)
def test_a_sentence_tells_its_language(language, text):
    assert tell_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "12 345, 2024-11-02, 55%",
        "Nord Stream",
        "https://www.kurier.example/most-otwarty-w-maju",
        "a" * 60,
    ],
    ids=["empty", "blank", "digits", "name", "address", "one letter"],
)
def test_what_holds_too_few_words_tells_no_language(text):
    assert tell_language(text) is None


def test_only_the_head_of_a_long_text_counts():
    polish = "Minister powiedział w środę, że most zostanie otwarty w maju. "
    text = polish * (HEAD_CHARS // len(polish) + 1) + "The bridge is open. " * 5000
    assert tell_language(text) == "pl"
