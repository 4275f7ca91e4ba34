"""Dates set right: the article is read under the right date, and what was judged of it goes along."""

from datetime import UTC, datetime

import pytest
from tests.fakes import FakeClock

from podobno.ask.articles import find_article
from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.judgements import find_rulings
from podobno.ask.stories import ask_copies, ask_stories
from podobno.ledger.check import check_ledger
from podobno.ledger.opening import open_ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.judgements import Judgement
from podobno.records.text import Article
from podobno.run.local import read_into
from podobno.run.makers import tell_maker
from podobno.run.redating import record_date
from podobno.run.reread import reread_into

WORDS = "Wojewoda Anna Kowalska powiedziała w środę, że most w Kamionce zamknięto po powodzi na trzy tygodnie."
FIRST = Article(text=WORDS, title="Most", outlet="Kurier", language="pl", published="2024-05-17")
SECOND = Article(
    text=f"Jak podał Kurier, jest zła wiadomość. {WORDS}",
    title="Droga",
    outlet="Goniec",
    language="pl",
    published="2024-05-18",
)
LATER = datetime(2024, 6, 1, tzinfo=UTC)


def judgement(verdict, kind, subject, value="", second=0):
    moment = f"2024-06-01T00:00:{second:02}+00:00"
    return Judgement(verdict=verdict, kind=kind, subjects=(subject,), by="Anna", moment=moment, value=value)


@pytest.fixture
def book(tmp_path, stages):
    def make(*articles, name="book"):
        path = tmp_path / name
        with open_ledger(path, clock=FakeClock()) as ledger:
            list(read_into(ledger, articles, stages, tell_maker(stages)))
        return open_ledger(path, clock=FakeClock(LATER))

    return make


@pytest.fixture
def opened(stages):
    return lambda: (stages, tell_maker(stages))


def told(ledger, clocks=ALL):
    claims = [(one.id, one.said, one.published) for one in ask_claims(ledger, ClaimQuestion(clocks=clocks))]
    stories = [[one.id for one in story.articles] for story in ask_stories(ledger, clocks, min_articles=1)]
    copies = [(one.kept.link, one.taking) for one in ask_copies(ledger, ledger.articles_seen(clocks), clocks)]
    return claims, stories, copies


def test_the_right_date_changes_what_was_said_when_and_who_took_it_from_whom(book, opened):
    right = Article(text=WORDS, title="Most", outlet="Kurier", language="pl", published="2024-05-24")
    with book(FIRST, SECOND) as ledger, book(right, SECOND, name="right") as at_once:
        before = told(ledger)
        assert record_date(ledger, judgement("date", "article", FIRST.id, "2024-05-24"), opened).outcome.claims == 1
        assert told(ledger) == told(at_once) != before
        assert told(ledger, Clocks(known="2024-05-31")) == before
        assert ledger.replaced() == {FIRST.id: right.id}
        assert list(check_ledger(ledger)) == []
        assert find_article(ledger, "Most").id == right.id
        assert find_article(ledger, FIRST.id[:8]).id == FIRST.id


def test_reading_what_was_replaced_again_does_not_bring_it_back(book, opened, stages):
    with book(FIRST, SECOND) as ledger:
        record_date(ledger, judgement("date", "article", FIRST.id, "2024-05-24"), opened)
        after = told(ledger)
        list(read_into(ledger, [FIRST], stages, tell_maker(stages)))
        (difference,) = reread_into(ledger, [FIRST.id], stages, tell_maker(stages))
        assert difference.is_empty
        assert told(ledger) == after


def test_a_date_that_the_ledger_has_already_is_not_read_again(book):
    other = Article(text=WORDS, title="Most", outlet="Kurier", language="pl", published="2024-05-24")
    with book(FIRST, other) as ledger:
        done = record_date(ledger, judgement("date", "article", FIRST.id, "2024-05-24"), lambda: pytest.fail("read"))
        assert done.outcome.is_known
        assert [one.id for one in ledger.articles_seen(ALL)] == [other.id]
        ledger.judgements.add(judgement("undo", "judgement", done.judgement))
        assert {one.id for one in ledger.articles_seen(ALL)} == {FIRST.id, other.id}


def test_what_was_judged_of_a_claim_and_an_article_goes_along_with_the_date_and_back(book, opened):
    with book(FIRST, SECOND) as ledger:
        (old,) = [one for one in ask_claims(ledger, ClaimQuestion()) if one.article == FIRST.id]
        ledger.judgements.add(judgement("grade", "claim", old.id, "2"))
        together = Judgement(
            verdict="same", kind="article", subjects=(FIRST.id, SECOND.id), by="Jan", moment="2024-06-01T00:00:01+00:00"
        )
        ledger.judgements.add(together)
        done = record_date(ledger, judgement("date", "article", FIRST.id, "2024-05-24", 2), opened)
        (new,) = [one for one in ask_claims(ledger, ClaimQuestion()) if one.article != SECOND.id]
        assert new.id != old.id
        assert [one.judgement.value for one in new.judged] == ["2"]
        grade, same, date = find_rulings(ledger)
        assert (grade.subjects, same.subjects, date.subjects) == ((new.id,), (new.article, SECOND.id), (new.article,))
        ledger.judgements.add(judgement("grade", "claim", new.id, "3", 3))
        ledger.judgements.add(judgement("undo", "judgement", done.judgement, second=4))
        assert [one.subjects for one in find_rulings(ledger) if one.judgement.verdict == "grade"] == [(old.id,)] * 2
