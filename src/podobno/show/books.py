"""Join ledgers, print and load their text form, and tell what was recorded when.

In:   ledgers, texts.
Out:  lines on standard output, progress on standard error.
Not:  the ledgers themselves: ledger/merge.py, ledger/text.py, run/merge.py.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from podobno.ledger.opening import open_ledger
from podobno.run.clock import SystemClock
from podobno.run.merge import merge_into
from podobno.show.lines import print_line
from podobno.show.progress import progress
from podobno.show.settings import read_settings
from podobno.show.words import counted


def merge_books(others: Sequence[Path], ledger: Path | None, as_json: bool) -> None:
    """Take other ledgers into this one, one after the other; each is taken whole or not at all."""
    with open_ledger(ledger or read_settings().ledger, clock=SystemClock()) as book:
        for other in others:
            with progress(has_lines=as_json) as update:
                for merged in merge_into(book, other):
                    update(f"{other}: {merged.done:,} of {counted(merged.total, 'entry')}")
            told = {"file": str(other), "entries": merged.total, "new": merged.new}
            print_line(told, as_json, f"{other}: {counted(merged.total, 'entry')}, new: {new_words(merged.new)}")


def new_words(new: Mapping[str, int]) -> str:
    """Return "12 articles, 40 claims"; nothing new: "none"."""
    return ", ".join(counted(number, kind) for kind, number in new.items()) or "none"
