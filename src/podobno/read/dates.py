"""Read the dates that articles, fields and options state.

In:   a date as written: ISO 8601, RFC 2822, "2.11.2023", or a month or a year of their own.
Out:  an EDTF day, month or year; None where it is no date or does not exist.
Not:  dates in the words of a text, which are find/times.py.
"""

import re
from datetime import date
from email.utils import parsedate_tz

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ ,].*)?", re.DOTALL)
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/,_-])")
FIRST_YEAR = 1000  # EDTF wants four digits


def parse_date(written: str) -> str | None:
    """Return the day, month or year in EDTF: "2023-11-02", "2023-11", "2023"; None where there is none.

    The day is the one in the zone as written: 23:30 GMT is still that day.
    """
    written = written.strip()
    parts = _parts(written)
    return _edtf(*parts) if parts is not None else _parse_mail_date(written)


def url_date(url: str) -> str | None:
    """Return the day that stands in an address as a folder: ".../2025-12-04/...", ".../2025/12/04/..."."""
    found = _URL_DAY.search(url)
    return _edtf(*(int(part) for part in found.groups())) if found else None


def _parts(written: str) -> tuple[int, ...] | None:
    found = _ISO.fullmatch(written) or _COMPACT.fullmatch(written)
    if found:
        return tuple(int(part) for part in found.groups() if part)
    found = _DOTTED.fullmatch(written)
    return tuple(int(part) for part in reversed(found.groups())) if found else None


def _parse_mail_date(written: str) -> str | None:
    try:
        parts = parsedate_tz(written)
    except (IndexError, ValueError, TypeError):  # the standard library chokes on some junk
        return None
    # It reads two-digit years as this century: a guess, so the four digits must stand there.
    if parts is None or str(parts[0]) not in written:
        return None
    return _edtf(*parts[:3])


def _edtf(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if year < FIRST_YEAR or month == 0 or day == 0:
        return None
    return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)))
