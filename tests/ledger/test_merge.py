"""Joining ledgers: whole or not at all, old ones too, the other one left as it is."""

import sqlite3
from contextlib import closing

import pytest
from tests.books import contents, make_book
from tests.fakes import FakeClock
from tests.ledger.test_store import a_reading, an_older_ledger

from podobno.ledger.merge import merge_ledger
from podobno.ledger.opening import open_ledger
from podobno.records.errors import BadUse, LedgerError
from podobno.run.merge import merge_into

ONE, TWO = a_reading(), a_reading("Drugi tekst o tym, że most pęka.")


@pytest.fixture
def place(tmp_path):
    return make_book(tmp_path / "one.db", [(ONE, 0)])


@pytest.fixture
def other(tmp_path):
    return make_book(tmp_path / "two.db", [(TWO, 0), (ONE, 1)], minute=30)


def merge(place, other):
    with open_ledger(place, clock=FakeClock()) as ledger:
        return list(merge_ledger(ledger, other))


def test_what_is_new_is_told(place, other):
    last = merge(place, other)[-1]
    assert (last.done, last.total, last.new, last.articles) == (4, 4, {"article": 1, "claim": 1}, (TWO.article.id,))
    assert merge(place, other)[-1].new == {}


def test_a_merged_claim_is_found_by_its_words(place, other):
    from podobno.ledger.selections import Selection

    merge(place, other)
    with open_ledger(place) as ledger:
        assert len(list(ledger.claims(Selection(words=(("asserts",),))))) == 2


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_ledger_is_brought_up_to_date_in_a_copy(place, tmp_path, version):
    older = tmp_path / "older.db"
    an_older_ledger(older, version, TWO)
    before = older.read_bytes()
    assert merge(place, older)[-1].new == {"article": 1, "claim": 1}
    assert older.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + b"x" * 200])
def test_what_is_no_ledger_is_told_and_nothing_is_taken(place, tmp_path, content):
    before = contents(place)
    (tmp_path / "other.db").write_bytes(content)
    with pytest.raises(LedgerError, match="other"):
        merge(place, tmp_path / "other.db")
    assert contents(place) == before


def test_a_stranger_s_database_is_told(place, tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as database:
        database.execute("CREATE TABLE entry (number)")
    with pytest.raises(LedgerError, match="no ledger"):
        merge(place, tmp_path / "other.db")


def test_a_newer_ledger_is_told(place, other):
    with closing(sqlite3.connect(other)) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="newer"):
        merge(place, other)


@pytest.mark.parametrize("change", ["replace(body, 'asserts', 'denies')", "'{'"])
def test_a_damaged_ledger_is_told_and_nothing_of_it_is_taken(place, other, change):
    before = contents(place)
    with closing(sqlite3.connect(other)) as database:
        database.execute(f"UPDATE entry SET body = {change} WHERE kind = 'claim'")
        database.commit()
    with pytest.raises(LedgerError, match="podobno check"):
        merge(place, other)
    assert contents(place) == before


def test_a_ledger_cannot_be_merged_into_itself(place):
    with pytest.raises(BadUse, match="itself"):
        merge(place, place)


def test_a_merge_that_is_stopped_takes_nothing(place, other):
    before = contents(place)
    with open_ledger(place, clock=FakeClock()) as ledger:
        steps = merge_ledger(ledger, other)
        next(steps)
        steps.close()
    assert contents(place) == before
    assert merge(place, other)[-1].new == {"article": 1, "claim": 1}


def test_a_merge_into_what_was_opened_to_be_read_is_told(place, other):
    with pytest.raises(LedgerError), open_ledger(place) as ledger:
        list(merge_ledger(ledger, other))


def test_the_articles_that_are_new_are_handed_on_to_be_linked(place, other):
    handed = []
    with open_ledger(place, clock=FakeClock()) as ledger:
        list(merge_into(ledger, other, lambda ledger, articles: handed.append(articles)))
        list(merge_into(ledger, other, lambda ledger, articles: handed.append(articles)))
    assert handed == [(TWO.article.id,)]
