"""Turn origins and series into plain dicts for JSON lines.

In:   answers of ask/origins.py and ask/series.py.
Out:  dicts of texts, numbers and lists; every span as [start, end] in the text of the article named beside it.
Not:  printing them, which is show/lines.py.
"""

from collections.abc import Iterator
from typing import Any

from podobno.ask.independence import Independence, Origin, Pair
from podobno.ask.origins import OriginsAnswer
from podobno.ask.series import Point, Series
from podobno.ask.ties import REASONS
from podobno.show.answers import answer_dict, claim_dict, figure_dict
from podobno.show.linkdicts import side_dict


def origins_dict(answer: OriginsAnswer) -> dict[str, Any]:
    """Return a claim with the origins of its utterance, and with those of the utterances that agree."""
    return {
        "claim": answer_dict(answer.asked),
        "utterance": answer.utterance.id,
        "agreeing": [utterance.id for utterance in answer.agreeing],
        "own": _independence(answer.own),
        "all": _independence(answer.all),
    }


def _independence(found: Independence) -> dict[str, Any]:
    return {
        "reports": sum(len(origin.reports) for origin in found.origins),
        "origins": [_origin(origin) for origin in found.origins],
        "independent": found.independent,
        "not_established": found.open,
        "pairs": [_pair(pair) for pair in found.pairs],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    firsthand = [
        {"claim": report.id, "code": one.code, **(side_dict(one.a, {report.article.id: report.article}) or {})}
        for report, one in origin.firsthand
    ]
    return {
        "name": origin.source.name,
        "is_named": origin.is_named,
        "reports": [
            {"id": report.id, "utterance": report.utterance, **claim_dict(report.kept.claim, report.article)}
            for report in origin.reports
        ],
        "joined": [_pair(pair) for pair in origin.joined],
        "firsthand": firsthand,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    articles = {one.article.id: one.article for one in (pair.a, pair.b)}
    reasons = [
        {"code": one.code, "words": REASONS[one.code], "a": side_dict(one.a, articles), "b": side_dict(one.b, articles)}
        for one in pair.reasons
    ]
    return {"a": pair.a.id, "b": pair.b.id, "state": pair.state, "reasons": reasons}


def series_dicts(series: Series) -> Iterator[dict[str, Any]]:
    """Yield a dict for each point of a series."""
    for point in series.points:
        yield {"series": {"kind": series.kind, "unit": series.unit, "per": series.per}, **_point(point)}


def _point(point: Point) -> dict[str, Any]:
    first = point.first
    return {
        "point": point.id,
        **figure_dict(first.figure, first.claim.kept.article),
        "source": first.claim.speaker,
        "said": first.claim.said,
        "published": first.claim.published,
        "meant": first.meant,
        "is_capacity": first.is_capacity,
        "is_forecast": first.is_forecast,
        "reports": [answer_dict(row.claim) for row in point.reports],
        "marks": [{"kind": mark.kind, "other": mark.other, "score": mark.score} for mark in point.marks],
    }
