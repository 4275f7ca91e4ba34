"""The pages' words are there in every language, and numbers and days are written its way."""

import re
from string import Formatter
from typing import get_args

import pytest
from tests.rules.sources import CODE

from podobno.link.reasons import EVIDENCE_WORDS
from podobno.records.claims import MODES, STANCES, SURENESS
from podobno.records.judgements import CREDIBILITY, RELIABILITY, SEVERAL
from podobno.records.links import CLAIM_LINKS
from podobno.records.problems import CODES
from podobno.records.values import FIGURE_KINDS
from podobno.show.web.faults import FIELDS, KINDS
from podobno.show.web.given import Act
from podobno.show.web.pages.adding import WAYS
from podobno.show.web.phrases import choose_language, open_phrases

PHRASES = open_phrases()
WEB = CODE / "show" / "web"
ASKED = sorted(
    {
        key
        for page in (*WEB.rglob("*.html"), *WEB.rglob("*.py"))
        for key in re.findall(
            r"""(?:\bt|say|Missing|Refused)\(["']([a-z_]+\.[a-z_0-9]*[a-z0-9](?:\.[a-z]+)?)["']""",
            page.read_text("utf-8"),
        )
    }
)


def fields(text):
    forms = text.values() if isinstance(text, dict) else [text]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_every_language_has_the_same_phrases():
    assert {frozenset(one.texts) for one in PHRASES.values()} == {frozenset(PHRASES["en"].texts)}


@pytest.mark.parametrize("key", sorted(PHRASES["en"].texts))
def test_a_phrase_takes_the_same_values_in_every_language(key):
    assert {frozenset(fields(one.texts[key])) for one in PHRASES.values()} == {
        frozenset(fields(PHRASES["en"].texts[key]))
    }


@pytest.mark.parametrize("key", ASKED)
def test_a_phrase_that_a_page_asks_for_is_there(key):
    assert all(one.has(key) or one.has(f"{key}.count") for one in PHRASES.values())


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("stance", STANCES),
        ("mode", MODES),
        ("sureness", SURENESS),
        ("kind", FIGURE_KINDS),
        ("link", [kind for kind in CLAIM_LINKS if kind != "same"]),
        ("link", [f"{kind}_back" for kind in CLAIM_LINKS if kind != "same"]),
        ("evidence", EVIDENCE_WORDS),
        ("fault", [*FIELDS.values(), *KINDS.values(), "field_other", "400", "404", "405", "500", "503"]),
        ("fault", ["403", "413", *(f"judge_{act}" for act in get_args(Act))]),
        ("judge", [f"is_{verdict}{kind}" for verdict in SEVERAL for kind in ("", "_story", "_name")]),
        ("judge", ["say_same", "say_apart", "done_judged", "done_undone"]),
        ("reliability", RELIABILITY),
        ("credibility", CREDIBILITY),
        ("problem", [code for code in CODES if not code.startswith("LEDGER")]),
        ("add", [f"by_{way}{more}" for way in WAYS for more in ("", "_lead")]),
    ],
)
def test_each_word_of_ours_has_its_phrase(group, words):
    missing = [(code, word) for code, one in PHRASES.items() for word in words if not one.has(f"{group}.{word}")]
    assert missing == []


def test_every_plural_form_that_a_language_has_is_there():
    for one in PHRASES.values():
        forms = {str(tag) for tag in one.locale.plural_form.tags} | {"other"}
        assert [key for key, text in one.texts.items() if isinstance(text, dict) and set(text) != forms] == []


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 artykuł"), (2, "2 artykuły"), (5, "5 artykułów"), (22, "22 artykuły"), (112, "112 artykułów")],
)
def test_polish_counts_as_polish_does(number, words):
    assert PHRASES["pl"].say("articles.count", n=number) == words


@pytest.mark.parametrize(
    ("value", "polish", "english"),
    [
        ("2024-10-23", "23 paź 2024", "23 Oct 2024"),
        ("2024-10", "październik 2024", "October 2024"),
        ("2024", "2024", "2024"),
        ("2024-10-01/2024-10-23", "1 paź 2024 – 23 paź 2024", "1 Oct 2024 – 23 Oct 2024"),
        ("2023-08/..", "od sierpnia 2023", "since August 2023"),
        ("../2024", "do 2024", "until 2024"),
        (None, "bez daty", "no date"),
        ("2024-02-30", "2024-02-30", "2024-02-30"),
        ("P2M", "P2M", "P2M"),
    ],
)
def test_days_are_written_as_the_language_does(value, polish, english):
    assert PHRASES["en"].day(value) == english
    assert PHRASES["pl"].day(value) == polish


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("pl", "pl"),
        ("en-GB,en;q=0.9", "en"),
        ("de,en;q=0.3,pl;q=0.8", "pl"),
        ("de", "pl"),
        ("", "pl"),
        (";q=x,en;q=x", "en"),
    ],
)
def test_the_language_is_the_one_that_the_browser_likes_best(accepted, language):
    assert choose_language(accepted, PHRASES, "pl") == language
