"""An open SQLite file: rows, and writing all of something or nothing.

In:   an open connection, the file.
Out:  Database; what SQLite cannot do raises a LedgerError that a person can act on.
Not:  what is kept in the tables: the other modules of ledger.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from podobno.ledger.faults import tell_fault


class Database:
    """An open SQLite file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take an open connection; ledger/opening.py makes one."""
        self._connection, self.path = connection, path

    def rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that a query gives."""
        try:
            # No `yield from`: a caller who stops half-way would have the cursor closed, perhaps after the database.
            for row in self._connection.execute(query, values):  # noqa: UP028
                yield row
        except sqlite3.DatabaseError as error:
            raise tell_fault(error, self.path) from None

    def one(self, query: str, values: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        """Return the first row that a query gives, or None."""
        return next(self.rows(query, values), None)

    def write(self, statement: str, values: tuple[Any, ...] = ()) -> int:
        """Run a statement inside a transaction, and return how many rows it changed."""
        return self._connection.execute(statement, values).rowcount

    def write_all(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement inside a transaction, once for each row."""
        self._connection.executemany(statement, rows)

    def state(self) -> tuple[int, int]:
        """Return what changes whenever anything in the file does, by this connection or another one."""
        return (self.one("PRAGMA data_version") or (0,))[0], self._connection.total_changes

    def transaction(self) -> "Transaction":
        """Return a context in which all is written or nothing."""
        return Transaction(self._connection, self.path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


class Transaction:
    """All of a record or nothing; what was acknowledged stays."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take the open connection."""
        self._connection, self._path = connection, path

    def __enter__(self) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            raise tell_fault(error, self._path) from None

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            try:
                self._connection.execute("COMMIT")
                return
            except sqlite3.DatabaseError as error:
                value = error
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        if isinstance(value, sqlite3.DatabaseError):
            raise tell_fault(value, self._path) from None


def storable(text: str | None) -> str | None:
    """Return a text that a column can hold: half a character, as broken JSON may give it, becomes a mark."""
    return text and text.encode("utf-8", "replace").decode("utf-8")
