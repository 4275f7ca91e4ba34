"""Turn answers into plain dicts for JSON lines.

In:   answers of ask.
Out:  dicts of texts, numbers and lists; every span as [start, end] in the article's text.
Not:  printing them, which is show/lines.py.
"""

from dataclasses import fields, is_dataclass
from typing import Any

from podobno.ask.claims import ClaimAnswer
from podobno.claim.reasons import NAMINGS, RULES, STEPS, WAYS
from podobno.records.claims import Claim
from podobno.records.explanations import Explanation, Grounds
from podobno.records.judgements import Judgement
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


def answer_dict(answer: ClaimAnswer) -> dict[str, Any]:
    """Return an answer: its claim, the chain as a person set it right, what was judged."""
    told = {"id": answer.id, **claim_dict(answer.kept.claim, answer.kept.article)}
    judged = [judgement_dict(ruling.id, ruling.judgement) for ruling in answer.judged]
    return {**told, "speaker": answer.speaker, "chain": list(answer.chain), "judged": judged}


def judgement_dict(id_: str, judgement: Judgement) -> dict[str, Any]:
    """Return a judgement with its id."""
    return {"id": id_, **{field.name: getattr(judgement, field.name) for field in fields(judgement)}}


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


def explanation_dict(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation: the claim as kept, what is read otherwise now, and the grounds of what is read now."""
    article, grounds = explanation.article, explanation.grounds
    return {
        "id": explanation.id,
        "claim": claim_dict(explanation.kept, article),
        "is_read_so": explanation.is_read_so,
        "changes": list(explanation.changes),
        "maker": explanation.maker,
        "maker_now": explanation.maker_now,
        "grounds": None if grounds is None else _grounds_dict(grounds, article),
    }


def _grounds_dict(grounds: Grounds, article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {"claim": claim_dict(grounds.claim, article), "rule": grounds.rule}
    told["rule_told"] = RULES.get(grounds.rule, grounds.rule)
    told["usage"] = _told(grounds.usage, article)
    choice = _told(grounds.choice, article)
    told["choice"] = {**choice, "way_told": WAYS[grounds.choice.way], "naming_told": NAMINGS[grounds.choice.naming]}
    told["steps"] = [{**_told(step, article), "way_told": STEPS[step.way]} for step in grounds.steps]
    rest = ("stance", "condition", "sureness", "tree")
    return {**told, **{name: _told(getattr(grounds, name), article) for name in rest}}


def _told(value: Any, article: Article) -> Any:
    """Return a record as a dict, each span as its words and its place."""
    if isinstance(value, Span):
        return {"text": article.quotation(value), "span": _pair(value)}
    if is_dataclass(value):
        return {field.name: _told(getattr(value, field.name), article) for field in fields(value)}
    return [_told(one, article) for one in value] if isinstance(value, tuple) else value


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
