"""Judge on the pages: sign once, judge, undo.

In:   forms of our own pages.
Out:  the same judgements as `podobno judge` keeps; then the page that one came from.
Not:  what a judgement is, which is show/verdicts.py; listing them: show/web/pages/judgements.py.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from podobno.ledger.store import Ledger
from podobno.records.errors import BadUse
from podobno.show.verdicts import Signature, keep_chain, keep_claim, keep_date, keep_source, keep_together, keep_undoing
from podobno.show.web.addresses import Addresses, id_in_address
from podobno.show.web.given import JudgementGiven, SignatureGiven
from podobno.show.web.pages.routes import LED_BACK
from podobno.show.web.pens import keep_name, tidy_name
from podobno.show.web.refusals import Refused
from podobno.show.web.site import Site
from podobno.show.web.views import View

router = APIRouter(tags=["judgements"])
PLACE = "judgements"  # the section of a page to come back to


@router.post("/signature", status_code=303, response_class=RedirectResponse, responses=LED_BACK)
def sign(request: Request, given: Annotated[SignatureGiven, Form()], view: Annotated[View, Query()]) -> Response:
    """Keep in a cookie who signs; an empty name forgets it."""
    _check(request, given.token)
    answer = _back(request, given.back, None)
    keep_name(answer, tidy_name(given.by))
    return answer


@router.post("/judgements", status_code=303, response_class=RedirectResponse, responses=LED_BACK)
def judge(request: Request, given: Annotated[JudgementGiven, Form()], view: Annotated[View, Query()]) -> Response:
    """Give a judgement, or take one back."""
    site = _check(request, given.token)
    by = tidy_name(given.by) or (site.desk.pens.of(request).by if site.desk is not None else "")
    if not by:
        raise Refused("fault.unsigned")
    signature = Signature(by=by, note=tidy_note(given.note))
    try:
        if given.act == "date":
            return _back(request, *_keep_date(site, given, signature))
        with site.open_to_write() as book:
            _keep(book, given, signature)
    except BadUse:
        raise Refused(f"fault.judge_{given.act}") from None
    return _back(request, _place(given), "undone" if given.act == "undo" else "judged")


def _place(given: JudgementGiven) -> str:
    """Return the page to come back to: a story that lost its first article has the address of the next one."""
    left = [one for one in given.articles.split() if one not in given.others.split()]
    is_gone = given.act == "split" and given.back == f"/stories/{given.others}"
    return f"/stories/{left[0]}" if is_gone and left else given.back


def tidy_note(note: str) -> str:
    """Return a note without what no text may hold."""
    return "".join(letter if letter.isprintable() else " " for letter in note).strip()


def _keep(book: Ledger, given: JudgementGiven, by: Signature) -> None:
    if given.act in ("same", "apart"):
        keep_together(book, given.act, "claim", (given.claim, id_in_address(given.other)), by)
    elif given.act == "chain":
        keep_chain(book, given.claim, tidy_note(given.chain), by)
    elif given.act == "claim":
        keep_claim(book, given.claim, given.grade, by)
    elif given.act == "source":
        keep_source(book, tidy_note(given.name), given.grade, by)
    elif given.act in ("join", "split"):
        keep_together(book, "same" if given.act == "join" else "apart", "article", _articles(given), by)
    else:
        keep_undoing(book, given.judgement, by)


def _articles(given: JudgementGiven) -> tuple[str, ...]:
    """Return the articles in the order of the command: of two stories both first ones lead, one split off comes first.

    Each story names all its articles: joined by one alone, the rest would stay behind where few links hold them.
    """
    ours, others = given.articles.split(), given.others.split()
    if not ours or not others:
        return ()
    if given.act == "split":
        return (*others, *(one for one in ours if one not in others))
    return (ours[0], others[0], *ours[1:], *others[1:])


def _keep_date(site: Site, given: JudgementGiven, by: Signature) -> tuple[str, str]:
    """Keep the right date of an article; return where it is now, and what to tell there."""
    if site.desk is None:  # the address is not there at all without a desk
        raise RuntimeError("no desk")
    with site.desk.reader.lent() as opened, site.open_to_write() as book:
        _, outcome = keep_date(book, given.article, given.published, by, opened)
    codes = dict.fromkeys(problem.code for problem in outcome.problems)
    stead = given.article if outcome.article is None else outcome.article.id
    return f"/articles/{stead}", ",".join(("judged", *codes))


def _check(request: Request, token: str) -> Site:
    site: Site = request.app.state.site
    if site.desk is not None:
        site.desk.pens.check(request, token)
    return site


def _back(request: Request, path: str, told: str | None) -> Response:
    told_now: dict[str, Any] = {"told": told}
    return RedirectResponse(f"{Addresses(path, dict(request.query_params)).to(path, **told_now)}#{PLACE}", 303)
