"""The ledger: one SQLite file, append-only, one writer and many readers at once.

In:   readings.
Out:  entries under ids made from their content; views of them as of a day.
Not:  questions, which are ask; languages, which the store must not need.
"""

import json
import os
import sqlite3
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from podobno.ledger.schema import check_owner, check_version, migrate
from podobno.ledger.spans import stray_span
from podobno.records.canonical import OF_MAKER, read_article, read_claim, read_figure, to_json
from podobno.records.claims import Claim, Source
from podobno.records.edtf import edtf_bounds
from podobno.records.entries import Entry, Maker
from podobno.records.errors import BadRecord, LedgerBusy, LedgerError
from podobno.records.ports import Clock
from podobno.records.problems import Problem
from podobno.records.readings import Reading
from podobno.records.text import Article, content_id
from podobno.records.values import Figure

SMALL_L_STROKE = chr(0x142)  # the one Polish letter that does not fall apart into a letter and a mark
DAMAGES = (BadRecord, ValueError, TypeError, KeyError, ArithmeticError)  # reading a changed body may raise them
Record = TypeVar("Record")
# Not `speaker`: SQLite 3.40 sees NULLs where there are none if a key's columns do not stand together.
WHAT_COUNTS = ("entry", "made", "article")
WAIT_S = 5.0  # a writer waits so long for another one
PAUSE_S = 0.02  # between two attempts at what SQLite does not wait for by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What one act of recording did."""

    added: int  # entries that are new
    known: int  # entries that the ledger had


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """A claim as the ledger keeps it."""

    id: str
    claim: Claim
    article: Article
    recorded: str  # moment, ISO 8601 in UTC
    maker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which claims are asked for; what is left out does not narrow."""

    words: tuple[tuple[str, ...], ...] = ()  # each word's possible lemmas; all words must be there
    by: tuple[str, ...] | None = None  # folded names; one of them must be in the chain; None: anybody's claims
    stance: str | None = None
    as_of: str | None = None  # EDTF day, month or year: published on or before its end
    known: str | None = None  # recorded on or before this moment or day
    article: str | None = None  # id
    claim: str | None = None  # the start of its id, in hex digits
    min_score: float | None = None  # 0 to 1
    limit: int | None = None


class Ledger:
    """An open ledger."""

    def __init__(self, database: sqlite3.Connection, path: Path, clock: Clock | None) -> None:
        """Take an open database; `open_ledger` makes one."""
        self._database, self._path, self._clock = database, path, clock

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    # Writing

    def has_reading(self, article: str, maker: Maker) -> bool:
        """Say whether this maker has read the article."""
        return (
            self._one("SELECT 1 FROM made WHERE entry = ? AND maker = ?", (_reading_id(article), maker.name))
            is not None
        )

    def record(self, reading: Reading, maker: Maker, lemmas: Iterable[str] = ()) -> Recorded:
        """Keep a reading, all of it or nothing; lemmas: one string for each claim, by which words find it."""
        with self._transaction():
            return self._record(reading, maker, tuple(lemmas))

    def record_problem(self, problem: Problem, maker: Maker) -> Recorded:
        """Keep a problem that belongs to no article."""
        with self._transaction():
            added = self._add("problem", None, to_json(problem), maker)
        return Recorded(added=int(added), known=int(not added))

    def _record(self, reading: Reading, maker: Maker, lemmas: tuple[str, ...]) -> Recorded:
        article = reading.article
        added = [self._add_article(article, maker)]
        for place, claim in enumerate(reading.claims):
            added.append(self._add_claim(claim, maker, lemmas[place] if place < len(lemmas) else ""))
        for figure in loose_figures(reading):
            added.append(self._add("figure", article.id, to_json(figure), maker))
        for problem in reading.problems:
            added.append(self._add("problem", article.id, to_json(problem), maker))
        if not reading.problems:  # else the next run tries it again, and says again what is wrong
            self._made(_reading_id(article.id), maker)
        return Recorded(added=sum(added), known=len(added) - sum(added))

    def _add(self, kind: str, article: str | None, body: str, maker: Maker, id_: str | None = None) -> bool:
        key = id_ or content_id(kind, body)
        cursor = self._database.execute(
            "INSERT OR IGNORE INTO entry (id, kind, article, body, recorded, maker) VALUES (?, ?, ?, ?, ?, ?)",
            (key, kind, article, body, self._moment(), maker.name),
        )
        self._made(key, maker)
        return cursor.rowcount == 1

    def _made(self, entry: str, maker: Maker, score: float | None = None, rule: str | None = None) -> None:
        self._database.execute(
            "INSERT OR IGNORE INTO made VALUES (?, ?, ?, ?, ?)",
            (entry, maker.name, self._moment(), score, rule),
        )

    def _add_article(self, article: Article, maker: Maker) -> bool:
        fields = (
            article.id,
            article.published,
            _known_on(article),
            _storable(article.outlet),
            _storable(article.title),
            _storable(article.url),
        )
        self._database.execute("INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", (*fields, self._moment()))
        return self._add("article", article.id, to_json(article), maker, article.id)

    def _add_claim(self, claim: Claim, maker: Maker, lemmas: str) -> bool:
        body = to_json(claim, without=OF_MAKER)
        key = content_id("claim", body)
        added = self._add("claim", claim.article, body, maker, key)
        self._database.execute(
            "UPDATE made SET score = ?, rule = ? WHERE entry = ? AND maker = ?",
            (claim.score, claim.rule, key, maker.name),
        )
        if added:
            number = self._database.execute("SELECT number FROM entry WHERE id = ?", (key,)).fetchone()[0]
            self._database.execute("INSERT INTO word (rowid, lemmas) VALUES (?, ?)", (number, _storable(lemmas)))
            steps = [
                (key, _storable(source.name), fold(source.name), place) for place, source in enumerate(claim.chain)
            ]
            self._database.executemany("INSERT INTO speaker VALUES (?, ?, ?, ?)", steps)
            names = [(fold(source.name), _storable(text)) for source in claim.chain for text in _printed(source)]
            self._database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
        return added

    def _moment(self) -> str:
        if self._clock is None:
            raise LedgerError(f"{self._path} was opened to be read. Open it to be written.")
        return self._clock.now().isoformat(timespec="microseconds")

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._database, self._path)

    # Reading

    def claims(self, selection: Selection) -> Iterator[KeptClaim]:
        """Yield the claims of a selection, by day of publication, then in text order."""
        (score, told), (where, values) = _score(selection), _conditions(selection)
        limit = f" LIMIT {int(selection.limit)}" if selection.limit is not None else ""
        rows = self._rows(
            f"SELECT e.id, e.body, e.recorded, e.maker, e.article, {score}"
            " FROM entry e JOIN article a ON a.id = e.article"
            f" WHERE e.kind = 'claim'{where} ORDER BY a.known_on IS NULL, a.known_on, a.id, e.number{limit}",
            (*told, *values),
        )
        articles: dict[str, Article] = {}
        for key, body, recorded, maker, article, score in rows:
            if article not in articles:
                articles = {article: self.article(article)}
            claim = replace(self._read(read_claim, body), score=score)
            stray = stray_span(claim, articles[article])
            if stray is not None:
                raise self._damaged(f"the span {stray.start}..{stray.end} of claim {key} lies outside its article")
            yield KeptClaim(id=key, claim=claim, article=articles[article], recorded=recorded, maker=maker)

    def article(self, key: str) -> Article:
        """Return an article by its id."""
        row = self._one("SELECT body FROM entry WHERE id = ? AND kind = 'article'", (key,))
        if row is None:
            raise LedgerError(f"there is no article {key} in {self._path}. `podobno check` tells whether one was lost.")
        return self._read(read_article, row[0])

    def articles(self) -> Iterator[Article]:
        """Yield every article, in the order of recording."""
        for (body,) in self._rows("SELECT body FROM entry WHERE kind = 'article' ORDER BY number", ()):
            yield self._read(read_article, body)

    def undated(self) -> int:
        """Return how many articles have no day of publication, so that no as-of view shows them."""
        return sum(1 for _ in self._rows("SELECT 1 FROM article WHERE known_on IS NULL", ()))

    def figures(self, article: str) -> Iterator[Figure]:
        """Yield the figures that an article gives in its own voice."""
        for (body,) in self._rows(
            "SELECT body FROM entry WHERE article = ? AND kind = 'figure' ORDER BY number", (article,)
        ):
            yield self._read(read_figure, body)

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield each name of the chains, folded, with itself, and again with each role that an article gives it."""
        yield from self._rows("SELECT folded, printed FROM name", ())

    def faults(self) -> Iterator[str]:
        """Yield what SQLite finds wrong with the tables that count, the first fault of each."""
        for table in WHAT_COUNTS:
            (said,) = self._one(f"PRAGMA integrity_check({table})", ()) or ("ok",)
            if said != "ok":
                yield said

    def entries(self) -> Iterator[Entry]:
        """Yield every entry, in the order of recording."""
        for row in self._rows("SELECT id, kind, article, body, recorded, maker FROM entry ORDER BY number", ()):
            yield Entry(id=row[0], kind=row[1], article=row[2], body=row[3], recorded=row[4], maker=row[5])

    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each kind."""
        return dict(self._rows("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY kind", ()))

    def _read(self, read: Callable[[str], Record], body: str) -> Record:
        try:
            return read(body)
        except DAMAGES as error:
            raise self._damaged(str(error)) from None

    def _damaged(self, said: str) -> LedgerError:
        return LedgerError(f"an entry of {self._path} is damaged: {said}. `podobno check` tells which.")

    def _rows(self, query: str, values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        try:
            # No `yield from`: a caller who stops half-way would have the cursor closed, perhaps after the database.
            for row in self._database.execute(query, values):  # noqa: UP028
                yield row
        except sqlite3.DatabaseError as error:
            raise _told(error, self._path) from None

    def _one(self, query: str, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        return next(self._rows(query, values), None)


class _Transaction:
    """All of a record or nothing; what was acknowledged stays."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database, self._path = database, path

    def __enter__(self) -> None:
        try:
            self._database.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            raise _told(error, self._path) from None

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            try:
                self._database.execute("COMMIT")
                return
            except sqlite3.DatabaseError as error:
                value = error
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")
        if isinstance(value, sqlite3.DatabaseError):
            raise _told(value, self._path) from None


def open_ledger(path: Path, *, clock: Clock | None = None, wait_s: float = WAIT_S) -> Ledger:
    """Open a ledger: with a clock to be written (it is made if absent), without one to be read."""
    _check_place(path, is_writer=clock is not None)
    try:
        return Ledger(_opened(path, clock is not None, wait_s), path, clock)
    except sqlite3.DatabaseError as error:
        raise _told(error, path) from None


def _check_place(path: Path, *, is_writer: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder. Name a file in it: --ledger {path / 'podobno.db'}.")
    if not is_writer and not path.is_file():
        raise LedgerError(f"there is no ledger at {path}. Make one with `podobno read`, or name another with --ledger.")
    if is_writer and not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} for the ledger {path.name}. Make it, or name another.")


def _opened(path: Path, is_writer: bool, wait_s: float) -> sqlite3.Connection:
    database = _connected(path, "rwc" if is_writer else _read_mode(path), wait_s)
    try:
        check_owner(database, str(path))
        if is_writer:
            _write_ahead(database, wait_s)
            database.execute("PRAGMA synchronous = FULL")
            migrate(database)
        else:
            check_version(database, str(path))
    except (sqlite3.DatabaseError, LedgerError):
        database.close()
        raise
    return database


def _write_ahead(database: sqlite3.Connection, wait_s: float) -> None:
    """Switch to write-ahead logging; for this alone SQLite does not wait by itself where another does the same."""
    deadline = time.monotonic() + wait_s
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(PAUSE_S)


def _connected(path: Path, mode: str, wait_s: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait_s, isolation_level=None)


def _read_mode(path: Path) -> str:
    # A reader must make a file beside the ledger. Where it may not and nobody writes, the file can be read as it is.
    is_still = not path.with_name(path.name + "-wal").exists() and not os.access(path.parent, os.W_OK)
    return "ro&immutable=1" if is_still else "ro"


def _told(error: sqlite3.DatabaseError, path: Path) -> LedgerError:
    said = str(error)
    if "locked" in said or "busy" in said:
        return LedgerBusy(f"another process is writing to {path} and did not finish in time. Try again in a moment.")
    if "full" in said:
        return LedgerError(
            f"the disk is full: {path} could not grow. What was recorded before is safe; make room, run again."
        )
    if "not a database" in said or "malformed" in said or "no such table" in said:
        return LedgerError(f"{path} is no ledger, or it is damaged ({said}). Name another file, or take a copy back.")
    if "unable to open" in said or "readonly" in said:
        told = f"{path} or its folder may not be written or read ({said})"
        return LedgerError(f"{told}. Ask for the right to do so, or name another file with --ledger.")
    return LedgerError(f"{path} cannot be used: {said}. Check its folder and permissions.")


def _score(selection: Selection) -> tuple[str, tuple[Any, ...]]:
    """The score that the newest reading gave, of those that were known."""
    known = selection.known
    when = "" if known is None else " AND (m.maker = e.maker OR substr(m.recorded, 1, ?) <= ?)"
    newest = f"m.score IS NOT NULL{when} ORDER BY m.recorded DESC, m.maker LIMIT 1"
    score = f"COALESCE((SELECT CAST(m.score AS REAL) FROM made m WHERE m.entry = e.id AND {newest}), 1.0)"
    return score, () if known is None else (len(known), known)


def _conditions(selection: Selection) -> tuple[str, tuple[Any, ...]]:
    parts: list[str] = []
    values: list[Any] = []
    if selection.words:
        parts.append("e.number IN (SELECT rowid FROM word WHERE word MATCH ?)")
        values.append(" AND ".join("(" + " OR ".join(map(_quoted, word)) + ")" for word in selection.words))
    if selection.by is not None:
        parts.append("e.id IN (SELECT claim FROM speaker WHERE folded IN (SELECT value FROM json_each(?)))")
        values.append(json.dumps(selection.by))
    if selection.stance is not None:
        parts.append("json_extract(e.body, '$.stance') = ?")
        values.append(selection.stance)
    if selection.min_score is not None:
        score, known = _score(selection)
        parts.append(f"{score} >= ?")
        values += [*known, selection.min_score]
    if selection.article is not None:
        parts.append("e.article = ?")
        values.append(selection.article)
    if selection.claim is not None:
        parts.append("e.id BETWEEN ? AND ? || 'g'")  # "g" comes after every hex digit; the index serves a range
        values += [selection.claim] * 2
    if selection.as_of is not None:
        parts.append("a.known_on <= ?")
        values.append(edtf_bounds(selection.as_of)[1])
    if selection.known is not None:
        parts.append("substr(e.recorded, 1, ?) <= ?")
        values += [len(selection.known), selection.known]
    return "".join(f" AND {part}" for part in parts), tuple(values)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _storable(text: str | None) -> str | None:
    """Return a text that a column can hold: half a character, as broken JSON may give it, becomes a mark."""
    return text and text.encode("utf-8", "replace").decode("utf-8")


def fold(name: str) -> str:
    """Return a name without case, accents and marks, for finding it."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace(SMALL_L_STROKE, "l"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def _printed(source: Source) -> tuple[str, ...]:
    return (source.name, source.role) if source.role else (source.name,)


def _known_on(article: Article) -> str | None:
    """The day from which the article was surely out: of a month, its last."""
    return edtf_bounds(article.published)[1] if article.published else None


def _reading_id(article: str) -> str:
    return content_id("reading", article)


def loose_figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures that stand in no claim: the article's own."""
    spans = [span for claim in reading.claims for span in claim.content]
    return tuple(f for f in reading.found.figures if not any(span.contains(f.span) for span in spans))
