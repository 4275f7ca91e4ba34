"""What an article says never runs, and what a stranger sends never gets further than it may."""

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient
from tests.show.web.ledgers import ADDRESSES, FIRST, HOSTILE_TEXT, hostile

from podobno.show.web import site as sites
from podobno.show.web.app import make_app
from podobno.show.web.guard import HEADERS, LONGEST_QUERY, Doors

TOKEN = "a token of one's own"
OURS = {"/static/htmx.min.js", "/static/page.js"}


class Parts(HTMLParser):
    """What a browser would see of a page that can do anything."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.scripts = [], [], []
        self.attributes = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]
        if tag == "script":
            self.scripts.append(dict(attrs)["src"].partition("?")[0])


@pytest.mark.parametrize("address", [*ADDRESSES, "/claims?words=<script>alert(1)</script>", "/nosuch<script>"])
def test_nothing_that_an_article_or_an_address_says_becomes_part_of_the_page(client, address):
    parts = Parts(client.get(address, headers={"accept-language": "<script>"}).text)
    assert set(parts.scripts) == OURS
    assert not {"iframe", "img", "object", "embed", "style", "base"} & set(parts.tags)
    assert not {name for name in parts.attributes if name.startswith("on") or name in ("style", "srcdoc")}
    assert not [link for link in parts.links if link.casefold().lstrip().startswith(("javascript:", "data:"))]


def test_a_hostile_text_is_shown_letter_by_letter(client):
    text = client.get(f"/articles/{hostile().article.id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7 * 191 }}" in text
    assert "&amp;lt;b&amp;gt;" in text
    assert "javascript:" not in text
    assert client.get(f"/articles/{hostile().article.id}?format=json").json()["text"] == HOSTILE_TEXT


@pytest.mark.parametrize("address", ["/stories", "/static/page.js", "/nosuch", "/claims?page=0", "/openapi.json"])
def test_every_answer_keeps_a_browser_safe(client, address):
    headers = client.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8010", "", "evil.example#localhost"]
)
def test_another_name_is_refused(client, host):
    answer = client.get("/stories", headers={"host": host})
    assert answer.status_code == 421
    assert "most" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8010", "127.0.0.1:8010", "[::1]:8010", "LOCALHOST"])
def test_our_own_names_are_let_in(client, host):
    assert client.get("/stories", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_can_only_be_read(client, method):
    answer = client.request(method, "/stories", content=b"x" * 100_000)
    assert answer.status_code == 405


def test_a_head_is_answered_like_a_page(client):
    assert client.head("/stories").headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../site.py",
        "/static/..%2fsite.py",
        "/static/%2e%2e/%2e%2e/site.py",
        "/static//etc/passwd",
        "/static/..%5c..%5csite.py",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/static/",
    ],
)
def test_a_path_leads_nowhere_else(client, path):
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert "import" not in answer.text
    assert "root:" not in answer.text


def test_a_path_with_two_slashes_does_not_lead_to_another_server(client):
    answer = client.get("http://localhost//evil.example/?as_of=")
    assert answer.headers.get("location", "/").startswith("/evil") or answer.status_code == 404


def test_a_long_address_is_refused(client):
    assert client.get("/claims", params={"words": "x" * LONGEST_QUERY}).status_code == 414
    assert client.get("/claims/" + "x" * 1000).status_code == 414
    assert client.get("/claims", params={"words": "x" * 201}).status_code == 400


@pytest.mark.parametrize("words", ["*", '"', "most OR", 'a" OR "b', "NEAR(", "\u202e", "' OR 1=1 --", "{", "%", "()"])
def test_no_word_is_a_command_to_the_index(client, words):
    for address in ("/claims", "/figures"):
        assert client.get(address, params={"words": words}).status_code in (200, 400)
        assert client.get(address, params={"words": "most", "place": words}).status_code in (200, 400)
    assert client.get("/claims", params={"by": words}).status_code in (200, 400)
    assert client.get("/names", params={"name": words}).status_code in (200, 400, 404)


def test_a_fault_shows_no_inner_matter(site, monkeypatch, capsys):
    def fail(*_):
        raise RuntimeError("the secret at /root/book.db")

    monkeypatch.setattr(sites.Shelf, "stories", fail)
    client = TestClient(make_app(site, Doors()), base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get("/stories")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"
    assert "RuntimeError at test_hostile.py" in capsys.readouterr().err


# From other machines


@pytest.fixture(scope="module")
def guarded(site):
    doors = Doors(names=("localhost", "desk"), numbers=True, token=TOKEN)
    return make_app(site, doors)


def visitor(app, base="http://localhost"):
    return TestClient(app, base_url=base, follow_redirects=False)


@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer no"}, {"cookie": "podobno_token=no"}, {"cookie": "=;="}]
)
@pytest.mark.parametrize("address", ["/stories", "/static/page.js", "/openapi.json", "/stories?token=no", "/?token="])
def test_without_the_token_nothing_is_shown(guarded, address, headers):
    answer = visitor(guarded).get(address, headers=headers)
    assert answer.status_code == 401
    assert TOKEN not in answer.text


def test_the_printed_address_leaves_a_cookie_and_the_token_leaves_the_address(guarded):
    client = visitor(guarded)
    answer = client.get("/stories", params={"token": TOKEN, "as_of": "2024"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/stories?as_of=2024")
    assert re.search("(?i)httponly.*samesite=strict", answer.headers["set-cookie"])
    assert client.get("/stories").status_code == 200


def test_a_program_sends_the_token_in_a_header(guarded):
    answer = visitor(guarded).get("/stories", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200


def test_from_other_machines_numbers_and_given_names_are_let_in_and_strange_names_are_not(guarded):
    headers = {"authorization": f"Bearer {TOKEN}"}
    for base in ("http://192.168.1.7:8010", "http://desk:8010", "http://[fd00::7]:8010"):
        assert visitor(guarded, base).get("/stories", headers=headers).status_code == 200
    assert visitor(guarded, "http://evil.example").get("/stories", headers=headers).status_code == 421


def test_the_ledger_is_only_read(site, client, book):
    before = book.read_bytes()
    for address in ADDRESSES:
        client.get(address)
    assert book.read_bytes() == before
    with site.open() as ledger, pytest.raises(Exception, match=r"(?i)read"):
        ledger._database.write("DELETE FROM entry")
    assert client.get(f"/articles/{FIRST.article.id}").status_code == 200
