"""Claims of sentences written for these tests: who, whose words, how meant."""

import pytest

from podobno.records.text import Article


def claims_of(stages, text):
    article = Article(text=text, language="pl", published="2024-05-15")
    reading = next(stages.read([article]))
    assert reading.problems == ()
    return [(article, claim) for claim in reading.claims]


def words(pair):
    article, claim = pair
    return tuple(article.quotation(span) for span in claim.content)


def names(pair):
    return tuple(source.name for source in pair[1].chain)


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        ("– Most jest zamknięty – powiedział wójt Jan Wilk.", ("Most jest zamknięty",), ("Jan Wilk",)),
        ("„Most jest zamknięty” – dodał wójt Jan Wilk.", ("Most jest zamknięty",), ("Jan Wilk",)),
        ("Wójt Jan Wilk powiedział: „Most jest zamknięty”.", ("Most jest zamknięty",), ("Jan Wilk",)),
        ("Wójt Jan Wilk poinformował, że most jest zamknięty.", ("most jest zamknięty",), ("Jan Wilk",)),
        ("Według straży pożarnej nikt nie ucierpiał.", ("nikt nie ucierpiał",), ("straż pożarna",)),
        ("Jak podała agencja Reutera, most jest zamknięty.", ("most jest zamknięty",), ("Reuters",)),
        ("Wójt Jan Wilk wezwał do zamknięcia mostu.", ("zamknięcia mostu",), ("Jan Wilk",)),
        ("Wójt Jan Wilk przyznał w rozmowie z BBC, że most pęka.", ("most pęka",), ("BBC", "Jan Wilk")),
    ],
)
def test_a_claim_has_the_words_and_the_chain_that_a_reader_sees(stages, text, content, chain):
    assert (content, chain) in [(words(pair), names(pair)) for pair in claims_of(stages, text)]


@pytest.mark.parametrize(
    ("text", "stance", "conditional"),
    [
        ("Wójt Jan Wilk oświadczył, że most jest zamknięty.", "asserts", False),
        ("Wójt Jan Wilk zaprzeczył, by zamknął most.", "denies", False),
        ("Wójt Jan Wilk nie wierzy w te doniesienia.", "doubts", False),
        ("Wójt Jan Wilk zapowiedział zamknięcie mostu.", "commits", False),
        ("Wójt Jan Wilk zaapelował, by mieszkańcy zostali w domach.", "demands", False),
        ("Wójt Jan Wilk ocenił, że most jest brzydki.", "judges", False),
        ("Wójt Jan Wilk powiedział, że jeśli woda opadnie, otworzy most.", "commits", True),
    ],
)
def test_the_stance_is_the_one_that_the_words_give(stages, text, stance, conditional):
    assert [(claim.stance, claim.conditional) for _, claim in claims_of(stages, text)] == [(stance, conditional)]


@pytest.mark.parametrize(
    "text",
    [
        "Wójt Jan Wilk zamknął most.",
        "Most zbudowano w 1980 roku.",
        "Film „Most na rzece” pokazano w sobotę.",
        "Wójt Jan Wilk nie powiedział, że most jest zamknięty.",
        "",
    ],
)
def test_what_nobody_reports_is_no_claim(stages, text):
    assert claims_of(stages, text) == []


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker(stages):
    pairs = claims_of(stages, "Wójt Jan Wilk poinformował, że most pęka. Dodał, że remont ruszy w maju.")
    assert [names(pair)[-1] for pair in pairs] == ["Jan Wilk", "Jan Wilk"]
    assert pairs[1][1].carried


def test_a_report_that_holds_nothing_but_another_is_a_step_of_its_chain(stages):
    text = "Wójt Jan Wilk dodał, że według straży pożarnej nikt nie ucierpiał."
    assert [names(pair) for pair in claims_of(stages, text)] == [("Jan Wilk", "straż pożarna")]


def test_every_span_of_a_claim_is_a_stretch_of_its_article(stages):
    text = "– Most pęka – powiedział w środę Jan Wilk.\n\n„Zamkniemy go” – dodał. Według BBC pęka od maja."
    for article, claim in claims_of(stages, text):
        for span in (*claim.content, *(s for s in (claim.cue, claim.speaker) if s is not None)):
            assert article.quotation(span).strip()
