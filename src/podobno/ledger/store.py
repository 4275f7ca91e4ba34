"""The ledger: one SQLite file, append-only, one writer and many readers at once.

In:   readings.
Out:  entries under ids made from their content; views of them as of a day.
Not:  questions, which are ask; languages, which the store must not need.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from podobno.ledger.claims import ClaimTable, KeptClaim, Readers, known_on
from podobno.ledger.database import Database, storable
from podobno.ledger.entries import EntryTable
from podobno.ledger.folding import fold, folded_head
from podobno.ledger.heads import BY_DAY, SEEN, HeadTable, seen_until
from podobno.ledger.judgements import JudgementTable
from podobno.ledger.links import LinkTable
from podobno.ledger.replacements import ReplacementTable
from podobno.ledger.selections import NEWEST, Selection, unreplaced
from podobno.ledger.spans import stray_span
from podobno.records.canonical import claim_entry, read_article, read_claim, read_figure, read_judgement, to_json
from podobno.records.claims import Claim
from podobno.records.clocks import ALL, Clocks
from podobno.records.entries import Entry, Maker
from podobno.records.errors import BadRecord, LedgerError
from podobno.records.ports import Clock
from podobno.records.problems import Problem
from podobno.records.readings import Linking, Reading
from podobno.records.text import Article, content_id
from podobno.records.values import Figure

DAMAGES = (BadRecord, ValueError, TypeError, KeyError, ArithmeticError)  # reading a changed body may raise them
Record = TypeVar("Record")
HEX = frozenset("0123456789abcdef")
NO_ID = "none"  # starts no id
COUNTING = ("entry", "made", "article", "reading", "claim", "sketch", "link")
FINDING = ("day", "counted", "key", "named", "alike")  # not `speaker`: SQLite 3.40 sees NULLs in it that are none


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What one act of recording did."""

    added: int  # entries that are new
    known: int  # entries that the ledger had


class Ledger:
    """An open ledger."""

    def __init__(self, database: Database, clock: Clock | None) -> None:
        """Take an open database; `open_ledger` makes one."""
        self._database = database
        self._entries = EntryTable(database, clock)
        self.judgements = JudgementTable(self._entries, partial(self._read, read_judgement))
        self._replacements = ReplacementTable(database, self.judgements, self.article)
        self._claims = ClaimTable(
            database, Readers(article=self.article, claim=self._claim, replaced=self._replacements.of)
        )
        self.heads = HeadTable(database, self._replacements.of)
        self.links = LinkTable(database, self._entries, self._linked, self._replacements.of)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def database(self) -> Database:
        """The tables, for the other modules of ledger."""
        return self._database

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    # Writing

    def together(self) -> AbstractContextManager[None]:
        """Return a context in which all that is kept is kept with one moment, or nothing is."""
        return self._entries.writing()

    def at_once(self) -> AbstractContextManager[None]:
        """Return a context in which all that is kept reaches the disk at once, or nothing is; each has its moment."""
        return self._entries.committing()

    def has_reading(self, article: str, maker: Maker) -> bool:
        """Say whether this maker has read the article."""
        return self._entries.is_made(reading_id(article), maker)

    def record(
        self, reading: Reading, maker: Maker, lemmas: Iterable[str] = (), linking: Linking | None = None
    ) -> Recorded:
        """Keep a reading with its links, all of it or nothing; lemmas: one string a claim, by which words find it."""
        with self._entries.writing():
            return self._record(reading, maker, tuple(lemmas), linking)

    def record_links(self, linking: Linking, maker: Maker) -> int:
        """Keep what linking gave for an article that is here already; return how many links are new."""
        with self._entries.writing():
            return self.links.add(linking, maker)

    def record_problem(self, problem: Problem, maker: Maker) -> Recorded:
        """Keep a problem that belongs to no article."""
        with self._entries.writing():
            added = self._entries.add("problem", None, to_json(problem), maker)
        return Recorded(added=int(added), known=int(not added))

    def _record(self, reading: Reading, maker: Maker, lemmas: tuple[str, ...], linking: Linking | None) -> Recorded:
        article = reading.article
        added = [self._add_article(article, maker)]
        for claim, text in zip(reading.claims, chain(lemmas, repeat("")), strict=False):
            added.append(self._add_claim(claim, article, maker, text))
        for figure in loose_figures(reading):
            added.append(self._entries.add("figure", article.id, to_json(figure), maker))
        for problem in reading.problems:
            added.append(self._entries.add("problem", article.id, to_json(problem), maker))
        if linking is not None:
            self.links.add(linking, maker)
        if not reading.problems:  # else the next run tries it again, and says again what is wrong
            self._entries.mark_made(reading_id(article.id), maker)
        self._mark_reading(article.id, maker, is_whole=not reading.problems)
        return Recorded(added=sum(added), known=len(added) - sum(added))

    def _mark_reading(self, article: str, maker: Maker, *, is_whole: bool) -> None:
        """Keep that this reading is the newest, unless it failed where another one did not."""
        newest = NEWEST.format(article="?1", when="")
        self._database.write(
            f"INSERT OR IGNORE INTO reading SELECT ?1, ?2, ?3 WHERE {newest} IS NOT ?2 AND (?4 OR {newest} IS NULL)",
            (article, maker.name, self._entries.moment, is_whole),
        )

    def _add_article(self, article: Article, maker: Maker) -> bool:
        added = self._entries.add("article", article.id, to_json(article), maker, id_=article.id)
        if added:
            self.index_article(article, self._entries.moment)
        return added

    def index_article(self, article: Article, moment: str) -> None:
        """Keep what a new article is looked up by, inside a transaction; its entry must be there."""
        printed = map(storable, (article.outlet, article.title, article.url))
        row = (article.id, article.published, known_on(article), *printed, moment)
        self._database.write("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        head = "INSERT INTO head (rowid, words) SELECT number, ? FROM entry WHERE id = ?"
        self._database.write(head, (storable(folded_head(article)), article.id))

    def _add_claim(self, claim: Claim, article: Article, maker: Maker, lemmas: str) -> bool:
        key, body = claim_entry(claim)
        added = self._entries.add("claim", claim.article, body, maker, id_=key)
        self._entries.score(key, maker, claim.score, claim.rule)
        if added:
            self.index_claim(key, claim, article, lemmas)
        return added

    def index_claim(self, key: str, claim: Claim, article: Article, lemmas: str) -> None:
        """Keep what a new claim is looked up by, inside a transaction."""
        self._claims.add(key, claim, article, lemmas)

    # Reading

    def claims(self, selection: Selection) -> Iterator[KeptClaim]:
        """Yield the claims of a selection, by day of publication, then in text order."""
        return self._claims.of(selection)

    def claim(self, key: str) -> Claim | None:
        """Return a claim by its id, also one that a newer reading no longer makes; None: there is none."""
        entry = self._entries.one(key, "claim")
        return None if entry is None else self._read(read_claim, entry.body)

    def article(self, key: str) -> Article:
        """Return an article by its id."""
        row = self._database.one("SELECT body FROM entry WHERE id = ? AND kind = 'article'", (key,))
        if row is None:
            raise LedgerError(f"there is no article {key} in {self.path}. `podobno check` tells whether one was lost.")
        return self._read(read_article, row[0])

    def articles(self) -> Iterator[Article]:
        """Yield every article, in the order of recording."""
        for (body,) in self._database.rows("SELECT body FROM entry WHERE kind = 'article' ORDER BY number"):
            yield self._read(read_article, body)

    def articles_named(self, given: str, limit: int) -> Iterator[Article]:
        """Yield the articles whose id starts so, that have this address, or words in their titles that start so."""
        start = given.casefold() if set(given.casefold()) <= HEX else NO_ID
        words = " AND ".join(f'"{word}"*' for word in fold(given).split()) or None
        named = "SELECT e.number FROM article a JOIN entry e ON e.id = a.id WHERE a"
        # "g" comes after every hex digit; the index serves a range.
        query = (
            f"SELECT body FROM entry WHERE number IN ({named}.id BETWEEN ?1 AND ?1 || 'g' UNION {named}.url = ?2"
            " UNION SELECT rowid FROM head WHERE head MATCH ?3) ORDER BY number LIMIT ?4"
        )
        for (body,) in self._database.rows(query, (start, given, words, limit)):
            yield self._read(read_article, body)

    def articles_seen(self, clocks: Clocks, *, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Yield the articles that were out and recorded by then, by day of publication; ids: only these."""
        source, told = "article a", seen_until(clocks, self.replaced(clocks.known))
        if ids is not None:  # CROSS JOIN: the ids are few, and SQLite would go through all articles by day
            source = "(SELECT DISTINCT value FROM json_each(?4)) j CROSS JOIN article a ON a.id = j.value"
            told = (*told, json.dumps(list(ids)))
        query = f"SELECT e.body FROM {source} JOIN entry e ON e.id = a.id WHERE {SEEN} ORDER BY {BY_DAY}"
        for (body,) in self._database.rows(query, told):
            yield self._read(read_article, body)

    def undated(self) -> int:
        """Return how many articles have no day of publication, so that no as-of view shows them."""
        shown = list(unreplaced("id", self.replaced()))
        where = " AND ".join(("known_on IS NULL", *(part for part, _ in shown)))
        values = tuple(value for _, values in shown for value in values)
        return sum(1 for _ in self._database.rows(f"SELECT 1 FROM article WHERE {where}", values))

    def replaced(self, known: str | None = None) -> Mapping[str, str]:
        """Return the ids of the articles whose dates persons set right, each with that of the one in its stead.

        What is replaced stands in the ledger, and no question is answered with it; known: as it was by that day.
        """
        return self._replacements.of(known)

    def figures(self, article: str, *, known: str | None = None) -> Iterator[Figure]:
        """Yield the figures that an article gives in its own voice; known: those that were recorded by then."""
        query = (
            "SELECT body FROM entry WHERE article = ?1 AND kind = 'figure'"
            " AND (?2 IS NULL OR substr(recorded, 1, length(?2)) <= ?2) ORDER BY number"
        )
        for (body,) in self._database.rows(query, (article, known)):
            yield self._read(read_figure, body)

    def telling(self, clocks: Clocks) -> frozenset[str]:
        """Return the ids of the articles that have a claim which the clocks show."""
        return frozenset(self._claims.articles(clocks))

    def origins(self, articles: Iterable[str], known: str | None = None) -> Iterator[tuple[str, str | None]]:
        """Yield for each claim of some articles its article and its origin's name; None: nobody is named."""
        return self._claims.origins(articles, known)

    def names(
        self, words: Sequence[Collection[str]] | None = None, start: str | None = None, clocks: Clocks = ALL
    ) -> Iterator[tuple[str, str]]:
        """Yield each name of the chains, folded, with itself, and again with each role that an article gives it.

        words: only names with a form of each, folded; start: only names with a word that starts so, folded; clocks:
        only as a claim prints them that these show.
        """
        return self._claims.names(words, start, clocks)

    def faults(self) -> Iterator[str]:
        """Yield what SQLite finds wrong with the tables, the first fault of each."""
        for table in (*COUNTING, *FINDING):
            (said,) = self._database.one(f"PRAGMA integrity_check({table})") or ("ok",)
            if said != "ok":
                yield said

    def entries(self) -> Iterator[Entry]:
        """Yield every entry, in the order of recording."""
        return self._entries.all()

    def newest_maker(self, article: str) -> str | None:
        """Return the name of what made the newest reading of an article; None: nothing has read it."""
        row = self._database.one(f"SELECT {NEWEST.format(article='?', when='')}", (article,))
        return row[0] if row is not None else None

    def article_ids(self, *, not_by: Maker | None = None) -> list[str]:
        """Return the ids of the articles in the order of recording; not_by: whose newest reading another one made."""
        newest = NEWEST.format(article="e.id", when="")
        where, values = ("", ()) if not_by is None else (f" AND {newest} IS NOT ?", (not_by.name,))
        rows = self._database.rows(f"SELECT id FROM entry e WHERE kind = 'article'{where} ORDER BY number", values)
        return [id_ for (id_,) in rows]

    def places(self) -> dict[str, str | None]:
        """Return the ids of all that links and judgements may be about, each with its article, if it has one."""
        kinds = "'article', 'claim', 'judgement'"
        # +kind: not by the index, which may be what is damaged where this is asked.
        return dict(self._database.rows(f"SELECT id, article FROM entry WHERE +kind IN ({kinds})"))

    def place(self, id_: str) -> str | None:
        """Return the article of a claim, or of an article itself; None: there is no such entry."""
        row = self._database.one("SELECT article FROM entry WHERE id = ?", (id_,))
        return row[0] if row is not None else None

    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each kind."""
        return self._entries.counts()

    def _claim(self, key: str, body: str, article: Article) -> Claim:
        claim = self._read(read_claim, body)
        stray = stray_span(claim, article)
        if stray is not None:
            raise self._damaged(f"the span {stray.start}..{stray.end} of claim {key} lies outside its article")
        return claim

    def _linked(self, article: str) -> tuple[Article, dict[str, Claim]]:
        kept = list(self.claims(Selection(article=article, with_replaced=True)))
        return kept[0].article if kept else self.article(article), {one.id: one.claim for one in kept}

    def _read(self, read: Callable[[str], Record], body: str) -> Record:
        try:
            return read(body)
        except DAMAGES as error:
            raise self._damaged(str(error)) from None

    def _damaged(self, said: str) -> LedgerError:
        return LedgerError(f"an entry of {self.path} is damaged: {said}. `podobno check` tells which.")


def reading_id(article: str) -> str:
    """Return the id by which `made` keeps that an article was read as a whole."""
    return content_id("reading", article)


def loose_figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures that stand in no claim: the article's own."""
    spans = [span for claim in reading.claims for span in claim.content]
    return tuple(f for f in reading.found.figures if not any(span.contains(f.span) for span in spans))
