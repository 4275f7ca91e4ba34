"""Open a ledger: to be read, or to be written by one process at a time.

In:   a path.
Out:  Ledger, brought to the newest version of its tables.
Not:  what is kept in it: ledger/store.py.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from podobno.ledger.database import Database
from podobno.ledger.faults import tell_fault
from podobno.ledger.schema import check_owner, check_version, is_newest, migrate
from podobno.ledger.store import Ledger
from podobno.records.errors import LedgerError
from podobno.records.ports import Clock

WAIT_S = 5.0  # a writer waits so long for another one
PAUSE_S = 0.02  # between two attempts at what SQLite does not wait for by itself
CHECKPOINT_PAGES = 8000  # of the write-ahead log, 32 MB: what is written again and again goes into the file once


def open_ledger(path: Path, *, clock: Clock | None = None, wait_s: float = WAIT_S) -> Ledger:
    """Open a ledger: with a clock to be written (it is made if absent), without one to be read."""
    _check_place(path, is_writer=clock is not None)
    try:
        return Ledger(Database(_opened(path, clock is not None, wait_s), path), clock)
    except sqlite3.DatabaseError as error:
        raise tell_fault(error, path) from None


@contextmanager
def newest_copy(path: Path) -> Iterator[Path]:
    """Give a ledger that has all tables: the file itself, or, of an older one, a copy that was brought up to date."""
    _check_place(path, is_writer=False)
    try:
        with closing(_connected(path, _read_mode(path), WAIT_S)) as database, TemporaryDirectory() as folder:
            check_owner(database, str(path))
            if is_newest(database, str(path)):
                yield path
                return
            copy = Path(folder) / path.name
            with closing(sqlite3.connect(copy, isolation_level=None)) as newer:
                database.backup(newer)
                migrate(newer)
            yield copy
    except sqlite3.DatabaseError as error:
        raise tell_fault(error, path) from None


def attach_uri(path: Path) -> str:
    """Return the address by which SQLite attaches a ledger to be read."""
    return f"{path.absolute().as_uri()}?mode={_read_mode(path)}"


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
            database.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
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
