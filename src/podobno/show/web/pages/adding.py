"""Add an article on the pages: paste its text, upload its file, or give its address.

In:   forms of our own pages.
Out:  the article's page with its claims, or the form again with what is wrong.
Not:  reading, which is show/web/reader.py; fetching, which is read/fetching.py.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from podobno.read.articles import make_article
from podobno.read.dates import parse_date
from podobno.read.paths import read_address, read_stream
from podobno.read.rules import ReadRules, open_rules
from podobno.read.settings import MEBIBYTE, ReadSettings
from podobno.read.text import read_text
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.local import Outcome
from podobno.show.web.addresses import Addresses, outside
from podobno.show.web.bounds import MOST_BYTES
from podobno.show.web.desk import Desk
from podobno.show.web.given import MOST_CHARS, AddressGiven, ArticleGiven, FileGiven, TextGiven
from podobno.show.web.pages.routes import ANSWERS, LED_ON, begin
from podobno.show.web.reader import MOST_ARTICLES
from podobno.show.web.schemas import AddTold
from podobno.show.web.site import Site
from podobno.show.web.views import View
from podobno.show.web.visits import render

router = APIRouter(tags=["add"])
WAYS = ("text", "file", "address")
BAD = 400
MOST_PAGE_CHARS = 2 * MEBIBYTE  # of an HTML page that is uploaded or fetched
Things = Iterable[Article | Problem]
Faults = list[tuple[str, str]]  # the field, and the key of the phrase that says what is wrong


@router.get("/add", response_model=AddTold, responses=ANSWERS)
def show_forms(request: Request, view: Annotated[View, Query()]) -> Response:
    """Show the forms by which an article is added."""
    told = {
        "ways": list(WAYS), "most_bytes": MOST_BYTES, "most_chars": MOST_CHARS, "most_articles": MOST_ARTICLES,
    }  # fmt: skip
    return begin(request, view).show("add.html", told, way="", given={}, faults=[], problems=[])


@router.post("/add/text", status_code=303, response_class=RedirectResponse, responses=LED_ON)
def add_text(request: Request, given: Annotated[TextGiven, Form()], view: Annotated[View, Query()]) -> Response:
    """Read a text that was pasted."""
    return _add(request, "text", given, lambda rules, desk: _read_pasted(given, rules))


@router.post("/add/file", status_code=303, response_class=RedirectResponse, responses=LED_ON)
def add_file(
    request: Request,
    given: Annotated[FileGiven, Form(media_type="multipart/form-data")],
    view: Annotated[View, Query()],
) -> Response:
    """Read a file that was uploaded; nothing of it stays but the articles."""
    return _add(request, "file", given, lambda rules, desk: _read_file(given, rules))


@router.post("/add/address", status_code=303, response_class=RedirectResponse, responses=LED_ON)
def add_address(request: Request, given: Annotated[AddressGiven, Form()], view: Annotated[View, Query()]) -> Response:
    """Fetch a page, and read it."""
    return _add(request, "address", given, lambda rules, desk: read_address(given.url.strip(), rules, desk.fetch))


def _add(request: Request, way: str, given: ArticleGiven, things: Callable[[ReadRules, Desk], Things]) -> Response:
    site: Site = request.app.state.site
    if site.desk is None:  # the address is not there at all without a desk
        raise RuntimeError("no desk")
    site.desk.pens.check(request, given.token)
    faults = _faults(given)
    if faults:
        return _again(request, way, given, faults, [])
    titled = _with_title(things(_rules(way, given), site.desk), given.title.strip())
    outcomes = site.desk.reader.read(titled)
    read = [one for one in outcomes if one.article is not None]
    problems = [problem for one in outcomes for problem in one.problems]
    if not read:
        return _again(request, way, given, [], problems)
    return _lead_on(request, read, problems) if len(read) == 1 else _list(request, read, problems)


def _faults(given: ArticleGiven) -> Faults:
    faults: Faults = []
    url = getattr(given, "url", "").strip()
    if (url and outside(url) is None) or (not url and isinstance(given, AddressGiven)):
        faults.append(("url", "add.fault_url"))
    if isinstance(given, TextGiven) and not given.text.strip():
        faults.append(("text", "add.fault_text"))
    if isinstance(given, TextGiven) and len(given.text) > MOST_CHARS:
        faults.append(("text", "add.fault_long"))
    if isinstance(given, FileGiven) and not given.file.size:
        faults.append(("file", "add.fault_file"))
    if given.published.strip() and parse_date(given.published) is None:
        faults.append(("published", "add.fault_published"))
    return faults


def _rules(way: str, given: ArticleGiven) -> ReadRules:
    stated = getattr(given, "url", "").strip() if way != "address" else ""
    settings = ReadSettings(
        published=given.published.strip() or None,
        url=stated or None,
        outlet=given.outlet.strip() or None,
        size_limit_bytes=MOST_BYTES,
        page_limit_chars=MOST_PAGE_CHARS,
        text_limit_chars=MOST_CHARS,
    )
    return open_rules(settings)


def _read_pasted(given: TextGiven, rules: ReadRules) -> Things:
    # A browser sends each end of a line as two characters, whatever was pasted.
    text = unicodedata.normalize("NFC", given.text.replace("\r\n", "\n"))
    yield from make_article(read_text(text, "the pasted text", rules.date_labels), rules)


def _read_file(given: FileGiven, rules: ReadRules) -> Things:
    name = PurePosixPath((given.file.filename or "").replace("\\", "/")).name[:100] or "the file"
    held: Any = BytesIO(given.file.file.read())
    stream: BufferedReader = BufferedReader(held)
    yield from read_stream(stream, name, PurePosixPath(name).suffix.lower(), rules)


def _with_title(things: Things, title: str) -> Iterator[Article | Problem]:
    for one in things:
        yield replace(one, title=title) if title and isinstance(one, Article) else one


def _again(request: Request, way: str, given: ArticleGiven, faults: Faults, problems: list[Problem]) -> Response:
    """Return the form as it was filled in, with what is wrong."""
    kept = {name: value for name, value in given if name not in ("token", "file")}
    shown = {"view": None, "slider": None, "way": way, "given": kept, "faults": faults, "problems": problems}
    return render(request.app.state.site, request, "add.html", shown, BAD)


def _lead_on(request: Request, read: list[Outcome], problems: list[Problem]) -> Response:
    article = read[0].article
    path = f"/articles/{article.id if article is not None else ''}"
    codes = dict.fromkeys(problem.code for problem in problems)
    told = ",".join(("known" if read[0].is_known else "new", *codes))
    return RedirectResponse(Addresses(path, dict(request.query_params)).to(path, told=told), 303)


def _list(request: Request, read: list[Outcome], problems: list[Problem]) -> Response:
    shown = {"view": None, "slider": None, "read": read, "problems": problems}
    return render(request.app.state.site, request, "added.html", shown)
