"""Put the passages that two articles share side by side, with the words that only one of them has.

In:   a copy, one of its articles.
Out:  the other article, the passages with our side first, from whom they were likely taken.
Not:  finding copies: link/copies.py; the same for a terminal: show/copies.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podobno.ask.stories import Copied
from podobno.records.links import Taking
from podobno.records.text import Article, Span
from podobno.show.copies import WORD, only_here
from podobno.show.web.articleparts import part_of

MOST_PASSAGES = 8  # of one copy on a page
MOST_CHARS = 900  # of one side of a passage
Piece = tuple[str, bool]  # some words, and whether the other side lacks them


@dataclass(frozen=True, slots=True)
class Side:
    """A passage as it stands in one of the articles."""

    pieces: tuple[Piece, ...]
    start: int  # in its article's text
    part: int | None  # of its article, in which it begins; None: the first


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article shares with another one."""

    other: Article
    passages: tuple[tuple[Side, Side], ...]  # ours first
    left: int  # passages that are not shown
    taking: Taking
    giver: Article | None  # who had them first; None: an agency, or unknown
    taker: Article | None
    named: str | None  # the words with which the taker names the giver


def seen_from(article: Article, copied: Copied) -> Shared:
    """Return a copy as one of its articles sees it."""
    is_first = copied.a.id == article.id
    other = copied.b if is_first else copied.a
    sides = [(one.a, one.b) for one in copied.kept.link.evidence if one.a is not None and one.b is not None]
    ours = sides if is_first else [(b, a) for a, b in sides]
    taking, both = copied.taking, {copied.a.id: copied.a, copied.b.id: copied.b}
    giver = both.get(taking.source or "")
    taker = next((one for one in both.values() if giver is not None and one.id != giver.id), None)
    named = taker.quotation(taking.span) if taker is not None and taking.span is not None else None
    shown = tuple(
        (_side(article, here, other.quotation(there)), _side(other, there, article.quotation(here)))
        for here, there in ours[:MOST_PASSAGES]
    )
    return Shared(other, shown, len(sides) - len(shown), taking, giver, taker, named)


def shared_spans(article: Article, copies: Iterable[Copied]) -> Iterator[Span]:
    """Yield the passages of an article that others have too."""
    for copied in copies:
        for one in copied.kept.link.evidence:
            span = one.a if copied.a.id == article.id else one.b
            if one.a is not None and one.b is not None and span is not None:
                yield span


def _side(article: Article, span: Span, other: str) -> Side:
    part = part_of(article.text, span.start)
    return Side(_pieces(article.quotation(span), other), span.start, part if part > 1 else None)


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
