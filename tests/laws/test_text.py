"""Laws of the text form: what was printed reads back the same, and prints the same."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.books import contents, make_book
from tests.fakes import FakeClock
from tests.laws.test_merge import FEW, books, merged

from podobno.ledger.check import check_ledger
from podobno.ledger.loading import load_text
from podobno.ledger.opening import open_ledger
from podobno.ledger.text import print_ledger

OF_THE_INDEX = {"key"}  # which follows from the sketches, and from what linking needs of a language


def printed(path):
    with open_ledger(path) as ledger:
        return "".join(print_ledger(ledger))


def loaded(path, text):
    with open_ledger(path, clock=FakeClock()) as ledger:
        load_text(ledger, text.split("\n"), "book.txt")
    with open_ledger(path) as ledger:
        assert list(check_ledger(ledger)) == []
    return path


def kept(path):
    return {table: rows for table, rows in contents(path).items() if table not in OF_THE_INDEX}


@FEW
@given(books(1))
def test_the_text_form_round_trips_byte_for_byte_and_id_for_id(acts):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        first = make_book(folder / "a", acts[0])
        text = printed(first)
        second = loaded(folder / "b", text)
        assert kept(second) == kept(first)
        assert printed(second) == text


@FEW
@given(books(2), st.integers(0, 1))
def test_two_ledgers_that_hold_the_same_print_the_same(acts, minute):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a, b = make_book(folder / "a", acts[0]), make_book(folder / "b", acts[1], minute)
        assert printed(merged(folder, "ab", a, b)) == printed(merged(folder, "ba", b, a))


@FEW
@given(books(1))
def test_all_that_is_usual_is_printed_field_by_field(acts):
    with tempfile.TemporaryDirectory() as place:
        assert "\n  body " not in printed(make_book(Path(place) / "a", acts[0]))
