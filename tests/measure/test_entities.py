"""Scores of entities: pairs of names, by kind."""

from functools import partial

import pytest

from podobno.lang.pack import open_pack
from podobno.link.entitygrammar import open_entities
from podobno.link.entitygroups import group_names
from podobno.measure.entities import form_nodes, name_nodes, score_entities, wrong_pairs
from podobno.measure.names import GoldName, NamedText


@pytest.fixture(scope="module")
def group():
    return partial(group_names, grammar=open_entities(open_pack("pl")))


def a_text(doc, *names):
    held = [GoldName(start=0, end=1, base=base, kind="person", entity=entity) for base, entity in names]
    return NamedText(doc=doc, text="Tekst.", names=tuple(held))


def test_a_name_is_first_put_with_others_of_its_article(group):
    texts = [
        a_text("a", ("Duda", "PER-A"), ("Andrzej Duda", "PER-A")),
        a_text("b", ("Duda", "PER-P"), ("Piotr Duda", "PER-P")),
    ]
    score = score_entities(name_nodes(texts, group), ["person"])["person"]
    assert (score.precision, score.recall, score.count) == (1.0, 1.0, 2)
    assert score_entities(form_nodes(texts, group), ["person"])["person"].recall == 0.0


def test_what_is_wrong_is_told_by_how_often(group):
    texts = [a_text("a", ("Anna Zając", "PER-A")), a_text("b", ("Zając", "PER-B")), a_text("c", ("Zając", "PER-B"))]
    told = [(count, what, a.base, b.base) for count, what, a, b in wrong_pairs(name_nodes(texts, group))]
    assert told == [(2, "false", "Anna Zając", "Zając")]


def test_inhabitants_are_no_people_here(group):
    assert name_nodes([a_text("a", ("Polacy", "GPE-Poland"))], group) == []
