"""The pack's gold names: each sentence gives the names that it lists, and no others."""

import tomllib
from importlib.resources import files

import pytest

from podobno.records.text import Article

GOLD = files("podobno").joinpath("packs/pl/gold/names.toml")
EXAMPLES = tomllib.loads(GOLD.read_text(encoding="utf-8"))["example"]


def seen(stages, text):
    article = Article(text=text, language="pl", published="2024-05-15")
    mentions = next(stages.read([article])).found.mentions
    return [
        {"text": article.quotation(one.span), "kind": one.kind, "base": one.base, "entity": one.entity}
        for one in mentions
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_a_sentence_gives_the_names_that_it_lists_and_no_others(stages, example):
    assert seen(stages, example["text"]) == [{"entity": find["base"]} | find for find in example["finds"]]


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one["finds"]], ids=lambda one: one["text"])
def test_a_look_alike_says_why_it_holds_no_name(example):
    assert example["why"]
