"""Reckon with days, months and years that a text leaves open.

In:   parts of a date, the day of publication, which way the sentence looks.
Out:  EDTF values; None where the text and the day of publication do not tell.
Not:  finding them in the text: find/times.py.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from podobno.find.tense import FUTURE, NONE, PAST

PARTS = {"begin": (1, 10), "mid": (11, 20), "end": (21, 31)}  # days of a month
PARTS_OF_YEAR = {"begin": ("01", "03"), "end": ("10", "12")}  # months of a year
PARTS_OF_WEEK = {"begin": (0, 1), "mid": (2, 3), "end": (4, 6)}  # days from Monday
PARTS_OF_DECADE = {"begin": (0, 3), "mid": (4, 6), "end": (7, 9)}  # years from its first
MONTHS_OF = {"M": 1, "Q": 3, "F": 6}  # quarter, half-year
FAR_DAYS = 60  # a day without a year that is farther off than this goes by the tense
NEAR_MONTHS = 2  # a month that stands in a noun phrase may lie so far ahead
NEAR_WEEKDAYS = 2  # the same for a weekday
LAST_HOUR, LAST_MINUTE = 24, 59
MONTHS = 12  # of a year
LAST_YEAR = 9990  # leaves room for the years beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What is known of the day of publication."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def date(self) -> date | None:
        """The day, None where only a month or a year is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    @property
    def value(self) -> str | None:
        """The finest EDTF value that is known."""
        return iso(self.year, self.month, self.day) if self.year else None


def read_now(published: str | None) -> Now:
    """Read the EDTF day, month or year of publication."""
    numbers = [int(part) for part in (published or "")[:10].rstrip("~?%").split("-") if part.isdigit()]
    year, month, day = [*numbers, 0, 0, 0][:3]
    if not year or iso(year, month or None, day or None) is None:
        return Now(year=None, month=None, day=None)
    return Now(year=year, month=month or None, day=day or None)


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return the EDTF value; None for a month or a day that does not exist."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None or day is None:
        return f"{year:04d}" if month is None else f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def near_day(now: Now, month: int, day: int, tense: str = NONE) -> str | None:
    """Return the day without a year that is nearest to publication; a far one goes by the tense."""
    if now.year is None:
        return None
    if now.date is None and now.month is None:
        return iso(now.year, month, day)
    base = now.date or date(now.year, now.month or 1, 15)
    years = range(now.year - 1, now.year + 2)
    days = [date.fromisoformat(found) for year in years if (found := iso(year, month, day)) is not None]
    if not days:
        return None
    nearest = min(days, key=lambda found: abs((found - base).days))
    ahead = (nearest - base).days
    if tense == PAST and ahead > FAR_DAYS:
        return max(found for found in days if found <= base).isoformat()
    if tense == FUTURE and ahead < -FAR_DAYS:
        return min((found for found in days if found >= base), default=nearest).isoformat()
    return nearest.isoformat()


def near_month(now: Now, month: int, tense: str) -> str | None:
    """Return the last such month up to publication, or the next one from there on, by the tense."""
    if now.year is None:
        return None
    if now.month is None:
        return iso(now.year, month)
    ahead = (month - now.month) % 12
    is_next = tense == FUTURE or (tense != PAST and 0 < ahead <= NEAR_MONTHS)
    total = now.year * 12 + now.month - 1 + (ahead if is_next or ahead == 0 else ahead - 12)
    return iso(total // 12, total % 12 + 1)


def near_weekday(now: Now, number: int, step: str, tense: str) -> str | None:
    """Return the last such weekday up to publication, or the next one; a month where the day is unknown."""
    today = now.date
    if today is None:
        return iso(now.year, now.month) if now.year and now.month else None
    ahead = (number - today.isoweekday()) % 7
    monday = today - timedelta(days=today.weekday())
    in_week = monday + timedelta(days=number - 1)
    if step in ("last", "previous"):
        found = in_week - timedelta(days=7)
    elif step in ("next", "following"):
        found = in_week + timedelta(days=7)
    elif step in ("gone", "recent"):
        found = today - timedelta(days=(7 - ahead) if ahead else 7)
    elif step == "nearest":
        found = today + timedelta(days=ahead or 7)
    else:
        is_next = tense == FUTURE or (tense != PAST and ahead <= NEAR_WEEKDAYS)
        found = today + timedelta(days=ahead if is_next or not ahead else ahead - 7)
    return found.isoformat()


def next_weekday(value: str, number: int) -> str | None:
    """Return the first such weekday after a day."""
    if len(value) != 10:
        return value
    day = date.fromisoformat(value)
    return (day + timedelta(days=(number - day.isoweekday()) % 7 or 7)).isoformat()


def moved(value: str, unit: str, count: int) -> str | None:
    """Return a value moved by so many units, in the grain of the unit; None where the value is coarser than that."""
    year, month, day = _parts(value)
    if unit in ("Y", "X"):
        count *= 10 if unit == "X" else 1
        return iso(year + count)
    if unit in MONTHS_OF and month is not None:
        total = year * 12 + month - 1 + count * MONTHS_OF[unit]
        return iso(total // 12, total % 12 + 1)
    if unit not in ("D", "W") or month is None or day is None:
        return None
    try:
        return (date(year, month, day) + timedelta(days=count * (7 if unit == "W" else 1))).isoformat()
    except OverflowError:
        return None


def _parts(value: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in value[:10].rstrip("~").split("-")]
    year, month, day = [*numbers, None, None][:3]
    return year or 0, month, day


def whole(value: str, unit: str, step: int) -> str | None:
    """Return the year, half-year, quarter, month or week that holds a value, or one so many steps from it."""
    year, month, day = _parts(value)
    if unit in ("Y", "M"):
        return moved(value, unit, step)
    if unit in ("Q", "F") and month is not None:
        length = MONTHS_OF[unit]
        return _months(year * 12 + (month - 1) // length * length + step * length, length)
    if unit == "D":
        return moved(value, unit, step)
    if unit != "W" or month is None:
        return None
    if day is None:
        return iso(year, month)
    monday = date(year, month, day) - timedelta(days=date(year, month, day).weekday()) + timedelta(days=7 * step)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def week_of_month(month: str, number: int | None) -> str | None:
    """Return the seven days of a month that are its first, second, third or fourth week; None: its last seven."""
    year, of_year, _ = _parts(month)
    last = date.fromisoformat(_last_day(year, of_year or 1))
    first = last - timedelta(days=6) if number is None else last.replace(day=1) + timedelta(days=7 * (number - 1))
    end = first + timedelta(days=6)
    return f"{first.isoformat()}/{end.isoformat()}" if first.month == end.month == of_year else None


def weekend(now: Now, step: str, tense: str) -> str | None:
    """Return the Saturday and Sunday meant; a month where the day is unknown."""
    if now.date is None:
        return iso(now.year, now.month) if now.year and now.month else None
    saturday = now.date - timedelta(days=now.date.weekday()) + timedelta(days=5)
    is_back = step in ("last", "gone", "previous", "recent") or (
        not step and tense == PAST and now.date.isoweekday() < 6
    )
    saturday += timedelta(days=-7 if is_back else 7 if step in ("next", "following") else 0)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _months(total: int, length: int) -> str | None:
    last = total + length - 1
    return f"{iso(total // 12, total % 12 + 1)}/{iso(last // 12, last % 12 + 1)}"


def quarter(year: int, unit: str, number: int) -> str | None:
    """Return a quarter or half of a year as its months; None where there is no such one."""
    length = MONTHS_OF[unit]
    return _months(year * 12 + (number - 1) * length, length) if 1 <= number <= 12 // length else None


def half(value: str, number: int) -> str | None:
    """Return the first or second half of a year, a month or a span of years."""
    if number not in (1, 2):
        return None
    if len(value) == 4:
        return quarter(int(value), "F", number)
    if len(value) == 7:
        year, month, _ = _parts(value)
        return f"{value}-01/{value}-15" if number == 1 else f"{value}-16/{_last_day(year, month or 1)}"
    first, last = (int(year) for year in value.split("/"))
    middle = (first + last) // 2
    return f"{first}/{middle}" if number == 1 else f"{middle + 1}/{last}"


def _last_day(year: int, month: int) -> str:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def near_season(now: Now, season: str, tense: str) -> str | None:
    """Return the season without a year: the last begun by publication, or the next one, by the tense."""
    if now.year is None:
        return None
    begun = now.month is None or now.month >= 3 * (int(season) - 20)
    if tense == FUTURE and now.month is not None and now.month >= 3 * (int(season) - 20) + 3:
        return f"{now.year + 1}-{season}"
    return f"{now.year if begun or tense != PAST else now.year - 1}-{season}"


def easter(year: int) -> date:
    """Return Easter Sunday. Source: Meeus/Jones/Butcher, Astronomical Algorithms, 1991."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast_day(year: int, rule: str) -> str | None:
    """Return a day of a feast: "12-25", or so many days from Easter: "E+60"."""
    if not 1 <= year <= LAST_YEAR:
        return None
    if rule.startswith("E"):
        return (easter(year) + timedelta(days=int(rule[1:]))).isoformat()
    month, day = rule.split("-")
    return iso(year, int(month), int(day))


def near_feast(now: Now, rule: str, tense: str) -> str | None:
    """Return the day of a feast that is nearest to publication; a far one goes by the tense."""
    if now.year is None or now.month is None or not rule.startswith("E"):
        month, _, day = rule.partition("-")
        return near_day(now, int(month), int(day), tense) if month.isdigit() else feast_day(now.year or 0, rule)
    base = now.date or date(now.year, now.month, 15)
    days = [date.fromisoformat(feast_day(year, rule) or "") for year in range(now.year - 1, now.year + 2)]
    fit = [day for day in days if (tense != PAST or day <= base) and (tense != FUTURE or day >= base)]
    return min(fit, key=lambda day: abs((day - base).days)).isoformat()


def part_of(value: str, part: str) -> str:
    """Return the beginning, middle or end of a year, a month, a week or a decade; of what has none, all of it."""
    first, _, last = value.partition("/")
    if part not in PARTS:
        return value
    if len(value) == 4:
        return f"{value}-07~" if part == "mid" else "/".join(f"{value}-{month}" for month in PARTS_OF_YEAR[part])
    if len(value) == 7 and value[5:] <= "12":
        year, month = int(value[:4]), int(value[5:])
        start, end = PARTS[part]
        return f"{iso(year, month, start)}/{iso(year, month, end) or _last_day(year, month)}"
    if len(first) == 10 and moved(first, "D", 6) == last:
        return "/".join(moved(first, "D", days) or "" for days in PARTS_OF_WEEK[part])
    if len(first) == len(last) == 4:
        scale = (int(last) - int(first) + 1) // 10
        start, end = PARTS_OF_DECADE[part]
        return f"{int(first) + start * scale}/{int(first) + (end + 1) * scale - 1}"
    return value


def beside(value: str, step: int) -> str:
    """Return the day, month or year just before (-1) or after (+1) a value, in its own grain."""
    edge = value.split("/")[0 if step < 0 else -1]
    unit = {4: "Y", 7: "M", 10: "D"}.get(len(edge))
    return (moved(edge, unit, step) if unit else None) or edge


def with_clock(day: str | None, hour: str, minute: str | None = None) -> str | None:
    """Return a day with a time of day; None where there is no such time."""
    if day is None or not 0 <= int(hour) <= LAST_HOUR or (minute is not None and int(minute) > LAST_MINUTE):
        return None
    return f"{day}T{int(hour):02d}" + (f":{minute}" if minute is not None else "")
