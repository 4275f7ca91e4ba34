"""What the addresses of all pages have in common.

In:   a request.
Out:  its visit; what an address may answer.
Not:  the addresses themselves.
"""

from typing import Any

from fastapi import HTTPException, Request

from podobno.ledger.claims import KeptClaim
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
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
    307: {"description": "The permalink of an address with empty fields."},
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


def find_claim(ledger: Ledger, id_: str, visit: Visit) -> KeptClaim:
    """Return a claim by its id; what the ledger did not hold on the day asked for raises Missing."""
    kept = next(ledger.claims(Selection(ids=(id_,), clocks=visit.clocks)), None)
    if kept is None:
        raise Missing("fault.claim")
    return kept
