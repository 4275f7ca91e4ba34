"""Say what is wrong when SQLite cannot go on.

In:   an error of SQLite, the file.
Out:  a LedgerError that says what, where and what to do next.
Not:  faults of the material, which are problems.
"""

import sqlite3
from pathlib import Path

from podobno.records.errors import LedgerBusy, LedgerError


def tell_fault(error: sqlite3.DatabaseError, path: Path) -> LedgerError:
    """Return the error that a person can act on."""
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
