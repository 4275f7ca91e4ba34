"""Reading again: newer readings stand before older ones, nothing is deleted, and what changed is told."""

from dataclasses import replace

import pytest
from tests.fakes import FakeClock
from tests.run.test_local import ARTICLES

from podobno.ledger.check import check_ledger
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.ledger.text import print_ledger
from podobno.records.claims import Source
from podobno.records.clocks import Clocks
from podobno.records.entries import Maker
from podobno.records.text import Article, Span
from podobno.run.load import load_into
from podobno.run.local import find_claims, read_into
from podobno.run.makers import tell_maker
from podobno.run.reread import reread_into

OLD = Maker(program="podobno 0.0.1", pack="pl 0", weights="old")
FEW = ARTICLES[:3]


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        yield ledger


def reread(ledger, stages, ids=None):
    maker = tell_maker(stages)
    return list(reread_into(ledger, ledger.article_ids(not_by=maker) if ids is None else ids, stages, maker))


def read_before(ledger, stages, article, change):
    reading = find_claims(article, stages).reading
    ledger.record(replace(reading, claims=tuple(change(reading.claims))), OLD)


def claims(ledger, **values):
    return list(ledger.claims(Selection(**values)))


def otherwise(found):
    (claim,) = found
    (span,) = claim.content
    content = (Span(article=span.article, start=span.start, end=span.end - 2),)
    yield replace(claim, content=content, stance="denies", chain=(Source(name="Most"),), figures=())


def test_what_this_program_read_is_not_due(ledger, stages):
    list(read_into(ledger, FEW, stages, tell_maker(stages)))
    assert reread(ledger, stages) == []


def test_what_came_without_a_sketch_is_linked_when_it_is_read_again_by_the_same_program(tmp_path, stages):
    maker, linked = tell_maker(stages), []
    with open_ledger(tmp_path / "first.db", clock=FakeClock()) as first:
        list(read_into(first, ARTICLES, stages, maker))
        text = "".join(print_ledger(first))
    blocks = [block for block in text.split("\n\n") if not block.startswith(("sketch ", "link "))]
    with open_ledger(tmp_path / "second.db", clock=FakeClock()) as second:
        list(load_into(second, [f"{line}\n" for line in "\n\n".join(blocks).split("\n")], "book.txt"))
        for _ in range(2):
            linked.append([one.is_recorded for one in reread(second, stages, second.article_ids())])
        again = "".join(print_ledger(second))
    assert linked == [[True] * len(ARTICLES), [False] * len(ARTICLES)]
    assert all(f"\n{block}" in again for block in text.split("\n\n") if block.startswith("sketch "))


def test_a_claim_that_is_read_otherwise_is_told_field_by_field(ledger, stages):
    read_before(ledger, stages, FEW[0], otherwise)
    (before,) = claims(ledger)
    ((difference,)) = reread(ledger, stages)
    (change,) = difference.changed
    assert (change.old_id, change.fields) == (before.id, ("content", "chain", "stance", "figures"))
    assert (difference.same, difference.new, difference.gone, difference.is_recorded) == (0, {}, {}, True)
    (after,) = claims(ledger)
    assert after.id == change.new_id


def test_nothing_is_deleted_and_the_older_view_stays(ledger, stages):
    read_before(ledger, stages, FEW[0], otherwise)
    (before,) = claims(ledger)
    reread(ledger, stages)
    assert [kept.id for kept in claims(ledger, clocks=Clocks(known=before.recorded))] == [before.id]
    assert ledger.counts()["claim"] == 2
    assert list(check_ledger(ledger)) == []


def test_claims_are_new_where_there_were_none_and_gone_where_there_are_none_now(ledger, stages):
    def nothing(found):
        return ()

    def elsewhere(found):
        yield replace(found[0], content=(Span(article=found[0].article, start=0, end=5),))

    read_before(ledger, stages, FEW[0], nothing)
    read_before(ledger, stages, FEW[1], elsewhere)
    first, second = reread(ledger, stages)
    assert (len(first.new), len(first.gone)) == (1, 0)
    assert (len(second.new), len(second.gone)) == (1, 1)
    assert len(claims(ledger)) == 2


def test_what_is_read_as_before_is_the_same_entry(ledger, stages):
    read_before(ledger, stages, FEW[0], tuple)
    (difference,) = reread(ledger, stages)
    assert (difference.same, difference.is_empty) == (1, True)
    assert ledger.counts()["claim"] == 1


def test_a_run_that_was_stopped_goes_on_where_it_stopped(ledger, stages):
    for article in FEW:
        read_before(ledger, stages, article, otherwise)
    maker = tell_maker(stages)
    run = reread_into(ledger, ledger.article_ids(not_by=maker), stages, maker)
    next(run)
    run.close()
    assert [one.article for one in reread(ledger, stages)] == FEW[1:]
    assert reread(ledger, stages) == []


def test_another_article_s_claims_are_left_alone(ledger, stages):
    for article in FEW:
        read_before(ledger, stages, article, otherwise)
    reread(ledger, stages, [FEW[0].id])
    assert sorted(kept.claim.stance for kept in claims(ledger)) == ["asserts", "denies", "denies"]


def test_what_cannot_be_read_now_goes_on_being_shown_as_it_was(ledger, stages):
    foreign = Article(text=FEW[0].text, language="en")
    reading = find_claims(replace(foreign, language="pl"), stages).reading
    ledger.record(replace(reading, article=foreign), OLD)
    before = claims(ledger)
    (difference,) = reread(ledger, stages)
    assert [problem.code for problem in difference.problems] == ["LANG-NO-PACK"]
    assert claims(ledger) == before


def test_going_back_to_what_read_it_first_is_an_act_like_any_other(ledger, stages):
    list(read_into(ledger, FEW[:1], stages, tell_maker(stages)))
    read_before(ledger, stages, FEW[0], otherwise)
    assert [kept.claim.stance for kept in claims(ledger)] == ["denies"]
    assert len(reread(ledger, stages)) == 1
    assert [kept.claim.stance for kept in claims(ledger)] == ["asserts"]
    assert reread(ledger, stages) == []


def test_what_the_same_maker_reads_otherwise_is_told_and_not_recorded(ledger, stages):
    reading = find_claims(FEW[0], stages).reading
    ledger.record(replace(reading, claims=tuple(otherwise(reading.claims))), tell_maker(stages))
    (difference,) = reread(ledger, stages, ledger.article_ids())
    assert (difference.is_recorded, len(difference.changed)) == (False, 1)
    assert ledger.counts()["claim"] == 1
