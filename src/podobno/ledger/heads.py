"""What a list needs of each article, without its text: a list of a large ledger would else read all of them.

In:   clocks.
Out:  the heads of the articles that the clocks show; the first and the last day.
Not:  whole articles: ledger/store.py.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from podobno.ledger.database import Database
from podobno.ledger.names import Replaced
from podobno.records.clocks import Clocks
from podobno.records.edtf import edtf_bounds

# ?1 to ?3 are what `seen_until` gives.
SEEN = (
    "(?1 IS NULL OR a.known_on <= ?1) AND (?2 IS NULL OR substr(a.recorded, 1, length(?2)) <= ?2)"
    " AND (?3 IS NULL OR a.id NOT IN (SELECT value FROM json_each(?3)))"
)
BY_DAY = "a.known_on IS NULL, a.known_on, a.id"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """An article without its text."""

    id: str
    title: str | None  # None or empty: it has none
    start: str | None  # of its text, where it has no title
    outlet: str | None
    published: str | None  # EDTF
    known_on: str | None  # the day from which it was surely out


class HeadTable:
    """The heads of the articles of an open ledger."""

    def __init__(self, database: Database, replaced: Replaced) -> None:
        """Take an open database; replaced: gives the ids of the articles that are not shown."""
        self._database, self._replaced = database, replaced

    def seen(self, clocks: Clocks, start_chars: int) -> Iterator[ArticleHead]:
        """Yield the articles that were out and recorded by then, by day; of one without a title so much text."""
        query = (
            "SELECT a.id, a.title, a.outlet, a.published, a.known_on, CASE WHEN COALESCE(a.title, '') = '' THEN"
            " (SELECT substr(json_extract(e.body, '$.text'), 1, ?4) FROM entry e WHERE e.id = a.id) END"
            f" FROM article a WHERE {SEEN} ORDER BY {BY_DAY}"
        )
        for id_, title, outlet, published, known_on, start in self._database.rows(
            query, (*seen_until(clocks, self._replaced(clocks.known)), start_chars)
        ):
            yield ArticleHead(id=id_, title=title, start=start, outlet=outlet, published=published, known_on=known_on)

    def days(self, known: str | None) -> tuple[str, str] | None:
        """Return the first and the last day on which an article was out; None: none that was recorded has a day."""
        dated = f"SELECT a.known_on FROM article a WHERE a.known_on IS NOT NULL AND {SEEN} ORDER BY a.known_on"
        told = seen_until(Clocks(known=known), self._replaced(known))
        first, last = (self._database.one(f"{dated} {way} LIMIT 1", told) for way in ("ASC", "DESC"))
        return None if first is None or last is None else (first[0], last[0])


def seen_until(clocks: Clocks, replaced: Collection[str]) -> tuple[str | None, ...]:
    """Return the last day of publication and of recording that the clocks show, and what is not shown; None: any."""
    as_of = None if clocks.as_of is None else edtf_bounds(clocks.as_of)[1]
    return as_of, clocks.known, json.dumps(sorted(replaced)) if replaced else None
