"""Places of claims: numbers by which a large ledger gives claims in the order of days without sorting them.

In:   the day of publication, an article, how many claims of it have a place.
Out:  a place; the places of a stretch of days.
Not:  the order within an article, which is that of the text: ledger/store.py.

A place holds the day of publication, 24 bits of the article's id, and a number within the article. Undated articles
come first. Two articles of one day with the same 24 bits share their numbers, so that every place is taken once.
"""

from datetime import date

ARTICLE_BITS, NUMBER_BITS = 24, 17  # 131,072 claims an article
DAY_SHIFT = ARTICLE_BITS + NUMBER_BITS
HEX_DIGITS = ARTICLE_BITS // 4
UNDATED = 0  # the day of an article without one; the calendar begins with 1


def first_place(known_on: str | None, article: str) -> int:
    """Return the place of an article's first claim; known_on: ISO day, None: undated."""
    return (_day(known_on) << DAY_SHIFT) | (int(article[:HEX_DIGITS], 16) << NUMBER_BITS)


def last_place(known_on: str | None, article: str) -> int:
    """Return the last place that an article's claims can have."""
    return first_place(known_on, article) | ((1 << NUMBER_BITS) - 1)


def places_until(day: str) -> tuple[int, int]:
    """Return the first and last place of what was published on or before a day; undated articles are not."""
    return 1 << DAY_SHIFT, ((_day(day) + 1) << DAY_SHIFT) - 1


def article_part(place: int) -> int:
    """Return what the places of one article have in common."""
    return place >> NUMBER_BITS


def _day(known_on: str | None) -> int:
    return UNDATED if known_on is None else date.fromisoformat(known_on).toordinal()
