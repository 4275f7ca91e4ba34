"""What persons decided, applied to what was found."""

from dataclasses import replace

import pytest
from tests.fakes import FakeClock
from tests.ledger.test_store import MAKER, a_reading

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.judgements import Ruling, apply_judgements, find_rulings
from podobno.ledger.opening import open_ledger
from podobno.records.claims import Source
from podobno.records.clocks import Clocks
from podobno.records.judgements import Judgement
from podobno.records.links import Evidence, Link
from podobno.records.text import Span

NEWER = replace(MAKER, weights="newer")


def judged(verdict, *subjects, kind="claim", moment="2024-05-15T12:00:00+00:00", **values):
    return Judgement(verdict=verdict, kind=kind, subjects=subjects, by="Anna", moment=moment, **values)


def ruled(judgement):
    return Ruling(id=judgement.moment, judgement=judgement, subjects=judgement.subjects)


def linked(a, b, score=0.5):
    return Link(kind="same", a=a, b=b, evidence=(Evidence(code="words"),), score=score)


def groups(links, *judgements):
    return apply_judgements(links, map(ruled, judgements), "claim")


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        yield ledger


def ask(ledger, **values):
    return list(ask_claims(ledger, ClaimQuestion(**values)))


def read_anew(reading, **values):
    """The same words, but for the last letter, read otherwise."""
    (claim,) = reading.claims
    (span,) = claim.content
    content = (Span(article=span.article, start=span.start, end=span.end - 1),)
    return replace(reading, claims=(replace(claim, content=content, **values),))


def test_without_judgements_links_join():
    assert groups([linked("a", "b"), linked("b", "c"), linked("d", "e")]) == [["a", "b", "c"], ["d", "e"]]


def test_a_person_joins_what_no_link_joins():
    assert groups([], judged("same", "a", "b", "c")) == [["a", "b", "c"]]


def test_what_a_person_holds_apart_stays_apart_and_the_surest_link_is_kept():
    links = [linked("a", "c", 0.4), linked("b", "c", 0.9)]
    assert groups(links, judged("apart", "a", "b")) == [["b", "c"]]


def test_of_two_that_contradict_one_another_the_newer_holds():
    old, new = "2024-05-15T12:00:00+00:00", "2024-05-16T12:00:00+00:00"
    assert groups([], judged("same", "a", "b", moment=old), judged("apart", "a", "b", moment=new)) == []
    assert groups([], judged("apart", "a", "b", moment=old), judged("same", "a", "b", moment=new)) == [["a", "b"]]


def test_the_first_is_apart_from_all_others():
    links = [linked("a", "b"), linked("b", "c")]
    assert groups(links, judged("apart", "a", "b", "c")) == [["b", "c"]]


def test_judgements_of_other_things_do_not_touch_the_groups():
    assert groups([], judged("same", "a", "b", kind="article")) == []


def test_a_judgement_survives_reading_anew(ledger):
    reading = a_reading()
    ledger.record(reading, MAKER)
    (before,) = ask(ledger)
    ledger.judgements.add(judged("chain", before.id, value="Reuters > Steffen Seibert"))
    ledger.record(read_anew(reading), NEWER)
    (after,) = ask(ledger)
    assert after.id != before.id
    assert after.chain == ("Reuters", "Steffen Seibert")
    assert [ruling.judgement.by for ruling in after.judged] == ["Anna"]


def test_a_claim_of_other_words_does_not_take_the_judgement_over(ledger):
    reading = a_reading()
    ledger.record(reading, MAKER)
    (before,) = ask(ledger)
    ledger.judgements.add(judged("chain", before.id))
    (claim,) = reading.claims
    other = replace(claim, content=(Span(article=reading.article.id, start=0, end=10),))
    ledger.record(replace(reading, claims=(other,)), NEWER)
    (after,) = ask(ledger)
    assert after.judged == ()


def test_a_chain_that_is_only_wrong_is_shown_as_it_was_read(ledger):
    ledger.record(a_reading(), MAKER)
    (before,) = ask(ledger)
    ledger.judgements.add(judged("chain", before.id))
    (after,) = ask(ledger)
    assert (after.chain, len(after.judged)) == (before.chain, 1)


def test_a_chain_that_was_set_right_is_found_by_its_names_and_no_longer_by_the_wrong_ones(ledger):
    ledger.record(a_reading(), MAKER)
    (answer,) = ask(ledger)
    assert ask(ledger, by="Seibert") == []
    ledger.judgements.add(judged("chain", answer.id, value="Steffen Seibert"))
    assert [one.id for one in ask(ledger, by="Seibert")] == [answer.id]
    assert ask(ledger, by="Wójt") == []


def test_grades_stand_with_every_claim_of_the_source(ledger):
    ledger.record(a_reading(), MAKER)
    (answer,) = ask(ledger)
    ledger.judgements.add(judged("grade", "łukasz WÓJT", kind="source", value="B"))
    ledger.judgements.add(judged("grade", answer.id, value="2"))
    (answer,) = ask(ledger)
    assert [ruling.judgement.value for ruling in answer.judged] == ["B", "2"]


def test_what_was_undone_is_as_if_it_had_not_been_given_until_that_is_undone(ledger):
    ledger.record(a_reading(), MAKER)
    (before,) = ask(ledger)
    first = ledger.judgements.add(judged("chain", before.id, value="Reuters"))
    second = ledger.judgements.add(judged("undo", first, kind="judgement"))
    assert ask(ledger) == [before]
    ledger.judgements.add(judged("undo", second, kind="judgement"))
    assert ask(ledger)[0].chain == ("Reuters",)


def test_what_was_judged_later_was_not_known_before(ledger):
    ledger.record(a_reading(), MAKER)
    (before,) = ask(ledger)
    ledger.judgements.add(judged("chain", before.id, value="Reuters"))
    ((kept,)) = [ledger.judgements.standing()[0]]
    known = before.kept.recorded
    assert kept.recorded > known
    assert find_rulings(ledger, known) == []
    assert ask(ledger, clocks=Clocks(known=known))[0].chain == ("Łukasz Wójt",)


def test_a_claim_that_is_read_with_another_speaker_keeps_its_judgement(ledger):
    reading = a_reading()
    ledger.record(reading, MAKER)
    (before,) = ask(ledger)
    ledger.judgements.add(judged("grade", before.id, value="5"))
    ledger.record(replace(reading, claims=(replace(reading.claims[0], chain=(Source(name="Inny"),)),)), NEWER)
    (after,) = ask(ledger)
    assert [ruling.subjects for ruling in after.judged] == [(after.id,)]
