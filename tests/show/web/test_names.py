"""The page of a person gathers all names that are one, roles in time, and own words against own words."""

import pytest
from starlette.testclient import TestClient
from tests.fakes import FakeClock
from tests.links import MAKER, a_link, a_report, keep

from podobno.ledger.opening import open_ledger
from podobno.link.entitygroups import article_names, name_keys
from podobno.records.entities import KindName
from podobno.records.readings import Linking
from podobno.records.sketches import Sketch
from podobno.run.words import open_names
from podobno.show.web.app import make_app
from podobno.show.web.guard import Doors
from podobno.show.web.site import open_site

EARLY = a_report("most stoi", published="2024-05-01", chain=("Anna Zając",))
LATE = a_report("most runął", published="2024-05-09", outlet="Goniec", chain=("Anna Zajac",))


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    path, grammar = tmp_path_factory.mktemp("names") / "book.db", open_names()
    with open_ledger(path, clock=FakeClock()) as book:
        for reading in (EARLY, LATE):
            claims = Sketch(article=reading.article, names=(), lemmas=(), claims=())
            names = set(article_names(claims)) | _speakers(reading)
            found = tuple((name, name_keys(name, grammar)) for name in sorted(names))
            linking = Linking(sketch=claims, keys=(), links=(), articles={}, names=found)
            book.record(reading, MAKER, ["most"], linking)
        keep(book, LATE, a_link("succeeds", LATE, EARLY), others=[EARLY])
    app = make_app(open_site(path), Doors())
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


def _speakers(reading):
    return {KindName(source.name, "person") for claim in reading.claims for source in claim.chain}


def ask(client, name):
    return client.get("/names", params={"name": name, "format": "json"}).json()


@pytest.mark.parametrize("name", ["Anna Zając", "Anna Zajac"])
def test_claims_under_either_spelling_are_gathered_with_who_quotes_them(client, name):
    told = ask(client, name)
    assert len(told["claims"]) == 2
    assert {one["outlet"] for one in told["outlets"]} == {"Kurier", "Goniec"}


def test_the_other_spelling_stands_there_with_its_reason(client):
    (other,) = ask(client, "Anna Zając")["others"]
    assert {other["name"], other["like"]} == {"Anna Zając", "Anna Zajac"}
    assert other["reason"]


def test_where_somebody_changed_the_own_words_both_stand_side_by_side(client):
    (turn,) = ask(client, "Anna Zając")["turns"]
    assert (turn["kind"], turn["a"]["quotation"], turn["b"]["quotation"]) == ("succeeds", "most runął", "most stoi")
