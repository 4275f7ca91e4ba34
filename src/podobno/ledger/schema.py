"""The tables of the ledger, one step for each version.

In:   an open database.
Out:  the same database, brought to the newest version.
Not:  what is written into the tables: ledger/store.py.
"""

import json
import sqlite3
from functools import partial

from podobno.ledger.counted import counted_words
from podobno.ledger.folding import folded_head, name_words
from podobno.ledger.places import first_place
from podobno.records.canonical import read_article, read_claim
from podobno.records.edtf import edtf_bounds
from podobno.records.errors import LedgerError

APPLICATION = 0x50444F42  # "PDOB": tells our files from other databases
STEPS = (
    """
    CREATE TABLE entry (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        article TEXT,
        body TEXT NOT NULL,
        recorded TEXT NOT NULL,
        maker TEXT NOT NULL
    );
    CREATE INDEX entry_article ON entry (article, kind);
    CREATE INDEX entry_kind ON entry (kind, number);
    CREATE TABLE made (
        entry TEXT NOT NULL, maker TEXT NOT NULL, recorded TEXT NOT NULL, score REAL, rule TEXT,
        PRIMARY KEY (entry, maker)
    ) WITHOUT ROWID;
    CREATE TABLE article (
        id TEXT PRIMARY KEY, published TEXT, known_on TEXT, outlet TEXT, title TEXT, url TEXT, recorded TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE speaker (claim TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, step INTEGER NOT NULL,
        PRIMARY KEY (claim, step)) WITHOUT ROWID;
    CREATE INDEX speaker_folded ON speaker (folded);
    CREATE VIRTUAL TABLE word USING fts5 (lemmas, tokenize = "unicode61 remove_diacritics 0");
    """,
    """
    CREATE TABLE name (folded TEXT NOT NULL, printed TEXT NOT NULL, PRIMARY KEY (folded, printed)) WITHOUT ROWID;
    INSERT OR IGNORE INTO name SELECT folded, name FROM speaker;
    INSERT OR IGNORE INTO name
        SELECT s.folded, json_extract(e.body, '$.chain[' || s.step || '].role') FROM speaker s
        JOIN entry e ON e.id = s.claim WHERE json_extract(e.body, '$.chain[' || s.step || '].role') IS NOT NULL;
    """,
    """
    CREATE TABLE reading (article TEXT NOT NULL, maker TEXT NOT NULL, recorded TEXT NOT NULL,
        PRIMARY KEY (article, maker, recorded)) WITHOUT ROWID;
    INSERT INTO reading SELECT e.article, m.maker, min(m.recorded) FROM made m JOIN entry e ON e.id = m.entry
        WHERE e.kind IN ('article', 'claim') GROUP BY e.article, m.maker;
    CREATE TABLE claim (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL);
    CREATE INDEX claim_article ON claim (article);
    INSERT INTO claim SELECT first_place(known_on, article) + nth, id, article FROM (
        SELECT e.id, e.article, a.known_on, row_number() OVER (
            PARTITION BY a.known_on, substr(a.id, 1, 6)
            ORDER BY a.id, json_extract(e.body, '$.content[0].start'), e.id) - 1 AS nth
        FROM entry e JOIN article a ON a.id = e.article WHERE e.kind = 'claim');
    CREATE TABLE day (place INTEGER NOT NULL, clock TEXT NOT NULL, begin TEXT, end TEXT);
    CREATE INDEX day_begin ON day (clock, begin, end, place);
    INSERT INTO day SELECT c.place, 'about', json_extract(t.value, '$.begin'), json_extract(t.value, '$.end')
        FROM claim c JOIN entry e ON e.id = c.id, json_each(e.body, '$.about') t
        WHERE COALESCE(json_extract(t.value, '$.begin'), json_extract(t.value, '$.end')) IS NOT NULL;
    INSERT INTO day SELECT c.place, 'said', edtf_begin(json_extract(e.body, '$.said')),
        edtf_end(json_extract(e.body, '$.said'))
        FROM claim c JOIN entry e ON e.id = c.id WHERE json_extract(e.body, '$.said') IS NOT NULL;
    ALTER TABLE speaker RENAME TO old_speaker;
    CREATE TABLE speaker (folded TEXT NOT NULL, place INTEGER NOT NULL, step INTEGER NOT NULL, name TEXT NOT NULL,
        PRIMARY KEY (folded, place, step)) WITHOUT ROWID;
    INSERT INTO speaker SELECT s.folded, c.place, s.step, s.name FROM old_speaker s JOIN claim c ON c.id = s.claim;
    DROP TABLE old_speaker;
    CREATE TEMP TABLE old_word AS
        SELECT c.place, w.lemmas FROM claim c JOIN entry e ON e.id = c.id JOIN word w ON w.rowid = e.number;
    DROP TABLE word;
    CREATE VIRTUAL TABLE word USING fts5 (lemmas, tokenize = "unicode61 remove_diacritics 0");
    INSERT INTO word (rowid, lemmas) SELECT place, lemmas FROM old_word ORDER BY place;
    DROP TABLE old_word;
    CREATE TABLE name_word (word TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (word, folded)) WITHOUT ROWID;
    INSERT OR IGNORE INTO name_word SELECT w.value, n.folded
        FROM name n, json_each(name_words(n.printed)) w;
    CREATE VIRTUAL TABLE head USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
    INSERT INTO head (rowid, words) SELECT e.number, folded_head(e.body) FROM entry e WHERE e.kind = 'article';
    CREATE INDEX article_url ON article (url);
    CREATE INDEX article_day ON article (known_on, id);
    CREATE TABLE named (base TEXT NOT NULL, kind TEXT NOT NULL, article TEXT NOT NULL,
        PRIMARY KEY (base, kind, article)) WITHOUT ROWID;
    CREATE TABLE alike (key TEXT NOT NULL, base TEXT NOT NULL, kind TEXT NOT NULL,
        PRIMARY KEY (key, base, kind)) WITHOUT ROWID;
    CREATE TABLE sketch (article TEXT NOT NULL, maker TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (article, maker)) WITHOUT ROWID;
    CREATE TABLE key (key INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL,
        PRIMARY KEY (key, day, article)) WITHOUT ROWID;
    CREATE TABLE link (entry TEXT PRIMARY KEY, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL,
        article_a TEXT NOT NULL, article_b TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX link_a ON link (a, kind);
    CREATE INDEX link_b ON link (b, kind);
    """,
    """
    ALTER TABLE speaker ADD COLUMN role TEXT;
    UPDATE speaker SET role = (SELECT json_extract(e.body, '$.chain[' || speaker.step || '].role')
        FROM claim c JOIN entry e ON e.id = c.id WHERE c.place = speaker.place);
    ALTER TABLE named RENAME TO old_named;
    CREATE TABLE named (base TEXT NOT NULL, kind TEXT NOT NULL, article TEXT NOT NULL, maker TEXT NOT NULL,
        PRIMARY KEY (base, kind, article, maker)) WITHOUT ROWID;
    INSERT OR IGNORE INTO named SELECT n.base, n.kind, n.article, r.maker
        FROM old_named n JOIN reading r ON r.article = n.article;
    DROP TABLE old_named;
    CREATE TABLE counted (word TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (word, place)) WITHOUT ROWID;
    INSERT INTO counted SELECT w.value, c.place FROM claim c JOIN entry e ON e.id = c.id
        JOIN entry a ON a.id = c.article, json_each(counted_words(e.body, a.body)) w
        WHERE json_array_length(e.body, '$.figures') > 0;
    """,
)


def check_owner(database: sqlite3.Connection, where: str) -> None:
    """Look, before anything is changed, whose database it is; a stranger's or a newer one raises LedgerError."""
    # Emptiness first: between two looks another process may make the tables and the mark, together.
    if not _is_empty(database) and _pragma(database, "application_id") != APPLICATION:
        raise LedgerError(f"{where} is a database, but no ledger of Podobno. Name another file with --ledger.")
    version = _pragma(database, "user_version")
    if version > len(STEPS):
        raise LedgerError(f"{where} was made by a newer Podobno (version {version} of the ledger). Update the program.")


def is_newest(database: sqlite3.Connection, where: str) -> bool:
    """Say whether a database has all tables; one that has none raises LedgerError."""
    if _is_empty(database):
        raise LedgerError(f"{where} is empty: nothing was recorded yet. Read an article with `podobno read`.")
    return _pragma(database, "user_version") == len(STEPS)


def check_version(database: sqlite3.Connection, where: str) -> None:
    """Raise LedgerError where a reader would miss tables: only a writer may bring them to the newest version."""
    if not is_newest(database, where):
        raise LedgerError(
            f"{where} was made by an older Podobno. `podobno read` with any article brings it up to date."
        )


def migrate(database: sqlite3.Connection, steps: tuple[str, ...] = STEPS) -> None:
    """Bring a database to the newest version: all steps or none."""
    _teach(database)
    database.execute("BEGIN IMMEDIATE")
    try:
        # Looked up inside the transaction: another process may just have made the tables.
        for step in steps[_pragma(database, "user_version") :]:
            for statement in step.split(";"):
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {len(steps)}")
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])


def _teach(database: sqlite3.Connection) -> None:
    """Give SQLite what the steps compute."""
    for end, name in enumerate(("edtf_begin", "edtf_end")):
        database.create_function(name, 1, partial(_edtf_bound, end), deterministic=True)
    database.create_function("first_place", 2, first_place, deterministic=True)
    database.create_function("name_words", 1, lambda printed: json.dumps(name_words(printed)), deterministic=True)
    database.create_function("counted_words", 2, _counted_words, deterministic=True)
    database.create_function("folded_head", 1, lambda body: folded_head(read_article(body)), deterministic=True)


def _counted_words(claim: str, article: str) -> str:
    return json.dumps(counted_words(read_claim(claim), read_article(article)))


def _edtf_bound(end: int, value: str) -> str | None:
    return edtf_bounds(value)[end]


def _is_empty(database: sqlite3.Connection) -> bool:
    return database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
