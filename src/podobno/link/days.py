"""Count the days between two articles.

In:   two articles with their dates, which may be a month or a year only.
Out:  the fewest days that may lie between them, None where a date is unknown.
Not:  times inside the text.
"""

from datetime import date

from podobno.records.edtf import edtf_bounds
from podobno.records.text import Article


def days_apart(a: Article, b: Article) -> int | None:
    """Return the fewest days between the two, 0 where the dates overlap; None: one of them is unknown."""
    if a.published is None or b.published is None:
        return None
    (first_a, last_a), (first_b, last_b) = edtf_bounds(a.published), edtf_bounds(b.published)
    if first_a is None or last_a is None or first_b is None or last_b is None:
        return None
    return max(0, (date.fromisoformat(max(first_a, first_b)) - date.fromisoformat(min(last_a, last_b))).days)
