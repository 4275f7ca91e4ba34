"""The list of stories: the same as stories asked for one by one, on any day, and at hand while a newer one is made."""

from threading import Event

import pytest
from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ask.stories import ask_stories
from podobno.ledger.opening import open_ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.judgements import Judgement
from podobno.show.web import shelf
from podobno.show.web.shelf import Shelf
from podobno.show.web.storylists import list_stories, list_until

DAYS = ("2024-05-01", "2024-05-03", "2024-05-05", "2024-05")
CHAIN = [a_report(f"most {day}", published=day) for day in ("2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04")]
ALONE = a_report("rzeka", published="2024-05-03")
UNDATED = a_report("droga", published=None)


@pytest.fixture
def chained(tmp_path):
    path = tmp_path / "book.db"
    with open_ledger(path, clock=FakeClock()) as book:
        for place, reading in enumerate(CHAIN):
            links = [a_link("story", reading, CHAIN[place - 1], score=0.5 + place / 10)] if place else []
            keep(book, reading, *links, others=CHAIN[:place])
        keep(book, ALONE)
        keep(book, UNDATED)
    return path


def ids(stories):
    return [tuple(article.id for article in story.articles) for story in stories]


def judge(path, verdict, *readings):
    with open_ledger(path, clock=FakeClock()) as book:
        subjects = tuple(sorted(one.article.id for one in readings))
        book.judgements.add(
            Judgement(verdict=verdict, kind="article", subjects=subjects, by="Ewa", moment="2024-05-20T10:00:00Z")
        )


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("judged", [(), ("same", CHAIN[0], ALONE), ("apart", CHAIN[2], CHAIN[3])])
def test_a_list_as_of_a_day_has_the_stories_that_are_asked_for(chained, day, judged):
    if judged:
        judge(chained, *judged)
    with open_ledger(chained) as book:
        whole = list_stories(book)
        assert sorted(ids(whole.stories)) == sorted(ids(ask_stories(book, ALL, min_articles=1)))
        clocks = Clocks(as_of=day)
        wanted = sorted(ids(ask_stories(book, clocks, min_articles=1)))
        assert sorted(ids(list_until(whole, book, clocks).stories)) == wanted


def test_what_was_just_recorded_is_in_a_list_that_is_made_quickly(chained):
    held = Shelf(chained)
    with open_ledger(chained) as book:
        assert len(held.stories(book, ALL).stories) == len(ids(ask_stories(book, ALL, min_articles=1)))
        with open_ledger(chained, clock=FakeClock()) as writing:
            keep(writing, a_report("tama", published="2024-05-06"))
        held._kept[ALL] = shelf.Kept((), 0.0, 0.0, held._kept[ALL].list)
        assert "tama" in held.stories(book, ALL).stories[0].title


def test_where_making_a_list_takes_long_the_older_one_is_shown_meanwhile(chained, monkeypatch):
    held, made = Shelf(chained), Event()
    with open_ledger(chained) as book:
        older = held.stories(book, ALL)
        held._kept[ALL] = shelf.Kept((), 0.0, shelf.SOON_S, older)
        whole = shelf.list_stories
        monkeypatch.setattr(shelf, "list_stories", lambda *given: (made.wait(5), whole(*given))[1])
        assert held.stories(book, ALL) is older
        made.set()
        held.warm()
        assert held.stories(book, ALL) is not older
