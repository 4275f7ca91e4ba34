"""Laws of dates that persons set right: as if the article had been read with the right date at once."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books import contents
from tests.fakes import FakeClock
from tests.laws.test_merge import FEW, merged
from tests.laws.test_text import loaded, printed
from tests.laws.test_views import OUT_ON, REPORTS, across, record, record_one, report

from podobno.ledger.opening import open_ledger
from podobno.ledger.replacements import Move, find_replaced
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.judgements import Judgement
from podobno.run.words import open_names

NEW_DAYS = st.sampled_from([*OUT_ON, "2024-04-30", "2024-06"])
LATER = datetime(2024, 6, 1, tzinfo=UTC)
BEFORE = "2024-05-31"
CLOCKS = (Clocks(), *(Clocks(as_of=day) for day in ("2024-04", *OUT_ON)), Clocks(said="2024-05-01/2024-06-30"))


@pytest.fixture(scope="module")
def names():
    return open_names()


def redated(reading, day):
    """Return a report of another day; its text is the same, since the day is no part of it."""
    content, _, rest = reading.article.text.removeprefix("Anna Zając mówi, że ").partition(" (")
    speaker, outlet, said = rest.removesuffix(").").split(", ")
    return report(content, speaker, day, outlet, None if said == "None" else said)


def judge(ledger: Ledger, number: int, verdict: str, subject: str, value: str = "") -> str:
    kind = "article" if verdict == "date" else "judgement"
    moment = f"2024-06-01T12:00:{number:02}+00:00"
    return ledger.judgements.add(
        Judgement(verdict=verdict, kind=kind, subjects=(subject,), by="Anna", moment=moment, value=value)
    )


def set_right(path, archive, judged, names, start=LATER):
    """Set the date of one article of an archive right, as `podobno judge date` does; return the judgement's id."""
    number, day = judged
    old = archive[number]
    with open_ledger(path, clock=FakeClock(start)) as ledger, ledger.together():
        key = judge(ledger, number, "date", old.article.id, day)
        record_one(ledger, redated(old, day), archive, names)
    return key


def answered(path, names, known=None):
    return [across(path, names, Clocks(as_of=one.as_of, said=one.said, about=one.about, known=known)) for one in CLOCKS]


@FEW
@given(REPORTS, st.data(), NEW_DAYS)
def test_a_corrected_ledger_answers_as_one_that_read_the_right_date_and_undone_as_it_did_before(
    names, archive, data, day
):
    number = data.draw(st.integers(0, len(archive) - 1))
    if archive[number].article.published == day:
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = record(folder / "a", archive, names)
        before = answered(path, names)
        key = set_right(path, archive, (number, day), names)
        right = {one.article.id: one for one in (*archive, redated(archive[number], day))}
        del right[archive[number].article.id]
        assert answered(path, names) == answered(record(folder / "b", list(right.values()), names), names)
        assert answered(path, names, known=BEFORE) == before
        with open_ledger(path, clock=FakeClock(LATER)) as ledger:
            judge(ledger, 59, "undo", key)
        assert answered(path, names) == before


@FEW
@given(REPORTS, st.data(), st.lists(NEW_DAYS, min_size=2, max_size=2))
def test_corrections_are_joined_in_any_order_and_come_through_the_text_form(names, archive, data, days):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        paths = []
        for one, day in enumerate(days):
            path = record(folder / f"book{one}", archive, names)
            number = data.draw(st.integers(0, len(archive) - 1))
            if archive[number].article.published != day:
                set_right(path, archive, (number, day), names, LATER.replace(minute=data.draw(st.integers(0, 1))))
            paths.append(path)
        there, back = merged(folder, "there", *paths), merged(folder, "back", *paths[::-1])
        assert contents(there) == contents(back)
        text = loaded(folder / "loaded", printed(there))
        with open_ledger(there) as a, open_ledger(back) as b, open_ledger(text) as c:
            assert a.replaced() == b.replaced() == c.replaced()
            shown = {one.article.id for one in archive} - a.replaced().keys()
            seen = {one.id for one in a.articles_seen(Clocks())}
            assert shown <= seen
            assert {one.text for one in a.articles_seen(Clocks())} == {one.article.text for one in archive}


IDS = "abcde"
MOVES = st.lists(
    st.builds(
        lambda ends, recorded, stands: Move(old=ends[0], new=ends[1], recorded=str(recorded), stands=stands),
        st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True),
        st.integers(0, 9),
        st.booleans(),
    ),
    max_size=6,
)


@given(MOVES, st.lists(st.integers(0, 9).map(str), min_size=5, max_size=5))
def test_what_is_replaced_always_leads_to_what_is_shown(moves, moments):
    replaced = find_replaced(moves, dict(zip(IDS, moments, strict=True)))
    assert set(replaced).isdisjoint(replaced.values())
    standing = {move.old for move in moves if move.stands}
    # Where no judgement leads away from an article that was there before all that lead to it, it is shown.
    first = {one for one in IDS if all(move.new != one for move in moves)}
    assert replaced.keys().isdisjoint(first - standing)


def test_of_dates_that_lead_round_in_a_ring_the_newest_holds():
    there = Move(old="a", new="b", recorded="1", stands=True)
    back = Move(old="b", new="a", recorded="2", stands=True)
    recorded = {"a": "0", "b": "1"}
    assert find_replaced([there], recorded) == {"a": "b"}
    assert find_replaced([there, back], recorded) == {"b": "a"}


def test_undoing_the_first_of_two_corrections_shows_the_first_date_again():
    first = Move(old="a", new="b", recorded="1", stands=False)
    second = Move(old="b", new="c", recorded="2", stands=True)
    assert find_replaced([first, second], {"a": "0", "b": "1", "c": "2"}) == {"b": "a", "c": "a"}


def test_an_article_that_was_there_before_the_judgement_stays_when_it_is_undone():
    undone = Move(old="a", new="b", recorded="2", stands=False)
    assert find_replaced([undone], {"a": "0", "b": "1"}) == {}
    assert find_replaced([undone], {"a": "0", "b": "2"}) == {"b": "a"}
