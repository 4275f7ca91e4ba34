"""Adding articles on the pages: pasted, uploaded, fetched; bounded, and shown letter by letter."""

import io
import json
import socket
import threading
import time
import tracemalloc

import pytest
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode, openapi
from tests.show.web.conftest import refusing
from tests.show.web.ledgers import SCRIPT
from tests.show.web.test_description import CHECKS
from tests.show.web.writing import OURS, TEXT, Visitor, make_site

from podobno.ledger.opening import open_ledger
from podobno.records.problems import Problem
from podobno.show.web import patience, reader
from podobno.show.web.app import make_app
from podobno.show.web.bounds import MOST_BYTES
from podobno.show.web.guard import Doors


@pytest.fixture(scope="module")
def visitor(tmp_path_factory, stages):
    return Visitor(make_site(tmp_path_factory.mktemp("adding"), stages))


def shown(visitor, answer):
    """Return the page that an answer leads to, and the same as data."""
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    page = visitor.client.get(address, headers=OURS).text
    return page, visitor.client.get(address, params={"format": "json"}).json()


def test_a_pasted_text_is_read_and_its_claims_are_shown_at_once(visitor):
    about = {"title": "Most", "outlet": "Kurier", "published": "2024-05-15", "url": "https://kurier.example/most"}
    page, told = shown(visitor, visitor.send("/add/text", text=f"{TEXT}\r\nKoniec.", **about))
    assert "The article was read. 1 claim." in page
    assert {name: told[name] for name in about} == about
    assert told["text"] == f"{TEXT}\nKoniec."
    assert [(one["speaker"], one["said"]) for one in told["claims"]] == [("Anna Kowalska", "2024-05-15")]


def test_the_same_text_again_is_known(visitor):
    before = visitor.articles()
    for words in ("The article was read", "The ledger had this article already"):
        page, _ = shown(visitor, visitor.send("/add/text", text=f"{TEXT} Raz."))
        assert words in page
    assert visitor.articles() == before + 1


def test_a_pasted_text_gives_the_entries_that_the_command_gives(visitor, tmp_path, stages):
    from podobno.show.cli import run_command

    _, told = shown(visitor, visitor.send("/add/text", text=f"{TEXT} Tak.", published="2024-05-15"))
    file, place = tmp_path / "a.txt", tmp_path / "own.db"
    file.write_text(f"{TEXT} Tak.", encoding="utf-8")
    run_command(["read", str(file), "--published", "2024-05-15", "--ledger", str(place)])
    with open_ledger(place) as theirs, open_ledger(visitor.site.path) as ours:
        expected = {(one.id, one.kind, one.body, one.maker) for one in theirs.entries()}
        assert expected <= {(one.id, one.kind, one.body, one.maker) for one in ours.entries()}
        assert len(expected) == 2
    assert told["claims"]


def test_an_address_is_fetched_and_read(visitor):
    _, told = shown(visitor, visitor.send("/add/address", url="https://kurier.example/a"))
    assert (told["url"], told["outlet"]) == ("https://kurier.example/a", "kurier.example")
    assert told["claims"]


@pytest.mark.parametrize(
    ("name", "data", "articles"),
    [
        ("most.txt", f"{TEXT} Plik.".encode(), 1),
        ("most.txt", f"{TEXT} Żółć.".encode("cp1250"), 1),
        ("most.html", f"<html><body><article><p>{TEXT * 3}</p></article></body></html>".encode(), 1),
        ("../../etc/passwd", f"{TEXT} Ścieżka.".encode(), 1),
        ("x.jsonl", b"".join(json.dumps({"text": f"{TEXT} {n}."}).encode() + b"\n" for n in range(30)), 20),
    ],
)
def test_a_file_is_read_by_what_it_holds(visitor, name, data, articles):
    before = visitor.articles()
    answer = visitor.send("/add/file", files={"file": (name, data)})
    assert answer.status_code == (303 if articles == 1 else 200)
    assert visitor.articles() == before + articles
    assert (articles == 1) or "more than 20 articles" in answer.text


@pytest.mark.parametrize(
    ("path", "fields", "words"),
    [
        ("text", {"text": "  \n"}, "There is no text"),
        ("text", {"text": TEXT, "published": "2024-02-30"}, "that exists: 2024-10-23"),
        ("text", {"text": TEXT, "url": "javascript:alert(1)"}, "starts with http://"),
        ("text", {"text": "x" * 200_001}, "more than 200,000"),
        ("address", {"url": "file:///etc/passwd"}, "starts with http://"),
    ],
)
def test_a_form_that_is_filled_in_wrongly_comes_back_as_it_was(visitor, path, fields, words):
    before = visitor.site.path.read_bytes()
    answer = visitor.send(f"/add/{path}", title="Tytuł", **fields)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert words in answer.text
    assert 'value="Tytuł"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert visitor.site.path.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe\x00" * 100, b"%PDF-1.4\x00\x01\x02", b" \n"])
def test_a_file_without_an_article_is_told_and_leaves_nothing(visitor, data):
    before = visitor.site.path.read_bytes()
    answer = visitor.send("/add/file", files={"file": ("a.bin", data)})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert visitor.site.path.read_bytes() == before


def test_what_cannot_be_fetched_is_told_and_leaves_nothing(tmp_path, stages):
    visitor = Visitor(make_site(tmp_path, stages))
    problem = Problem(code="READ-ADDRESS", where="x", said="<b>inside</b>", did="fetched nothing")
    object.__setattr__(visitor.site.desk, "fetch", lambda url: problem)
    answer = visitor.send("/add/address", url="http://intra.example.pl/")
    assert answer.status_code == 400
    assert "no address of the open web" in answer.text
    assert "&lt;b&gt;inside" in answer.text
    assert visitor.articles() == 11


def test_a_text_in_another_language_is_kept_and_told(visitor):
    words = "The minister said on Wednesday that the new bridge over the river will be ready in December. " * 3
    page, told = shown(visitor, visitor.send("/add/text", text=words))
    assert "does not read yet" in page
    assert told["claims"] == []


def test_nothing_of_a_hostile_article_becomes_part_of_a_page(visitor):
    evil = f'"><img src=x onerror=alert(1)>{SCRIPT}'
    answer = visitor.send("/add/text", text=f"{evil} {TEXT}", title=evil, outlet=evil, url="https://x.example/<script>")
    page, told = shown(visitor, answer)
    again = visitor.send("/add/text", text=evil, title=evil, outlet=evil, published=evil[:40])
    for text in (page, again.text, visitor.client.get("/stories").text):
        assert text.count("<script") == 2
        assert "<img" not in text
    assert (told["title"], told["outlet"]) == (evil, evil)


@pytest.mark.parametrize("told", ["new,NO-SUCH", "<script>", "new,DATE-INVALID,", "other"])
def test_a_page_says_nothing_that_an_address_makes_up(visitor, told):
    _, article = shown(visitor, visitor.send("/add/text", text=f"{TEXT} Adres."))
    assert visitor.client.get(f"/articles/{article['id']}", params={"told": told}).status_code == 400


# Bounds


class Endless(io.RawIOBase):
    """A body of a hundred megabytes that is made while it is sent."""

    def __init__(self, size):
        super().__init__()
        self.left, self.sent = size, 0

    def __iter__(self):
        while self.left > 0:
            piece = min(self.left, 65536)
            self.left, self.sent = self.left - piece, self.sent + piece
            yield b"x" * piece


def test_a_hundred_megabytes_are_refused_without_being_held(tmp_path, stages):
    visitor, body = Visitor(make_site(tmp_path, stages)), Endless(100_000_000)
    with running(make_app(visitor.site, Doors())) as place:
        tracemalloc.start()
        head = b"POST /add/file HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
        head += b"Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
        part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        with socket.create_connection(place) as sending:
            sending.sendall(head + f"{len(part):x}\r\n".encode() + part + b"\r\n")
            answer = send_pieces(sending, body)
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert body.sent < 5 * MOST_BYTES
    assert held < 5 * MOST_BYTES
    assert visitor.articles() == 11


def send_pieces(sending, body):
    """Send chunks until the other side answers."""
    sending.setblocking(False)
    answer = b""
    for piece in body:
        left = f"{len(piece):x}\r\n".encode() + piece + b"\r\n"
        while left and not answer:
            try:
                left = left[sending.send(left) :]
            except BlockingIOError:
                time.sleep(0.001)
            try:
                answer = sending.recv(65536)
            except BlockingIOError:
                continue
        if answer:
            return answer
    return answer


def test_a_body_that_is_announced_too_large_is_refused_at_once(visitor):
    headers = {**OURS, "content-length": str(MOST_BYTES + 1), "content-type": "application/x-www-form-urlencoded"}
    answer = visitor.client.post("/add/text", content=b"x", headers=headers)
    assert answer.status_code == 413
    assert "up to 8 MB" in answer.text


@pytest.mark.parametrize(
    "kind", ["application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/x"]
)
@pytest.mark.parametrize("path", ["/add/text", "/add/file", "/judgements"])
def test_a_body_that_is_no_form_is_refused(visitor, path, kind):
    answer = visitor.client.post(path, content=b'{"token": 1}\x00\xff', headers={**OURS, "content-type": kind})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


class running:  # noqa: N801 - used like a function
    """A server on this machine, as `podobno serve` runs it."""

    def __init__(self, app):
        self.free = socket.create_server(("127.0.0.1", 0))
        self.server = uvicorn.Server(uvicorn.Config(app, http=patience.Patience, log_level="error", lifespan="off"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.free]}, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self.free.getsockname()

    def __exit__(self, *_):
        self.server.should_exit = True
        self.thread.join(5)


def test_who_sends_a_body_too_slowly_is_hung_up_on(visitor, monkeypatch):
    monkeypatch.setattr(patience, "REQUEST_S", 0.2)
    monkeypatch.setattr(patience, "BODY_S", 0.3)
    head = b"POST /add/text HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 1000\r\n"
    with running(make_app(visitor.site, Doors())) as place, socket.create_connection(place) as slow:
        slow.settimeout(5)
        slow.sendall(head + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        start = time.monotonic()
        with pytest.raises(ConnectionError):
            drip(slow, 4)
    assert time.monotonic() - start < 3


def drip(connection, seconds):
    """Send a byte now and then."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        connection.sendall(b"x")
        time.sleep(0.05)


# One at a time


def test_articles_are_read_one_at_a_time_and_not_too_many_wait(visitor, monkeypatch):
    monkeypatch.setattr(reader, "WAIT_S", 0.2)
    desk = visitor.site.desk
    with desk.reader._in_turn():
        answer = visitor.send("/add/text", text=f"{TEXT} Kolejka.")
    assert answer.status_code == 503
    assert "Nothing was lost" in answer.text
    with desk.reader._place(), desk.reader._place(), desk.reader._place(), desk.reader._place():
        assert visitor.send("/add/text", text=f"{TEXT} Kolejka.").status_code == 503
    assert visitor.send("/add/text", text=f"{TEXT} Kolejka.").status_code == 303


# Whatever is sent

POSTS = ("/judgements", "/signature", "/add/text", "/add/file", "/add/address")
SETTINGS = settings(
    max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize(
    ("has_token", "mode"),
    [(True, GenerationMode.POSITIVE), (False, GenerationMode.POSITIVE), (True, GenerationMode.NEGATIVE)],
)
@pytest.mark.parametrize("path", POSTS)
def test_whatever_is_sent_is_answered_as_the_description_says(visitor, path, has_token, mode):
    app = make_app(visitor.site, Doors())
    described = openapi.from_asgi("/openapi.json", app, config=refusing(), headers={"host": "localhost"})
    token = visitor.token()
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.client.cookies.items())
    before = sum(file.stat().st_size for file in visitor.site.path.parent.iterdir())

    @SETTINGS
    @given(case=described[path]["POST"].as_strategy(generation_mode=mode))
    def answer(case):
        case.headers.update({"sec-fetch-site": "same-origin", "cookie": cookie})
        if has_token and isinstance(case.body, dict):
            case.body["token"] = token
        case.call_and_validate(base_url="http://localhost", checks=CHECKS)

    answer()
    assert sum(file.stat().st_size for file in visitor.site.path.parent.iterdir()) < before + MOST_BYTES
