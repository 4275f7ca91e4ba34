"""Turn utterances, relations, stories and copies into plain dicts for JSON lines.

In:   answers of ask.
Out:  dicts of texts, numbers and lists; every span as [start, end] in the text of the article named beside it.
Not:  printing them, which is show/lines.py.
"""

from typing import Any

from podobno.ask.relations import Relation
from podobno.ask.stories import Copied, Story
from podobno.ask.utterances import Utterance
from podobno.ledger.links import KeptLink
from podobno.records.text import Article, Span
from podobno.show.answers import answer_dict, article_dict


def utterance_dict(utterance: Utterance) -> dict[str, Any]:
    """Return an utterance with all its reports and what holds them together."""
    articles = {report.article: report.kept.article for report in utterance.reports}
    return {
        "id": utterance.id,
        "articles": len(utterance.articles),
        "fullest": utterance.fullest.id,
        "reports": [answer_dict(report) for report in utterance.reports],
        "links": [link_dict(kept, articles) for kept in utterance.links],
    }


def relation_dict(relation: Relation) -> dict[str, Any]:
    """Return two claims and how the first stands to the second."""
    articles = {side.article: side.kept.article for side in (relation.a, relation.b)}
    return {**link_dict(relation.kept, articles), "a": answer_dict(relation.a), "b": answer_dict(relation.b)}


def story_dict(story: Story) -> dict[str, Any]:
    """Return a story with its articles."""
    articles = {one.id: one for one in story.articles}
    return {
        "id": story.id,
        "title": story.title,
        "articles": [article_dict(one) for one in story.articles],
        "links": [link_dict(kept, articles) for kept in story.links],
    }


def copy_dict(copied: Copied) -> dict[str, Any]:
    """Return two articles with the passages that they share."""
    articles = {one.id: one for one in (copied.a, copied.b)}
    taking = copied.taking
    told: dict[str, Any] = {"reason": taking.reason, "source": taking.source, "agency": taking.agency}
    told["span"] = None if taking.span is None else side_dict(taking.span, articles)
    sides = {"a": article_dict(copied.a), "b": article_dict(copied.b)}
    return {**link_dict(copied.kept, articles), **sides, "taking": told}


def link_dict(kept: KeptLink, articles: dict[str, Article]) -> dict[str, Any]:
    """Return a link with its reasons; articles: those of its ends, by id."""
    link = kept.link
    told = [
        {"code": one.code, "a": side_dict(one.a, articles), "b": side_dict(one.b, articles)} for one in link.evidence
    ]
    return {
        "link": kept.id,
        "kind": link.kind,
        "a": link.a,
        "b": link.b,
        "evidence": told,
        "score": link.score,
        "rule": link.rule,
        "maker": kept.maker,
        "recorded": kept.recorded,
    }


def side_dict(span: Span | None, articles: dict[str, Article]) -> dict[str, Any] | None:
    """Return one side of a reason: its article, place and words; None where the text has none."""
    if span is None:
        return None
    return {"article": span.article, "span": [span.start, span.end], "text": articles[span.article].quotation(span)}
