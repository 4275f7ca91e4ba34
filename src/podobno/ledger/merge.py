"""Join another ledger into this one: the union of two sets, in any order, any number of times.

In:   an open ledger, the file of another one, which is only read.
Out:  how far it has come; at the end, what is new. All of it is kept or nothing.
Not:  links between the articles of the two, which is run/merge.py.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from podobno.ledger.check import check_ledger
from podobno.ledger.database import Database, storable
from podobno.ledger.faults import tell_fault
from podobno.ledger.folding import folded_head
from podobno.ledger.opening import attach_uri, newest_copy, open_ledger
from podobno.ledger.store import Ledger
from podobno.records.canonical import read_article, read_claim
from podobno.records.errors import BadUse, LedgerError

AT_ONCE = 5_000  # entries between two signs of life: about a second
# Of what both hold the earlier moment counts; of one moment the smaller maker and body, so that order is nothing to it.
EARLIER = "(o.recorded, o.maker, o.body) < (e.recorded, e.maker, e.body)"
TAKE = f"""
    INSERT INTO temp.taken SELECT o.id, e.id IS NULL FROM other.entry o LEFT JOIN main.entry e ON e.id = o.id
        WHERE o.number > ?1 AND o.number <= ?2 AND (e.id IS NULL OR {EARLIER})
"""
IS_NEW = "IN (SELECT id FROM temp.taken WHERE is_new)"
IS_EARLIER = "IN (SELECT id FROM temp.taken WHERE NOT is_new)"
MARKED = "coalesce({0}score, -1), coalesce({0}rule, '')"
NEW_ARTICLES = f"SELECT body, recorded FROM main.entry WHERE kind = 'article' AND id {IS_NEW} ORDER BY number"
NEW_CLAIMS = f"""SELECT e.id, e.body, a.body, w.lemmas FROM main.entry e JOIN main.entry a ON a.id = e.article
    JOIN other.claim c ON c.id = e.id JOIN other.word w ON w.rowid = c.place
    WHERE e.kind = 'claim' AND e.id {IS_NEW} ORDER BY e.number"""
OLD_HEADS = f"""SELECT e.number, e.body, o.body FROM main.entry e JOIN other.entry o ON o.id = e.id
    WHERE e.kind = 'article' AND e.id {IS_EARLIER}"""
ENTRIES = (
    f"""INSERT INTO main.entry (id, kind, article, body, recorded, maker)
        SELECT id, kind, article, body, recorded, maker FROM other.entry WHERE id {IS_NEW} ORDER BY number""",
    f"""UPDATE main.entry SET (body, recorded, maker) =
        (SELECT o.body, o.recorded, o.maker FROM other.entry o WHERE o.id = entry.id) WHERE id {IS_EARLIER}""",
    f"INSERT OR REPLACE INTO main.article SELECT * FROM other.article WHERE id {IS_EARLIER}",
    f"DELETE FROM main.word WHERE rowid IN (SELECT place FROM main.claim WHERE id {IS_EARLIER})",
    """INSERT INTO main.word (rowid, lemmas) SELECT c.place, w.lemmas FROM temp.taken t JOIN main.claim c ON c.id = t.id
        JOIN other.claim o ON o.id = t.id JOIN other.word w ON w.rowid = o.place WHERE NOT t.is_new""",
)
REST = (
    f"""INSERT INTO main.made SELECT * FROM other.made WHERE true ON CONFLICT (entry, maker) DO UPDATE
        SET recorded = excluded.recorded, score = excluded.score, rule = excluded.rule
        WHERE (excluded.recorded, {MARKED.format("excluded.")}) < (recorded, {MARKED.format("")})""",
    "INSERT OR IGNORE INTO main.reading SELECT * FROM other.reading",
    "INSERT OR IGNORE INTO main.named SELECT * FROM other.named",
    "INSERT OR IGNORE INTO main.alike SELECT * FROM other.alike",
    "INSERT OR IGNORE INTO main.link SELECT * FROM other.link",
    """INSERT INTO main.sketch SELECT * FROM other.sketch WHERE true
        ON CONFLICT (article, maker) DO UPDATE SET body = min(body, excluded.body)""",
    """INSERT OR IGNORE INTO main.key SELECT k.key, k.day, e.number FROM other.key k
        JOIN other.entry o ON o.number = k.article JOIN main.entry e ON e.id = o.id""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """How far a merge has come, and what came of it."""

    done: int  # entries of the other ledger that were looked at
    total: int  # entries that it has
    new: dict[str, int]  # of each kind, those that this ledger did not have; empty until all is done
    articles: tuple[str, ...] = ()  # ids of the articles among them, sorted


def merge_ledger(ledger: Ledger, other: Path) -> Iterator[Merged]:
    """Yield how far it has come, last what is new; what cannot be taken whole raises LedgerError, and nothing is."""
    if other.exists() and other.samefile(ledger.path):
        raise BadUse(f"{other} is this ledger itself. Name another one.")
    with newest_copy(other) as file:
        total = _checked(file, other)
        database = ledger.database
        try:
            database.write("ATTACH ? AS other", (attach_uri(file),))
        except sqlite3.DatabaseError as error:
            raise tell_fault(error, other) from None
        try:
            database.write("CREATE TEMP TABLE taken (id TEXT PRIMARY KEY, is_new INTEGER) WITHOUT ROWID")
            with database.transaction():
                yield from _merged(ledger, total)
        finally:
            database.write("DROP TABLE IF EXISTS temp.taken")
            database.write("DETACH other")


def _checked(file: Path, other: Path) -> int:
    """Return how many entries a ledger has; one in which anything is wrong raises LedgerError."""
    with open_ledger(file) as read:
        problem = next(check_ledger(read), None)
        if problem is not None:
            told = f"{problem.where}: {problem.said}"
            raise LedgerError(
                f"{other} is damaged ({told}), and nothing of it was taken. `podobno check --ledger {other}` tells all."
            )
        return sum(read.counts().values())


def _merged(ledger: Ledger, total: int) -> Iterator[Merged]:
    database = ledger.database
    new: dict[str, int] = {}
    articles: list[str] = []
    (last,) = database.one("SELECT coalesce(max(number), 0) FROM other.entry") or (0,)
    for start in range(0, last, AT_ONCE):
        database.write("DELETE FROM temp.taken")
        database.write(TAKE, (start, start + AT_ONCE))
        _move_heads(database)
        for statement in ENTRIES:
            database.write(statement)
        _index(ledger)
        for id_, kind in database.rows(f"SELECT id, kind FROM main.entry WHERE id {IS_NEW}"):
            new[kind] = new.get(kind, 0) + 1
            articles += [id_] if kind == "article" else []
        yield Merged(done=min(start + AT_ONCE, total), total=total, new={})
    for statement in REST:
        database.write(statement)
    yield Merged(done=total, total=total, new=dict(sorted(new.items())), articles=tuple(sorted(articles)))


def _move_heads(database: Database) -> None:
    """Find articles that both hold by the title of the earlier one."""
    for number, old, new in list(database.rows(OLD_HEADS)):
        heads = [storable(folded_head(read_article(body))) for body in (old, new)]
        database.write("INSERT INTO main.head (head, rowid, words) VALUES ('delete', ?, ?)", (number, heads[0]))
        database.write("INSERT INTO main.head (rowid, words) VALUES (?, ?)", (number, heads[1]))


def _index(ledger: Ledger) -> None:
    for body, moment in list(ledger.database.rows(NEW_ARTICLES)):
        ledger.index_article(read_article(body), moment)
    for key, body, article, lemmas in list(ledger.database.rows(NEW_CLAIMS)):
        ledger.index_claim(key, read_claim(body), read_article(article), lemmas)
