"""Tell which claim of a newer reading is which of an older one.

In:   a claim, the claims of another reading of its article.
Out:  the one that shares most of its words, if it shares enough.
Not:  claims of two articles with texts of their own, which is `link`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from podobno.records.claims import Claim
from podobno.records.text import Span

LEAST_SHARED = 0.5  # of the words of both together: a claim that holds another in it is not that other


def successor(old: Claim, new: Mapping[str, Claim]) -> str | None:
    """Return the id of the claim with most words in common; of equals, the one like it in cue, origin, stance."""
    best = max(new, key=lambda id_: (_likeness(old, new[id_]), [-ord(c) for c in id_]), default=None)
    return best if best is not None and shared(old, new[best]) >= LEAST_SHARED else None


def move_claim(claim: Claim, article: str) -> Claim:
    """Return the words of a claim as they stand in another article of the same text."""
    content = tuple(replace(span, article=article) for span in claim.content)
    return replace(claim, content=content, cue=None if claim.cue is None else replace(claim.cue, article=article))


def pair_claims(old: Mapping[str, Claim], new: Mapping[str, Claim]) -> list[tuple[str, str]]:
    """Return pairs of an older and a newer claim that are one, each in one pair at most, the likest first."""
    ways = [(a, b) for a in old for b in new if a == b or shared(old[a], new[b]) >= LEAST_SHARED]
    ways.sort(key=lambda way: (way[0] != way[1], *(-value for value in _likeness(old[way[0]], new[way[1]])), way))
    left, right, pairs = set(old), set(new), []
    for a, b in ways:
        if a in left and b in right:
            left.remove(a)
            right.remove(b)
            pairs.append((a, b))
    return pairs


def shared(a: Claim, b: Claim) -> float:
    """Return what share of the words of two claims of one article both have: 0 to 1, in code points."""
    both = sum(_common(left, b.content) for left in a.content)
    return both / (_length(a.content) + _length(b.content) - both)


def _likeness(old: Claim, new: Claim) -> tuple[float, ...]:
    origins = [one.origin.name if one.origin is not None else None for one in (old, new)]
    return (shared(old, new), old.cue == new.cue, origins[0] == origins[1], old.stance == new.stance)


def _common(span: Span, others: Iterable[Span]) -> int:
    here = (other for other in others if other.overlaps(span))
    return sum(min(span.end, other.end) - max(span.start, other.start) for other in here)


def _length(spans: Sequence[Span]) -> int:
    return sum(map(len, spans))
