"""What pages need that write: pens for their forms, and a reader of articles.

In:   a ledger's file.
Out:  Desk.
Not:  pages that only read need none: a site without a desk has no form that writes.
"""

from dataclasses import dataclass, field

from podobno.read.fetching import fetch_page
from podobno.read.paths import Fetch
from podobno.show.web.pens import Pens
from podobno.show.web.reader import ArticleReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What pages need that write."""

    reader: ArticleReader
    pens: Pens = field(default_factory=Pens)
    fetch: Fetch = fetch_page  # an address, to the page there
