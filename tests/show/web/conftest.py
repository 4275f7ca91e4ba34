"""What the tests of the pages share: a ledger with links made by hand, and a browser that asks for its pages."""

import pytest
from starlette.testclient import TestClient
from tests.show.web.ledgers import make_book

from podobno.show.web.app import make_app
from podobno.show.web.guard import Doors
from podobno.show.web.site import open_site


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    return make_book(tmp_path_factory.mktemp("pages") / "book.db")


@pytest.fixture(scope="session")
def site(book):
    return open_site(book)


@pytest.fixture(scope="session")
def app(site):
    return make_app(site, Doors())


@pytest.fixture(scope="session")
def client(app):
    return TestClient(app, base_url="http://localhost", follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def page(client):
    """Ask for a page in English."""

    def ask(address, **query):
        answer = client.get(address, params=query or None, headers={"accept-language": "en"})
        assert answer.status_code == 200, answer.text
        return answer.text

    return ask


def refusing():
    """Return what schemathesis takes for a refusal: any status from 400 on, an address that is too long with them."""
    from schemathesis.config import SchemathesisConfig

    return SchemathesisConfig.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": ["4xx", "503"]}}})


@pytest.fixture(scope="session")
def described(app):
    import schemathesis

    return schemathesis.openapi.from_asgi("/openapi.json", app, config=refusing(), headers={"host": "localhost"})
