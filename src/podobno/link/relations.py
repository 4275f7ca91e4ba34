"""Find claims about the same thing that agree, conflict, deny or succeed one another.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  a link for each pair of claims.
Not:  which articles are compared: the ledger's index.
"""

from collections.abc import Iterator

from podobno.link.grammar import LinkGrammar
from podobno.records.links import Link
from podobno.records.sketches import Sketch


def link_relations(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    yield from ()
