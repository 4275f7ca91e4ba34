"""Entities of a ledger: names of several articles, with roles and counts; claims by any of the names."""

from dataclasses import replace

import pytest
from tests.fakes import FakeClock
from tests.links import MAKER, a_report

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.entities import EntityQuestion, ask_entities, with_other_names
from podobno.ledger.opening import open_ledger
from podobno.link.entitygroups import article_names, name_keys
from podobno.records.canonical import claim_id
from podobno.records.claims import Source
from podobno.records.readings import Linking
from podobno.records.sketches import ClaimSketch, NameSketch, Sketch
from podobno.run.words import open_lemmas, open_names


@pytest.fixture(scope="module")
def grammar():
    return open_names()


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as held:
        yield held


@pytest.fixture
def keep(ledger, grammar):
    def record(reading, *names):
        """Record a reading whose article has these names, each with its kind."""
        sketches = tuple(NameSketch(base=base, kind=kind, count=1) for base, kind in sorted(names))
        claims = tuple(
            ClaimSketch(id=claim_id(claim), claim=claim, lemmas=(), negated=(), names=()) for claim in reading.claims
        )
        sketch = Sketch(article=reading.article, names=sketches, lemmas=(), claims=claims)
        found = tuple((name, name_keys(name, grammar)) for name in article_names(sketch))
        ledger.record(reading, MAKER, ["most"], Linking(sketch=sketch, keys=(), links=(), articles={}, names=found))

    return record


def told(answers):
    return [(one.entity.name, [other.name.base for other in one.entity.others]) for one in answers]


def test_names_of_two_articles_are_one_entity(ledger, grammar, keep):
    keep(a_report("most stoi", chain=("Anna Zając",)), ("Anna Zając", "person"))
    keep(a_report("most leży", chain=("Zając",)), ("Zając", "person"), ("KRLD", "place"))
    keep(a_report("most płynie", chain=("PAP",)), ("Korea Płn.", "place"))
    answers = ask_entities(ledger, grammar)
    assert told(answers) == [("Anna Zając", ["Zając"]), ("Korea Płn.", ["KRLD"]), ("PAP", [])]
    assert [(one.articles, one.claims) for one in answers] == [(2, 2), (2, 0), (1, 1)]


def test_a_role_in_capitals_and_in_small_letters_is_one(ledger, grammar, keep):
    for number, role in enumerate(("Rzecznik MSZ", "rzecznik MSZ")):
        reading = a_report(f"most ma {number} przęseł")
        claim = replace(reading.claims[0], chain=(Source(name="Anna Zając", role=role),))
        keep(replace(reading, claims=(claim,)), ("Anna Zając", "person"))
    (answer,) = ask_entities(ledger, grammar)
    assert answer.roles == ("rzecznik MSZ",)


def test_a_description_is_no_entity(ledger, grammar, keep):
    keep(a_report("most stoi", chain=("eksperci",)))
    assert ask_entities(ledger, grammar) == []


def test_an_entity_is_found_by_any_of_its_names(ledger, grammar, keep):
    keep(a_report("most stoi", chain=("PAP",)), ("Korea Płn.", "place"), ("KRLD", "place"))
    assert told(ask_entities(ledger, grammar, EntityQuestion(name="KRLD"), open_lemmas())) == [("Korea Płn.", ["KRLD"])]


def test_claims_are_found_by_any_name_of_their_speaker(ledger, grammar, keep):
    keep(a_report("most stoi", chain=("Łukaszenka",)), ("Łukaszenka", "person"))
    keep(a_report("most leży", chain=("Lukashenko",)), ("Lukashenko", "person"))
    question = with_other_names(ledger, ClaimQuestion(by="Łukaszenki"), grammar, open_lemmas())
    assert [one.speaker for one in ask_claims(ledger, question, open_lemmas())] == ["Łukaszenka", "Lukashenko"]


def test_a_question_by_nobody_stays_as_it_is(ledger, grammar):
    question = ClaimQuestion(words=("most",))
    assert with_other_names(ledger, question, grammar) is question
