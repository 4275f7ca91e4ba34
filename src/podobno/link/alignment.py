"""Align two texts: the stretches that share their words in order, with light edits.

In:   two texts as words.
Out:  passages: places of words on each side, and which of the words match.
Not:  whether a passage is a copy, which is link/copies.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from podobno.link.wording import Wording

SEED = 4  # words in a row from which a passage grows
GAP = 8  # words that an edit may put in or take out between two seeds
DENSE = 0.6  # of the words of the longer side must match, or the two only speak of the same thing

Run = tuple[int, int, int]  # place in a, place in b, how many words
Place = tuple[int, int]  # first word, and the one after the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of each text whose words match."""

    a: Place
    b: Place
    matches: tuple[tuple[int, int], ...]  # word of a, word of b


def align_words(a: Wording, b: Wording) -> list[Passage]:
    """Return the passages by place in a; none shares a word of either text with another, the longer one wins."""
    found = [passage for chain in _chains(_runs(a.stems, b.stems)) if (passage := _grown(chain, a, b)) is not None]
    kept: list[Passage] = []
    for passage in sorted(found, key=lambda one: (-len(one.matches), one.a, one.b)):
        if not any(_meet(passage.a, one.a) or _meet(passage.b, one.b) for one in kept):
            kept.append(passage)
    return sorted(kept, key=lambda one: one.a)


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    """Yield the longest runs of equal words, by place in a and in b."""
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(b) - SEED + 1):
        where[tuple(b[place : place + SEED])].append(place)
    for left in range(len(a) - SEED + 1):
        for right in where.get(tuple(a[left : left + SEED]), ()):
            if left == 0 or right == 0 or a[left - 1] != b[right - 1]:
                yield left, right, _length(a, b, left, right)


def _length(a: Sequence[str], b: Sequence[str], left: int, right: int) -> int:
    length = SEED
    while left + length < len(a) and right + length < len(b) and a[left + length] == b[right + length]:
        length += 1
    return length


def _chains(runs: Iterator[Run]) -> list[list[Run]]:
    """Join each run to the nearest chain that it goes on with, within GAP words on both sides."""
    chains: list[list[Run]] = []
    for run in runs:
        near = [(gap, place) for place, chain in enumerate(chains) if (gap := _gap(chain[-1], run)) is not None]
        if near:
            chains[min(near)[1]].append(run)
        else:
            chains.append([run])
    return chains


def _gap(before: Run, after: Run) -> int | None:
    left = after[0] - before[0] - before[2]
    right = after[1] - before[1] - before[2]
    return max(left, right) if 0 <= left <= GAP and 0 <= right <= GAP else None


def _grown(chain: list[Run], a: Wording, b: Wording) -> Passage | None:
    """Match single words in the gaps and before and after; None: too few of the words match."""
    (left, right, _), (left_end, right_end, length) = chain[0], chain[-1]
    base_a, base_b = max(0, left - GAP), max(0, right - GAP)
    stems_a = a.stems[base_a : left_end + length + GAP]
    stems_b = b.stems[base_b : right_end + length + GAP]
    blocks = [
        (base_a + block.a, base_b + block.b, block.size)
        for block in Indel.opcodes(stems_a, stems_b).as_matching_blocks()
        if block.size > 0
    ]
    blocks = _trimmed(blocks)
    matches = tuple((one[0] + step, one[1] + step) for one in blocks for step in range(one[2]))
    if not matches:
        return None
    (first_a, first_b), (last_a, last_b) = matches[0], matches[-1]
    longer = max(last_a - first_a, last_b - first_b) + 1
    if len(matches) < DENSE * longer:
        return None
    return Passage(a=(first_a, last_a + 1), b=(first_b, last_b + 1), matches=matches)


def _trimmed(blocks: list[Run]) -> list[Run]:
    """Leave out short blocks at both ends that stand further off than they are long: chance, not text."""
    while len(blocks) > 1 and _is_stray(blocks[0][2], _between(blocks[0], blocks[1])):
        blocks = blocks[1:]
    while len(blocks) > 1 and _is_stray(blocks[-1][2], _between(blocks[-2], blocks[-1])):
        blocks = blocks[:-1]
    return blocks


def _between(before: Run, after: Run) -> int:
    return max(after[0] - before[0], after[1] - before[1]) - before[2]


def _is_stray(length: int, gap: int) -> bool:
    return length < SEED and gap > length


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
