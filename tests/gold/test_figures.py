"""The pack's gold figures: each sentence gives the figures that it lists, and no others."""

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest

from podobno.records.text import Article

GOLD = files("podobno").joinpath("packs/pl/gold/figures.toml")
LEFT_OUT = {  # what a find means that does not say otherwise
    "low": None,
    "high": None,
    "approx": False,
    "unit": None,
    "per": None,
    "kind": "count",
    "forecast": False,
}
EXAMPLES = tomllib.loads(GOLD.read_text(encoding="utf-8"), parse_float=Decimal)["example"]


def seen(stages, text):
    article = Article(text=text, language="pl", published="2024-05-15")
    reading = next(stages.read([article]))
    return [_told(figure, article) for figure in reading.found.figures]


def _told(figure, article):
    return {
        "text": article.quotation(figure.span),
        "low": figure.low,
        "high": figure.high,
        "approx": figure.approximate,
        "unit": figure.unit,
        "per": figure.per,
        "kind": figure.kind,
        "forecast": figure.forecast,
    }


def wanted(find):
    return LEFT_OUT | find


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_a_sentence_gives_the_figures_that_it_lists_and_no_others(stages, example):
    assert seen(stages, example["text"]) == [wanted(find) for find in example["finds"]]


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one["finds"]], ids=lambda one: one["text"])
def test_a_look_alike_says_why_it_holds_no_figure(example):
    assert example["why"]
