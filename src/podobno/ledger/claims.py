"""Find claims: each stands under its place in the order of days.

In:   selections.
Out:  claims by day of publication, then in text order.
Not:  the tables that are filled as claims are kept, which is ledger/index.py; the conditions: ledger/selections.py.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from podobno.ledger.database import Database
from podobno.ledger.names import LAST_CHARACTER
from podobno.ledger.places import article_part
from podobno.ledger.selections import Selection, choose, score_column
from podobno.records.claims import Claim
from podobno.records.text import Article

NAMES = "SELECT folded, printed FROM name"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """A claim as the ledger keeps it."""

    id: str
    claim: Claim
    article: Article
    recorded: str  # moment, ISO 8601 in UTC
    maker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """How what stands in the ledger becomes records; damage raises LedgerError."""

    article: Callable[[str], Article]  # by its id
    claim: Callable[[str, str, Article], Claim]  # by its id, its body and its article


class ClaimTable:
    """The claims of an open ledger."""

    def __init__(self, database: Database, read: Readers) -> None:
        """Take an open database."""
        self._database, self._read = database, read

    def of(self, selection: Selection) -> Iterator[KeptClaim]:
        """Yield the claims of a selection, by day of publication, then in text order."""
        rows = self._rows(selection)
        if selection.limit is not None:
            rows = iter(list(rows)[::-1])  # the newest were looked up first
        for _, held in groupby(rows, key=lambda row: article_part(row[0])):
            yield from sorted(self._kept(held), key=lambda one: (one.article.id, one.claim.content[0].start, one.id))

    def _rows(self, selection: Selection) -> Iterator[tuple[Any, ...]]:
        (score, told), (source, where, values) = score_column(selection), choose(selection)
        limit = f"DESC LIMIT {int(selection.limit)}" if selection.limit is not None else ""
        order = f"{'word.rowid' if selection.words else 'c.place'} {limit}"
        return self._database.rows(
            f"SELECT c.place, e.id, e.body, e.recorded, e.maker, c.article, {score}"
            f" FROM {source} JOIN entry e ON e.id = c.id WHERE {where} ORDER BY {order}",
            (*told, *values),
        )

    def _kept(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[KeptClaim]:
        article: Article | None = None
        held = ""
        for _, key, body, recorded, maker, article_id, score in rows:
            if article is None or held != article_id:
                article, held = self._read.article(article_id), article_id
            claim = replace(self._read.claim(key, body, article), score=score)
            yield KeptClaim(id=key, claim=claim, article=article, recorded=recorded, maker=maker)

    def names(self, words: tuple[str, ...] | None = None, start: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield each name of the chains, folded, with itself, and again with each role that an article gives it.

        words: only names with one of these, folded; start: only names with a word that starts so, folded.
        """
        if words is not None:
            having = "SELECT w.folded FROM json_each(?) j JOIN name_word w ON w.word = j.value"
            yield from self._database.rows(f"{NAMES} WHERE folded IN ({having})", (json.dumps(words),))
        elif start is not None:
            query = f"{NAMES} WHERE folded IN (SELECT folded FROM name_word WHERE word BETWEEN ? AND ?)"
            yield from self._database.rows(query, (start, start + LAST_CHARACTER))
        else:
            yield from self._database.rows(NAMES)
