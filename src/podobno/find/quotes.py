"""Find the words that stand in quotation marks.

In:   a parsed article and the marks of its pack.
Out:  quotes in text order, outermost only; none overlap.
Not:  words behind a dash of speech or without marks, and who said them: claim/direct.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from podobno.lang.pack import Pack
from podobno.records.parsed import Parsed, Token
from podobno.records.text import Span
from podobno.records.values import Quote

LONGEST = 3000  # code points; a longer stretch is two marks that do not belong together
POINTED = "»"  # a closing mark that may open a quotation within another: "„Król »Kos« wyszedł”"
OPENERS = "([{/"  # a mark behind one of these opens


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMarks:
    """The quotation marks of a language."""

    opening: frozenset[str]
    closing: frozenset[str]
    either: frozenset[str]


def quote_marks(pack: Pack) -> QuoteMarks:
    """Read the marks of a pack."""
    rules = pack.rules["quotation"]
    return QuoteMarks(**{kind: frozenset(rules[kind]) for kind in ("opening", "closing", "either")})


def find_quotes(parsed: Parsed, marks: QuoteMarks) -> tuple[Quote, ...]:
    """Return the outermost quotes; a mark that has no partner near is passed over."""
    pairs = _outermost(_pairs(parsed.article.text, marks))
    return tuple(_quotes(parsed, pairs))


def _pairs(text: str, marks: QuoteMarks) -> Iterator[tuple[int, int]]:
    open_: list[int] = []
    for found in _any_mark(marks).finditer(text):
        at, mark = found.start(), found[0]
        while open_ and at - open_[0] > LONGEST:
            open_.pop(0)
        turned = bool(open_) and text[open_[-1]] in marks.closing and mark in marks.opening  # »...«
        if not turned and _opens(text, at, marks, bool(open_)):
            open_.append(at)
        elif open_:
            yield open_.pop() + 1, at


@cache
def _any_mark(marks: QuoteMarks) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(marks.opening | marks.closing | marks.either)))}]")


def _opens(text: str, at: int, marks: QuoteMarks, inside: bool) -> bool:
    mark = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in marks.opening:
        return True
    if mark in marks.closing:
        return (not inside or mark == POINTED) and _is_gap(before) and after.isalnum()
    if _is_gap(before) and not _is_gap(after):
        return True
    # Marks set wrongly, with spaces on both sides or on none: they alternate.
    return _is_gap(before) == _is_gap(after) and not inside


def _is_gap(mark: str) -> bool:
    return not mark or mark.isspace() or mark in OPENERS


def _outermost(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if end > start and (not kept or start > kept[-1][1]):
            kept.append((start, end))
    return kept


def _quotes(parsed: Parsed, pairs: list[tuple[int, int]]) -> Iterator[Quote]:
    tokens = parsed.syntax.tokens
    at = 0
    for start, end in pairs:
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        last = _first_from(tokens, at, end)
        if last > at:
            yield Quote(
                span=Span(article=parsed.article.id, start=tokens[at].start, end=tokens[last - 1].end),
                mark="marks",
                first=at,
                last=last,
            )
        at = last


def _first_from(tokens: tuple[Token, ...], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].end <= end:
        at += 1
    return at
