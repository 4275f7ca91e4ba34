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
from podobno.ask.utterances import View as Seen
from podobno.ask.utterances import open_view
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.show.answers import judgement_dict
from podobno.show.web.pages.routes import ANSWERS, begin
from podobno.show.web.schemas import JudgementsTold
from podobno.show.web.views import JudgementsView
from podobno.show.web.visits import turn

router = APIRouter(tags=["judgements"])


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements with the claims that they are about."""

    rulings: tuple[Ruling, ...]  # the newest first
    claims: Mapping[str, ClaimAnswer]  # by id; of those that are seen as of the day asked for


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


def dated_of(rulings: Iterable[Ruling], article: str) -> Judged:
    """Return what persons judged of the date of an article."""
    return Judged(tuple(reversed(rulings_dating(rulings, article))), {})


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
    return Judged(held, seen.claims(ids))
