"""A person or body: what is claimed in that name, in which roles, by whom it is quoted.

In:   a name as the claims have it.
Out:  its page.
Not:  which names are one person's: link/entitygroups.py.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from podobno.ask.claims import ClaimQuestion, select
from podobno.ask.entities import find_entity, folded_names
from podobno.ask.judgements import sort_rulings
from podobno.ask.relations import OPPOSED, Relation, relate_claims
from podobno.ask.utterances import open_view
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.records.entities import Entity
from podobno.show.linkdicts import relation_dict
from podobno.show.web.faults import Missing
from podobno.show.web.pages.claims import claims_dict
from podobno.show.web.pages.routes import ANSWERS, begin
from podobno.show.web.schemas import NameTold
from podobno.show.web.views import NameView
from podobno.show.web.visits import Leaf, Visit, days_of_all, turn

router = APIRouter(tags=["names"])
MOST_CLAIMS = 500  # that the roles and outlets are counted over
MOST_LISTED = 30  # outlets, or who hands on


@dataclass(frozen=True, slots=True)
class Role:
    """A role in which an article names somebody."""

    words: str
    first: str | None  # EDTF, the first and the last publication with it
    last: str | None
    claims: int


@router.get("/names", response_model=NameTold, responses=ANSWERS)
def show_name(request: Request, view: Annotated[NameView, Query()]) -> Response:
    """Show what is claimed in one name."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        entity = find_entity(ledger, view.name, visit.site.reading.names, visit.clocks)
        names = (fold(view.name), *(folded_names(entity) if entity is not None else ()))
        held = _claims(visit, ledger, view, names)
        days = days_of_all(visit, ledger)
        own = [kept for kept in held if _is_origin(kept, names)]
        handed = [kept for kept in held if not _is_origin(kept, names)]
        leaf = turn(own or handed, view.page)
        turns = _turns(ledger, visit, leaf, names) if own else []
    roles, outlets = _roles(held, names), Counter(kept.article.outlet for kept in held).most_common(MOST_LISTED)
    told = claims_dict(leaf) | {
        "name": view.name,
        "others": _others_dict(entity),
        "turns": [relation_dict(one) for one in turns],
        "roles": [{name: getattr(one, name) for name in Role.__slots__} for one in roles],
        "outlets": [{"outlet": outlet, "claims": claims} for outlet, claims in outlets],
    }
    return visit.show(
        "name.html",
        told,
        name=view.name,
        entity=entity,
        turns=turns,
        leaf=leaf,
        own=len(own),
        handed=len(handed),
        stances=Counter(kept.claim.stance for kept in own).most_common(),
        roles=roles,
        outlets=outlets,
        through=_through(own),
        days=days,
    )


def _turns(ledger: Ledger, visit: Visit, leaf: Leaf, names: Collection[str]) -> list[Relation]:
    """Return where words of one's own, on this page of the list, contradict, deny or succeed earlier ones."""
    found = relate_claims(open_view(ledger, visit.clocks), [kept.id for kept in leaf.things], OPPOSED)
    return [one for one in found if _is_origin(one.a.kept, names) and _is_origin(one.b.kept, names)]


def _others_dict(entity: Entity | None) -> list[dict[str, str]]:
    others = entity.others if entity is not None else ()
    return [{"name": one.name.base, "like": one.like, "reason": one.reason} for one in others]


def _claims(visit: Visit, ledger: Ledger, view: NameView, by: tuple[str, ...]) -> list[KeptClaim]:
    question = ClaimQuestion(words=(view.words,) if view.words else (), clocks=visit.clocks, limit=MOST_CLAIMS)
    found = list(ledger.claims(replace(select(ledger, question, visit.site.lemmas, sort_rulings(())), by=by)))
    if not found and next(ledger.claims(Selection(by=by, limit=1)), None) is None:
        raise Missing("fault.name")
    return found


def _is_origin(kept: KeptClaim, names: Collection[str]) -> bool:
    origin = kept.claim.origin
    return origin is not None and fold(origin.name) in names


def _roles(claims: Iterable[KeptClaim], names: Collection[str]) -> list[Role]:
    held: dict[str, list[str | None]] = {}
    printed: dict[str, str] = {}  # a role at the head of a sentence has a capital: the one within a sentence stays
    for kept in claims:
        for source in kept.claim.chain:
            if source.role and fold(source.name) in names:
                words = " ".join(source.role.split())
                printed[fold(words)] = max(words, printed.get(fold(words), words))
                held.setdefault(fold(words), []).append(kept.article.published)
    roles = [_role(printed[folded], published) for folded, published in held.items()]
    return sorted(roles, key=lambda role: (role.first or "", role.words))


def _role(words: str, published: list[str | None]) -> Role:
    days = sorted(day for day in published if day)
    return Role(words, days[0] if days else None, days[-1] if days else None, len(published))


def _through(claims: Iterable[KeptClaim]) -> list[tuple[str, int]]:
    """Return who hands the words on, with how many claims, the most first."""
    handing = Counter(source.name for kept in claims for source in kept.claim.chain[:-1])
    return handing.most_common(MOST_LISTED)
