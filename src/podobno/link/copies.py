"""Find the passages that two articles share, with light edits.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  at most one link: the copy, each passage a piece of evidence.
Not:  which articles are compared: the ledger's index.
"""

from collections.abc import Iterator

from podobno.link.grammar import LinkGrammar
from podobno.records.links import Link
from podobno.records.sketches import Sketch

COPY_DAYS = 0


def copy_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield nothing yet."""
    yield from ()


def link_copies(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield at most one link: the copy, each passage a piece of evidence."""
    yield from ()
