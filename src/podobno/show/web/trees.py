"""Lay out the tree of a sentence as nested lists.

In:   the words of a sentence from the root downwards, each with its depth.
Out:  the same words, each with the lists to open before it and to close after it.
Not:  the tree itself, which is claim/growth.py; the words for its parts: show/web/texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from podobno.records.explanations import Branch


@dataclass(frozen=True, slots=True)
class Limb:
    """One word in the lists; a page goes from word to word, since a sentence may be deeper than a template recurses."""

    branch: Branch
    has_below: bool  # a list of the words below it comes next
    closing: int  # lists that end after it


def lay_out(branches: Sequence[Branch]) -> list[Limb]:
    """Return the words of a tree with their lists."""
    depths = [branch.depth for branch in branches]
    following = [*depths[1:], 0]
    return [
        Limb(branch, next_ > depth, max(0, depth - next_))
        for branch, depth, next_ in zip(branches, depths, following, strict=True)
    ]
