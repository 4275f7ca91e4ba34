"""Take a ledger in text form into a ledger: what is there already stays, as in a merge.

In:   an open ledger, the lines of a text, its name.
Out:  how far it has come; at the end, what is new.
Not:  the text form, which is ledger/loading.py; the union, which is ledger/merge.py.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from podobno.ledger.loading import load_text
from podobno.ledger.merge import Merged
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.run.clock import SystemClock
from podobno.run.merge import Linker, merge_into


def load_into(ledger: Ledger, lines: Iterable[str], name: str, linker: Linker | None = None) -> Iterator[Merged]:
    """Yield how far it has come, last what is new; a text that cannot be read raises BadUse, and nothing is taken."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "loaded.db"
        with open_ledger(file, clock=SystemClock()) as fresh:  # no moment is taken from the clock
            load_text(fresh, lines, name)
        yield from merge_into(ledger, file, linker)
