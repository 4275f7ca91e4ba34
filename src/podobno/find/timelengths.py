"""Work out lengths of time, sets, and times told by their distance from publication or from the story.

In:   the words of a hit, and what the article has told so far.
Out:  LENGTHS: for each reader of the pack's rules a function that gives an EDTF value, an ISO 8601 length, a set or
      a vague reference; None where the words are no time after all, SKIP where nothing in them is.
Not:  days, months and years by name: find/timevalues.py.
"""

from podobno.find import calendar
from podobno.find.calendar import iso, moved, whole
from podobno.find.timescene import STEPS, Hit, Scene, year_of
from podobno.find.timevalues import SKIP, Reader

UNITS = ("unit", "day_noun", "hour", "year_noun", "years_noun", "quarter", "weekend")
NUMBERS = ("small", "digits", "count", "decimal", "year", "vague", "fraction")
VAGUE = {"Y": "PXY", "M": "PXM", "W": "PXW", "D": "PXD", "H": "PTXH", "N": "PTXM", "S": "PTXS"}
VAGUE |= {"X": "PXY", "Q": "PXM", "F": "PXM"}
WRITTEN = {"Y": "P{}Y", "M": "P{}M", "W": "P{}W", "D": "P{}D", "H": "PT{}H", "N": "PT{}M", "S": "PT{}S"}
FINER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24), "H": ("N", 60), "N": ("S", 60)}
MULTIPLES = {"X": ("Y", 10), "Q": ("M", 3), "F": ("M", 6)}
CLOCK_UNITS = ("H", "N", "S")
AGE_REACH = 10  # words from "wiek" to the last age in the brackets behind it
SCHOOL, SEPTEMBER = "school", 9  # value of the words for a year that starts in September
AHEAD = ("next", "nearest", "following")
BACK = ("last", "gone", "previous", "recent", "past")


def _unit(hit: Hit) -> tuple[str, bool]:
    """Return the unit of a hit, and whether its form is a plural."""
    unit, _, number = hit.all(*UNITS)[-1].value.partition(" ")
    return unit, number == "many"


def _count(hit: Hit) -> float | None:
    """Return the number of a hit; None where it is vague, 1 where there is none."""
    found = hit.all(*NUMBERS)
    if any(word.kind == "vague" for word in found):
        return None
    return sum(float(word.value) for word in found) if found else 1.0


def written(count: float | None, unit: str) -> str | None:
    """Return an ISO 8601 length; halves go into the next finer unit: half a year is P6M."""
    if count is None:
        return VAGUE.get(unit)
    if unit in MULTIPLES:
        unit, times = MULTIPLES[unit]
        count *= times
    while count != int(count) and unit in FINER:
        unit, times = FINER[unit]
        count = round(count * times, 6) if unit != "S" else round(count * times)
    return WRITTEN[unit].format(int(count)) if unit in WRITTEN and count > 0 else None


def _length(hit: Hit, scene: Scene) -> str | None:
    unit, is_plural = _unit(hit)
    if unit == "Y" and (_is_age(hit) or _is_of_age(hit, scene)):
        return SKIP
    found = hit.all(*NUMBERS)
    if not found:
        return _bare_length(hit, unit, is_plural)
    joint = next((at for at, word in enumerate(hit.words) if at and word.kind in ("dash", "and", "until")), None)
    if joint is not None and hit.words[joint + 1].kind != "fraction":
        left, right = hit.halves()
        ends = (written(_count(left), unit), written(_count(right), unit))
        return "/".join(end or "" for end in ends) if all(ends) else None
    count = _count(hit)
    if not is_plural and count is not None and count > 1 and count == int(count):
        return None  # "in the fifth year", "at 9 o'clock"
    return written(count, unit)


def _is_age(hit: Hit) -> bool:
    """Say whether the years are somebody's: "aged 5", "Jan Kowalski, 45 lat,"."""
    near = hit.before.kind if hit.before else ""
    behind = hit.after.kind if hit.after else ""
    is_aside = (near, behind) in (("comma", "comma"), ("open", "close"))
    return near == "age" or behind == "life" or (is_aside and not hit.preposition)


def _is_of_age(hit: Hit, scene: Scene) -> bool:
    """ "Wiek emerytalny (66 lat u mężczyzn, 61 u kobiet)": an age in brackets behind the word for it."""
    before = scene.tenses.before(hit.words[0].start, AGE_REACH) if not hit.preposition else ()
    noun = next((at for at, token in enumerate(before) if token.lemma in scene.rules["age_nouns"]), None)
    return noun is not None and any(token.form == "(" for token in before[noun:])


def _bare_length(hit: Hit, unit: str, is_plural: bool) -> str | None:
    if is_plural:
        allowed = unit not in CLOCK_UNITS and hit.preposition in ("since", "over", "after")
        return VAGUE.get(unit) if allowed else None
    if unit == "D" and hit.preposition != "over" and hit.one("approx") is None:
        return None  # "from the day of", "in the course of the day"
    return written(1, unit)


def _from_event(hit: Hit, scene: Scene) -> str | None:
    """ "[Rok] po pożarze", but not "[pierwszy rok] po pożarze"."""
    unit = hit.core
    is_told = hit.before is not None and hit.before.kind not in ("comma", "dot", "dash", "line", "open", "and")
    if is_told or unit.form.lower() not in scene.rules["to_event"] or scene.is_name(unit):
        return None
    return written(1, _unit(hit)[0])


def _length_adjective(hit: Hit, scene: Scene) -> str | None:
    number, unit = hit.value("length_adjective").split(" ")
    count = None if number == "X" else float(number)
    head = scene.tenses.head(hit.words[0].start)
    if unit == "Y" and (head is None or head.lemma.casefold() not in scene.lasting):
        return None
    if head is not None and head.lemma in scene.rules["young"]:
        return None  # "sześciotygodniowa dziewczynka" is so old
    return written(count, unit)


def _whole(hit: Hit, scene: Scene) -> str | None:
    unit, is_plural = _unit(hit)
    step, part = hit.value("step"), hit.value("part")
    if hit.one("month") is not None:
        return _bracketed_month(hit, scene)
    if not step:
        return _part_only(part, unit, is_plural, scene)
    if is_plural or step in ("recent", "past"):
        return _vague_step(step, unit, is_plural)
    if unit == "D":
        return _day_step(step, scene)
    if unit == "X":
        decade = (scene.now.year or 0) // 10 * 10 + 10 * STEPS[step]
        return f"{decade}/{decade + 9}" if scene.now.year else None
    base = scene.now.value
    story = None if scene.story is None else scene.story.split("/")[-1].rstrip("~")
    is_told = story is not None and (unit != "W" or len(story) >= len("2024-05-15"))  # a month has no week before it
    if is_told and (step in ("previous", "following") or hit.preposition == "after"):
        base = story
    return whole(base, unit, STEPS[step]) if base and unit not in CLOCK_UNITS else None


def _steps(hit: Hit, scene: Scene) -> str | None:
    """ "W tym i przyszłym roku": both, where one follows the other."""
    unit, is_plural = _unit(hit)
    steps = [STEPS.get(word.value) for word in hit.all("step")]
    if scene.now.value is None or is_plural or unit in CLOCK_UNITS or None in steps:
        return None
    ends = sorted(value for step in steps if (value := whole(scene.now.value, unit, step or 0)) is not None)
    return f"{ends[0].split('/')[0]}/{ends[-1].split('/')[-1]}" if len(ends) > 1 and ends[0] != ends[-1] else None


def _school_year(hit: Hit, scene: Scene) -> str | None:
    """ "Od przyszłego roku szkolnego": from September to August; the one that is running goes on at publication."""
    step = STEPS.get(hit.value("step"))
    if hit.value("year_kind") != SCHOOL or step is None or scene.now.year is None or scene.now.month is None:
        return None
    first = scene.now.year - (scene.now.month < SEPTEMBER) + step
    return f"{first:04d}-09/{first + 1:04d}-08"


def _row(hit: Hit, scene: Scene) -> str | None:
    """ "Piąty miesiąc z rzędu"."""
    unit, is_plural = _unit(hit)
    return None if is_plural else written(float(hit.value("ordinal")), unit)


def _bracketed_month(hit: Hit, scene: Scene) -> str | None:
    year, month = year_of(hit, scene), int(hit.value("month"))
    return calendar.near_month(scene.now, month, scene.tense(hit)) if year is None else iso(year, month)


def _part_only(part: str, unit: str, is_plural: bool, scene: Scene) -> str | None:
    if is_plural or unit in CLOCK_UNITS:
        return None
    if part == "whole ":
        return written(1, unit)
    return whole(scene.now.value, unit, 0) if scene.now.value else None


def _vague_step(step: str, unit: str, is_plural: bool) -> str | None:
    if unit == "D" and not is_plural:
        return None  # "the last day of ..."
    if step in BACK:
        return "PAST_REF"
    return "FUTURE_REF" if step in AHEAD else None


def _day_step(step: str, scene: Scene) -> str | None:
    if step in ("last", "gone"):
        return moved(scene.now.value, "D", -1) if scene.now.date and scene.now.value else None
    day = scene.story_day
    return None if day is None or step in ("next", "nearest") else moved(day, "D", STEPS[step])


def _weekend(hit: Hit, scene: Scene) -> str | None:
    if _unit(hit)[1]:
        return "R/P1W" if hit.preposition == "in" and not hit.value("step") else None
    if not hit.preposition and not hit.value("step"):
        return None
    return calendar.weekend(scene.now, hit.value("step"), scene.tense(hit))


def _same(hit: Hit, scene: Scene) -> str | None:
    story, year = scene.story, year_of(hit, scene)
    if story is None:
        return None
    if hit.one("month") is not None:
        return iso(int(story[:4]) if year is None else year, int(hit.value("month")))
    base = story.split("/")[0].rstrip("~")
    if hit.one("step", "year") is not None:
        return f"{year:04d}{base[4:7]}" if year else None
    if hit.one("period") is not None:
        return None
    unit = _unit(hit)[0]
    return scene.story_day if unit == "D" else whole(base, unit, 0)


def _ago(hit: Hit, scene: Scene) -> str | None:
    unit, is_plural = _unit(hit)
    if is_plural and not hit.all(*NUMBERS):
        return "PAST_REF" if hit.one("ago") is not None else None
    if unit in ("N", "S"):
        return SKIP  # "8 minut temu" is the page's clock
    if hit.preposition == "before" and unit == "D" and not hit.all(*NUMBERS):
        return None
    count, now = _count(hit), scene.now
    if count is None:
        near = moved(now.value, "M", -1) if unit == "W" and now.value else None
        return f"{near}~" if near else "PAST_REF"
    if unit == "H":
        return now.value if now.date else SKIP
    return _distant(-count, unit, scene) or SKIP


def _distant(count: float, unit: str, scene: Scene) -> str | None:
    unit, times = MULTIPLES.get(unit, (unit, 1))
    count *= times
    while count != int(count) and unit in ("Y", "M"):
        unit, times = FINER[unit]
        count = round(count * times, 6)
    return moved(scene.now.value, unit, int(count)) if scene.now.value else None


def _hence(hit: Hit, scene: Scene) -> str | None:
    unit, is_plural = _unit(hit)
    numbers, count = hit.all(*NUMBERS), _count(hit)
    is_price = hit.before is not None and hit.before.kind == "measure"
    if not numbers and (is_plural or is_price or unit in ("D", *CLOCK_UNITS)):
        return None
    if count is None or unit in CLOCK_UNITS:
        return "FUTURE_REF"
    return _distant(count, unit, scene)


def _apart(hit: Hit, scene: Scene) -> str | None:
    unit, is_plural = _unit(hit)
    count = _count(hit)
    if is_plural and not hit.all(*NUMBERS):
        return None
    story = None if scene.story is None else scene.story.split("/")[-1].rstrip("~")
    if count is None or story is None or count != int(count) or unit in CLOCK_UNITS:
        return written(count, unit)
    step = int(count) * (-1 if hit.one("earlier") is not None else 1)
    if unit == "Y" and len(story) == len("2024-05"):
        return iso(int(story[:4]) + step, int(story[5:7])) if story[5:7] <= "12" else None
    return moved(story[: len("2024-05-15")], unit, step) or written(count, unit)


def _each(hit: Hit, scene: Scene) -> str | None:
    if hit.one("weekday", "weekend") is not None:
        return "R/P1W"
    if hit.one("season") is not None:
        return "R/P1Y"
    if hit.one("night") is not None:
        return "R/P1D"
    unit, is_plural = _unit(hit)
    ordinal = hit.value("ordinal")
    if is_plural and not hit.all(*NUMBERS):
        return None
    length = written(float(ordinal) if ordinal else _count(hit), unit)
    return f"R/{length}" if length else None


def _word(hit: Hit, scene: Scene) -> str | None:
    return hit.value("word")


def _earlier(hit: Hit, scene: Scene) -> str | None:
    return "PAST_REF"


LENGTHS: dict[str, Reader] = {
    "whole": _whole,
    "steps": _steps,
    "school-year": _school_year,
    "from-event": _from_event,
    "row": _row,
    "weekend": _weekend,
    "same": _same,
    "ago": _ago,
    "hence": _hence,
    "apart": _apart,
    "length": _length,
    "length-adjective": _length_adjective,
    "each": _each,
    "word": _word,
    "earlier": _earlier,
}
