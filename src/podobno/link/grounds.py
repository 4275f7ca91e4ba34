"""Show on what a link between two claims stands, as spans of both articles.

In:   two claims, each with the sketch of its article.
Out:  pieces of evidence: speaker, words, figure, time, medium, day.
Not:  whether they are linked: link/utterances.py, link/relations.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from podobno.link.days import days_apart
from podobno.records.claims import Claim, Source
from podobno.records.links import Evidence
from podobno.records.sketches import ClaimSketch, Sketch
from podobno.records.text import Span

NEAR_DAYS = 1  # between two articles that tell the news of one day


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a link: a claim and its article."""

    claim: ClaimSketch
    near: Sketch


def show_grounds(a: Side, b: Side) -> Iterator[Evidence]:
    """Yield what two claims of one speaker have in common."""
    one, other = a.claim.claim, b.claim.claim
    yield show_speaker(a, b)
    yield show_words(a, b)
    yield from show_figures(one, other)
    for left, right in product(one.chain[:-1], other.chain[:-1]):
        if left.name == right.name:
            yield Evidence(code="medium", a=left.span, b=right.span)
    apart = days_apart(a.near.article, b.near.article)
    if a.near is not b.near and apart is not None and apart <= NEAR_DAYS:
        yield Evidence(code="day")


def show_speaker(a: Side, b: Side) -> Evidence:
    """Return where both name the speaker."""
    return Evidence(code="speaker", a=_speaker(a.claim.claim), b=_speaker(b.claim.claim))


def show_words(a: Side, b: Side) -> Evidence:
    """Return the contents of both, each from its first word to its last."""
    return Evidence(code="words", a=_content(a.claim.claim), b=_content(b.claim.claim))


def show_figures(a: Claim, b: Claim) -> Iterator[Evidence]:
    """Yield the figures with the same bounds."""
    for left, right in product(a.figures, b.figures):
        if (left.low, left.high) == (right.low, right.high):
            yield Evidence(code="figure", a=left.span, b=right.span)


def _content(claim: Claim) -> Span:
    return Span(article=claim.article, start=claim.content[0].start, end=claim.content[-1].end)


def _speaker(claim: Claim) -> Span | None:
    origin: Source | None = claim.origin
    return claim.speaker or (origin.span if origin else None)
