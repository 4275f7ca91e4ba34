"""Cut a text into stretches, each with the marks that lie on it.

In:   an article, its claims and figures.
Out:  paragraphs of stretches; put together again they are the text letter by letter, without its line ends.
Not:  how a stretch looks: the templates and static/site.css.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from podobno.ledger.claims import KeptClaim
from podobno.records.claims import Claim
from podobno.records.text import Article, Span

AROUND_CHARS = 240  # of the text that are shown on each side of a claim, at most
SENTENCE_END = re.compile(r"[.!?\u2026][\u201d\u00bb\")]*\s+|\n+")
SPEAKER, CUE, FIGURE, TIME, FURNITURE, SHARED = "speaker", "cue", "figure", "time", "furniture", "shared"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with what lies on it."""

    span: Span
    name: str  # "speaker", "cue", "figure", "time", "furniture", "shared", or a stance
    number: int = 0  # of the claim in its article, from 1; 0: no claim
    is_first: bool = False  # whether the claim begins here, and not only goes on


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text on which the same marks lie."""

    text: str
    names: tuple[str, ...]  # of the marks, each once; of claims within claims the innermost stance alone
    numbers: tuple[int, ...]  # of the claims, the outermost first
    opens: tuple[int, ...]  # numbers of the claims that begin here
    anchor: int | None = None  # its place in the text, where a passage that another article shares begins; else None


def article_paragraphs(
    article: Article,
    claims: Sequence[KeptClaim],
    beside: Mapping[str, Iterable[Span]],
    bounds: tuple[int, int] | None = None,
) -> list[list[Stretch]]:
    """Return an article's text with its claims, speakers, figures and times marked, line by line.

    beside: what else is marked, by name: FIGURE outside of claims; FURNITURE, what is none of the article's own, as
    bylines are; SHARED, passages that other articles have too. bounds: of a part of the text.
    """
    marks = [Mark(span, name) for name, spans in beside.items() for span in spans]
    for number, kept in enumerate(claims, 1):
        marks += [*claim_marks(kept.claim, number), *_value_marks(kept.claim)]
    return _paragraphs(article, marks, *(bounds or (0, len(article.text))))


def claim_sentence(kept: KeptClaim) -> list[Stretch]:
    """Return a claim in its sentence, with its cue, its speaker, its figures and times marked."""
    claim, article = kept.claim, kept.article
    marks = [*claim_marks(claim, 1), *_value_marks(claim)]
    if claim.cue is not None:
        marks.append(Mark(claim.cue, CUE))
    first = min(mark.span.start for mark in marks)
    last = max(mark.span.end for mark in marks)
    lines = _paragraphs(article, marks, _sentence_start(article.text, first), _sentence_end(article.text, last))
    joined: list[Stretch] = []
    for line in lines:
        joined += [Stretch(" ", (), (), ()), *line] if joined else line
    return joined


def claim_marks(claim: Claim, number: int) -> Iterator[Mark]:
    """Yield the marks of a claim: one for each span of its words, one for its speaker."""
    for place, span in enumerate(claim.content):
        yield Mark(span, claim.stance, number, place == 0)
    if claim.speaker is not None:
        yield Mark(claim.speaker, SPEAKER)


def _value_marks(claim: Claim) -> Iterator[Mark]:
    yield from (Mark(figure.span, FIGURE) for figure in claim.figures)
    yield from (Mark(time.span, TIME) for time in claim.about)


def _paragraphs(article: Article, marks: Iterable[Mark], start: int, end: int) -> list[list[Stretch]]:
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    edges = {edge for mark in ordered for edge in (mark.span.start, mark.span.end) if start < edge < end}
    breaks = {place for place in range(start, end) if article.text[place] == "\n"}
    cuts = sorted({start, end, *edges, *breaks, *(place + 1 for place in breaks)})
    lines: list[list[Stretch]] = [[]]
    for left, right, holding in _held(cuts, ordered):
        if article.text[left:right] == "\n":
            lines.append([])
        else:
            lines[-1].append(_stretch(article.text[left:right], left, holding))
    return [line for line in lines if any(one.text.strip() for one in line)]


def _held(cuts: Sequence[int], ordered: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield each piece between two cuts with the marks on it; goes through the marks once."""
    waiting, holding = list(reversed(ordered)), list[Mark]()
    for left, right in pairwise(cuts):
        while waiting and waiting[-1].span.start <= left:
            holding.append(waiting.pop())
        holding = [mark for mark in holding if mark.span.end > left]
        yield left, right, holding


def _stretch(text: str, left: int, holding: Sequence[Mark]) -> Stretch:
    claims = [mark for mark in holding if mark.number]
    names = [mark.name for mark in holding if not mark.number and mark.name != SHARED]
    names += [claims[-1].name] if claims else []
    return Stretch(
        text,
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(mark.number for mark in claims)),
        tuple(mark.number for mark in claims if mark.is_first and mark.span.start == left),
        left if any(mark.name == SHARED and mark.span.start == left for mark in holding) else None,
    )


def _sentence_start(text: str, place: int) -> int:
    least = max(place - AROUND_CHARS, 0)
    ends = [found.end() for found in SENTENCE_END.finditer(text, least, place)]
    if ends:
        return ends[-1]
    return 0 if least == 0 else min(text.find(" ", least, place) + 1 or place, place)


def _sentence_end(text: str, place: int) -> int:
    # From the last marked letter on: the claim may end with its sentence.
    most = min(place + AROUND_CHARS, len(text))
    found = SENTENCE_END.search(text, max(place - 1, 0), most)
    if found is not None:
        return max(place, len(text[: found.end()].rstrip()))
    return most if most == len(text) else max(text.rfind(" ", place, most), place)
