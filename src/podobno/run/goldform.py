"""Write a reading in the form of the gold: one JSON object an article, every string as [start, end].

In:   a reading.
Out:  a dict that json can write.
Not:  the ledger's forms.
"""

import hashlib
from decimal import Decimal
from typing import Any

from podobno.records.claims import Claim
from podobno.records.readings import Reading
from podobno.records.text import Span
from podobno.records.values import Figure


def gold_line(reading: Reading, doc: str) -> dict[str, Any]:
    """Return the gold's object for a reading; doc is its name."""
    article = reading.article
    return {
        "doc": doc,
        "lang": article.language,
        "published": article.published,
        "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "claims": [_claim(claim, number) for number, claim in enumerate(reading.claims, 1)],
        "figures": [_figure(figure) for figure in reading.found.figures],
        "times": [{"text": _pair(time.span), "value": time.value} for time in reading.found.times],
    }


def _claim(claim: Claim, number: int) -> dict[str, Any]:
    return {
        "id": f"c{number}",
        "content": [_pair(span) for span in claim.content],
        "mode": claim.mode,
        "cue": _pair(claim.cue),
        "source": _pair(claim.speaker),
        "chain": [source.name for source in claim.chain],
        "stance": claim.stance,
        "conditional": claim.conditional,
        "said": claim.said,
        "carried": claim.carried,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": _pair(figure.span),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "approx": figure.approximate,
        "unit": figure.unit,
        "per": figure.per,
        "kind": figure.kind,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
