"""Draw series for a terminal: a bar for each point, all of one series on one scale.

In:   series.
Out:  what rich prints; legible in 80 columns and without colour.
Not:  which points there are, which is ask/series.py; JSON, which is show/origindicts.py.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from podobno.ask.series import Mark, Point, Series
from podobno.link.reasons import LINK_WORDS
from podobno.records.values import Figure
from podobno.show.pages import DOT, RULE
from podobno.show.words import (
    SHORT_ID,
    bounds_words,
    counted,
    known,
    names_words,
    number_words,
    score_words,
    stance_words,
    time_words,
)

BAR = 26  # columns
EDGE = 2  # columns at each end that are kept for open bounds
LOG_FROM = 20  # times the least value: from there on a plain scale would press the small ones together
DAY = 10  # columns of "2024-10-23"
NUMBER = 3  # columns of a point's number
UNDER = (0, 0, 0, NUMBER + 1)  # top, right, bottom, left
EXACT, ROUGH, LEFT, RIGHT, LINE = "\u25cf", "\u25cb", "\u251c", "\u2524", "\u2500"
TO_LEFT, TO_RIGHT = "\u25c4", "\u25ba"  # an end that is open
HEADS = {
    "count": "counts",
    "forecast": "forecasts",
    "rate": "rates",
    "capacity": "capacities (what could be, not what is)",
    "money": "money",
    "share": "shares",
    "measure": "measures",
}
PLAIN, LOG = "plain scale", "logarithmic scale"
Scale = Callable[[Decimal], int]  # from a value to a column of the bar


def series_blocks(held: Iterable[Series]) -> Iterator[RenderableType]:
    """Yield each series: what it is, its scale, and a bar with two lines for each point."""
    for series in held:
        scale, told = _scale([point.first.figure for point in series.points])
        unit = f"{DOT}{series.unit}" if series.unit else ""
        rate = f" a {series.per}" if series.per else ""
        yield Text.assemble((f"{HEADS[series.kind]}{unit}{rate}", "bold"), (f"{DOT}{told}" if told else "", "dim"))
        yield Rule(style="dim", characters=RULE)
        numbers = {point.id: number for number, point in enumerate(series.points, 1)}
        width = max(len(bounds_words(point.first.figure)) for point in series.points)
        for number, point in enumerate(series.points, 1):
            yield _row(number, point, scale, width)
            yield Padding(_below(point, numbers), UNDER, expand=False)
        yield ""


def _scale(figures: list[Figure]) -> tuple[Scale, str]:
    """Return where a value stands, and the words for the ends of the scale."""
    values = sorted({value for figure in figures for value in (figure.low, figure.high) if value is not None})
    low, high = values[0], values[-1]
    if low == high:
        return lambda value: BAR // 2, ""
    is_log = low > 0 and high / low >= LOG_FROM
    by: Callable[[Decimal], float] = math.log if is_log else float
    first, span = by(low), by(high) - by(low)

    def column(value: Decimal) -> int:
        return EDGE + round((by(value) - first) / span * (BAR - 1 - 2 * EDGE))

    return column, f"{number_words(low)} to {number_words(high)}, {LOG if is_log else PLAIN}"


def bar(figure: Figure, scale: Scale) -> str:
    """Return a figure as a bar: a point, a range between two ends, or an end and an arrow where it is open."""
    cells = [" "] * BAR
    start = scale(figure.low) if figure.low is not None else 0
    end = scale(figure.high) if figure.high is not None else BAR - 1
    if start == end:
        cells[start] = ROUGH if figure.approximate else EXACT
        return "".join(cells)
    cells[start : end + 1] = [LINE] * (end + 1 - start)
    cells[start] = TO_LEFT if figure.low is None else LEFT
    cells[end] = TO_RIGHT if figure.high is None else RIGHT
    return "".join(cells)


def _row(number: int, point: Point, scale: Scale, width: int) -> RenderableType:
    first = point.first
    row = Table.grid(padding=(0, 1), expand=True, pad_edge=False)
    row.add_column(width=NUMBER)
    row.add_column(width=BAR, no_wrap=True)
    row.add_column(width=width)
    row.add_column(ratio=1)
    row.add_column(width=DAY)
    figure = Text(bounds_words(first.figure), "bold")
    row.add_row(str(number), Text(bar(first.figure, scale)), figure, Text(_who(point)), Text(known(point.day or None)))
    return row


def _who(point: Point) -> str:
    claim = point.first.claim.kept.claim
    is_plain = claim.stance == "asserts" and not claim.conditional
    return names_words(point.first.claim.chain) + ("" if is_plain else f" ({stance_words(claim)})")


def _below(point: Point, numbers: dict[str, int]) -> Text:
    """Return the figure's words, the day that is meant, how many reports there are, and its marks."""
    first = point.first
    parts = [
        " ".join(first.written.split()),
        time_words(first.meant) if first.meant else "",
        counted(len(point.reports), "report"),
        *_mark_words(point.marks, numbers),
        score_words(first.claim.kept.claim),
        first.claim.id[:SHORT_ID],
    ]
    return Text(DOT.join(part for part in parts if part), "dim")


def _mark_words(marks: Sequence[Mark], numbers: dict[str, int]) -> Iterator[str]:
    """Yield "agrees with 2, 5" for each way in which a point stands to others."""
    for kind in dict.fromkeys(mark.kind for mark in marks):
        others = sorted(numbers[mark.other] for mark in marks if mark.kind == kind)
        yield f"{LINK_WORDS[kind]} {', '.join(map(str, others))}"
