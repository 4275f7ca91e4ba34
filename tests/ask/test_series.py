"""Series: what is no count stands apart, one utterance is one point, and links mark how points stand to one another."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ask.figures import FigureQuestion, ask_figures
from podobno.ask.series import ask_series
from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.records.clocks import Clocks
from podobno.records.links import Evidence
from podobno.records.text import Span
from podobno.records.values import Figure, Time

QUESTION = FigureQuestion(words=("most",))


def a_figure(article, low, high=None, **values):
    given = {"approximate": False, "unit": "most", "per": None, "kind": "count", **values}
    high = None if high is None else Decimal(high)
    return Figure(span=Span(article=article.id, start=20, end=24), low=Decimal(low), high=high, **given)


def a_count(low, high=None, *, about=None, stance="asserts", figure=(), **report):
    """Return a reading whose claim has one figure, and perhaps a time."""
    reading = a_report(f"most {low} {high}", stance=stance, **report)
    (claim,) = reading.claims
    span = Span(article=reading.article.id, start=20, end=22)
    times = () if about is None else (Time(span=span, value=about[0], begin=about[1], end=about[2]),)
    claim = replace(claim, figures=(a_figure(reading.article, low, high, **dict(figure)),), about=times)
    return replace(reading, claims=(claim,))


def of_figures(kind, one, other):
    """Return a link of two claims that is about their figures."""
    link = a_link(kind, one, other)
    return replace(link, evidence=tuple(replace(evidence, code="figure") for evidence in link.evidence))


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        yield ledger


def kinds(ledger, question=QUESTION):
    return [(one.kind, one.unit, one.per) for one in ask_series(ledger, question)]


def test_counts_forecasts_rates_and_capacities_stand_apart(ledger):
    keep(ledger, a_count(9, figure={"kind": "capacity"}))
    keep(ledger, a_count(3, 3, figure={"per": "day"}))
    keep(ledger, a_count(5, figure={"forecast": True}))
    keep(ledger, a_count(7, stance="predicts"))
    keep(ledger, a_count(4))
    assert kinds(ledger) == [
        ("count", "most", None),
        ("forecast", "most", None),
        ("rate", "most", "day"),
        ("capacity", "most", None),
    ]
    assert [len(one.points) for one in ask_series(ledger, QUESTION)] == [1, 2, 1, 1]


@pytest.mark.parametrize(
    ("about", "is_forecast"),
    [
        (("../2024-12", None, "2024-12-31"), True),
        (("2025", "2025-01-01", "2025-12-31"), True),
        (("2024", "2024-01-01", "2024-12-31"), False),
        (("../2024-05-01", None, "2024-05-01"), False),
        (("2024-01/..", "2024-01-01", None), False),
        (None, False),
    ],
)
def test_a_figure_of_a_time_to_come_is_a_forecast(ledger, about, is_forecast):
    keep(ledger, a_count(3, about=about))
    (row,) = ask_figures(ledger, QUESTION)
    assert row.is_forecast == is_forecast
    assert row.meant == (about and about[0])


def test_reports_of_one_utterance_are_one_point_and_other_bounds_another(ledger):
    first = a_count(3, 3, published="2024-05-01")
    second = a_count(3, 3, published="2024-05-02", chain=("Reuters", "Anna Zając"))
    third = a_count(4, 4, published="2024-05-03")
    keep(ledger, first)
    keep(ledger, second, a_link("same", first, second), others=[first])
    keep(ledger, third, a_link("same", second, third), others=[second])
    (series,) = ask_series(ledger, QUESTION)
    assert [len(point.reports) for point in series.points] == [2, 1]
    assert series.points[0].id == f"{claim_id(first.claims[0])}@20"
    (early,) = ask_series(ledger, replace(QUESTION, clocks=Clocks(as_of="2024-05-01")))
    assert [len(point.reports) for point in early.points] == [1]


def test_points_go_by_the_day_they_were_said(ledger):
    late, early = a_count(3, published="2024-05-01"), a_count(5, published="2024-05-02")
    early = replace(early, claims=(replace(early.claims[0], said="2024-04-30"),))
    keep(ledger, late)
    keep(ledger, early)
    (series,) = ask_series(ledger, QUESTION)
    assert [point.day for point in series.points] == ["2024-04-30", "2024-05-01"]


def marks(ledger):
    return [
        [(mark.kind, mark.other.partition("@")[0]) for mark in point.marks]
        for series in ask_series(ledger, QUESTION)
        for point in series.points
    ]


def test_what_agrees_and_conflicts_is_marked_on_both_what_succeeds_on_the_later(ledger):
    old, new = a_count(3, 3, published="2024-05-01"), a_count(4, 4, published="2024-05-02")
    other = a_count(9, 9, published="2024-05-03", chain=("Jan Lis",))
    keep(ledger, old)
    keep(ledger, new, of_figures("succeeds", new, old), others=[old])
    keep(ledger, other, of_figures("conflicts", new, other), others=[new])
    ids = [claim_id(one.claims[0]) for one in (old, new, other)]
    assert marks(ledger) == [[], [("conflicts", ids[2]), ("succeeds", ids[0])], [("conflicts", ids[1])]]


def test_a_link_of_other_figures_marks_no_point(ledger):
    one, other = a_count(3, 3), a_count(4, 4, chain=("Jan Lis",))
    link = a_link("agrees", one, other)
    spans = (replace(link.evidence[0].a, start=25, end=26), replace(link.evidence[0].b, start=25, end=26))
    keep(ledger, one)
    keep(
        ledger,
        other,
        replace(link, evidence=(Evidence(code="figure", a=spans[0], b=spans[1]),)),
        others=[one],
    )
    keep(ledger, a_count(5, 5), a_link("agrees", a_count(5, 5), one), others=[one])
    assert marks(ledger) == [[], [], []]
