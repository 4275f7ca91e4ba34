"""List the spans of a record, to hold them against their text.

In:   claims, figures, problems.
Out:  every span that they hold.
Not:  the holding, which is ledger/check.py and ledger/store.py.
"""

from collections.abc import Iterator

from podobno.records.claims import Claim
from podobno.records.text import Article, Span


def claim_spans(claim: Claim) -> Iterator[Span]:
    """Yield the spans of a claim: its words, cue, speaker, chain, figures and times."""
    yield from claim.content
    yield from (span for span in (claim.cue, claim.speaker, *(s.span for s in claim.chain)) if span is not None)
    yield from (figure.span for figure in claim.figures)
    yield from (time.span for time in claim.about)


def stray_span(claim: Claim, article: Article) -> Span | None:
    """Return the first span of a claim that does not lie in its article; None: all do."""
    key, length = article.id, len(article.text)
    return next((span for span in claim_spans(claim) if span.article != key or span.end > length), None)
