"""Read an HTML page: its main text, and what it says of itself.

In:   a decoded page.
Out:  a draft, or None where the page holds no article.
Not:  fetching; dates that the page does not state as its own: an image's day or today's is no date of it.
"""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml.etree import ParserError, XPathError  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from podobno.read.dates import parse_date, url_date
from podobno.read.drafts import Draft
from podobno.read.origins import outlet_of

LEAST_LETTERS = 60  # less is a menu, a cookie notice or a "page not found"
HEAD_CHARS = 2000  # a page shows that it is one in so many
PUBLISHED = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime",
    "//meta[@property='og:published_time' or @name='pubdate' or @name='publishdate']/@content",
    "//meta[@name='publish-date' or @name='parsely-pub-date' or @name='sailthru.date']/@content",
    "//meta[@name='date' or @name='DC.date.issued' or @name='dc.date' or @name='DC.date']/@content",
    "//time[@pubdate]/@datetime",
)
UPDATED = (
    "//meta[@property='article:modified_time' or @property='og:updated_time']/@content",
    "//*[@itemprop='dateModified']/@content | //*[@itemprop='dateModified']/@datetime",
)
LINKED_DATA = "//script[@type='application/ld+json']/text()"


def read_html(page: str, where: str, url: str | None = None) -> Draft | None:
    """Return the draft of a page, its paragraphs on lines of their own; None where it holds no article."""
    tree = _tree(page)
    if tree is None:
        return None
    dates = _dates(tree, PUBLISHED, "datePublished"), _dates(tree, UPDATED, "dateModified")
    found = bare_extraction(
        tree, url=url, fast=True, include_comments=False, with_metadata=True, output_format="python",
        date_extraction_params={"extensive_search": False, "max_date": "9999-12-31"},
    )  # fmt: skip
    if not isinstance(found, Document):
        return None
    text = unicodedata.normalize("NFC", found.text or "").strip()
    if sum(letter.isalpha() for letter in text) < LEAST_LETTERS:
        return None
    return _draft(found, text, where, dates)


def looks_like_html(text: str) -> bool:
    """Say whether a text begins as a page does."""
    head = text[:HEAD_CHARS].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) and "<html" in head


def _tree(page: str) -> HtmlElement | None:
    # An encoding declared inside would be believed against the text: the bytes are decoded already.
    start = page.lstrip()
    if start.startswith("<?xml"):
        page = start.partition("?>")[2]
    try:
        return load_html(page.replace("\0", ""))
    except (ParserError, ValueError):
        return None


def _draft(found: Document, text: str, where: str, dates: tuple[str | None, str | None]) -> Draft:
    url = found.url if found.url and outlet_of(found.url) else None
    return Draft(
        where=where,
        text=text,
        title=found.title or None,
        url=url,
        # The host first: it is the same for pages and for JSON lines, a site's name is not.
        outlet=(outlet_of(url) if url else None) or found.sitename or None,
        byline=found.author or None,
        published=dates[0] or (url_date(url) if url else None),
        updated=dates[1],
    )


def _dates(tree: HtmlElement, paths: tuple[str, ...], key: str) -> str | None:
    """Return the first date that is one, as written; a page that states only wrong ones gives the first."""
    written = [*_linked(tree, key), *(value for path in paths for value in _values(tree, path))]
    return next((one for one in written if parse_date(one)), next(iter(written), None))


def _values(tree: HtmlElement, path: str) -> list[str]:
    try:
        return [str(value) for value in tree.xpath(path) if str(value).strip()]
    except XPathError:
        return []


def _linked(tree: HtmlElement, key: str) -> Iterator[str]:
    for script in _values(tree, LINKED_DATA):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        yield from _named(data, key)


def _named(data: Any, key: str) -> Iterator[str]:
    """Yield the value of a key in linked data, at its top or in its graph; deeper it is of other things."""
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if isinstance(thing, dict):
            if isinstance(thing.get(key), str) and thing[key].strip():
                yield thing[key]
            if isinstance(thing.get("@graph"), list):
                yield from _named([one for one in thing["@graph"] if isinstance(one, dict)], key)
