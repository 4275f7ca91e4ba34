"""Weigh how alike the contents of two claims are.

In:   two sketches of claims; how rare words are.
Out:  Likeness: what they share, what the shorter one is made of, what runs on in both.
Not:  what follows from it: link/utterances.py and link/relations.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from podobno.link.grammar import LinkGrammar
from podobno.records.sketches import ClaimSketch

GIVEN = 0.4  # what a word of a name is worth: whoever speaks of the matter must use it
NONE = 1e-9  # so that a content without words is no fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two contents are, in weights of words: rare ones weigh up to 1, common ones next to nothing."""

    shared: float  # weight of the words that both have, each once
    held: float  # the same as a part of the lighter content's weight, 0 to 1
    whole: float  # the same as a part of the heavier content's weight, 0 to 1
    run: float  # weight of the longest row of words that stands in both
    words: frozenset[str]  # those that both have


def weigh_likeness(a: ClaimSketch, b: ClaimSketch, grammar: LinkGrammar) -> Likeness:
    """Compare the words of two contents."""
    given = {*a.given, *b.given}
    weights = {one: grammar.rarity(one) * (GIVEN if one in given else 1.0) for one in {*a.lemmas, *b.lemmas}}
    left, right = set(a.lemmas), set(b.lemmas)
    shared = sum(weights[one] for one in sorted(left & right))
    sizes = sorted((sum(weights[one] for one in sorted(left)), sum(weights[one] for one in sorted(right))))
    row = _longest_row(a.lemmas, b.lemmas)
    return Likeness(
        shared=shared,
        held=shared / max(sizes[0], NONE),
        whole=shared / max(sizes[1], NONE),
        run=sum(weights[one] for one in sorted(set(row))),
        words=frozenset(left & right),
    )


def _longest_row(a: Sequence[str], b: Sequence[str]) -> Sequence[str]:
    """Return the longest row of words that stands in both, the first of a's."""
    best, end = 0, 0
    before = [0] * (len(b) + 1)
    for place, word in enumerate(a, 1):
        now = [0] * (len(b) + 1)
        for other, one in enumerate(b, 1):
            if word == one:
                now[other] = before[other - 1] + 1
                if now[other] > best:
                    best, end = now[other], place
        before = now
    return a[end - best : end]
