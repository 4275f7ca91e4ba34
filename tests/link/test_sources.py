"""Sources: which steps of chains are one, and why."""

import time

import pytest

from podobno.lang.pack import open_pack
from podobno.link.grammar import open_linking
from podobno.link.sources import SOURCE_REASONS, same_source
from podobno.records.claims import Source
from podobno.records.sketches import NameSketch, Sketch
from podobno.records.text import Article

CALL_S = 0.0005  # the most that a call may take on a slow machine: linking makes thousands


@pytest.fixture(scope="module")
def grammar():
    return open_linking(open_pack("pl"))


def a_sketch(*names):
    """Return a sketch of an article with these names; a name is a person's, or given with its kind and roles."""
    full = [name if isinstance(name, tuple) else (name, "person", ()) for name in names]
    held = tuple(NameSketch(base=base, kind=kind, count=1, roles=tuple(roles)) for base, kind, roles in full)
    return Sketch(article=Article(text="Tekst.", language="pl"), names=held, lemmas=(), claims=())


NOBODY = a_sketch()


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (("Anna Zając", a_sketch("Anna Zając")), ("Anna Zając", a_sketch("Anna Zając")), "name"),
        (("Zając", a_sketch("Zając")), ("Anna Zając", a_sketch("Anna Zając")), "surname"),
        (("Zając", a_sketch("Anna Zając")), ("Anna Zając", a_sketch("Anna Zając")), "surname"),
        (("rzecznik MSZ", NOBODY), ("Jan Nowak", a_sketch(("Jan Nowak", "person", ["rzecznik MSZ"]))), "role"),
        (("rząd Niemiec", NOBODY), ("Berlin", a_sketch(("Berlin", "place", ()))), "power"),
        (("rząd Niemiec", NOBODY), ("władze w Berlinie", NOBODY), "power"),
        (("niemiecki sąd", NOBODY), ("sąd Niemiec", NOBODY), "description"),
        (("Kreml", NOBODY), ("rosyjskie władze", NOBODY), "power"),
        (("Amerykanie", NOBODY), ("Stany Zjednoczone", NOBODY), "inhabitants"),
        (("prawnicy Rady", NOBODY), ("prawnicy unijnej Rady", NOBODY), "shorter"),
        (("prawnicy Rady", NOBODY), ("eksperci z Rady Unii Europejskiej", NOBODY), "people"),
        (("KE", NOBODY), ("Komisja Europejska", NOBODY), "alias"),
        (("eksperci", NOBODY), ("eksperci", NOBODY), "description"),
    ],
)
def test_sources_that_are_one(grammar, a, b, reason):
    assert _same(a, b, grammar) == reason
    assert _same(b, a, grammar) == reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Andrzej Duda", a_sketch("Andrzej Duda")), ("Piotr Duda", a_sketch("Piotr Duda"))),
        (("Duda", a_sketch("Duda")), ("Andrzej Duda", a_sketch("Andrzej Duda", "Piotr Duda"))),
        (("Duda", a_sketch("Duda", "Piotr Duda")), ("Andrzej Duda", a_sketch("Andrzej Duda"))),
        (("Kreml", NOBODY), ("Władimir Putin", a_sketch("Władimir Putin"))),
        (("rzecznik MSZ", NOBODY), ("rzecznik MON", NOBODY)),
        (("rzecznik rządu", NOBODY), ("rząd", NOBODY)),
        (("kraje Europy", NOBODY), ("kraje Azji", NOBODY)),
        (("Polacy", NOBODY), ("niemiecki rząd", NOBODY)),
        (("rząd Niemiec", NOBODY), ("rząd Francji", NOBODY)),
        (("rzecznik", NOBODY), ("Jan Nowak", a_sketch(("Jan Nowak", "person", ["rzecznik"])))),
    ],
)
def test_sources_that_are_two(grammar, a, b):
    assert _same(a, b, grammar) is None
    assert _same(b, a, grammar) is None


def _same(a, b, grammar):
    return same_source(Source(name=a[0]), a[1], Source(name=b[0]), b[1], grammar)


def test_reasons_are_told_once():
    assert len(set(SOURCE_REASONS)) == len(SOURCE_REASONS)


def test_a_call_takes_no_time(grammar):
    near = a_sketch(*(f"Jan Nowak{number}" for number in range(40)))
    pair = Source(name="prawnicy Rady"), Source(name="Angela Merkel")
    same_source(pair[0], near, pair[1], near, grammar)
    start = time.process_time()
    for _ in range(1000):
        same_source(pair[0], near, pair[1], near, grammar)
    assert (time.process_time() - start) / 1000 < CALL_S
