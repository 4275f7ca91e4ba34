"""Fetch one page from the open net, and nothing from anywhere else.

In:   an address that somebody typed.
Out:  the page's bytes with what the server says of them, or a problem.
Not:  reading the page: read/paths.py. Nothing is fetched but what was asked for: no pictures, scripts or frames.
"""

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from podobno.read.hosts import is_public
from podobno.read.wires import SYSTEM, TimedSocket, Wires, encrypt, reach, resolve_in_time
from podobno.records.problems import Problem

PORTS = {"http": 80, "https": 443}
MOST_REDIRECTS = 5
WHOLE_S = 20.0  # from the first look-up to the last byte, over all redirects
MOST_BYTES = 4 * 1024 * 1024  # of a page, packed and unpacked; pages of news have under one
PIECE_BYTES = 64 * 1024
LONGEST_ADDRESS = 2_000
ENDINGS = {  # of files, by what the server says it sends
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "": "",
}  # fmt: skip
OK, REDIRECTS = 200, (301, 302, 303, 307, 308)
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}  # to the window bits of zlib
AS_IS = ("", "identity")
HEAD = {
    "User-Agent": "podobno (reads articles that a person names)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
KEPT = "/%:@!$&'()*+,;=~-._"  # in a path; in a query the question mark, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it was sent."""

    url: str  # where it was found in the end
    data: bytes  # unpacked
    ending: str  # of a file that holds such a thing: ".html"; empty: the server does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how much."""

    whole_s: float = WHOLE_S
    most_bytes: int = MOST_BYTES


class _Refused(Exception):
    """What cannot or may not be fetched."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code, self.said = code, said


def fetch_page(url: str, wires: Wires = SYSTEM, limits: Limits | None = None) -> Fetched | Problem:
    """Return the page at an address; each redirect is checked like the address itself."""
    limits = limits or Limits()
    deadline, here = time.monotonic() + limits.whole_s, url
    try:
        for _ in range(MOST_REDIRECTS + 1):
            found = _ask(here, wires, limits, deadline)
            if isinstance(found, Fetched):
                return found
            here = found
        raise _Refused("READ-FETCH", f"it leads on more than {MOST_REDIRECTS} times")
    except _Refused as refused:
        return _problem(url, here, refused.code, refused.said)
    except TimeoutError:
        return _problem(
            url, here, "READ-FETCH", f"it did not come whole in time, within {limits.whole_s:g} seconds at most"
        )
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        return _problem(url, here, "READ-FETCH", f"it could not be fetched: {_words(error)}")


def _ask(url: str, wires: Wires, limits: Limits, deadline: float) -> Fetched | str:
    """Return the page of an address, or the address that it leads on to."""
    scheme, host, port, target = _split(url)
    numbers = resolve_in_time(wires, host, port, deadline)
    if not numbers or not all(map(is_public, numbers)):
        raise _Refused("READ-ADDRESS", f"{host} is no machine on the open net")
    plain = reach(wires, numbers, port, deadline)
    with plain if scheme == "http" else _encrypted(plain, host, deadline) as own:
        response = _send(TimedSocket(own, deadline), host, port, target)
        if response.status in REDIRECTS:
            return urljoin(url, response.headers.get("Location") or "")
        return _page(response, url, limits)


def _encrypted(plain: socket.socket, host: str, deadline: float) -> socket.socket:
    try:
        return encrypt(plain, host, deadline)
    except (OSError, ValueError):
        plain.close()
        raise


def _split(url: str) -> tuple[str, str, int, str]:
    """Return scheme, host, port and what to ask the host for."""
    if len(url) > LONGEST_ADDRESS:
        raise _Refused("READ-ADDRESS", f"the address has more than {LONGEST_ADDRESS} characters")
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.casefold(), parts.hostname or "", parts.port
    except ValueError:
        raise _Refused("READ-ADDRESS", "it is no address") from None
    if scheme not in PORTS or not host:
        raise _Refused("READ-ADDRESS", "it is no address of the web: it must start with http:// or https://")
    if port not in (None, PORTS[scheme]) or "@" in parts.netloc:
        raise _Refused("READ-ADDRESS", "it names a port or a user, which no address of an article does")
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    target = urlunsplit(("", "", quote(parts.path or "/", KEPT), quote(parts.query, KEPT + "?"), ""))
    return scheme, host, PORTS[scheme], target


def _send(timed: Any, host: str, port: int, target: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(host, port)
    connection.default_port = port  # else the host is called by its port where it speaks TLS
    connection.sock = timed
    connection.request("GET", target, headers=HEAD)
    return connection.getresponse()


def _page(response: http.client.HTTPResponse, url: str, limits: Limits) -> Fetched:
    if response.status != OK:
        raise _Refused("READ-FETCH", f"the server answers {response.status}")
    kind = (response.headers.get("Content-Type") or "").partition(";")[0].strip().casefold()
    if kind not in ENDINGS:
        raise _Refused("READ-BINARY", f"the server sends {kind[:80]!r}, which is no page and no text")
    data = b"".join(_unpacked(response, limits.most_bytes))
    return Fetched(url=url, data=data, ending=ENDINGS[kind])


def _unpacked(response: http.client.HTTPResponse, most_bytes: int) -> Iterator[bytes]:
    """Yield the pieces of a page; what is too large, packed or unpacked, is never held as a whole."""
    packing = (response.headers.get("Content-Encoding") or "").strip().casefold()
    if packing not in (*AS_IS, *PACKED):
        raise _Refused("READ-FETCH", f"the server packs the page as {packing[:40]!r}, which was not asked for")
    opened = None if packing in AS_IS else zlib.decompressobj(PACKED[packing])
    came = given = 0
    while piece := response.read1(PIECE_BYTES):
        came += len(piece)
        try:
            whole = piece if opened is None else opened.decompress(piece, most_bytes - given + 1)
        except zlib.error:
            raise _Refused("READ-FETCH", "the page is packed wrongly") from None
        given += len(whole)
        if max(came, given) > most_bytes:
            raise _Refused("READ-TOO-LARGE", f"it has more than {most_bytes} bytes")
        yield whole
    if response.length or not (opened is None or opened.eof):
        raise _Refused("READ-FETCH", "the page breaks off")


def _words(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:200]


def _problem(asked: str, here: str, code: str, said: str) -> Problem:
    led = "" if here == asked else f" (led on to {here[:200]!r})"
    did = "fetched nothing; open it in a browser, and give the article's text"
    return Problem(code=code, where=asked[:LONGEST_ADDRESS], said=said + led, did=did)
