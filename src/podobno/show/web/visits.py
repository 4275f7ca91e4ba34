"""One request: in which language, under which clocks, as a page or as data.

In:   a request whose query was checked.
Out:  Visit, which answers it.
Not:  what is answered: show/web/pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.edtf import edtf_bounds
from podobno.show.web.addresses import Addresses
from podobno.show.web.pens import hand_out
from podobno.show.web.phrases import Phrases, choose_language
from podobno.show.web.site import DEFAULT_LANGUAGE, Site
from podobno.show.web.views import View

Thing = TypeVar("Thing")
PAGE_SIZE = 50
BAD = 400  # the first status of what went wrong


@dataclass(frozen=True, slots=True)
class Slider:
    """The days between which one can go back in time."""

    first: date
    last: date
    now: date  # where it stands

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Visit:
    """One request."""

    site: Site
    request: Request
    view: View

    @property
    def clocks(self) -> Clocks:
        """The clocks that the address names."""
        said, about = (getattr(self.view, name, None) for name in ("said", "about"))
        return Clocks(as_of=self.view.as_of, known=self.view.known, said=said, about=about)

    @property
    def may_judge(self) -> bool:
        """Whether the page has forms to judge with: not where it shows what was recorded by a day gone by."""
        return self.site.desk is not None and self.view.known is None

    @property
    def judges(self) -> bool:
        """Whether the visitor has signed and may judge: only then a page has those forms."""
        desk = self.site.desk
        return self.may_judge and desk is not None and bool(desk.pens.of(self.request).by)

    @property
    def phrases(self) -> Phrases:
        """The words of the language that the address names, else of one that the browser likes."""
        return find_phrases(self.site, self.request)

    def show(self, template: str, told: Mapping[str, Any], /, **shown: Any) -> Response:
        """Answer with a page, or with the same as data; days: the first and last that the page can be seen as of."""
        if self.view.format == "json":
            return JSONResponse(dict(told))
        slider = make_slider(shown.pop("days", None), self.view.as_of)
        return render(self.site, self.request, template, {"view": self.view, "slider": slider, **shown})


def render(site: Site, request: Request, template: str, shown: Mapping[str, Any], status: int = 200) -> Response:
    """Return a page in the language of the request."""
    phrases = find_phrases(site, request)
    told = dict(request.query_params)
    if status >= BAD:  # what was wrong in this address is not carried on
        told = {name: value for name, value in told.items() if name == "lang" and value in site.phrases}
    told.pop("told", None)  # what was just done is said once, and not along with every link
    address = Addresses(request.url.path, told)
    pen = None if site.desk is None else site.desk.pens.of(request)
    page = site.templates.get_template(template).render(
        {
            **phrases.shown(),
            "languages": site.phrases,
            "address": address,
            "ledger": site.path.name,
            "pen": pen,
            **shown,
        }
    )
    response = HTMLResponse(page, status, {"content-language": phrases.code, "vary": "accept-language"})
    if pen is not None:
        hand_out(response, pen)
    return response


def find_phrases(site: Site, request: Request) -> Phrases:
    """Return the words of the language that the address names, else of one that the browser likes."""
    asked = request.query_params.get("lang", "")
    if asked in site.phrases:
        return site.phrases[asked]
    accepted = request.headers.get("accept-language", "")
    return site.phrases[choose_language(accepted, site.phrases, DEFAULT_LANGUAGE)]


def make_slider(days: tuple[str, str] | None, as_of: str | None) -> Slider | None:
    """Return the slider between two days, where there is anything between them."""
    if days is None:
        return None
    first, last = edtf_bounds(days[0])[0], edtf_bounds(days[1])[1]
    if first is None or last is None or first >= last:
        return None
    now = (edtf_bounds(as_of)[1] if as_of else None) or last
    return Slider(date.fromisoformat(first), date.fromisoformat(last), date.fromisoformat(min(max(now, first), last)))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list."""

    things: Sequence[Any]
    page: int
    has_more: bool


def turn(things: Sequence[Thing], page: int, size: int = PAGE_SIZE) -> Leaf:
    """Return one page of what is at hand."""
    start = (page - 1) * size
    return Leaf(things[start : start + size], page, len(things) > start + size)


def days_of_all(visit: Visit, ledger: Ledger) -> tuple[str, str] | None:
    """Return the days of the first and the last article of the ledger, whatever the visit narrows."""
    return ledger.heads.days(visit.view.known)
