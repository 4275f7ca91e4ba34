"""Run the server: one process, on this machine alone unless told otherwise.

In:   a ledger, an address to listen at.
Out:  pages, until it is stopped; the address to open, on standard output.
Not:  the application: show/web/app.py.
"""

import secrets
import sys
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from socket import gethostname
from threading import Thread

import uvicorn

from podobno.records.errors import BadUse, PodobnoError
from podobno.show.settings import read_settings
from podobno.show.web.app import make_app
from podobno.show.web.guard import LOOPBACK, Doors
from podobno.show.web.patience import Patience
from podobno.show.web.shelf import Shelf
from podobno.show.web.site import open_site

TOKEN_BYTES = 24
LEAST_TOKEN = 16  # characters of a token of one's own
MOST_AT_ONCE = 500  # connections; the next ones are told to come again
LONGEST_HEAD = 16_384  # bytes of a request before its body
IDLE_S = 5
WRITES = "Whoever can open it can judge and add articles; --read-only switches that off."
READS = "It can only be read; --write lets visitors judge and add articles."


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where a server listens and who may come in."""

    host: str
    port: int
    doors: Doors

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        token = f"?token={self.doors.token}" if self.doors.token else ""
        return f"http://{host}:{self.port}/{token}"


def serve_pages(ledger: Path | None, host: str, port: int, is_writable: bool | None = None) -> None:
    """Serve a ledger's pages until the process is stopped; is_writable: None for on this machine alone."""
    settings = read_settings()
    serving = plan_serving(host, port, settings.token)
    may_write = is_loopback(host) if is_writable is None else is_writable
    site = open_site(ledger or settings.ledger, is_writable=may_write)
    Thread(target=_warm, args=(site.shelf,), daemon=True).start()
    sys.stdout.write(f"{site.path} is at {serving.address}\n{WRITES if may_write else READS}\nCtrl-C stops it.\n")
    sys.stdout.flush()
    uvicorn.run(
        make_app(site, serving.doors),
        host=serving.host,
        port=serving.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=IDLE_S,
        http=Patience,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        lifespan="off",
    )


def plan_serving(host: str, port: int, token: str | None) -> Serving:
    """Return where to listen and who may come in: from other machines only who has a token."""
    if token is not None and len(token) < LEAST_TOKEN:
        raise BadUse(f"PODOBNO_TOKEN has {len(token)} characters. Take {LEAST_TOKEN} or more, or leave it out.")
    if is_loopback(host):
        names = tuple(dict.fromkeys((*LOOPBACK, host.casefold())))
        return Serving(host=host, port=port, doors=Doors(names=names, token=token))
    names = tuple(dict.fromkeys((*LOOPBACK, host.casefold(), gethostname().casefold())))
    token = token or secrets.token_urlsafe(TOKEN_BYTES)
    return Serving(host=host, port=port, doors=Doors(names=names, numbers=True, token=token))


def is_loopback(host: str) -> bool:
    """Say whether nobody but this machine can reach an address."""
    if host.casefold() in LOOPBACK:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _warm(shelf: Shelf) -> None:
    try:
        shelf.warm()
    except PodobnoError as error:
        sys.stderr.write(f"podobno: {error}\n")
