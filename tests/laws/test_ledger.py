"""Laws of the ledger: for all readings, not for some."""

import json
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes import FakeClock
from tests.strategies import DAYS, NUMBERS, articles, claims, figures, readings

from podobno.ledger.check import check_ledger
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.records.canonical import OF_MAKER, read_article, read_claim, read_figure, to_json
from podobno.records.clocks import Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.entries import Maker
from podobno.records.text import Span
from podobno.records.values import Figure

MAKER = Maker(program="podobno test", pack="pl 0", weights="none")
FEW = settings(max_examples=40, deadline=None)  # each example opens files


def book(given, ask):
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "book.db", clock=FakeClock()) as ledger:
        for reading in given:
            ledger.record(reading, MAKER)
        return ask(ledger)


def ids(ledger):
    return {entry.id for entry in ledger.entries()}


@given(st.data())
def test_what_was_written_reads_back_the_same(data):
    article = data.draw(articles())
    claim, figure = data.draw(claims(article)), data.draw(figures(article))
    assert read_article(to_json(article)) == article
    assert read_claim(to_json(claim)) == claim
    assert read_figure(to_json(figure)) == figure


@given(st.data())
def test_writing_what_was_read_gives_the_same_text(data):
    claim = data.draw(claims(data.draw(articles())))
    body = to_json(claim, without=OF_MAKER)
    assert to_json(read_claim(body), without=OF_MAKER) == body


@given(st.data())
def test_what_is_unknown_empty_or_at_its_default_is_left_out(data):
    body = json.loads(to_json(data.draw(claims(data.draw(articles())))))
    assert None not in body.values()
    assert [] not in body.values()
    assert body.get("rule") != ""


@given(NUMBERS, st.integers(0, 3))
def test_one_number_has_one_form(number, zeros):
    longer = Decimal(f"{number:f}{'0' * zeros}")
    span = Span(article="a", start=0, end=1)
    values = {"span": span, "high": None, "approximate": False, "unit": None, "per": None, "kind": "count"}
    assert to_json(Figure(low=number, **values)) == to_json(Figure(low=longer, **values))


@FEW
@given(st.lists(readings(), max_size=3), st.randoms())
def test_order_and_repetition_change_no_entry(given, random):
    shuffled = random.sample([*given, *given], 2 * len(given))
    assert book(given, ids) == book(shuffled, ids)


@FEW
@given(st.lists(readings(), max_size=3))
def test_all_is_well_in_what_was_just_recorded(given):
    assert book(given, lambda ledger: list(check_ledger(ledger))) == []


@FEW
@given(st.lists(readings(), max_size=3), DAYS)
def test_a_view_as_of_a_day_shows_nothing_published_later(given, day):
    shown = book(given, lambda ledger: list(ledger.claims(Selection(clocks=Clocks(as_of=day)))))
    assert all(edtf_bounds(kept.article.published)[1] <= day for kept in shown)


@FEW
@given(st.lists(readings(), max_size=3), DAYS, DAYS)
def test_a_later_view_holds_the_earlier_one(given, one, other):
    early, late = sorted([one, other])
    shown = [
        book(given, lambda ledger, day=day: {kept.id for kept in ledger.claims(Selection(clocks=Clocks(as_of=day)))})
        for day in (early, late)
    ]
    assert shown[0] <= shown[1]
