"""Work out calendar times: days, months, years, seasons, weekdays, feasts.

In:   the words of a hit, and what the article has told so far.
Out:  CALENDAR: for each reader of the pack's rules a function that gives an EDTF value, None where the words are
      no time after all, SKIP where nothing in them is.
Not:  lengths, sets, and times told by their distance: find/timelengths.py.
"""

from collections.abc import Callable
from datetime import date

from podobno.find import calendar
from podobno.find.calendar import iso, near_day, near_month
from podobno.find.tense import FUTURE, PAST, PRESENT
from podobno.find.timescene import Hit, Scene, year_of
from podobno.records.edtf import edtf_bounds

SKIP = ""
Reader = Callable[[Hit, Scene], str | None]
TURN = ("21", "10")  # "at the turn of May and June": from the 21st to the 10th
TURN_OF_YEARS = ("10", "03")
WEEK = "W"  # the unit
SHORT_YEAR = 3  # digits of a year before 1000: "w 656 roku"
FIRST_DECADE = 20  # "the 20s" and later are of the last century where none is named


def _date(hit: Hit, scene: Scene) -> str | None:
    year, month, day = (int(part) for part in hit.value("date").split("-"))
    return _clocked(iso(year, month, day), hit) or SKIP


def _clocked(day: str | None, hit: Hit) -> str | None:
    """Add the time of day that stands behind a date; a part of it in words adds nothing."""
    place = next((at for at, word in enumerate(hit.words) if word.kind in ("hour", "clock")), None)
    if day is None or place is None:
        return _in_part(day, hit)
    word = next((word for word in hit.words[place:] if word.kind in ("clock", "small")), None)
    return day if word is None else _with_clock(day, word.value)


def _in_part(day: str | None, hit: Hit) -> str | None:
    """Return a day with the hour of its part that has one: "we wtorek w południe"."""
    hour = hit.value("part_of_day")
    return _with_clock(day, hour) if hour and day is not None and len(day) == len("2024-05-15") else day


def _with_clock(day: str | None, value: str) -> str | None:
    hour, _, minute = value.replace(".", ":").partition(":")
    return calendar.with_clock(day, hour, minute or None)


def _day(hit: Hit, scene: Scene) -> str | None:
    word = hit.one("month")
    if _is_in_name(hit, scene) or (word is not None and hit.one("year") is None and scene.is_name(word)):
        return SKIP
    return _clocked(_plain_day(hit, scene), hit) or SKIP


def _is_in_name(hit: Hit, scene: Scene) -> bool:
    return hit.before is not None and hit.before.kind == "place"


def _plain_day(hit: Hit, scene: Scene, year: int | None = None) -> str | None:
    month = int(hit.value("month", "roman", "foreign_month"))
    day = int(hit.value("small")) if hit.one("small") else sum(int(word.value) for word in hit.all("ordinal"))
    named = year_of(hit, scene)
    year = year if named is None else named
    return near_day(scene.now, month, day, scene.tense(hit)) if year is None else iso(year, month, day)


def _days(hit: Hit, scene: Scene) -> str | None:
    last = _plain_day(hit.halves()[1], scene)
    first = None if last is None else iso(int(last[:4]), int(last[5:7]), int(hit.value("small")))
    return f"{first}/{last}" if first and last and first < last else SKIP


def _day_span(hit: Hit, scene: Scene) -> str | None:
    left, right = hit.halves()
    last = _plain_day(right, scene)
    first = None if last is None else _plain_day(left, scene, int(last[:4]))
    if first and last and first > last:
        first = _plain_day(left, scene, int(last[:4]) - 1)
    return f"{first}/{last}" if first and last else SKIP


def _month(hit: Hit, scene: Scene) -> str | None:
    word = hit.one("month")
    if word is None or scene.is_name(word) or (len(hit.words) == 1 and word.form[0].isupper() and not _is_loud(word)):
        return None
    return _plain_month(hit, scene)


def _is_loud(word: object) -> bool:
    return str(getattr(word, "form", "")).isupper()


def _plain_month(hit: Hit, scene: Scene) -> str | None:
    year, month = year_of(hit, scene), int(hit.value("month", "month_adjective"))
    return near_month(scene.now, month, scene.tense(hit, in_phrase=True)) if year is None else iso(year, month)


def _months(hit: Hit, scene: Scene) -> str | None:
    value = _month_span(hit, scene)
    if value is None or hit.one("and") is None:
        return value
    first, last = value.split("/")
    return value if calendar.moved(first, "M", 1) == last else None


def _month_span(hit: Hit, scene: Scene) -> str | None:
    left, right = hit.halves()
    last, year = _plain_month(right, scene), year_of(left, scene)
    if last is None:
        return None
    month = int(left.value("month"))
    year = int(last[:4]) - (month > int(last[5:7])) if year is None else year
    first = iso(year, month)
    return f"{first}/{last}" if first else None


def _turn(hit: Hit, scene: Scene) -> str | None:
    years = hit.all("year")
    if hit.one("month") is None:
        return f"{years[0].value}-{TURN_OF_YEARS[0]}/{years[1].value}-{TURN_OF_YEARS[1]}"
    span = _month_span(hit, scene)
    return None if span is None else "/".join(f"{end}-{day}" for end, day in zip(span.split("/"), TURN, strict=True))


def _month_adjective(hit: Hit, scene: Scene) -> str | None:
    near = (hit.before, hit.after)
    if scene.is_name(hit.words[0]) or any(word is not None and word.kind == "event" for word in near):
        return None
    return _plain_month(hit, scene)


def _year(hit: Hit, scene: Scene) -> str | None:
    word = hit.one("year", "digits")
    if word is None or (hit.one("mark", "year_noun") is None and _counts(word.start, scene) and not _is_set_off(hit)):
        return None
    if word.kind == "digits":
        return f"0{word.value}" if len(word.value) == SHORT_YEAR else None
    about = "~" if hit.value("approx") == "~" else ""
    return word.value + about


def _is_set_off(hit: Hit) -> bool:
    """ "W 2014 - 90,6 mln": a dash parts the year from the number, whatever the tree makes of it."""
    return hit.preposition == "in" and hit.after is not None and hit.after.kind == "dash"


def _counts(start: int, scene: Scene) -> bool:
    token = scene.tenses.token(start)
    return token is not None and token.dep.startswith("nummod")


def _own_year(hit: Hit, scene: Scene) -> str | None:
    """ "W ub. roku"."""
    year = year_of(hit, scene)
    return iso(year) if year else None


def _week_of_month(hit: Hit, scene: Scene) -> str | None:
    """ "W ostatnim tygodniu lipca": seven days from its first, or up to its last."""
    number, step = hit.value("ordinal"), hit.value("step")
    year, of_year = year_of(hit, scene), int(hit.value("month"))
    month = near_month(scene.now, of_year, scene.tense(hit)) if year is None else iso(year, of_year)
    if month is None or not hit.value("unit").startswith(WEEK) or not (number or step == "recent"):
        return None
    return calendar.week_of_month(month, int(number) if number else None)


def _year_span(hit: Hit, scene: Scene) -> str | None:
    first, last = (word.value for word in hit.all("year", "small", "digits")[:2])
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if len(last) == 4 and first < last else None


def _quarter(hit: Hit, scene: Scene) -> str | None:
    unit = hit.value("quarter")[0]
    number, year = int(hit.value("ordinal", "roman", "small")), year_of(hit, scene)
    if year is not None:
        return calendar.quarter(year, unit, number)
    now, tense = scene.now, scene.tense(hit)
    value = calendar.quarter(now.year, unit, number) if now.year else None
    if value is None or now.value is None or now.year is None:
        return value
    begin, end = edtf_bounds(value)
    if tense == FUTURE and (end or "") < now.value:
        return calendar.quarter(now.year + 1, unit, number)
    return calendar.quarter(now.year - 1, unit, number) if tense == PAST and (begin or "") > now.value else value


def _half(hit: Hit, scene: Scene) -> str | None:
    number = int(hit.value("ordinal", "roman"))
    if hit.one("month") is not None:
        base = _plain_month(hit, scene)
    elif hit.one("century") is not None or hit.one("decade", "years_noun") is not None:
        base = _century(hit, scene) if hit.one("years_noun") is None else _decade(hit, scene)
    else:
        year = year_of(hit, scene)
        base = iso((scene.now.year or 0) if year is None else year)
    return calendar.half(base, number) if base else None


def _season(hit: Hit, scene: Scene) -> str | None:
    season, own = hit.value("season").split(" ")
    step = own or hit.value("step")
    year = year_of(hit, scene)
    if year is not None:
        return f"{year:04d}-{season}" if year else None
    if scene.is_name(hit.core):
        return None
    now = scene.now.year
    if step in ("next", "following"):
        return f"{now + 1}-{season}" if now else None
    tense = PAST if step in ("last", "gone", "previous", "recent") else scene.tense(hit)
    if step in ("last", "previous") and now and scene.now.month is not None:
        return f"{now - (scene.now.month < 3 * (int(season) - 19))}-{season}"
    return calendar.near_season(scene.now, season, tense)


def _decade(hit: Hit, scene: Scene) -> str | None:
    number = int(hit.value("decade", "small", "digits"))
    if number % 10 or not 0 < number < 100:
        return None
    century = hit.value("roman")
    first = (int(century) - 1) * 100 + number if century else (1900 if number >= FIRST_DECADE else 2000) + number
    return f"{first}/{first + 9}"


def _century(hit: Hit, scene: Scene) -> str | None:
    if hit.one("roman") is None:
        return _own_century(hit, scene)
    number = int(hit.all("roman")[-1].value)
    return f"{number * 100 - 99:04d}/{number * 100:04d}" if number else None


def _own_century(hit: Hit, scene: Scene) -> str | None:
    """ "Do końca wieku": of the century of publication, where a part is told up to which something lasts."""
    is_this = hit.value("step") == "this" or (not hit.value("step") and hit.value("part").endswith(" until"))
    if not is_this or scene.now.year is None:
        return None
    first = (scene.now.year - 1) // 100 * 100 + 1
    return f"{first:04d}/{first + 99:04d}"


def _weekday(hit: Hit, scene: Scene) -> str | None:
    word = hit.one("weekday", "weekday_adjective")
    if word is None or (scene.is_name(word) and hit.one("small", "date") is None):
        return None
    if hit.one("month") is not None:
        return _clocked(_plain_day(hit, scene), hit)
    if hit.one("date") is not None:
        return _date(hit, scene)
    is_joined = not hit.preposition and hit.before is not None and hit.before.kind == "and"
    is_weekly = word.form.lower() in scene.rules["weekly"]
    if is_weekly and hit.one("step") is None and (hit.preposition == "in" or is_joined):
        return "R/P1W"  # "w soboty i niedziele"
    if is_joined and scene.is_told_beside(word.start):
        return calendar.next_weekday(scene.story_day or "", int(word.value))  # "w poniedziałek i środę"
    tense = scene.tense(hit, in_phrase=word.kind == "weekday_adjective")
    day = calendar.near_weekday(scene.now, int(word.value), hit.value("step"), tense)
    dated = _dated(hit, scene, int(word.value))
    if dated is not None:
        return _clocked(dated, Hit(words=hit.words[_after_bracket(hit) :], before=None, after=None, closed=True))
    return day if day is None or len(day) < len("2024-05-15") else _clocked(day, hit)


def _dated(hit: Hit, scene: Scene, weekday: int) -> str | None:
    """ "W sobotę (06.12)": two numbers in brackets that are day and month of such a weekday, and no time of day."""
    at = next((at for at, word in enumerate(hit.words) if word.kind == "clock" and hit.words[at - 1].kind == "open"), 0)
    number, _, month = hit.words[at].value.partition(".") if at else ("", "", "")
    if not month or not 1 <= int(month) <= calendar.MONTHS:
        return None
    day = near_day(scene.now, int(month), int(number), scene.tense(hit))
    return day if day is not None and date.fromisoformat(day).isoweekday() == weekday else None


def _after_bracket(hit: Hit) -> int:
    return next(at for at, word in enumerate(hit.words) if word.kind == "close")


def _weekdays(hit: Hit, scene: Scene) -> str | None:
    """Two days of one week in a row; where one lies between them, they are two times."""
    left, right = hit.all("weekday")
    if any(scene.is_name(word) or word.form.lower() in scene.rules["weekly"] for word in (left, right)):
        return None
    first = calendar.near_weekday(scene.now, int(left.value), "", scene.tense(hit))
    last = None if first is None else calendar.next_weekday(first, int(right.value))
    return f"{first}/{last}" if first and first != last and last == calendar.moved(first, "D", 1) else None


def _weekday_span(hit: Hit, scene: Scene) -> str | None:
    left, right = hit.halves()
    tense = scene.tenses.tense(hit.core.start)
    first = calendar.near_weekday(scene.now, int(left.value("weekday")), "", tense)
    last = None if first is None else calendar.next_weekday(first, int(right.value("weekday")))
    return first if first == last else f"{first}/{last}"


def _holiday(hit: Hit, scene: Scene) -> str | None:
    first, _, last = hit.value("holiday").partition("/")
    year, tense = year_of(hit, scene), scene.tense(hit)
    days = [
        calendar.near_feast(scene.now, rule, tense) if year is None else calendar.feast_day(year, rule)
        for rule in (first, last)
        if rule
    ]
    return "/".join(day for day in days if day) if all(days) else None


def _clock(hit: Hit, scene: Scene) -> str | None:
    after = [word for word in hit.words if word.kind in ("clock", "small", "ordinal")]
    return _with_clock(scene.day(hit.words[0].start), after[-1].value)


def _clock_span(hit: Hit, scene: Scene) -> str | None:
    day = scene.day(hit.words[0].start)
    ends = [_with_clock(day, word.value) for word in hit.all("clock", "small")]
    return f"{ends[0]}/{ends[-1]}" if all(ends) else None


def _part_of_day(hit: Hit, scene: Scene) -> str | None:
    return _in_part(scene.day(hit.words[0].start), hit)


def _night(hit: Hit, scene: Scene) -> str | None:
    if scene.now.date is None:
        return None
    today = scene.now.date.isoformat()
    is_ahead = hit.value("step") in ("next", "nearest")
    ends = (today, calendar.moved(today, "D", 1)) if is_ahead else (calendar.moved(today, "D", -1), today)
    return "/".join(end or "" for end in ends)


def _day_word(hit: Hit, scene: Scene) -> str | None:
    now = scene.now
    if hit.one("year_adjective") is not None:
        year = year_of(hit, scene)
        return iso(year) if year else None
    step = int(hit.value("day_word", "day_adjective"))
    is_bare = len(hit.words) == 1 and hit.one("day_word") is not None
    if step == 0 and is_bare and scene.tense(hit) not in (PAST, FUTURE):
        return "PRESENT_REF"
    if now.date is None:
        return iso(now.year, now.month) if now.year and now.month else None
    return _clocked(calendar.moved(now.date.isoformat(), "D", step), hit)


def _foreign(hit: Hit, scene: Scene) -> str | None:
    return iso(int(hit.value("year")), int(hit.value("foreign_month")), int(hit.value("small")))


def _story(hit: Hit, scene: Scene) -> str | None:
    if scene.story is None:
        return None
    ends = edtf_bounds(scene.story)[1] or ""
    is_gone = scene.now.value is None or ends < scene.now.value
    if is_gone and scene.tenses.tense(hit.core.start) in (FUTURE, PRESENT):
        return None
    points = hit.value("story")
    if points == "same":
        return scene.story
    day = scene.story_day
    return day if day is None or points == "day" else calendar.moved(day, "D", int(points[1:]))


CALENDAR: dict[str, Reader] = {
    "date": _date,
    "day": _day,
    "foreign": _foreign,
    "days": _days,
    "day-span": _day_span,
    "month": _month,
    "months": _months,
    "month-span": _month_span,
    "turn": _turn,
    "month-adjective": _month_adjective,
    "year": _year,
    "own-year": _own_year,
    "week-of-month": _week_of_month,
    "year-span": _year_span,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "weekday-span": _weekday_span,
    "weekdays": _weekdays,
    "holiday": _holiday,
    "day-word": _day_word,
    "night": _night,
    "story": _story,
    "clock": _clock,
    "clock-span": _clock_span,
    "part-of-day": _part_of_day,
}
