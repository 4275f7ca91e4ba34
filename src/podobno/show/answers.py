"""Turn answers into plain dicts for JSON lines.

In:   answers of ask.
Out:  dicts of texts, numbers and lists; every span as [start, end] in the article's text.
Not:  printing them, which is show/lines.py.
"""

from typing import Any

from podobno.records.claims import Claim
from podobno.records.text import Article, Span
from podobno.records.values import Figure
from podobno.show.words import ELLIPSIS


def article_dict(article: Article) -> dict[str, Any]:
    """Return what is known of an article, without its text."""
    keys = ("id", "title", "outlet", "url", "published", "byline", "agency", "language")
    return {key: getattr(article, key) for key in keys}


def claim_dict(claim: Claim, article: Article) -> dict[str, Any]:
    """Return a claim with its words and its article."""
    return {
        "speaker": claim.origin.name if claim.origin else None,
        "stance": claim.stance,
        "conditional": claim.conditional,
        "quotation": ELLIPSIS.join(article.quotation(span) for span in claim.content),
        "spans": [_pair(span) for span in claim.content],
        "mode": claim.mode,
        "chain": [source.name for source in claim.chain],
        "said": claim.said,
        "figures": [figure_dict(figure, article) for figure in claim.figures],
        "about": [{"text": article.quotation(time.span), "value": time.value} for time in claim.about],
        "score": claim.score,
        "article": article_dict(article),
    }


def figure_dict(figure: Figure, article: Article) -> dict[str, Any]:
    """Return a figure with its words; bounds are numbers, or None where the text states none."""
    return {
        "text": article.quotation(figure.span),
        "span": _pair(figure.span),
        "low": None if figure.low is None else float(figure.low),
        "high": None if figure.high is None else float(figure.high),
        "approximate": figure.approximate,
        "unit": figure.unit,
        "per": figure.per,
        "kind": figure.kind,
        "forecast": figure.forecast,
        "where": list(figure.where),
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
