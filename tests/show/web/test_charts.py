"""Charts put figures where their day and value are."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.show.web.ledgers import FIGURES, counted

from podobno.ask.judgements import sort_rulings
from podobno.ask.timeline import figures_in
from podobno.ledger.claims import KeptClaim
from podobno.records.canonical import claim_id
from podobno.show.web.charts import COLOURS, MOST_POINTS, draw_chart, units_of
from podobno.show.web.scales import day_scale, value_scale

UNIT = "żołnierz"


def answers(*readings):
    kept = [
        KeptClaim(id=claim_id(one.claims[0]), claim=one.claims[0], article=one.article, recorded="", maker="")
        for one in readings
    ]
    return list(figures_in(kept, sort_rulings(())))


def wide(chart, *, is_capacity=False):
    return next(one for one in chart.panels if one.size.name == "wide" and one.is_capacity == is_capacity)


def test_later_days_lie_further_right_and_more_lies_higher():
    low, high = wide(draw_chart(answers(counted(10, 10), counted(20, 20, published="2024-05-09")), UNIT)).points
    assert low.x < high.x
    assert low.middle > high.middle


def test_bounds_are_drawn_as_they_are_stated():
    points = {one.answer.figure.low: one for one in wide(draw_chart(answers(*FIGURES), UNIT)).points}
    assert not points[1500].is_range
    assert (points[3000].is_open_up, points[3000].is_open_down) == (True, False)
    assert (points[None].is_open_up, points[None].is_open_down) == (False, True)
    assert points[2000].is_range
    assert not points[2000].is_open_up


def test_capacities_have_a_panel_of_their_own_with_the_same_days():
    chart = draw_chart(answers(*FIGURES), UNIT)
    counts, capacities = wide(chart), wide(chart, is_capacity=True)
    assert {one.answer.figure.low for one in capacities.points} == {90000}
    assert counts.days == capacities.days


@pytest.mark.parametrize("many", [9, 90])
def test_points_of_one_day_stand_side_by_side_within_the_chart(many):
    days = ["2024-05-01", *["2024-05-09"] * many]
    same = [counted(10, 10, published=day, speaker=f"Jan {place}") for place, day in enumerate(days)]
    for panel in draw_chart(answers(*same), UNIT).panels:
        places = [one.x for one in panel.points]
        assert all(panel.size.left <= one <= panel.size.width for one in places)
        assert len(set(places)) >= min(len(places), 20)


def test_many_origins_share_the_last_colour():
    names = [chr(ord("A") + place) for place in range(COLOURS + 3)]
    chart = draw_chart(answers(*(counted(10, 10, speaker=name) for name in names)), UNIT)
    assert sorted(colour for _, colour in chart.origins) == [0, 0, 0, *range(1, COLOURS + 1)]


def test_figures_of_one_day_and_value_lie_side_by_side():
    chart = draw_chart(answers(*(counted(10, 10, speaker=name) for name in "ABC")), UNIT)
    assert len({one.x for one in wide(chart).points}) == 3


def test_more_than_can_be_told_apart_is_counted_and_not_drawn():
    chart = draw_chart(
        answers(*(counted(n, n) for n in range(1, MOST_POINTS + 4)), counted(5, 6, published=None)), UNIT
    )
    assert (len(chart.rows), chart.left, chart.undated) == (MOST_POINTS, 3, 1)


def test_without_a_day_nothing_is_drawn():
    assert draw_chart(answers(counted(10, 10, published=None)), UNIT) is None
    assert draw_chart([], UNIT) is None


def test_units_come_with_how_many_there_are():
    assert units_of(answers(*FIGURES)) == [(UNIT, len(FIGURES))]


DAYS = st.lists(st.dates(date(1000, 1, 1), date(9999, 12, 31)), min_size=1)
VALUES = st.lists(st.floats(-1e15, 1e15, allow_nan=False), min_size=1)


@given(DAYS)
def test_every_day_lies_on_the_axis_and_so_do_the_labels(days):
    scale = day_scale(days, (10, 700), 7)
    places = [scale.place(day) for day in days] + [tick.place for tick in scale.ticks]
    assert all(9.9 <= place <= 700.1 for place in places)
    assert len(scale.ticks) <= 12


@given(VALUES)
def test_every_value_lies_on_the_axis_and_so_do_the_labels(values):
    scale = value_scale(values, (300, 10))
    places = [scale.place(value) for value in values] + [tick.place for tick in scale.ticks]
    assert all(9.5 <= place <= 300.5 for place in places)
    assert 2 <= len(scale.ticks) <= 400


@pytest.mark.parametrize(
    ("values", "steps"),
    [([3000, 10000], [0, 2000, 4000, 6000, 8000, 10000, 12000]), ([1, 90000], [1, 10, 100, 1000, 10000, 100000])],
)
def test_labels_are_round(values, steps):
    assert [tick.value for tick in value_scale(values, (300, 10)).ticks] == steps


def test_a_figure_may_be_as_large_as_it_likes():
    huge = counted(Decimal(10) ** 30, Decimal(10) ** 30)
    assert wide(draw_chart(answers(huge, counted(1, 1)), UNIT)).is_log
