"""podobno merge: what other ledgers hold, into this one.

In:   files of other ledgers, which are only read.
Out:  a line for each: what was new.
Not:  the merging, which is run/merge.py.
"""

from pathlib import Path
from typing import Annotated

import typer

from podobno.show.cli.options import Json, LedgerFile

Others = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Other ledgers; they are only read.")]


def merge(others: Others, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """Take what other ledgers hold into this one: in any order, any number of times."""
    from podobno.show.books import merge_books

    merge_books(others, ledger, as_json)
