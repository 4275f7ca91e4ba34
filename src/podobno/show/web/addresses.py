"""Make the addresses of pages: permalinks that carry the clocks and the language along.

In:   a path and what the page shows.
Out:  addresses within this server.
Not:  what an address means: show/web/views.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

CARRIED = ("as_of", "known", "lang")  # from page to page; all else belongs to one page
WEB = ("http", "https")
KINDS, ID = ("stories", "articles", "claims"), re.compile("[0-9a-f]{16}")  # of pages that have an id


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses that one page links to."""

    path: str  # of this page
    told: Mapping[str, str]  # what its query says, as given

    def to(self, path: str, /, **query: object) -> str:
        """Return the address of another page under the same clocks and in the same language."""
        kept = {name: self.told[name] for name in CARRIED if name in self.told}
        return _address(quote(path), {**kept, **query})

    def here(self, **query: object) -> str:
        """Return the address of this page with something else in its query; None takes a part away."""
        return _address(quote(self.path), {**self.told, **query})

    def bare(self, path: str) -> str:
        """Return the address of a page without anything carried along."""
        return quote(path)


def outside(url: str | None) -> str | None:
    """Return the address that an article states if a browser may follow it: nothing but the web."""
    try:
        return url if url and urlsplit(url).scheme.casefold() in WEB else None
    except ValueError:
        return None


def id_in_address(given: str) -> str:
    """Return the id in the address of a page of ours, as one copies it from the browser; else what was typed."""
    path = given.strip().partition("?")[0].partition("#")[0].rstrip("/")
    start, _, last = path.rpartition("/")
    is_ours = start.rpartition("/")[2] in KINDS and bool(ID.fullmatch(last))
    return last if is_ours else given.strip()


def _address(path: str, query: Mapping[str, object]) -> str:
    told = {name: value for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(told)}" if told else path
