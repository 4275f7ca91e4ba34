"""Read what one file or one answer of a server holds.

In:   bytes, what they are called, the ending of a file that holds such a thing.
Out:  an article, and the problems met.
Not:  where the bytes come from, which is read/paths.py and read/fetching.py; JSON lines, which hold many articles.
"""

from collections.abc import Iterator
from dataclasses import replace

from podobno.read.articles import make_article
from podobno.read.charsets import decode_bytes
from podobno.read.html import looks_like_html, read_html
from podobno.read.origins import outlet_of
from podobno.read.rules import ReadRules
from podobno.read.text import read_markdown, read_text
from podobno.records.problems import Problem
from podobno.records.text import Article

PAGES = (".html", ".htm", ".xhtml")
MARKDOWN = (".md", ".markdown")
TEXTS = (".txt", ".text")


def read_data(
    data: bytes, where: str, ending: str, rules: ReadRules, fetched: str | None = None
) -> Iterator[Article | Problem]:
    """Yield the problems of some bytes and their article; fetched: the address that they came from."""
    if not data:
        yield Problem(code="READ-EMPTY", where=where, said="it holds no byte", did="passed it over")
        return
    decoded = decode_bytes(data, rules.charsets, rules.settings.encoding)
    if decoded.code is not None:
        did = "replaced each by U+FFFD" if decoded.text else "passed it over; convert it to UTF-8 text and read that"
        yield Problem(code=decoded.code, where=where, said=decoded.said, did=did)
    if decoded.text or decoded.code is None:
        yield from _read_decoded(decoded.text, where, ending, rules, fetched)


def _read_decoded(
    text: str, where: str, ending: str, rules: ReadRules, fetched: str | None
) -> Iterator[Article | Problem]:
    if ending in PAGES or (ending not in (*MARKDOWN, *TEXTS) and looks_like_html(text)):
        yield from _read_page(text, where, rules, fetched)
        return
    read = read_markdown if ending in MARKDOWN else read_text
    draft = read(text, where, rules.date_labels)
    yield from make_article(replace(draft, url=fetched or draft.url), rules)


def _read_page(page: str, where: str, rules: ReadRules, fetched: str | None) -> Iterator[Article | Problem]:
    limit = rules.settings.page_limit_chars
    if len(page) > limit:
        said = f"the page has {len(page)} characters, and the limit for a page is {limit}"
        yield Problem(code="READ-TOO-LARGE", where=where, said=said, did="passed it over; save the article alone")
        return
    draft = read_html(page, where, fetched or rules.settings.url)
    if draft is not None and fetched is not None:
        url = _own_address(draft.url, fetched)
        draft = replace(draft, url=url, outlet=outlet_of(url) or draft.outlet)
    if draft is not None:
        yield from make_article(draft, rules)
        return
    did = "passed it over; save the article's text as .txt"
    yield Problem(code="READ-NO-ARTICLE", where=where, said="the page holds no main text", did=did)


def _own_address(stated: str | None, fetched: str) -> str:
    """Return the address that a page states as its own if its host is the one that sent it: no page is another's."""
    is_own = stated is not None and outlet_of(stated) == outlet_of(fetched)
    return stated if is_own and stated is not None else fetched
