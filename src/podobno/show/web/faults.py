"""Tell a visitor what went wrong and what to do: no traceback, no page without a way out.

In:   what was raised while a request was answered.
Out:  a page or data with a status from 400 on.
Not:  refusals before any page: show/web/guard.py.
"""

import sys
import traceback
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from podobno.records.errors import BadUse, LedgerBusy, LedgerError, PodobnoError
from podobno.show.settings import read_settings
from podobno.show.web.phrases import Phrases
from podobno.show.web.refusals import Refused
from podobno.show.web.site import Site
from podobno.show.web.visits import find_phrases, render

BAD_REQUEST, NOT_FOUND, FAULT, BUSY = 400, 404, 500, 503
FIELDS = {  # of an address, to the phrase that says what may stand there
    "as_of": "field_day",
    "known": "field_day",
    "said": "field_days",
    "about": "field_days",
    "stance": "field_stance",
    "min_score": "field_score",
    "page": "field_page",
    "part": "field_part",
    "id_": "field_id",
}
UNKNOWN, TOO_LONG, MISSING = "extra_forbidden", "string_too_long", "missing"  # kinds of pydantic's errors
KINDS = {UNKNOWN: "field_unknown", TOO_LONG: "field_long", MISSING: "field_missing"}


class Missing(Exception):
    """What an address names is not in the ledger, or not there yet at the day asked for."""

    def __init__(self, key: str) -> None:
        """Take the key of the phrase that says what is missing."""
        super().__init__(key)
        self.key = key


def catch_faults(app: FastAPI, site: Site) -> None:
    """Make an application tell each fault in words."""

    def missing(request: Request, fault: Exception) -> Response:
        return tell(site, request, NOT_FOUND, find_phrases(site, request).say(str(fault)))

    def unwanted(request: Request, fault: Exception) -> Response:
        status = fault.status if isinstance(fault, Refused) else BAD_REQUEST
        return tell(site, request, status, find_phrases(site, request).say(str(fault)))

    def busy(request: Request, fault: Exception) -> Response:
        return tell(site, request, BUSY, find_phrases(site, request).say("fault.busy"))

    def wrong(request: Request, fault: Exception) -> Response:
        is_checked = isinstance(fault, RequestValidationError)
        told = _words(fault, find_phrases(site, request)) if is_checked else str(fault)
        return tell(site, request, BAD_REQUEST, told)

    def refused(request: Request, fault: Exception) -> Response:
        status = fault.status_code if isinstance(fault, HTTPException) else BAD_REQUEST
        answer = tell(site, request, status, "")
        answer.headers.update(getattr(fault, "headers", None) or {})
        return answer

    def broken(request: Request, fault: Exception) -> Response:
        _report(fault)
        status = BUSY if isinstance(fault, LedgerError) else FAULT
        return tell(site, request, status, "")

    app.add_exception_handler(Missing, missing)
    app.add_exception_handler(Refused, unwanted)
    app.add_exception_handler(LedgerBusy, busy)
    app.add_exception_handler(BadUse, wrong)
    app.add_exception_handler(RequestValidationError, wrong)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(PodobnoError, broken)
    app.add_exception_handler(Exception, broken)


def tell(site: Site, request: Request, status: int, told: str) -> Response:
    """Return a page, or data where data was asked for, that says what is wrong and leads on."""
    said = told or find_phrases(site, request).say(f"fault.{status}") if _is_told(site, status) else told
    if request.query_params.get("format") == "json":
        return JSONResponse({"status": status, "told": said or HTTPStatus(status).phrase}, status)
    shown = {"status": status, "told": said, "view": None, "slider": None}
    return render(site, request, "fault.html", shown, status)


def _is_told(site: Site, status: int) -> bool:
    return all(phrases.has(f"fault.{status}") for phrases in site.phrases.values())


def _words(fault: Exception, phrases: Phrases) -> str:
    """Say which part of the address is wrong, and what may stand there."""
    errors = fault.errors() if isinstance(fault, RequestValidationError) else []
    told = {}
    for error in errors:
        name = str(error["loc"][min(1, len(error["loc"]) - 1)])
        key = KINDS.get(error["type"]) or FIELDS.get(name, "field_other")
        told[name] = f"{name.strip('_')}: {phrases.say(f'fault.{key}')}"
    return " ".join(told.values())


def _report(fault: Exception) -> None:
    """Tell whoever runs the server, as the commands do; whoever looks at a page is told no inner matter."""
    if read_settings().debug:
        traceback.print_exception(fault)
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
    sys.stderr.write(f"podobno: a page failed: {type(fault).__name__} at {where}: {fault}\n")
