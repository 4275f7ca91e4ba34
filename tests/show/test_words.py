"""Records in words: bounds, stances, chains."""

from decimal import Decimal

import pytest

from podobno.records.claims import STANCES, Claim, Source
from podobno.records.text import Span
from podobno.records.values import Figure
from podobno.show.words import (
    COLOURS,
    SIGNS,
    bounds_words,
    chain_words,
    counted,
    kind_words,
    score_words,
    stance_words,
    time_words,
)

SPAN = Span(article="a", start=0, end=4)


def figure(low, high, **more):
    given = {"approximate": False, "unit": None, "per": None, "kind": "count", **more}
    decimals = (None if bound is None else Decimal(bound) for bound in (low, high))
    return Figure(span=SPAN, **dict(zip(("low", "high"), decimals, strict=True)), **given)


@pytest.mark.parametrize(
    ("bounds", "more", "words"),
    [
        (("3000", "3000"), {}, "3,000"),
        (("3000", "3000"), {"approximate": True}, "\u22483,000"),
        (("3000", None), {}, "\u22653,000"),
        ((None, "10000"), {}, "\u226410,000"),
        (("1000", "1200"), {"per": "day"}, "1,000\u20131,200 a day"),
        (("6700.0", "6700.0"), {}, "6,700"),
        (("2.50", "2.50"), {}, "2.5"),
        (("0", "0"), {}, "0"),
    ],
)
def test_bounds_read_as_a_person_would_write_them(bounds, more, words):
    assert bounds_words(figure(*bounds, **more)) == words


def test_capacities_and_forecasts_are_marked():
    assert kind_words(is_capacity=True, is_forecast=True) == "capacity, forecast"
    assert kind_words(is_capacity=False, is_forecast=False) == ""


def claim(**more):
    given = {"mode": "direct", "cue": None, "speaker": None, "stance": "asserts", "conditional": False}
    chain = (Source(name="BBC"), Source(name="Jan Nowak"))
    return Claim(**{"content": (SPAN,), "chain": chain, "carried": False, **given, **more})


def test_a_chain_runs_from_the_article_inward():
    assert chain_words(claim().chain) == "BBC \u2192 Jan Nowak"


def test_hearsay_has_nobody_in_its_chain():
    assert chain_words(()) == "nobody named"


def test_a_condition_stands_beside_the_stance():
    assert stance_words(claim(conditional=True)) == "asserts, if"


@pytest.mark.parametrize(("score", "words"), [(0.39, "?! perhaps misread, score 0.39"), (0.4, ""), (1.0, "")])
def test_a_claim_that_was_more_likely_misread_says_so(score, words):
    assert score_words(claim(score=score)) == words


def test_every_stance_has_a_sign_of_its_own_and_a_colour():
    assert set(SIGNS) == set(COLOURS) == set(STANCES)
    assert len(set(SIGNS.values())) == len(STANCES)


def test_one_of_a_thing_is_singular():
    assert [counted(n, "claim") for n in (0, 1, 1200)] == ["0 claims", "1 claim", "1,200 claims"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10", "of 2024-10"),
        ("../2024-12", "until 2024-12"),
        ("2023-08/..", "since 2023-08"),
        ("2024-10-01/2024-10-10", "of 2024-10-01 to 2024-10-10"),
    ],
)
def test_a_time_reads_as_a_person_would_say_it(value, words):
    assert time_words(value) == words
