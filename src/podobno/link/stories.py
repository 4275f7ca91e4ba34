"""Tell whether two articles are about one happening.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  at most one link.
Not:  which articles are compared: the ledger's index.
"""

from collections.abc import Iterator

from podobno.link.grammar import LinkGrammar
from podobno.records.links import Link
from podobno.records.sketches import Sketch

STORY_DAYS = 0


def story_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield nothing yet."""
    yield from ()


def link_stories(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield at most one link."""
    yield from ()
