"""The pack's gold claims: each text gives the claims that it lists, and no others."""

import tomllib
from importlib.resources import files

import pytest

from podobno.records.text import Article

GOLD = files("podobno").joinpath("packs/pl/gold/claims.toml")
LEFT_OUT = {"chain": [], "stance": "asserts", "conditional": False}  # what a claim means that does not say otherwise
TABLES = tomllib.loads(GOLD.read_text(encoding="utf-8"))
EXAMPLES = TABLES["example"]
GAPS = TABLES["known_gap"]
MOST_GAPS = 14  # more are a reason to mend the rules first
LOOK_ALIKES = [one for one in EXAMPLES if "why" in one]


def seen(stages, text):
    article = Article(text=text, language="pl", published="2024-05-15")
    reading = next(stages.read([article]))
    return [_told(claim, article) for claim in reading.claims]


def _told(claim, article):
    return {
        "content": [article.quotation(span) for span in claim.content],
        "chain": [source.name for source in claim.chain],
        "stance": claim.stance,
        "conditional": claim.conditional,
        "mode": claim.mode,
        "cue": _words(claim.cue, article),
        "source": _words(claim.speaker, article),
        "carried": claim.carried,
    }


def _words(span, article):
    return "none" if span is None else article.quotation(span)


def wanted(claim):
    return LEFT_OUT | claim


def differences(stages, example):
    """What is not as the example says, one line each, for the message of a test."""
    got, expected = seen(stages, example["text"]), [wanted(claim) for claim in example["claims"]]
    if len(got) != len(expected):
        return [f"number of claims: expected {len(expected)}, got {len(got)}: {got}"]
    return [line for place, pair in enumerate(zip(expected, got, strict=True), 1) for line in _unlike(place, *pair)]


def _unlike(place, expected, got):
    for field, value in expected.items():
        if got[field] != value:
            yield f"claim {place}, {field}: expected {value!r}, got {got[field]!r}"


def named(example):
    return f"{example['kind']}: {example['text']}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_text_gives_the_claims_that_it_lists_and_no_others(stages, example):
    unlike = differences(stages, example)
    assert not unlike, "\n".join([example["text"], *unlike])


@pytest.mark.parametrize("gap", GAPS, ids=named)
def test_a_known_gap_is_still_one(stages, gap):
    assert differences(stages, gap), f"{gap['text']}\nis read right now: make this [[known_gap]] an [[example]]"


def test_known_gaps_are_few_and_say_what_is_wrong():
    assert all(gap["wrong"] for gap in GAPS)
    assert len(GAPS) <= MOST_GAPS


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one["claims"]], ids=named)
def test_a_text_without_a_claim_says_why(example):
    assert example["why"]


def test_each_kind_has_a_claim_and_a_look_alike():
    kinds = {one["kind"] for one in (*EXAMPLES, *GAPS)}
    assert {one["kind"] for one in EXAMPLES if "why" not in one} == kinds
    assert {one["kind"] for one in LOOK_ALIKES} == kinds


def test_no_text_stands_twice():
    texts = [one["text"] for one in (*EXAMPLES, *GAPS)]
    assert sorted(set(texts)) == sorted(texts)
