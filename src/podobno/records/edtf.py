"""Work with EDTF values: their first and last day.

In:   an EDTF value of level 1, as the program writes it.
Out:  the first and the last day, in ISO form.
Not:  reading dates from text, which is find/times.py and read.
Source: Library of Congress, Extended Date/Time Format, 2019.
"""

import re
from calendar import monthrange
from datetime import date

SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}
DAY_LENGTH = len("2023-11-02")
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?[~?%]?")


def edtf_bounds(value: str) -> tuple[str | None, str | None]:
    """Return the first and last day of a value; None for an open end, and for what is no calendar time."""
    if len(value) == DAY_LENGTH and value[7] == "-":  # most values by far, and worth a way of their own
        try:
            date.fromisoformat(value)
        except ValueError:
            return None, None
        return value, value
    if "/" in value and not value.startswith(("R/", "P")):
        left, right = value.split("/", 1)
        return edtf_bounds(left)[0], edtf_bounds(right)[1]
    match = DAY.fullmatch(value)
    return _bounds(*match.groups()) if match is not None else (None, None)


def _bounds(year: str, month: str | None, day: str | None) -> tuple[str | None, str | None]:
    if month in SEASONS:
        first, last = SEASONS[month]
        return f"{year}-{first}-01", f"{year}-{last}-{monthrange(int(year), int(last))[1]}"
    try:
        begin = date(int(year), int(month or 1), int(day or 1))
        until = int(month or 12)
        end = date(int(year), until, int(day or monthrange(int(year), until)[1]))
    except ValueError:
        return None, None
    return begin.isoformat(), end.isoformat()
