"""Stand before the pages: whose requests are let in, and what every answer says to the browser.

In:   requests of anybody who can reach the port.
Out:  the pages' answers with the headers that keep a browser safe; refusals.
Not:  the pages: show/web/app.py.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "podobno_token"
PERMALINK = "permalink"  # of a request whose address holds empty fields
LONGEST_QUERY = 2_000  # bytes; the longest that a form of ours makes is a third of it
LONGEST_PATH = 500
NEVER_EMPTY = ("lang", "page", "part", "format", "told")  # no form of ours leaves them empty
READING = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",  # with none at all, a browser would not say which page a form comes from
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Who is let in."""

    names: tuple[str, ...] = LOOPBACK  # names by which a browser may call this server
    numbers: bool = False  # any address in numbers too: a hostile page can give itself a name, but no number
    token: str | None = None  # None: whoever reaches the port


class Guard:
    """An application that lets in whom it may and makes every answer safe."""

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        """Take the application to stand before."""
        self.app, self.doors = app, doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] == "HEAD":  # the server leaves the body out
            scope = {**scope, "method": "GET"}
        refusal = _refuse(scope, self.doors)
        await (refusal or self.app)(_tidy(scope), receive, _safe(scope, send))


def _refuse(scope: Scope, doors: Doors) -> Response | None:
    headers = Headers(scope=scope)
    if not _is_ours(headers.get("host", ""), doors):
        return _told(421, "This server is not called so. Use the address that `podobno serve` printed.")
    if len(scope["query_string"]) > LONGEST_QUERY or len(scope.get("raw_path") or b"") > LONGEST_PATH:
        return _told(414, "This address is too long. Ask with fewer words.")
    if scope["method"] not in READING and is_foreign(headers):
        return _told(403, "This was sent by a page of another server. Use the pages of this one.")
    return _check_token(scope, headers, doors.token) if doors.token is not None else None


def is_foreign(headers: Headers) -> bool:
    """Say whether a browser tells that a page of another server made it send this."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    is_other = origin is not None and origin.casefold().rpartition("//")[2] != headers.get("host", "").casefold()
    return is_other or site not in (None, "same-origin")


def names_its_page(headers: Headers) -> bool:
    """Say whether a browser tells at all which page made it send this."""
    return "sec-fetch-site" in headers or "origin" in headers


def _check_token(scope: Scope, headers: Headers, token: str) -> Response | None:
    """Let in who has the token: from the printed address, which leaves a cookie behind, or in a header."""
    query = _query(scope)
    given = dict(query).get("token")
    if given is not None and _same(given, token):
        answer = RedirectResponse(_address(scope, [pair for pair in query if pair[0] != "token"]), 303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
        return answer
    bearer = headers.get("authorization", "").removeprefix("Bearer ")
    if _same(bearer, token) or _same(_cookie(headers.get("cookie", "")), token):
        return None
    return _told(401, "This server wants its token. Open the address that `podobno serve` printed.")


def _tidy(scope: Scope) -> Scope:
    """Leave out the fields that a form left empty: they say nothing. The pages are told the permalink."""
    query = _query(scope)
    full = [pair for pair in query if pair[1] or pair[0] in NEVER_EMPTY]
    if len(full) == len(query):
        return scope
    state = {**scope.get("state", {}), PERMALINK: _address(scope, full)}
    return {**scope, "query_string": urlencode(full).encode(), "state": state}


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _address(scope: Scope, query: Iterable[tuple[str, str]]) -> str:
    path = (scope.get("raw_path") or b"/").decode("latin-1").partition("?")[0]
    told = urlencode(list(query))
    # Two slashes at the start would lead to another server.
    return "/" + path.lstrip("/\\") + (f"?{told}" if told else "")


def _is_ours(host: str, doors: Doors) -> bool:
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
    name = name.strip("[]").casefold()
    return name in doors.names or (doors.numbers and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def _told(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status)


def _safe(scope: Scope, send: Send) -> Send:
    is_file = scope["path"].startswith("/static/")

    async def send_safe(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers["cache-control"] = "max-age=3600" if is_file else "private, no-cache"
        await send(message)

    return send_safe
