"""Pair the claims of two articles that may have something to do with each other.

In:   the claims of both, ways to tell the keys of one.
Out:  pairs, in the order of the claims.
Not:  what two claims are to each other: link/utterances.py, link/relations.py.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

Told = TypeVar("Told")


def pair_sharing(
    a: Sequence[Told], b: Sequence[Told], *keys: Callable[[Told], frozenset[str]]
) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs whose first claim shares a key of any kind with one of b: of two articles few do.

    All pairs within one article, which is the same sequence twice.
    """
    if a is b:
        yield from combinations(a, 2)
        return
    held = [(key, frozenset[str]().union(*map(key, b))) for key in keys]
    for left in a:
        if not all(key(left).isdisjoint(theirs) for key, theirs in held):
            yield from ((left, right) for right in b)
