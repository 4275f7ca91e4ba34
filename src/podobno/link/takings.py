"""Tell who likely took a shared passage from whom.

In:   the sketches of two articles that a copy links.
Out:  Taking: the article or the agency that had the words first, with the reason; unknown stays unknown.
Not:  whether they share anything, which is link/copies.py.

What an article says of itself comes first: it names the other one's outlet as its source. Then the agency under either:
the words are the agency's. Then the day: the earlier one had them. The better known outlet is never a reason.
"""

import re
from collections.abc import Iterator

from podobno.link.copies import agencies_of
from podobno.records.edtf import edtf_bounds
from podobno.records.links import Taking
from podobno.records.sketches import Sketch
from podobno.records.text import Article, Span

LETTERS = re.compile(r"[\W_]+")
LEAST = 4  # letters of a part of a host that is a name: "onet", not "www", "com" or "pl"


def likely_source(a: Sketch, b: Sketch) -> Taking:
    """Return from whom the words were likely taken; the same for both orders of the two."""
    return _cited(a, b) or _agency(a.article, b.article) or _earlier(a.article, b.article) or Taking(reason="unknown")


def _cited(a: Sketch, b: Sketch) -> Taking | None:
    """Return the one that the other names as its source; where each names the other, nothing is known."""
    by_a, by_b = next(_namings(a, b.article), None), next(_namings(b, a.article), None)
    if by_a is not None and by_b is None:
        return Taking(reason="cited", source=b.article.id, span=by_a)
    if by_b is not None and by_a is None:
        return Taking(reason="cited", source=a.article.id, span=by_b)
    return None


def _namings(sketch: Sketch, other: Article) -> Iterator[Span]:
    """Yield where an article names the outlet of another one as a source; of its own outlet it says nothing so."""
    theirs = _outlet_names(other) - _outlet_names(sketch.article)
    for source in (source for one in sketch.claims for source in one.claim.chain):
        if source.span is not None and _plain(source.name) in theirs:
            yield source.span


def _outlet_names(article: Article) -> frozenset[str]:
    """Return an outlet's name as it may be printed: all of it, a host without its end, and the host's parts."""
    outlet = article.outlet or ""
    parts = outlet.split(".")[:-1] if " " not in outlet else []
    names = [outlet, *(part for part in parts if len(part) >= LEAST)]
    return frozenset(_plain(name) for name in names) - {""}


def _plain(name: str) -> str:
    return LETTERS.sub("", name.casefold())


def _agency(a: Article, b: Article) -> Taking | None:
    theirs, others = agencies_of(a), agencies_of(b)
    shared = sorted(set(theirs) & set(others)) or sorted({*theirs, *others})
    return Taking(reason="agency", agency=shared[0]) if shared else None


def _earlier(a: Article, b: Article) -> Taking | None:
    """Return the one whose last possible day lies before the other's first."""
    (first_a, last_a), (first_b, last_b) = (
        edtf_bounds(one.published) if one.published else (None, None) for one in (a, b)
    )
    if last_a is not None and first_b is not None and last_a < first_b:
        return Taking(reason="earlier", source=a.id)
    if last_b is not None and first_a is not None and last_b < first_a:
        return Taking(reason="earlier", source=b.id)
    return None
