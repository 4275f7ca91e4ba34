"""Fetching: one page of the open net, and nothing of this machine or of the network round it."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time

import pytest

from podobno.read import wires
from podobno.read.contents import read_data
from podobno.read.fetching import Fetched, Limits, fetch_page
from podobno.read.hosts import is_public
from podobno.read.paths import read_address, read_paths
from podobno.read.rules import open_rules
from podobno.read.settings import ReadSettings
from podobno.read.wires import Wires
from podobno.records.problems import Problem
from podobno.records.text import Article

PUBLIC = "93.184.215.14"
SMALL = Limits(whole_s=1.0, most_bytes=50_000)
WORDS = "Wojewoda Anna Kowalska zaprzeczyła, że budowa mostu nad rzeką się opóźnia o wiele miesięcy. " * 3
PAGE = f"<html><head><title>Most</title></head><body><article><p>{WORDS}</p></article></body></html>"


def answer(body=b"", kind="text/html", status="200 OK", more=""):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Connection: close\r\n\r\n"
    return head.encode() + body


class Server:
    """A server on this machine that a test reaches under a public name."""

    context = None  # of TLS

    def __init__(self, respond):
        self.asked, self.reached = [], []
        self.socket = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.run, args=(respond,), daemon=True).start()

    def run(self, respond):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.tell, args=(connection, respond), daemon=True).start()

    def tell(self, connection, respond):
        try:
            own = connection if self.context is None else self.context.wrap_socket(connection, server_side=True)
        except OSError:  # the other side does not believe our certificate
            return
        with own as connection:
            self.asked.append(connection.recv(65536).decode("latin-1"))
            try:
                for piece in respond(self.asked[-1].split()[1]):
                    connection.sendall(piece)
            except OSError:
                return

    def wires(self, **names):
        """Resolve names as told, every other one publicly; whatever is connected to is this server."""

        def connect(number, port, wait_s):
            self.reached.append((number, port))
            return socket.create_connection(self.socket.getsockname(), wait_s)

        return Wires(resolve=lambda host, port: names.get(host.partition(".")[0], [PUBLIC]), connect=connect)


@pytest.fixture
def serve():
    servers = []

    def start(respond):
        servers.append(Server(respond))
        return servers[-1]

    yield start
    for server in servers:
        server.socket.close()


# Which machines

PRIVATE = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.168.1.1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
    "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "3fff::1",
    "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "5f00::1", "no number", "",
]  # fmt: skip


@pytest.mark.parametrize("number", PRIVATE)
def test_no_special_address_is_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", PUBLIC, "172.32.0.1", "2606:4700::1111", "2a01:11f0::1"])
def test_the_open_net_is_public(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://017700000001/", "http://127.1/", "http://0/", "http://0.0.0.0/", "http://[::1]/", "http://[::]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[fe80::1]/", "https://127.0.0.1/",
        "http://127.0.0.1%00.example.pl/", "http://\uff11\uff12\uff17.0.0.1/",
    ],
)  # fmt: skip
def test_this_machine_is_never_reached_in_whatever_way_it_is_written(url):
    reached = []
    system = Wires(resolve=wires.resolve, connect=lambda *asked: reached.append(asked))
    found = fetch_page(url, system, SMALL)
    assert isinstance(found, Problem)
    assert found.code in ("READ-ADDRESS", "READ-FETCH")
    assert reached == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "FILE:///etc/passwd", "ftp://example.pl/", "gopher://example.pl/", "data:text/html,x",
        "javascript:alert(1)", "//example.pl/x", "example.pl", "", "http://", "http:///x", "http://[::1/",
        "http://example.pl:22/", "http://example.pl:6379/", "https://example.pl:80/", "http://anna@example.pl/",
        "http://example.pl:x/", "http://example.pl/" + "x" * 2000,
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_fetched(url, serve):
    server = serve(lambda path: [answer(b"x")])
    found = fetch_page(url, server.wires(), SMALL)
    assert (found.code, server.reached) == ("READ-ADDRESS", [])


@pytest.mark.parametrize("numbers", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:169.254.169.254"], []])
def test_a_name_that_leads_inside_is_refused_also_if_only_one_of_its_addresses_does(numbers, serve):
    server = serve(lambda path: [answer(PAGE.encode())])
    found = fetch_page("http://inside.example.pl/", server.wires(inside=numbers), SMALL)
    assert (found.code, server.reached) == ("READ-ADDRESS", [])


def test_what_was_checked_is_what_is_connected_to(serve):
    server, looked_up = serve(lambda path: [answer(PAGE.encode())]), []

    def rebind(host, port):
        looked_up.append(host)
        return [PUBLIC] if len(looked_up) == 1 else ["127.0.0.1"]

    found = fetch_page("http://rebind.example.pl/", Wires(resolve=rebind, connect=server.wires().connect), SMALL)
    assert isinstance(found, Fetched)
    assert (looked_up, server.reached) == (["rebind.example.pl"], [(PUBLIC, 80)])


@pytest.mark.parametrize(
    "target", ["http://inside.example.pl/", "http://127.0.0.1/", "//inside.example.pl/x", "file:///etc/passwd",
               "http://example.pl:8080/"]
)  # fmt: skip
def test_a_redirect_is_checked_like_an_address(target, serve):
    server = serve(lambda path: [answer(status="302 Found", more=f"Location: {target}\r\n")])
    found = fetch_page("http://example.pl/a", _guarded(server), SMALL)
    assert found.code == "READ-ADDRESS"
    assert server.reached == [(PUBLIC, 80)]


def _guarded(server):
    own = server.wires(inside=["127.0.0.1"])
    return Wires(resolve=lambda h, p: [h] if h[0].isdigit() else own.resolve(h, p), connect=own.connect)


def test_a_redirect_on_the_open_net_is_followed_and_the_last_address_told(serve):
    def respond(path):
        return [answer(status="301 Moved", more="Location: /b?x=1\r\n") if path == "/a" else answer(PAGE.encode())]

    found = fetch_page("http://example.pl/a", serve(respond).wires(), SMALL)
    assert found.url == "http://example.pl/b?x=1"


def test_a_circle_of_redirects_ends(serve):
    server = serve(lambda path: [answer(status="302 Found", more="Location: /a\r\n")])
    found = fetch_page("http://example.pl/a", server.wires(), SMALL)
    assert found.code == "READ-FETCH"
    assert len(server.asked) == 6


# How much and how long


def endless(head):
    yield head
    while True:
        yield b"x" * 10_000


def drip(head, pause=0.05):
    for byte in head:
        yield bytes([byte])
        time.sleep(pause)


def silence():
    time.sleep(2 * SMALL.whole_s)
    yield b""


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
PACKED = "Content-Encoding: gzip\r\n"
HUGE = [
    (lambda path: endless(answer()), "READ-TOO-LARGE"),
    (lambda path: [answer(gzip.compress(bytes(100_000_000)), more=PACKED)], "READ-TOO-LARGE"),
    (lambda path: [answer(b"x" * 60_000, more="Content-Length: 60000\r\n")], "READ-TOO-LARGE"),
    (lambda path: endless(CHUNKED + b"fffffff\r\n"), "READ-TOO-LARGE"),
    (lambda path: endless(b"HTTP/1.1 200 OK\r\nX: "), "READ-FETCH"),
    (lambda path: [b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n"], "READ-FETCH"),
    (lambda path: endless(b"HTTP/1.1 100 Continue\r\n\r\n"), "READ-FETCH"),
    (lambda path: [b"HTTP/1.1 100 Continue\r\n\r\n"] * 100_000, "READ-FETCH"),
    (lambda path: drip(b"HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"), "READ-FETCH"),
    (lambda path: drip(answer() + b"x" * 100), "READ-FETCH"),
    (lambda path: silence(), "READ-FETCH"),
    (lambda path: [answer(b"x", more="Content-Length: 99\r\n")], "READ-FETCH"),
    (lambda path: [answer(gzip.compress(PAGE.encode())[:-20], more=PACKED)], "READ-FETCH"),
    (lambda path: [answer(b"no gzip", more=PACKED)], "READ-FETCH"),
    (lambda path: [answer(b"x", more="Content-Encoding: br\r\n")], "READ-FETCH"),
    (lambda path: [answer(b"x", more="Content-Encoding: gzip, gzip\r\n")], "READ-FETCH"),
    (lambda path: [b"\x00\xff no http at all\r\n\r\n"], "READ-FETCH"),
    (lambda path: [CHUNKED + b"zz\r\n"], "READ-FETCH"),
    (lambda path: [answer(b"no", status="404 Not Found")], "READ-FETCH"),
    (lambda path: [answer(b"%PDF", kind="application/pdf")], "READ-BINARY"),
    (lambda path: [answer(b"PNG", kind="image/png")], "READ-BINARY"),
]


@pytest.mark.parametrize(("respond", "code"), HUGE)
def test_no_server_holds_us_up_or_fills_us(respond, code, serve):
    start = time.monotonic()
    found = fetch_page("http://example.pl/", serve(respond).wires(), SMALL)
    assert isinstance(found, Problem)
    assert found.code == code
    assert time.monotonic() - start < 3 * SMALL.whole_s


def test_a_resolver_that_never_answers_is_left_behind():
    def resolve(host, port):
        time.sleep(2)
        return [PUBLIC]

    start = time.monotonic()
    found = fetch_page("http://example.pl/", Wires(resolve=resolve, connect=wires.connect), Limits(whole_s=0.2))
    assert found.code == "READ-FETCH"
    assert time.monotonic() - start < 1


def test_a_certificate_of_nobody_is_not_believed(serve):
    found = fetch_page("https://example.pl/", serve(lambda path: [b"no TLS"]).wires(), SMALL)
    assert found.code == "READ-FETCH"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
@pytest.mark.parametrize(("url", "is_fetched"), [("https://example.pl/a", True), ("https://other.pl/a", False)])
def test_a_certificate_holds_for_its_own_name_alone(url, is_fetched, tmp_path, serve, monkeypatch):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = f"req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {certificate} -days 1 -subj /CN=example.pl"
    subprocess.run(["openssl", *asked.split(), "-addext", "subjectAltName=DNS:example.pl"], check=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = serve(lambda path: [answer(PAGE.encode())])
    server.context = context
    found = fetch_page(url, server.wires(), Limits())
    assert isinstance(found, Fetched) == is_fetched
    assert server.reached == [(PUBLIC, 443)]
    assert is_fetched == any("\r\nHost: example.pl\r\n" in asked for asked in server.asked)
    assert is_fetched or "certificate is not valid" in found.said


def test_we_ask_as_ourselves_and_carry_nothing_along(serve):
    server = serve(lambda path: [answer(PAGE.encode())])
    fetch_page("http://example.pl/zażółć jaźń?q=ł&a=b%20c#part", server.wires(), SMALL)
    (asked,) = server.asked
    assert asked.startswith("GET /za%C5%BC%C3%B3%C5%82%C4%87%20ja%C5%BA%C5%84?q=%C5%82&a=b%20c HTTP/1.1\r\n")
    assert "\r\nHost: example.pl\r\n" in asked
    assert "Cookie" not in asked


def test_no_line_of_ours_can_be_slipped_in(serve):
    server = serve(lambda path: [answer(PAGE.encode())])
    fetch_page("http://example.pl/a\r\nX-Evil: 1\r\n\r\nGET /b", server.wires(), SMALL)
    assert all("\r\nX-Evil" not in asked for asked in server.asked)


# What is read of it


def fetched(serve, body, **more):
    server = serve(lambda path: [answer(body, **more)])
    rules = open_rules(ReadSettings())
    return list(read_address("http://example.pl/a", rules, lambda url: fetch_page(url, server.wires(), SMALL)))


@pytest.mark.parametrize("more", [{}, {"kind": "text/html; charset=utf-8"}, {"kind": ""}])
def test_a_page_is_read_with_the_address_that_it_came_from(serve, more):
    (article,) = fetched(serve, PAGE.encode(), **more)
    assert isinstance(article, Article)
    assert (article.url, article.outlet, article.title) == ("http://example.pl/a", "example.pl", "Most")


def test_a_packed_page_is_unpacked(serve):
    (article,) = fetched(serve, gzip.compress(PAGE.encode()), more=PACKED)
    assert article.text.startswith("Wojewoda Anna Kowalska")


def test_a_text_is_read_as_a_text(serve):
    (article,) = fetched(serve, WORDS.encode(), kind="text/plain")
    assert (article.text, article.url) == (WORDS, "http://example.pl/a")


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("https://www.example.pl/artykul", "https://www.example.pl/artykul"),
        ("https://gazeta.example/artykul", "http://example.pl/a"),
        ("https://example.pl.evil.example/", "http://example.pl/a"),
    ],
)
def test_a_page_may_state_its_address_but_not_another_outlet_s(stated, url):
    page = PAGE.replace("<head>", f'<head><link rel="canonical" href="{stated}">')
    (article,) = read_data(page.encode(), "a", ".html", open_rules(ReadSettings()), "http://example.pl/a")
    assert (article.url, article.outlet) == (url, "example.pl")


def test_an_address_among_paths_is_fetched():
    (problem,) = read_paths(["http://127.0.0.1:1/x"])
    assert problem.code == "READ-ADDRESS"
