"""Reading into a ledger: whole articles, once each, in one process or in several."""

import pytest
from tests.fakes import FakeClock

from podobno.ledger.opening import open_ledger
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.batches import TOGETHER
from podobno.run.linking import link_reading
from podobno.run.local import read_into
from podobno.run.makers import pack_id, tell_maker
from podobno.run.pool import read_with_jobs

ARTICLES = [
    Article(text=f"Burmistrz Jan Nowak powiedział, że most ma {metres} m.", language="pl", published="2024-05-15")
    for metres in range(101, 125)
]
PROBLEM = Problem(code="READ-EMPTY", where="a.txt", said="it holds no byte", did="passed it over")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.db"


def read(path, things, stages):
    with open_ledger(path, clock=FakeClock()) as ledger:
        return list(read_into(ledger, things, stages, tell_maker(stages)))


def entries(path):
    with open_ledger(path) as ledger:
        return list(ledger.entries())


def test_an_article_is_recorded_with_its_claims_and_figures(path, stages):
    (outcome,) = read(path, ARTICLES[:1], stages)
    assert (outcome.claims, outcome.figures, outcome.is_known) == (1, 1, False)
    assert [entry.kind for entry in entries(path)] == ["article", "claim"]


def test_an_article_that_was_read_is_known(path, stages):
    read(path, ARTICLES[:1], stages)
    before = entries(path)
    (outcome,) = read(path, ARTICLES[:1], stages)
    assert outcome.is_known
    assert entries(path) == before


def test_an_article_that_comes_twice_is_read_once(path, stages):
    first, second, again = read(path, [ARTICLES[0], ARTICLES[1], ARTICLES[0]], stages)
    assert [one.is_known for one in (first, second, again)] == [False, False, True]
    assert (first.claims, second.claims, again.claims) == (1, 1, 0)


def test_a_run_that_was_stopped_goes_on_where_it_stopped(path, stages):
    things = ARTICLES[: TOGETHER + 2]
    with open_ledger(path, clock=FakeClock()) as ledger:
        outcomes = read_into(ledger, things, stages, tell_maker(stages))
        next(outcomes)
        outcomes.close()
    assert [outcome.is_known for outcome in read(path, things, stages)] == [True] * TOGETHER + [False] * 2


def test_what_is_told_is_kept_and_what_is_stopped_on_its_way_is_not(path, stages, monkeypatch):
    linked = []

    def stop_at_the_third(reading, *others):
        linked.append(reading)
        if len(linked) == TOGETHER + 3:
            raise KeyboardInterrupt
        return link_reading(reading, *others)

    monkeypatch.setattr("podobno.run.local.link_reading", stop_at_the_third)
    with open_ledger(path, clock=FakeClock()) as ledger, pytest.raises(KeyboardInterrupt):
        list(read_into(ledger, ARTICLES, stages, tell_maker(stages)))
    kept = {entry.id for entry in entries(path) if entry.kind == "article"}
    assert kept == {article.id for article in ARTICLES[:TOGETHER]}
    assert [outcome.is_known for outcome in read(path, ARTICLES, stages)][: TOGETHER + 1] == [True] * TOGETHER + [False]


def test_articles_that_reach_the_disk_together_have_moments_of_their_own(path, stages):
    read(path, ARTICLES[:2], stages)
    moments = [entry.recorded for entry in entries(path) if entry.kind == "article"]
    assert len(set(moments)) == 2


def test_an_article_without_a_pack_is_a_problem_and_the_next_is_read(path, stages):
    english = Article(text="The mayor said so.", language="en")
    first, second = read(path, [english, ARTICLES[0]], stages)
    assert [problem.code for problem in first.problems] == ["LANG-NO-PACK"]
    assert second.claims == 1


def test_what_could_not_be_read_is_kept_as_a_problem(path, stages):
    (outcome,) = read(path, [PROBLEM], stages)
    assert outcome.problems == (PROBLEM,)
    assert [entry.kind for entry in entries(path)] == ["problem"]


def test_two_processes_write_the_ledger_that_one_writes(tmp_path, stages):
    things = [*ARTICLES, PROBLEM, ARTICLES[0]]
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    told = read(one, things, stages)
    with open_ledger(two, clock=FakeClock()) as ledger:
        assert list(read_with_jobs(ledger, things, None, 2)) == told
    assert entries(one) == entries(two)


def test_the_maker_names_program_pack_and_weights(stages):
    maker = tell_maker(stages)
    assert maker.program.startswith("podobno ")
    assert maker.pack == f"pl {pack_id('pl')}"
    assert maker.weights == stages.parser.name
