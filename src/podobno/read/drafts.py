"""An article as a format gives it, before anything is checked or filled in.

In:   nothing.
Out:  Draft.
Not:  the checks, which are read/articles.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one file, page or JSON line says of its article."""

    where: str  # what a person can open: "news.jsonl:12"
    text: str  # as the format gives it
    title: str | None = None  # None: the format gives none
    url: str | None = None  # None: the format gives none
    outlet: str | None = None  # None: the format gives none
    byline: str | None = None  # author as printed, None: the format gives none
    published: str | None = None  # as written, not yet checked; None: the format gives none
    updated: str | None = None  # as written, not yet checked; None: the format gives none
