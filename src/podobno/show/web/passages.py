"""Put the passages that two articles share side by side, with the words that only one of them has.

In:   a copy, one of its articles.
Out:  the other article, the passages with our side first, from whom they were likely taken.
Not:  finding copies: link/copies.py; the same for a terminal: show/copies.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from podobno.ask.stories import Copied
from podobno.records.links import Taking
from podobno.records.text import Article
from podobno.show.copies import WORD, only_here

MOST_PASSAGES = 8  # of one copy on a page
MOST_CHARS = 900  # of one side of a passage
Piece = tuple[str, bool]  # some words, and whether the other side lacks them


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article shares with another one."""

    other: Article
    passages: tuple[tuple[tuple[Piece, ...], tuple[Piece, ...]], ...]  # ours first
    left: int  # passages that are not shown
    taking: Taking
    giver: Article | None  # who had them first; None: an agency, or unknown
    taker: Article | None
    named: str | None  # the words with which the taker names the giver


def seen_from(article: Article, copied: Copied) -> Shared:
    """Return a copy as one of its articles sees it."""
    is_first = copied.a.id == article.id
    sides = [(one.a, one.b) for one in copied.kept.link.evidence if one.a is not None and one.b is not None]
    words = [(copied.a.quotation(a), copied.b.quotation(b)) for a, b in sides[:MOST_PASSAGES]]
    ours = words if is_first else [(b, a) for a, b in words]
    taking, both = copied.taking, {copied.a.id: copied.a, copied.b.id: copied.b}
    giver = both.get(taking.source or "")
    taker = next((one for one in both.values() if giver is not None and one.id != giver.id), None)
    named = taker.quotation(taking.span) if taker is not None and taking.span is not None else None
    other = copied.b if is_first else copied.a
    shown = tuple((_pieces(here, there), _pieces(there, here)) for here, there in ours)
    return Shared(other, shown, len(sides) - len(shown), taking, giver, taker, named)


def _pieces(text: str, other: str) -> tuple[Piece, ...]:
    """Return a passage in pieces, each with whether the other side lacks it."""
    mine, theirs = " ".join(text.split())[:MOST_CHARS], " ".join(other.split())[:MOST_CHARS]
    return tuple(_cut(mine, list(only_here(list(WORD.finditer(mine)), list(WORD.finditer(theirs))))))


def _cut(text: str, places: list[tuple[int, int]]) -> Iterator[Piece]:
    past = 0
    for start, end in places:
        if past < start:
            yield text[past:start], False
        yield text[start:end], True
        past = end
    if past < len(text):
        yield text[past:], False
