"""Find the claims that report the same words of the same speaker on the same occasion.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  a link for each pair of claims.
Not:  which articles are compared: the ledger's index.
"""

from collections.abc import Iterator

from podobno.link.grammar import LinkGrammar
from podobno.records.links import Link
from podobno.records.sketches import Sketch

CLAIM_DAYS = 0


def claim_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield nothing yet."""
    yield from ()


def link_utterances(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    yield from ()
