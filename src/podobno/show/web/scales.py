"""Lay days and values out along an axis, with round labels.

In:   what the axis must hold, from which pixel to which.
Out:  scales: a place for each day or value, and ticks.
Not:  what is drawn there: show/web/charts.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

LOG_FROM = 50  # times the least value: beyond, small values could not be told apart on even steps
EVEN_STEPS = 5
LEAST = 1e-9  # length of an axis
ROUND = (1, 2, 2.5, 5, 10)
DAYS = (1, 2, 7, 14)
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000)
DAYS_OF_MONTH = 30.4
SHORT_DAYS = 70  # beyond, months are labelled and not days
DAY, MONTH, YEAR = 10, 7, 4  # letters of an ISO day, month, year


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of an axis."""

    place: float
    value: str  # a day, month or year in EDTF


@dataclass(frozen=True, slots=True)
class Step:
    """A number at an axis."""

    place: float
    value: float


@dataclass(frozen=True, slots=True)
class DayScale:
    """Days from left to right."""

    first: date
    last: date
    pixels: tuple[float, float]
    ticks: tuple[Tick, ...] = ()

    def place(self, day: date) -> float:
        """Return where a day lies."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.pixels[0] + share * (self.pixels[1] - self.pixels[0])


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values from the bottom upwards."""

    low: float
    high: float
    is_log: bool
    pixels: tuple[float, float]
    ticks: tuple[Step, ...] = ()

    def place(self, value: float) -> float:
        """Return where a value lies."""
        low, high, value = (log10(one) if self.is_log else one for one in (self.low, self.high, value))
        return self.pixels[0] + (value - low) / (high - low) * (self.pixels[1] - self.pixels[0])


def day_scale(days: Sequence[date], pixels: tuple[float, float], most: int) -> DayScale:
    """Return a scale that holds all the days, with some room at both ends and so many labels at most."""
    room = timedelta(days=max((max(days) - min(days)).days // 20, 1))
    scale = DayScale(_add(min(days), -room), _add(max(days), room), pixels)
    length = (scale.last - scale.first).days
    ticks = _day_ticks(scale, length, most) if length <= SHORT_DAYS else _month_ticks(scale, length, most)
    return DayScale(scale.first, scale.last, pixels, tuple(ticks))


def _add(day: date, room: timedelta) -> date:
    try:
        return day + room
    except OverflowError:
        return day


def _day_ticks(scale: DayScale, length: int, most: int) -> list[Tick]:
    step = next((days for days in DAYS if length / days <= most), DAYS[-1])
    days = [scale.first + timedelta(days=place) for place in range(0, length + 1, step)]
    return [Tick(scale.place(day), day.isoformat()) for day in days][-most:]


def _month_ticks(scale: DayScale, length: int, most: int) -> list[Tick]:
    step = next((months for months in MONTHS if length / DAYS_OF_MONTH / months <= most), MONTHS[-1])
    first = scale.first.year * 12 + scale.first.month  # the month after the first day's
    ticks = []
    for month in range(ceil(first / step) * step, scale.last.year * 12 + scale.last.month, step):
        day = date(month // 12, month % 12 + 1, 1)
        ticks.append(Tick(scale.place(day), day.isoformat()[: YEAR if step % 12 == 0 else MONTH]))
    return ticks


def value_scale(values: Sequence[float], pixels: tuple[float, float]) -> ValueScale:
    """Return a scale that holds all the values: from zero on even steps, or by powers of ten where they differ much."""
    least, most = min(values), max(values)
    if least > 0 and most / least > LOG_FROM:
        low, high = 10.0 ** floor(log10(least)), 10.0 ** ceil(log10(most) + 1e-9)
        scale = ValueScale(low, high, True, pixels)
        powers = range(floor(log10(low)), ceil(log10(high)) + 1)
        return ValueScale(low, high, True, pixels, _ticks(scale, [10.0**power for power in powers]))
    step = _step(max(most, 0) - min(least, 0))
    low, high = floor(min(least, 0) / step) * step, (floor(max(most, 0) / step) + 1) * step
    scale = ValueScale(low, high, False, pixels)
    marks = [low + place * step for place in range(round((high - low) / step) + 1)]
    return ValueScale(low, high, False, pixels, _ticks(scale, marks))


def _ticks(scale: ValueScale, values: Sequence[float]) -> tuple[Step, ...]:
    return tuple(Step(scale.place(value), value) for value in values)


def _step(length: float) -> float:
    rough = max(length or 1, LEAST) / EVEN_STEPS
    power = 10.0 ** floor(log10(rough))
    return next(times * power for times in ROUND if times * power >= rough * (1 - 1e-9))
