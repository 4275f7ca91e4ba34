"""What the addresses of all pages have in common.

In:   a request.
Out:  its visit; what an address may answer.
Not:  the addresses themselves.
"""

from collections.abc import Mapping
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from podobno.ask.judgements import claims_now
from podobno.ledger.claims import KeptClaim
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.show.web.addresses import Addresses
from podobno.show.web.faults import Missing
from podobno.show.web.guard import PERMALINK
from podobno.show.web.schemas import HTML, TEXT, FaultTold
from podobno.show.web.site import Site
from podobno.show.web.views import View
from podobno.show.web.visits import Visit

LED = 307
FAULT: dict[str, Any] = {"model": FaultTold, "content": {**HTML["content"], **TEXT}}
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: HTML,
    307: {"description": "The permalink of an address with empty fields, or of what stands in the stead of this."},
    "4XX": {"description": "What is wrong, and what to do.", **FAULT},
}
BUSY: dict[str, Any] = {"description": "Another one is writing. Try again in a moment.", **FAULT}
LED_BACK: dict[int | str, dict[str, Any]] = {
    303: {"description": "Done; back to the page that it was done on."},
    "4XX": ANSWERS["4XX"],
    503: BUSY,
}
LED_ON: dict[int | str, dict[str, Any]] = {
    **LED_BACK,
    303: {"description": "Read; on to the article with its claims."},
    200: {"description": "Several articles were read.", **HTML},
}


def begin(request: Request, view: View) -> Visit:
    """Return the visit of a request; one whose address holds empty fields is led to its permalink, when it is right."""
    if hasattr(request.state, PERMALINK):
        raise HTTPException(LED, headers={"location": getattr(request.state, PERMALINK)})
    site: Site = request.app.state.site
    return Visit(site, request, view)


def lead_to_stead(ledger: Ledger, visit: Visit, section: str, id_: str) -> Response | None:
    """Return the way to what stands in the stead of an article, its claim or its story; None: it is shown itself."""
    known = visit.clocks.known
    replaced = ledger.replaced(known)
    if not replaced:
        return None
    stead = replaced.get(id_) if section != "claims" else _stead_of_claim(ledger, id_, known, replaced)
    if stead is None:
        return None
    query = dict(visit.request.query_params)
    path = f"/{section}/{stead}"
    told = {"told": query.get("told", "replaced"), "format": query.get("format")}
    return RedirectResponse(Addresses(path, query).to(path, **told), LED)


def _stead_of_claim(ledger: Ledger, id_: str, known: str | None, replaced: Mapping[str, str]) -> str | None:
    claim = ledger.claim(id_)
    is_replaced = claim is not None and claim.article in replaced
    return dict(claims_now(ledger, [id_], known)).get(id_) if is_replaced else None


def find_claim(ledger: Ledger, id_: str, visit: Visit) -> KeptClaim:
    """Return a claim by its id; what the ledger did not hold on the day asked for raises Missing."""
    kept = next(ledger.claims(Selection(ids=(id_,), clocks=visit.clocks)), None)
    if kept is None:
        raise Missing("fault.claim")
    return kept
