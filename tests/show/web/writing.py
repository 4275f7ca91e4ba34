"""Sites that write, a visitor that fills in their forms, and an article for them."""

import re

from starlette.testclient import TestClient
from tests.show.web.ledgers import SCRIPT, make_book

from podobno.ledger.opening import open_ledger
from podobno.read.fetching import Fetched
from podobno.show.web.app import make_app
from podobno.show.web.desk import Desk
from podobno.show.web.guard import Doors
from podobno.show.web.reader import ArticleReader
from podobno.show.web.site import open_site

TEXT = "Wojewoda Anna Kowalska powiedziała w środę, że most będzie gotowy w grudniu."
PAGE = f"<html><head><title>{SCRIPT}</title></head><body><article><p>{TEXT * 3}</p></article></body></html>"
OURS = {"sec-fetch-site": "same-origin", "accept-language": "en"}


def fetch(url):
    """Stand in for the open web."""
    return Fetched(url=url, data=PAGE.encode(), ending=".html")


def make_site(folder, stages):
    """Return a site that writes into a ledger of its own."""
    site = open_site(make_book(folder / "book.db"), is_writable=True)
    object.__setattr__(site, "desk", Desk(reader=ArticleReader(site.path, stages), fetch=fetch))
    return site


class Visitor:
    """Somebody with a browser, who fills in forms."""

    def __init__(self, site, name="Anna Nowak"):
        self.site, self.name = site, name
        app = make_app(site, Doors())
        self.client = TestClient(
            app, base_url="http://localhost", follow_redirects=False, raise_server_exceptions=False
        )

    def token(self):
        """Return the token that stands in the forms of our pages."""
        text = self.client.get("/add", headers=OURS).text
        return re.search('name="token" value="([0-9a-f]{64})"', text)[1]

    def send(self, path, headers=None, files=None, **fields):
        """Send a form of ours, with its token."""
        data = {"token": self.token(), **fields}
        return self.client.post(path, data=data, files=files, headers=OURS if headers is None else headers)

    def judge(self, act, **fields):
        """Send a judgement."""
        return self.send("/judgements", act=act, by=self.name, **fields)

    def judgements(self):
        """Return those that the ledger holds."""
        with open_ledger(self.site.path) as ledger:
            return ledger.judgements.all()

    def articles(self):
        """Return how many articles the ledger holds."""
        with open_ledger(self.site.path) as ledger:
            return ledger.counts()["article"]
