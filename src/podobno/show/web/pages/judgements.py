"""Judgements: the list of those that stand, and those about one claim.

In:   the address of the list; a claim.
Out:  its page; what persons judged of the claim.
Not:  giving and undoing them: show/web/pages/judging.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from podobno.ask.claims import ClaimAnswer
from podobno.ask.judgements import Ruling, rulings_dating
from podobno.ask.stories import Story, see_articles
from podobno.ask.utterances import View as Seen
from podobno.ask.utterances import open_view
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.text import Article
from podobno.show.answers import judgement_dict
from podobno.show.web.pages.routes import ANSWERS, begin
from podobno.show.web.schemas import JudgementsTold
from podobno.show.web.views import JudgementsView
from podobno.show.web.visits import turn

router = APIRouter(tags=["judgements"])
MOST_NAMED = 2  # articles of one judgement that its line names; of more it says how many


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements with the claims that they are about."""

    rulings: tuple[Ruling, ...]  # the newest first
    claims: Mapping[str, ClaimAnswer]  # by id; of those that are seen as of the day asked for
    articles: Mapping[str, Article]  # by id; of those that a judgement's line names


@router.get("/judgements", response_model=JudgementsTold, responses=ANSWERS)
def list_judgements(request: Request, view: Annotated[JudgementsView, Query()]) -> Response:
    """List the judgements that stand, the newest first."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        seen = open_view(ledger, visit.clocks)
        leaf = turn(tuple(reversed(seen.rulings)), view.page)
        judged = _with_claims(seen, leaf.things)
    told = {"judgements": rulings_dict(judged.rulings), "page": leaf.page, "more": leaf.has_more}
    return visit.show("judgements.html", told, judged=judged, leaf=leaf)


def judged_of(seen: Seen, one: ClaimAnswer) -> Judged:
    """Return what persons judged of a claim, of the sources of its chain and of its outlet."""
    sources = (one.outlet or "", *one.chain, *(source.name for source in one.kept.claim.chain))
    names = {fold(name) for name in sources}
    about = [ruling for ruling in seen.rulings if _is_about(ruling, one.id, names)]
    return _with_claims(seen, reversed(about))


def judged_of_story(ledger: Ledger, rulings: Iterable[Ruling], story: Story, clocks: Clocks) -> Judged:
    """Return what persons judged of the articles of a story: with what they are one, with what not, their dates."""
    own = {one.id for one in story.articles}
    about = [one for one in rulings if one.judgement.kind == "article" and not own.isdisjoint(one.subjects)]
    newest_first = tuple(reversed(about))
    return Judged(newest_first, {}, named_articles(ledger, newest_first, clocks))


def dated_of(rulings: Iterable[Ruling], article: str) -> Judged:
    """Return what persons judged of the date of an article."""
    return Judged(tuple(reversed(rulings_dating(rulings, article))), {}, {})


def may_be_same(a: KeptClaim, b: KeptClaim) -> bool:
    """Say whether two claims may be one utterance: the same name, or none; under two names they need their pages."""
    names = {fold(one.claim.origin.name) for one in (a, b) if one.claim.origin is not None}
    return len(names) < 2


def rulings_dict(rulings: Iterable[Ruling]) -> list[dict[str, Any]]:
    """Return judgements as data."""
    return [judgement_dict(one.id, one.judgement) for one in rulings]


def _is_about(ruling: Ruling, claim: str, names: set[str]) -> bool:
    if ruling.judgement.kind == "source":
        return fold(ruling.judgement.subjects[0]) in names
    return claim in ruling.subjects


def _with_claims(seen: Seen, rulings: Iterable[Ruling]) -> Judged:
    held = tuple(rulings)
    ids = {id_ for one in held if one.judgement.kind == "claim" for id_ in one.subjects}
    return Judged(held, seen.claims(ids), named_articles(seen.ledger, held, seen.clocks))


def named_articles(ledger: Ledger, rulings: Iterable[Ruling], clocks: Clocks) -> dict[str, Article]:
    """Return the articles that the lines of judgements name: the first few of each."""
    judged = (one.subjects[:MOST_NAMED] for one in rulings if one.judgement.kind == "article")
    return see_articles(ledger, {id_ for subjects in judged for id_ in subjects}, clocks)
