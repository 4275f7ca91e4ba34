"""podobno print, podobno load: a ledger as text that a person can review, and back.

In:   a ledger, or texts.
Out:  the text on standard output; or entries in the ledger, and a line for each text.
Not:  the text form, which is ledger/text.py and ledger/loading.py.
"""

from pathlib import Path
from typing import Annotated

import typer

from podobno.show.cli.options import Json, LedgerFile

Texts = Annotated[list[Path], typer.Argument(metavar="FILE...", help='Ledgers in text form, or "-": standard input.')]


def print_text(ledger: LedgerFile = None) -> None:
    """Print the ledger as text: a block for each entry, in an order that is always the same."""
    from podobno.show.books import print_book

    print_book(ledger)


def load(texts: Texts, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """Take ledgers in text form into this one; what it holds stays."""
    from podobno.show.books import load_books

    load_books(texts, ledger, as_json)
