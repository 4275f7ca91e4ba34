"""Draw figures in time: a point or a range bar for each, by the day on which it was said.

In:   figures of one unit.
Out:  charts: panels with places in pixels, ready for the template.
Not:  SVG itself, which is templates/chart.html; which figures these are, which is ask.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from podobno.ask.figures import FigureAnswer
from podobno.records.edtf import edtf_bounds
from podobno.show.web.scales import DayScale, Step, Tick, ValueScale, day_scale, value_scale

COLOURS = 6  # origins with a colour of their own; the others share one
OPEN_PX = 34  # length of a bar whose other end nobody stated
BESIDE_PX = 9  # between figures of the same day and value
MOST_POINTS = 150  # of one unit; beyond, none could be told from the next


@dataclass(frozen=True, slots=True)
class Size:
    """A drawing in pixels."""

    name: str
    width: int
    height: int  # of one panel
    left: int  # room for the numbers
    days: int  # labels under the chart, at most


SIZES = (Size("wide", 760, 300, 72, 7), Size("narrow", 340, 280, 62, 4))
TOP, RIGHT, BOTTOM = 14, 18, 28


@dataclass(frozen=True, slots=True)
class Point:
    """One figure as it is drawn."""

    answer: FigureAnswer
    x: float
    top: float
    bottom: float
    is_open_up: bool  # at least so many
    is_open_down: bool  # at most so many
    target: float | None  # of a forecast: where the day lies that it is meant for
    colour: int  # from 1; 0: one of the many

    @property
    def middle(self) -> float:
        """Where the bar has its middle; of a single value, where it lies."""
        return (self.top + self.bottom) / 2

    @property
    def is_range(self) -> bool:
        """Whether it is drawn as a bar."""
        return self.bottom - self.top > 1


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart in one size."""

    size: Size
    points: tuple[Point, ...]
    days: tuple[Tick, ...]
    values: tuple[Step, ...]
    is_capacity: bool
    is_log: bool

    @property
    def floor(self) -> int:
        """Where the axis of days lies."""
        return self.size.height - BOTTOM


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures of one unit, counts apart from capacities."""

    unit: str
    panels: tuple[Panel, ...]  # for each size, counts first
    origins: tuple[tuple[str | None, int], ...]  # whose word with its colour; None: nobody's
    rows: tuple[FigureAnswer, ...]  # by day
    left: int  # figures of later days, which are too many to draw
    undated: int  # figures without any day, which no chart can hold


def units_of(answers: Iterable[FigureAnswer]) -> list[tuple[str, int]]:
    """Return the units of figures with how many there are of each, the most frequent first."""
    counts = Counter(one.figure.unit for one in answers if one.figure.unit)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def draw_chart(answers: Iterable[FigureAnswer], unit: str) -> Chart | None:
    """Return the chart of the figures of a unit, or None where none has a day."""
    held = [one for one in answers if one.figure.unit == unit]
    every = sorted((one for one in held if said_day(one)), key=lambda one: said_day(one) or "")
    dated = every[:MOST_POINTS]
    if not dated:
        return None
    colours = _colours(dated)
    kinds = [[one for one in dated if one.is_capacity is kind] for kind in (False, True)]
    panels = [_panel(kind, size, _across(dated, size), colours) for size in SIZES for kind in kinds if kind]
    left, undated = len(every) - len(dated), len(held) - len(every)
    return Chart(unit, tuple(panels), tuple(colours.items()), tuple(dated), left, undated)


def said_day(answer: FigureAnswer) -> str | None:
    """Return the day of a figure: said, else published; of a month, its first."""
    for value in (answer.claim.said, answer.claim.published):
        begin, end = edtf_bounds(value) if value else (None, None)
        if begin or end:
            return begin or end
    return None


def _target_day(answer: FigureAnswer) -> str | None:
    if not answer.is_forecast or answer.meant is None:
        return None
    begin, end = edtf_bounds(answer.meant)
    return end or begin


def _colours(answers: Sequence[FigureAnswer]) -> dict[str | None, int]:
    counts = Counter(one.claim.speaker for one in answers)
    named = sorted(counts, key=lambda name: (-counts[name], name or ""))
    return {name: place if place <= COLOURS else 0 for place, name in enumerate(named, 1)}


def _across(answers: Sequence[FigureAnswer], size: Size) -> DayScale:
    """Return one scale of days for all panels of a size, so that they can be compared."""
    days = [day for one in answers for day in (said_day(one), _target_day(one)) if day]
    return day_scale(list(map(date.fromisoformat, days)), (size.left, size.width - RIGHT), size.days)


def _panel(answers: Sequence[FigureAnswer], size: Size, across: DayScale, colours: dict[str | None, int]) -> Panel:
    values = [float(end) for one in answers for end in (one.figure.low, one.figure.high) if end is not None]
    up = value_scale(values, (size.height - BOTTOM, TOP))
    points = _spread((_point(one, across, up, colours) for one in answers), (size.left, size.width - RIGHT))
    return Panel(size, tuple(points), across.ticks, up.ticks, answers[0].is_capacity, up.is_log)


def _point(answer: FigureAnswer, across: DayScale, up: ValueScale, colours: dict[str | None, int]) -> Point:
    low, high = answer.figure.low, answer.figure.high
    target = _target_day(answer)
    ends = [up.place(float(end)) for end in (high, low) if end is not None]
    return Point(
        answer,
        across.place(date.fromisoformat(said_day(answer) or "")),
        max(ends[0] - OPEN_PX, 2) if high is None else ends[0],
        ends[-1] + OPEN_PX if low is None else ends[-1],
        high is None,
        low is None,
        across.place(date.fromisoformat(target)) if target else None,
        colours[answer.claim.speaker],
    )


def _spread(points: Iterable[Point], ends: tuple[float, float]) -> list[Point]:
    """Put points that would hide one another side by side, between the ends of the axis."""
    beside: Counter[tuple[int, int]] = Counter()
    spread = []
    for point in points:
        place = (round(point.x / BESIDE_PX), round(point.middle / BESIDE_PX))
        moved = _beside(point.x, beside[place], ends)
        beside[place] += 1
        values = {name: getattr(point, name) for name in Point.__slots__}
        spread.append(Point(**{**values, "x": moved}))
    return spread


def _beside(x: float, number: int, ends: tuple[float, float]) -> float:
    """Return where the next of several points goes: to the right, and where no room is left there, to the left."""
    room = max(0, int((ends[1] - x) // BESIDE_PX))
    moved = x + number * BESIDE_PX if number <= room else x - (number - room) * BESIDE_PX
    return max(ends[0], moved)
