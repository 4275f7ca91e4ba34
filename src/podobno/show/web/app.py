"""The application: pages, files, faults, and their description.

In:   a site and its doors.
Out:  an ASGI application.
Not:  the server that runs it: show/web/serving.py.
"""

from importlib.metadata import version
from importlib.resources import files

from fastapi import Depends, FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from podobno.show.web.bounds import Bounds
from podobno.show.web.faults import catch_faults
from podobno.show.web.guard import Doors, Guard
from podobno.show.web.pages import adding, articles, claims, figures, judgements, judging, names, stories
from podobno.show.web.refusals import Refused
from podobno.show.web.site import STATIC, Site

ABOUT = """Who says what, on whose word, how sure, how many, since when. Every page is data too: add `format=json`.
What writes is sent by the forms of the pages, with their token.
Spans are [start, end] in code points of the article's text."""


def make_app(site: Site, doors: Doors) -> Guard:
    """Return the application of a site behind its doors."""
    app = FastAPI(
        title="Podobno",
        version=version("podobno"),
        description=ABOUT,
        docs_url=None,  # these pages would load scripts from elsewhere
        redoc_url=None,
        dependencies=[Depends(refuse_twice)],
    )
    app.state.site = site
    for part in (stories, articles, claims, names, figures, judgements):
        app.include_router(part.router)
    for part in (judging, adding) if site.desk is not None else ():
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=str(files("podobno").joinpath(STATIC))), name="static")
    app.add_api_route("/", _lead, include_in_schema=False)
    catch_faults(app, site)
    return Guard(Bounds(app), doors)


def refuse_twice(request: Request) -> None:
    """Refuse an address that says the same thing twice: which of the two is meant, nobody can tell."""
    if len(request.query_params.multi_items()) > len(request.query_params):
        raise Refused("fault.field_twice")


def _lead(request: Request) -> Response:
    """Lead to the list of stories under the same clocks."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/stories{query}", 307)
