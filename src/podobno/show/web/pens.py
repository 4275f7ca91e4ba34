"""Who writes through the pages: the token that our own forms carry, and the name that a person signs with.

In:   the cookies of a request.
Out:  Pen, for the forms of a page; a refusal of forms that are not ours.
Not:  what is written: show/web/pages/judgements.py and show/web/pages/adding.py.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

from podobno.show.web.guard import names_its_page
from podobno.show.web.refusals import Refused

FORM_COOKIE, BY_COOKIE = "podobno_form", "podobno_by"
KEY_BYTES = 18
LONGEST_COOKIE = 400
LONGEST_NAME = 80  # characters of a person's name
BY_S = 180 * 24 * 3600  # a name is kept for half a year
FORBIDDEN = 403


@dataclass(frozen=True, slots=True)
class Pen:
    """What the forms of one visitor carry."""

    key: str  # of the visitor's cookie
    token: str  # the answer to that key: whoever cannot read our pages does not have it
    by: str  # who signs; empty: the person was not asked yet
    is_new: bool  # the visitor has no such cookie yet


@dataclass(frozen=True, slots=True)
class Pens:
    """Gives pens, and knows its own again; a new start of the server makes the old ones dry."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def of(self, request: Request) -> Pen:
        """Return the pen of a visitor."""
        held = request.cookies.get(FORM_COOKIE, "")
        key = held if 0 < len(held) <= LONGEST_COOKIE else secrets.token_urlsafe(KEY_BYTES)
        by = unquote(request.cookies.get(BY_COOKIE, "")[:LONGEST_COOKIE])
        return Pen(key, self._token(key), tidy_name(by), key != held)

    def check(self, request: Request, token: str) -> None:
        """Let in a form of ours alone: sent by a page of this server, with the token that we gave this visitor."""
        held = request.cookies.get(FORM_COOKIE, "")
        is_ours = hmac.compare_digest(token.encode("utf-8", "replace"), self._token(held).encode())
        if not held or not is_ours or not names_its_page(request.headers):
            raise Refused("fault.form", FORBIDDEN)

    def _token(self, key: str) -> str:
        return hmac.new(self.secret, key.encode("utf-8", "replace"), "sha256").hexdigest()


def tidy_name(name: str) -> str:
    """Return a name on one line; what cannot be printed is left out."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[:LONGEST_NAME]


def hand_out(response: Response, pen: Pen) -> None:
    """Leave the visitor's key in a cookie that no script and no other site can use."""
    if pen.is_new:
        response.set_cookie(FORM_COOKIE, pen.key, httponly=True, samesite="strict")


def keep_name(response: Response, name: str) -> None:
    """Keep who signs."""
    response.set_cookie(BY_COOKIE, quote(name), max_age=BY_S, httponly=True, samesite="strict")
