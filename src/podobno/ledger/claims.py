"""The tables of claims: each under its place in the order of days, and what finds it again.

In:   claims with the base forms of their words; selections.
Out:  claims by day of publication, then in text order.
Not:  their entries, which are ledger/entries.py; the conditions, which are ledger/selections.py.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from podobno.ledger.counted import counted_words
from podobno.ledger.database import Database, storable
from podobno.ledger.folding import fold, name_words
from podobno.ledger.names import LAST_CHARACTER
from podobno.ledger.places import article_part, first_place, last_place
from podobno.ledger.selections import Selection, choose, choose_steps, clock_conditions, score_column
from podobno.records.claims import Claim, Source
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.text import Article

NAMES = "SELECT n.folded, n.printed FROM name n WHERE {having} AND EXISTS ({seen})"
HAVING = "SELECT w.folded FROM json_each(?) j JOIN name_word w ON w.word = j.value"


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
    replaced: Callable[[str | None], Collection[str]]  # ids of the articles that are not shown, by a day of recording


class ClaimTable:
    """The claims of an open ledger."""

    def __init__(self, database: Database, read: Readers) -> None:
        """Take an open database."""
        self._database, self._read = database, read

    def add(self, key: str, claim: Claim, article: Article, lemmas: str) -> None:
        """Give a new claim its place, and keep what finds it, inside a transaction."""
        place = self._free_place(known_on(article), claim.article)
        write, write_all = self._database.write, self._database.write_all
        write("INSERT INTO claim VALUES (?, ?, ?)", (place, key, claim.article))
        write("INSERT INTO word (rowid, lemmas) VALUES (?, ?)", (place, storable(lemmas)))
        steps = (
            (fold(one.name), place, step, storable(one.name), storable(one.role or None))
            for step, one in enumerate(claim.chain)
        )
        write_all("INSERT INTO speaker VALUES (?, ?, ?, ?, ?)", steps)
        names = [(fold(one.name), storable(text)) for one in claim.chain for text in _printed(one)]
        write_all("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
        words = ((word, folded) for folded, text in names for word in name_words(text or ""))
        write_all("INSERT OR IGNORE INTO name_word VALUES (?, ?)", words)
        write_all("INSERT INTO day VALUES (?, ?, ?, ?)", ((place, *days) for days in claim_days(claim)))
        counted = ((word, place) for word in counted_words(claim, article))
        write_all("INSERT INTO counted VALUES (?, ?)", counted)

    def _free_place(self, day: str | None, article: str) -> int:
        first, last = first_place(day, article), last_place(day, article)
        taken = self._database.one("SELECT max(place) FROM claim WHERE place BETWEEN ? AND ?", (first, last))
        return first if taken is None or taken[0] is None else int(taken[0]) + 1

    def of(self, selection: Selection) -> Iterator[KeptClaim]:
        """Yield the claims of a selection, by day of publication, then in text order."""
        rows = self._rows(selection)
        if selection.limit is not None and not selection.newest_first:
            rows = iter(list(rows)[::-1])  # the newest were looked up first
        for _, held in groupby(rows, key=lambda row: article_part(row[0])):
            yield from sorted(self._kept(held), key=lambda one: (one.article.id, one.claim.content[0].start, one.id))

    def _rows(self, selection: Selection) -> Iterator[tuple[Any, ...]]:
        replaced = () if selection.with_replaced else self._read.replaced(selection.clocks.known)
        (score, told), (source, where, values) = score_column(selection), choose(selection, replaced)
        limit = f"LIMIT {int(selection.limit)}" if selection.limit is not None else ""
        way = "DESC" if selection.newest_first or limit else ""
        order = f"{'word.rowid' if selection.words else 'c.place'} {way} {limit}"
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

    def articles(self, clocks: Clocks) -> Iterator[str]:
        """Yield the articles that have a claim which the clocks show, by id."""
        conditions = list(clock_conditions(clocks, self._read.replaced(clocks.known)))
        where = " AND ".join(part for part, _ in conditions)
        query = f"SELECT DISTINCT c.article FROM claim c JOIN entry e ON e.id = c.id WHERE {where} ORDER BY c.article"
        values = tuple(value for _, values in conditions for value in values)
        return (article for (article,) in self._database.rows(query, values))

    def origins(self, articles: Iterable[str], known: str | None = None) -> Iterator[tuple[str, str | None]]:
        """Yield for each claim of some articles its article and its origin's name; None: nobody is named."""
        conditions = list(clock_conditions(Clocks(known=known), self._read.replaced(known)))
        where = " AND ".join(part for part, _ in conditions)
        yield from self._database.rows(
            "SELECT c.article, json_extract(e.body, '$.chain[#-1].name') FROM json_each(?) j"
            f" CROSS JOIN claim c ON c.article = j.value JOIN entry e ON e.id = c.id WHERE {where} ORDER BY c.place",
            (json.dumps(list(articles)), *(value for _, values in conditions for value in values)),
        )

    def names(
        self, words: Sequence[Collection[str]] | None = None, start: str | None = None, clocks: Clocks = ALL
    ) -> Iterator[tuple[str, str]]:
        """Yield each name of the chains, folded, with itself, and again with each role that an article gives it.

        words: only names with a form of each, folded; start: only names with a word that starts so, folded; clocks:
        only as a claim prints them that these show.
        """
        having = "TRUE"
        values: tuple[str, ...] = ()
        if words is not None:
            having = f"n.folded IN ({' INTERSECT '.join(HAVING for _ in words)})"
            values = tuple(json.dumps(sorted(word)) for word in words)
        elif start is not None:
            having = "n.folded IN (SELECT folded FROM name_word WHERE word BETWEEN ? AND ?)"
            values = (start, start + LAST_CHARACTER)
        source, where, told = choose_steps(clocks, self._read.replaced(clocks.known))
        seen = f"SELECT 1 FROM {source} WHERE s.folded = n.folded AND n.printed IN (s.name, s.role) AND {where}"
        yield from self._database.rows(NAMES.format(having=having, seen=seen), (*values, *told))


def known_on(article: Article) -> str | None:
    """Return the day from which an article was surely out: of a month, its last."""
    return edtf_bounds(article.published)[1] if article.published else None


def claim_days(claim: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the days of a claim's own clocks: said or about, first day, last day; None: open."""
    begin, end = edtf_bounds(claim.said) if claim.said else (None, None)
    if begin or end:
        yield "said", begin, end
    for time in claim.about:
        if time.begin or time.end:
            yield "about", time.begin, time.end


def _printed(source: Source) -> tuple[str, ...]:
    return (source.name, source.role) if source.role else (source.name,)
