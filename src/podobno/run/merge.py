"""Join another ledger into this one, and link the articles that came with those that were there.

In:   an open ledger, the file of another one, what links articles.
Out:  how far it has come; at the end, what is new.
Not:  the union itself, which is ledger/merge.py.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from podobno.ledger.merge import Merged, merge_ledger
from podobno.ledger.store import Ledger

Linker = Callable[[Ledger, Sequence[str]], None]  # links these articles, by id, with all others of the ledger


def merge_into(ledger: Ledger, other: Path, linker: Linker | None = None) -> Iterator[Merged]:
    """Yield how far it has come, last what is new; linker: called once, when all entries are on the disk."""
    merged: Merged | None = None
    for merged in merge_ledger(ledger, other):
        yield merged
    if linker is not None and merged is not None and merged.articles:
        linker(ledger, merged.articles)
