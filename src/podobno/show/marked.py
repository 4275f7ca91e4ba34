"""Mark the claims, figures and times of an article in its text.

In:   an article with its claims, figures and times.
Out:  stretches of text with their style; but for the signs, they are the text letter by letter.
Not:  the list of claims below the text, which is show/pages.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from podobno.records.claims import Claim
from podobno.records.text import Article, Span
from podobno.show.words import COLOURS, SIGNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span with what is printed round it."""

    span: Span
    before: str  # "[2" and the sign of the stance, "{" for a figure, "<" for a time; empty: style alone
    after: str
    style: str  # of rich: "red", "underline"


def claim_marks(claims: Sequence[Claim]) -> Iterator[Mark]:
    """Yield a mark for each span of each claim, numbered from 1, and one for each speaker."""
    for number, claim in enumerate(claims, 1):
        for span in claim.content:
            label = f"[{number}{SIGNS[claim.stance]} "
            yield Mark(span=span, before=label, after="]", style=COLOURS[claim.stance])
        if claim.speaker is not None:
            yield Mark(span=claim.speaker, before="", after="", style="bold")


def value_marks(figures: Iterable[Span], times: Iterable[Span], *, has_colour: bool) -> Iterator[Mark]:
    """Yield a mark for each figure (underlined) and time (italics); without colour, both in signs."""
    for span in figures:
        yield _value_mark(span, ("{", "}"), "underline", has_colour)
    for span in times:
        yield _value_mark(span, ("<", ">"), "italic", has_colour)


def _value_mark(span: Span, signs: tuple[str, str], style: str, has_colour: bool) -> Mark:
    before, after = ("", "") if has_colour else signs
    return Mark(span=span, before=before, after=after, style=style)


def mark_text(article: Article, marks: Iterable[Mark]) -> Iterator[tuple[str, str]]:
    """Yield the text in stretches, each with its style; a mark's signs are stretches of their own."""
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    cuts = sorted({0, len(article.text), *(edge for mark in ordered for edge in (mark.span.start, mark.span.end))})
    for start, end in pairwise(cuts):
        yield from ((mark.before, f"bold {mark.style}") for mark in ordered if _opens(mark, start))
        yield (
            article.text[start:end],
            _style([mark for mark in ordered if mark.span.start <= start < mark.span.end]),
        )
        yield from ((mark.after, f"bold {mark.style}") for mark in reversed(ordered) if _closes(mark, end))


def _opens(mark: Mark, place: int) -> bool:
    return bool(mark.before) and mark.span.start == place


def _closes(mark: Mark, place: int) -> bool:
    return bool(mark.after) and mark.span.end == place


def _style(holding: Sequence[Mark]) -> str:
    # Of claims within claims the innermost colours the words: later words of a style outrank earlier ones.
    return " ".join(mark.style for mark in holding)
