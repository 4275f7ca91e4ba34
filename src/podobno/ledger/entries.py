"""The table of entries: each once, under the hash of its content, with all who made it and when.

In:   a kind, a record as canonical JSON, a maker.
Out:  whether the entry is new.
Not:  what finds an entry again: the modules that are named for its kind.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from podobno.ledger.database import Database
from podobno.records.entries import Entry, Maker, Person
from podobno.records.errors import LedgerError
from podobno.records.ports import Clock
from podobno.records.text import content_id


class EntryTable:
    """The entries of an open ledger."""

    def __init__(self, database: Database, clock: Clock | None) -> None:
        """Take an open database; without a clock it can only be read."""
        self._database, self._clock, self._moment = database, clock, ""
        self._is_writing = self._is_held = False

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Bring several acts to the disk at once, which is most of what writing costs: all of them or none."""
        with self._database.transaction():
            self._is_held = True
            try:
                yield
            finally:
                self._is_held = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all that is added inside, or nothing, and all of it with one moment."""
        if self._clock is None:
            raise LedgerError(f"{self._database.path} was opened to be read. Open it to be written.")
        if self._is_writing:  # inside a larger act, which is kept as one
            yield
            return
        with nullcontext() if self._is_held else self._database.transaction():
            self._moment = self._clock.now().isoformat(timespec="microseconds")
            self._is_writing = True
            try:
                yield
            finally:
                self._is_writing = False

    @property
    def moment(self) -> str:
        """The moment of what is being written, ISO 8601."""
        return self._moment

    def add(self, kind: str, article: str | None, body: str, maker: Maker | Person, *, id_: str | None = None) -> bool:
        """Keep an entry that somebody made, and say whether it is new; id_: where it is no hash of the body."""
        key = id_ or content_id(kind, body)
        added = self._database.write(
            "INSERT OR IGNORE INTO entry (id, kind, article, body, recorded, maker) VALUES (?, ?, ?, ?, ?, ?)",
            (key, kind, article, body, self._moment, maker.name),
        )
        self.mark_made(key, maker)
        return added == 1

    def mark_made(self, entry: str, maker: Maker | Person) -> None:
        """Keep that this maker made the entry, once."""
        self._database.write(
            "INSERT OR IGNORE INTO made VALUES (?, ?, ?, NULL, NULL)", (entry, maker.name, self._moment)
        )

    def score(self, entry: str, maker: Maker, score: float, rule: str) -> None:
        """Keep how sure this maker is of the entry, and by which rule it was made."""
        self._database.write(
            "UPDATE made SET score = ?, rule = ? WHERE entry = ? AND maker = ?", (score, rule, entry, maker.name)
        )

    def is_made(self, entry: str, maker: Maker) -> bool:
        """Say whether this maker made the entry."""
        query = "SELECT 1 FROM made WHERE entry = ? AND maker = ?"
        return self._database.one(query, (entry, maker.name)) is not None

    def all(self, kind: str | None = None) -> Iterator[Entry]:
        """Yield every entry, or those of a kind, in the order of recording."""
        where, values = ("", ()) if kind is None else (" WHERE kind = ?", (kind,))
        query = f"SELECT id, kind, article, body, recorded, maker FROM entry{where} ORDER BY number"
        for row in self._database.rows(query, values):
            yield Entry(id=row[0], kind=row[1], article=row[2], body=row[3], recorded=row[4], maker=row[5])

    def one(self, id_: str, kind: str) -> Entry | None:
        """Return an entry by its id, whether or not a newer reading still makes it; None: there is none."""
        query = "SELECT id, kind, article, body, recorded, maker FROM entry WHERE id = ? AND kind = ?"
        row = self._database.one(query, (id_, kind))
        if row is None:
            return None
        return Entry(id=row[0], kind=row[1], article=row[2], body=row[3], recorded=row[4], maker=row[5])

    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each kind."""
        return dict(self._database.rows("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY kind"))
