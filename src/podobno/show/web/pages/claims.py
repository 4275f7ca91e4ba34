"""Claims: looked for by words and speaker, and one with all that it stands in.

In:   the address of a claim, or a question.
Out:  its page.
Not:  the choice of claims: ask/claims.py.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.origins import ask_origins
from podobno.ask.relations import OPPOSED, Relation, relate_claims
from podobno.ask.stories import find_story
from podobno.ask.timeline import claims_seen
from podobno.ask.utterances import View as Seen
from podobno.ask.utterances import find_utterance, open_view
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.show.answers import claim_dict, explanation_dict
from podobno.show.linkdicts import relation_dict, utterance_dict
from podobno.show.origindicts import origins_dict
from podobno.show.web.articleparts import part_of
from podobno.show.web.faults import Missing
from podobno.show.web.pages.judgements import judged_of, may_be_same, rulings_dict
from podobno.show.web.pages.routes import ANSWERS, begin, find_claim, lead_to_stead
from podobno.show.web.schemas import ClaimPageTold, ClaimsTold, ExplanationTold
from podobno.show.web.stretches import claim_sentence
from podobno.show.web.trees import lay_out
from podobno.show.web.views import ClaimsView, Id, ToldView, View
from podobno.show.web.visits import PAGE_SIZE, Leaf, days_of_all, turn

router = APIRouter(tags=["claims"])
MOST_EXPLAINED = 60_000  # letters of an article that is read again while somebody waits
BUSY = 503
MOST_OTHERS = 12  # claims to be judged the same as one, listed beside it
RELATIONS = (*OPPOSED, "agrees")  # in the order of the page: first what one looks for


@router.get("/claims", response_model=ClaimsTold, responses=ANSWERS)
def list_claims(request: Request, view: Annotated[ClaimsView, Query()]) -> Response:
    """Look for claims, by day of publication."""
    visit = begin(request, view)
    is_asked = any((view.words, view.by, view.stance, view.said, view.about, view.min_score is not None))
    question = ClaimQuestion(
        words=(view.words,) if view.words else (),
        by=view.by,
        stance=view.stance,
        clocks=visit.clocks,
        min_score=view.min_score or None,
        limit=view.page * PAGE_SIZE + 1,
    )
    with visit.site.open() as ledger:
        # With nothing asked, any claim would do: the form says so, and no list is made of all.
        found = list(ask_claims(ledger, question, visit.site.lemmas)) if is_asked else []
        days = days_of_all(visit, ledger)
    leaf = turn([one.kept for one in found], view.page)
    return visit.show("claims.html", claims_dict(leaf), leaf=leaf, is_asked=is_asked, days=days)


@router.get("/claims/{id_}", response_model=ClaimPageTold, responses=ANSWERS)
def show_claim(request: Request, id_: Id, view: Annotated[ToldView, Query()]) -> Response:
    """Show a claim with every report of the same utterance and what stands against it."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        led = lead_to_stead(ledger, visit, "claims", id_)
        if led is not None:
            return led
        kept = find_claim(ledger, id_, visit)
        seen = open_view(ledger, visit.clocks)
        utterance = find_utterance(seen, kept.id)
        reports = [report.id for report in utterance.reports]
        relations = list(relate_claims(seen, reports, RELATIONS))
        origins = ask_origins(ledger, kept.id, visit.clocks, visit.site.reading.knowing(ledger))
        judged = judged_of(seen, next(one for one in utterance.reports if one.id == kept.id))
        others = _others(seen, kept, reports) if visit.may_judge else []
    told = claim_line(kept) | {"recorded": kept.recorded, "maker": kept.maker}
    told["utterance"] = utterance_dict(utterance)
    told["relations"] = [relation_dict(one) for one in relations]
    told["origins"] = origins_dict(origins)
    told["judged"] = rulings_dict(judged.rulings)
    return visit.show(
        "claim.html",
        told,
        kept=kept,
        sentence=claim_sentence(kept),
        part=_part(kept),
        utterance=utterance,
        origins=origins,
        articles={one.article: one.kept.article for one in utterance.reports},
        sides=_sides(sorted(relations, key=lambda one: RELATIONS.index(one.kept.link.kind)), reports),
        judged=judged,
        others=others,
        may_judge=visit.may_judge,
        may_be_same=may_be_same,
    )


def _others(seen: Seen, kept: KeptClaim, reports: Sequence[str]) -> list[KeptClaim]:
    """Return other claims of the same story in the same name: of these a person may know that they are the same."""
    if kept.claim.origin is None:
        return []
    name, story = fold(kept.claim.origin.name), find_story(seen.ledger, kept.article, seen.clocks)
    told = (one for one in claims_seen(seen.ledger, story.articles, seen.clocks) if one.id not in reports)
    return [one for one in told if one.claim.origin is not None and fold(one.claim.origin.name) == name][:MOST_OTHERS]


@router.get("/claims/{id_}/explain", response_model=ExplanationTold, responses=ANSWERS)
def explain_claim(request: Request, id_: Id, view: Annotated[View, Query()]) -> Response:
    """Say why a claim was read as it was: its article is read again, which takes seconds the first time."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        kept = find_claim(ledger, id_, visit)
        if len(kept.article.text) > MOST_EXPLAINED:
            raise Missing("fault.explain_long")
        explanation = visit.site.explainer.explain(ledger, kept.id)
    if explanation is None:
        raise HTTPException(BUSY)
    return visit.show(
        "explain.html",
        explanation_dict(explanation),
        kept=kept,
        sentence=claim_sentence(kept),
        explanation=explanation,
        grounds=explanation.grounds,
        limbs=lay_out(explanation.grounds.tree) if explanation.grounds is not None else [],
    )


def _part(kept: KeptClaim) -> int | None:
    """Return the part of its article that a claim stands in; None: the first."""
    part = part_of(kept.article.text, kept.claim.content[0].start)
    return part if part > 1 else None


def claims_dict(leaf: Leaf) -> dict[str, Any]:
    """Return one page of claims as data."""
    return {"claims": [claim_line(kept) for kept in leaf.things], "page": leaf.page, "more": leaf.has_more}


def claim_line(kept: KeptClaim) -> dict[str, Any]:
    """Return a claim with its id as data."""
    return {"id": kept.id, **claim_dict(kept.claim, kept.article)}


def _sides(relations: Sequence[Relation], ours: Sequence[str]) -> list[tuple[str, Relation, KeptClaim, KeptClaim]]:
    """Return each relation as seen from here: the key of its phrase, our report, the other claim."""
    told = []
    for one in relations:
        is_ours = one.a.id in ours
        key = one.kept.link.kind if is_ours else f"{one.kept.link.kind}_back"
        told.append((key, one, *((one.a.kept, one.b.kept) if is_ours else (one.b.kept, one.a.kept))))
    return told
