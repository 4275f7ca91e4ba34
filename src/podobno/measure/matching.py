"""Match predictions with gold: which of ours is which of theirs.

In:   lists of things with spans, a measure of likeness.
Out:  one-to-one pairs, most alike first.
Not:  what is counted then: measure/scores.py.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

SMALL_L_STROKE = chr(0x142)  # the one Polish letter that does not fall apart into a letter and a mark
Pair = Sequence[int]  # start and end, code points
Thing = TypeVar("Thing")


def overlap(one: Iterable[Pair], other: Iterable[Pair]) -> float:
    """Return the shared share of code points, 0 to 1."""
    left, right = _covered(one), _covered(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def _covered(spans: Iterable[Pair]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def best_pairs(
    gold: Sequence[Thing], pred: Sequence[Thing], like: Callable[[Thing, Thing], float], least: float
) -> list[tuple[Thing, Thing]]:
    """Return one-to-one pairs that are alike at least so much; ties go to the earlier."""
    ranked = [(-like(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(pred)]
    used_gold: set[int] = set()
    used_pred: set[int] = set()
    pairs = []
    for distance, i, j in sorted(ranked):
        if -distance >= least and i not in used_gold and j not in used_pred:
            used_gold.add(i)
            used_pred.add(j)
            pairs.append((gold[i], pred[j]))
    return pairs


def same_name(one: str | None, other: str | None) -> bool:
    """Say whether the words of one name all stand in the other."""
    left, right = set(_words(one)), set(_words(other))
    return bool(left and right) and (left <= right or right <= left)


def same_words(one: str | None, other: str | None) -> bool:
    """Say whether two names have the same words in the same order."""
    return _words(one) == _words(other)


def _words(name: str | None) -> list[str]:
    flat = unicodedata.normalize("NFKD", (name or "").casefold().replace(SMALL_L_STROKE, "l"))
    return re.findall(r"\w+", "".join(sign for sign in flat if not unicodedata.combining(sign)))
