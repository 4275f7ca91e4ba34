"""Series and origins on a screen: in 80 columns, without colour, with open bounds drawn open."""

import json
from decimal import Decimal

import pytest
from tests.ask.test_series import a_count, of_figures
from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.records.text import Span
from podobno.records.values import Figure
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE
from podobno.show.series import BAR, bar

FIRST = a_report("most stoi", published="2024-05-01", outlet="Kurier", chain=("Reuters", "Anna Zając"))
SECOND = a_report("stoi most", published="2024-05-02", outlet="Goniec", chain=("Reuters", "Anna Zając"))
THIRD = a_report("mosty są", published="2024-05-03", outlet="Echo", chain=("Jan Lis",))
OLD = a_count(3, 5, published="2024-05-04")
NEW = a_count(4000, published="2024-05-05", figure={"approximate": True})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("origins") / "book.db"
    with open_ledger(path, clock=FakeClock()) as book:
        keep(book, FIRST)
        keep(book, SECOND, a_link("same", FIRST, SECOND), others=[FIRST])
        keep(book, THIRD, a_link("agrees", FIRST, THIRD), others=[FIRST])
        keep(book, OLD)
        keep(book, NEW, of_figures("succeeds", NEW, OLD), others=[OLD])
    return str(path)


@pytest.fixture
def asked(ledger, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")

    def ask(*arguments):
        code = run_command([*arguments, "--ledger", ledger])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return ask


def the_id(reading):
    return claim_id(reading.claims[0])


def test_origins_are_told_in_an_analyst_s_words(asked):
    code, out, _ = asked("origins", the_id(FIRST)[:10])
    assert code == DONE
    told = " ".join(out.split())
    assert "this utterance: 2 reports, 1 origin: Anna Zając; through Reuters in both: same origin" in told
    assert "3 reports, 2 origins: Anna Zając, Jan Lis; none shown to be independent of another" in told
    assert "1 ~ 2 not established, because nothing shows that either side knows it by itself" in told
    assert max(map(len, out.splitlines())) <= 80


def test_origins_in_json_have_the_states_with_their_reasons(asked):
    _, out, _ = asked("origins", the_id(FIRST), "--json")
    (line,) = map(json.loads, out.splitlines())
    assert [origin["name"] for origin in line["all"]["origins"]] == ["Anna Zając", "Jan Lis"]
    assert (line["own"]["reports"], line["all"]["independent"], line["all"]["not_established"]) == (2, 1, 1)
    assert line["all"]["pairs"][0]["state"] == "not established"
    reasons = line["own"]["origins"][0]["joined"][0]["reasons"]
    assert "origin" in {reason["code"] for reason in reasons}
    assert all(reason["words"] for reason in reasons)


def test_origins_as_of_a_day_are_those_of_what_was_out(asked):
    _, out, _ = asked("origins", the_id(FIRST), "--as-of", "2024-05-01")
    assert "this utterance: 1 report, 1 origin" in out
    assert "agree" not in out


def test_a_claim_that_is_none_is_told(asked):
    code, _, err = asked("origins", "ffff")
    assert code == WRONG_USE
    assert "podobno claims" in err


def test_a_series_is_drawn_in_80_columns(asked):
    code, out, err = asked("series", "most")
    assert code == DONE
    assert "counts · most · 3 to 4,000, logarithmic scale" in out
    assert "\u251c" in out
    assert "\u25ba" in out
    assert "succeeds 1" in out
    assert "1 series, 2 points" in err
    assert max(map(len, out.splitlines())) <= 80


def test_a_series_in_json_has_a_line_for_each_point(asked):
    _, out, _ = asked("series", "most", "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["low"], line["high"], line["approximate"]) for line in lines] == [(3, 5, False), (4000, None, True)]
    assert lines[0]["series"] == {"kind": "count", "unit": "most", "per": None}
    assert lines[1]["marks"] == [{"kind": "succeeds", "other": lines[0]["point"], "score": 0.9}]


def test_where_nothing_is_counted_nothing_is_drawn(asked):
    code, out, err = asked("series", "dom")
    assert (code, out) == (DONE, "")
    assert "0 series, 0 points" in err


@pytest.mark.parametrize(
    ("low", "high", "approximate", "drawn"),
    [
        (5, 5, False, "     \u25cf"),
        (5, 5, True, "     \u25cb"),
        (5, 8, False, "     \u251c\u2500\u2500\u2524"),
        (23, None, False, " " * 23 + "\u251c\u2500\u25ba"),
        (None, 2, False, "\u25c4\u2500\u2524"),
    ],
)
def test_a_bar_shows_bounds_and_open_ends(low, high, approximate, drawn):
    ends = (None if end is None else Decimal(end) for end in (low, high))
    figure = Figure(
        span=Span(article="a", start=0, end=1),
        approximate=approximate,
        unit=None,
        per=None,
        kind="count",
        **dict(zip(("low", "high"), ends, strict=True)),
    )
    assert bar(figure, int) == drawn.ljust(BAR)
