"""An article: its text with the claims marked, the list of its claims, what it shares with others.

In:   the address of an article.
Out:  its page.
Not:  cutting the text into stretches: show/web/stretches.py.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from podobno.ask.judgements import find_rulings
from podobno.ask.stories import Copied, Story, ask_copies, find_story, see_articles
from podobno.ask.timeline import claims_seen
from podobno.ledger.claims import KeptClaim
from podobno.ledger.store import Ledger
from podobno.read.origins import find_bylines
from podobno.records.clocks import Clocks
from podobno.records.text import Article, Span
from podobno.records.values import Figure
from podobno.show.answers import article_dict, claim_dict, figure_dict
from podobno.show.linkdicts import copy_dict
from podobno.show.web.articleparts import count_parts, part_bounds
from podobno.show.web.faults import Missing
from podobno.show.web.pages.judgements import dated_of, rulings_dict
from podobno.show.web.pages.routes import ANSWERS, begin, lead_to_stead
from podobno.show.web.passages import seen_from, shared_spans
from podobno.show.web.schemas import ArticlePageTold
from podobno.show.web.site import Reading
from podobno.show.web.stretches import FIGURE, FURNITURE, SHARED, article_paragraphs
from podobno.show.web.views import ArticleView, Id

router = APIRouter(tags=["articles"])


@router.get("/articles/{id_}", response_model=ArticlePageTold, responses=ANSWERS)
def show_article(request: Request, id_: Id, view: Annotated[ArticleView, Query()]) -> Response:
    """Show an article with its claims."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        led = lead_to_stead(ledger, visit, "articles", id_)
        if led is not None:
            return led
        article = _find(ledger, id_, visit.clocks)
        claims = claims_seen(ledger, [article], visit.clocks)
        loose = list(ledger.figures(article.id))
        copies = list(ask_copies(ledger, [article], visit.clocks))
        story = find_story(ledger, article, visit.clocks)
        judged = dated_of(find_rulings(ledger, view.known), article.id)
    bounds = part_bounds(article.text, view.part)
    if bounds[0] >= bounds[1] and view.part > 1:
        raise Missing("fault.part")
    beside = {
        FIGURE: [figure.span for figure in loose],
        FURNITURE: _aside(article, visit.site.reading),
        SHARED: shared_spans(article, copies),
    }
    paragraphs = article_paragraphs(article, claims, beside, bounds)
    told = _dict(article, claims, loose, copies) | {"story": story.id, "judged": rulings_dict(judged.rulings)}
    return visit.show(
        "article.html",
        told,
        article=article,
        claims=claims,
        numbered=[
            (number, kept)
            for number, kept in enumerate(claims, 1)
            if bounds[0] <= kept.claim.content[0].start < bounds[1]
        ],
        paragraphs=paragraphs,
        shown_marks={name for line in paragraphs for one in line for name in one.names},
        parts=count_parts(article.text),
        copies=[seen_from(article, one) for one in copies],
        story=story if len(story.articles) > 1 else None,
        others=_others(story, article),
        judged=judged,
        may_judge=visit.may_judge,
    )


def _find(ledger: Ledger, id_: str, clocks: Clocks) -> Article:
    known = see_articles(ledger, [id_], Clocks(known=clocks.known))
    if id_ not in known:
        raise Missing("fault.article")
    if clocks.as_of is not None and id_ not in see_articles(ledger, [id_], clocks):
        raise Missing("fault.article_not_yet")
    return known[id_]


def _others(story: Story, article: Article) -> list[Article]:
    return [one for one in story.articles if one.id != article.id]


def _aside(article: Article, reading: Reading) -> Iterator[Span]:
    """Yield what stands in the text and is none of it: words of the outlet to its reader, the lines of its makers."""
    places = list(reading.furniture.places(article.text))
    if reading.bylines is not None:
        places += [(one.start, one.end) for one in find_bylines(article.text, reading.bylines)]
    for start, end in places:
        if start < end:
            yield Span(article=article.id, start=start, end=end)


def _dict(article: Article, claims: list[KeptClaim], loose: list[Figure], copies: list[Copied]) -> dict[str, Any]:
    return {
        **article_dict(article),
        "text": article.text,
        "claims": [{"id": kept.id, **claim_dict(kept.claim, article)} for kept in claims],
        "figures": [figure_dict(figure, article) for figure in loose],
        "copies": [copy_dict(one) for one in copies],
    }
