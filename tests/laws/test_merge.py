"""Laws of merging: a union of sets."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.books import contents, make_book
from tests.fakes import FakeClock
from tests.strategies import readings

from podobno.ledger.check import check_ledger
from podobno.ledger.merge import merge_ledger
from podobno.ledger.opening import open_ledger

FEW = settings(max_examples=25, deadline=None)  # each example opens files


@st.composite
def books(draw, count):
    """Some ledgers of readings that they may share, each with makers and judges of its own choice."""
    pool = draw(st.lists(readings(), min_size=1, max_size=3))
    # One article may come with another title: its id is of its text, address and date.
    pool += [replace(one, article=replace(one.article, title="another title")) for one in pool]
    acts = st.lists(st.tuples(st.sampled_from(pool), st.integers(0, 5)), max_size=4)
    return [draw(acts) for _ in range(count)]


def merged(folder, name, *others):
    path = folder / name
    with open_ledger(path, clock=FakeClock()) as ledger:
        for other in others:
            list(merge_ledger(ledger, other))
    with open_ledger(path) as ledger:
        assert list(check_ledger(ledger)) == []
    return path


@FEW
@given(books(2), st.integers(0, 1))
def test_merging_is_commutative(acts, minute):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a, b = make_book(folder / "a", acts[0]), make_book(folder / "b", acts[1], minute)
        assert contents(merged(folder, "ab", a, b)) == contents(merged(folder, "ba", b, a))


@FEW
@given(books(3), st.integers(0, 1), st.integers(0, 1))
def test_merging_is_associative(acts, second, third):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a, b = make_book(folder / "a", acts[0]), make_book(folder / "b", acts[1], second)
        c = make_book(folder / "c", acts[2], third)
        left = merged(folder, "left", merged(folder, "ab", a, b), c)
        right = merged(folder, "right", a, merged(folder, "bc", b, c))
        assert contents(left) == contents(right)


@FEW
@given(books(2), st.integers(0, 1))
def test_merging_again_changes_nothing(acts, minute):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a, b = make_book(folder / "a", acts[0]), make_book(folder / "b", acts[1], minute)
        both = merged(folder, "both", a, b)
        before = contents(both)
        assert contents(merged(folder, "both", b, a, both.rename(folder / "same"))) == before


@FEW
@given(books(1))
def test_merging_into_an_empty_ledger_gives_the_other_and_leaves_it_as_it_is(acts):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a = make_book(folder / "a", acts[0])
        before = contents(a)
        assert contents(merged(folder, "copy", a)) == before
        assert contents(a) == before


@FEW
@given(books(2))
def test_in_a_merged_ledger_each_entry_has_its_earliest_moment(acts):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a, b = make_book(folder / "a", acts[0]), make_book(folder / "b", acts[1], minute=30)
        with open_ledger(merged(folder, "ba", b, a)) as both, open_ledger(a) as early:
            moments = {entry.id: entry.recorded for entry in both.entries()}
            assert all(moments[entry.id] == entry.recorded for entry in early.entries())
