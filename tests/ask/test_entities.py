"""Entities of a ledger: names of several articles, with roles and counts; claims by any of the names."""

from dataclasses import replace

import pytest
from tests.fakes import FakeClock
from tests.links import MAKER, a_report

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.entities import EntityQuestion, ask_entities, with_other_names
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.link.entitygroups import article_names, name_keys
from podobno.records.canonical import claim_id
from podobno.records.claims import Source
from podobno.records.clocks import Clocks
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
    def record(reading, *names, maker=MAKER):
        """Record a reading whose article has these names, each with its kind."""
        sketches = tuple(NameSketch(base=base, kind=kind, count=1) for base, kind in sorted(names))
        claims = tuple(
            ClaimSketch(id=claim_id(claim), claim=claim, lemmas=(), negated=(), names=()) for claim in reading.claims
        )
        sketch = Sketch(article=reading.article, names=sketches, lemmas=(), claims=claims)
        found = tuple((name, name_keys(name, grammar)) for name in article_names(sketch))
        ledger.record(reading, maker, ["most"], Linking(sketch=sketch, keys=(), links=(), articles={}, names=found))

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


def entities_as_of(ledger, grammar, **clocks):
    answers = ask_entities(ledger, grammar, EntityQuestion(clocks=Clocks(**clocks)))
    return {one.entity.name: (one.articles, one.claims, one.roles, told([one])[0][1]) for one in answers}


def test_as_of_a_day_an_entity_has_the_names_roles_and_counts_of_what_was_out(ledger, grammar, keep):
    early, late = (a_report(f"most ma {day} lat", published=f"2024-05-0{day}") for day in (1, 2))
    for reading, name, role in ((early, "Zając", "wójt"), (late, "Anna Zając", "burmistrz")):
        claim = replace(reading.claims[0], chain=(Source(name=name, role=role),))
        keep(replace(reading, claims=(claim,)), (name, "person"))
    assert entities_as_of(ledger, grammar, as_of="2024-04-30") == {}
    assert entities_as_of(ledger, grammar, as_of="2024-05-01") == {"Zając": (1, 1, ("wójt",), [])}
    both = {"Anna Zając": (2, 2, ("burmistrz", "wójt"), ["Zając"])}
    assert entities_as_of(ledger, grammar, as_of="2024-05") == entities_as_of(ledger, grammar) == both


def test_what_was_read_otherwise_later_is_known_as_it_was_read_then(ledger, grammar, keep):
    reading = a_report("most stoi", chain=("Anna Zając",))
    keep(reading, ("Anna Zając", "person"), ("KRLD", "place"))
    (then,) = ledger.claims(Selection())
    other = replace(reading.claims[0], chain=(Source(name="Jan Lis"),))
    keep(replace(reading, claims=(other,)), ("Jan Lis", "person"), maker=replace(MAKER, pack="pl 1"))
    assert list(entities_as_of(ledger, grammar)) == ["Jan Lis"]
    assert list(entities_as_of(ledger, grammar, known=then.recorded)) == ["Anna Zając", "KRLD"]
    assert entities_as_of(ledger, grammar, known="2000") == {}


def test_a_clock_of_claims_shows_who_speaks_in_them(ledger, grammar, keep):
    for day, name in enumerate(("Anna Zając", "Jan Lis"), 1):
        reading = a_report(f"most ma {day} lat", chain=(name,))
        keep(replace(reading, claims=(replace(reading.claims[0], said=f"2024-05-0{day}"),)), (name, "person"))
    keep(a_report("most stoi", chain=("Jan Lis",)), ("Jan Lis", "person"), ("KRLD", "place"))
    assert entities_as_of(ledger, grammar, said="2024-05-02") == {"Jan Lis": (1, 1, (), [])}
    question = EntityQuestion(name="Anna", clocks=Clocks(said="2024-05-02"))
    assert ask_entities(ledger, grammar, question, open_lemmas()) == []


def test_a_surname_that_two_bear_later_still_means_one_before(ledger, grammar, keep):
    for day, name in enumerate(("Anna Zając", "Zając", "Jan Zając"), 1):
        keep(a_report(f"most ma {day} lat", published=f"2024-05-0{day}", chain=(name,)), (name, "person"))
    for as_of, found in (("2024-05-02", ["Anna Zając", "Zając"]), (None, ["Anna Zając"])):
        question = ClaimQuestion(by="Anna", clocks=Clocks(as_of=as_of))
        asked = with_other_names(ledger, question, grammar, open_lemmas())
        assert [one.speaker for one in ask_claims(ledger, asked, open_lemmas())] == found


def test_a_question_by_nobody_stays_as_it_is(ledger, grammar):
    question = ClaimQuestion(words=("most",))
    assert with_other_names(ledger, question, grammar) is question


def test_what_later_articles_call_an_entity_is_left_out_as_of_a_day(ledger, grammar, keep):
    early = a_report("most stoi", chain=("Zając",), published="2024-05-15")
    late = a_report("most leży", chain=("Anna Zając",), published="2024-06-15")
    late = replace(
        late, claims=tuple(replace(one, chain=(Source(name="Anna Zając", role="wójt"),)) for one in late.claims)
    )
    for reading, name in ((late, "Anna Zając"), (early, "Zając")):  # an old article that is read late
        keep(reading, (name, "person"))
    (then,) = ask_entities(ledger, grammar, EntityQuestion(clocks=Clocks(as_of="2024-05")))
    assert (then.entity.name, then.entity.others, then.roles, then.articles, then.claims) == ("Zając", (), (), 1, 1)
    (now,) = ask_entities(ledger, grammar, EntityQuestion(name="Zając", clocks=Clocks(as_of="2024-06")))
    assert (now.entity.name, now.roles, now.articles, now.claims) == ("Anna Zając", ("wójt",), 2, 2)
    assert ask_entities(ledger, grammar, EntityQuestion(name="Zając", clocks=Clocks(as_of="2024-04"))) == []
