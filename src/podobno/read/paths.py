"""Read articles from files, folders and standard input.

In:   paths ("-" is standard input) and settings.
Out:  articles and problems, in the order of the paths, each as soon as it is read.
Not:  what the articles claim. A fault of one file or line never stops the next.
"""

import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path

from podobno.read.articles import make_article
from podobno.read.charsets import decode_bytes
from podobno.read.files import disk_problem, list_folder, read_bytes, read_lines, shown
from podobno.read.html import looks_like_html, read_html
from podobno.read.jsonl import read_line
from podobno.read.rules import ReadRules, open_rules
from podobno.read.settings import ReadSettings
from podobno.read.text import read_markdown, read_text
from podobno.records.problems import Problem
from podobno.records.text import Article

STDIN = "-"
LINES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm", ".xhtml")
MARKDOWN = (".md", ".markdown")
TEXTS = (".txt", ".text")
HEAD_BYTES = 4096  # enough to see what a stream without an ending holds
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def read_paths(
    paths: Iterable[str | Path], settings: ReadSettings | None = None, *, stdin: BufferedReader | None = None
) -> Iterator[Article | Problem]:
    """Yield the articles at some paths, and the problems met; JSON lines are never held as a whole."""
    rules = open_rules(settings or ReadSettings())
    for path in paths:
        if str(path) == STDIN:
            stream = stdin or _stdin()
            yield from _read_stream(stream, "standard input", "", rules)
        else:
            yield from _read_path(Path(path), rules)


def _stdin() -> BufferedReader:
    stream = sys.stdin.buffer
    return stream if isinstance(stream, BufferedReader) else BufferedReader(stream)  # type: ignore[arg-type]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _read_path(path: Path, rules: ReadRules) -> Iterator[Article | Problem]:
    if "\0" in str(path):
        yield Problem(code="READ-MISSING", where=repr(str(path)), said="no path holds a NUL", did="read on")
        return
    if not _is_folder(path):
        yield from _read_file(path, rules)
        return
    for found in list_folder(path):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _read_file(found, rules)


def _read_file(path: Path, rules: ReadRules) -> Iterator[Article | Problem]:
    try:
        stream = path.open("rb")
    except OSError as error:
        yield disk_problem(error, shown(path))
        return
    with stream:
        yield from _read_stream(stream, shown(path), path.suffix.lower(), rules)


def _read_stream(stream: BufferedReader, where: str, ending: str, rules: ReadRules) -> Iterator[Article | Problem]:
    known = ending in (*PAGES, *MARKDOWN, *TEXTS)
    if ending in LINES or (not known and _head(stream).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
        yield from _read_lines(stream, where, rules)
        return
    data = read_bytes(stream, where, rules.settings.size_limit_bytes)
    if isinstance(data, Problem):
        yield data
        return
    yield from _read_data(data, where, ending, rules)


def _head(stream: BufferedReader) -> bytes:
    try:
        return stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    except OSError:  # the reading itself will say what is wrong
        return b""


def _read_lines(stream: BufferedReader, where: str, rules: ReadRules) -> Iterator[Article | Problem]:
    if _head(stream).startswith(UTF16_BOMS):
        did = "passed the file over; save it as UTF-8"
        yield Problem(code="READ-ENCODING", where=where, said="its JSON lines are in UTF-16", did=did)
        return
    for found in read_lines(stream, where, rules.settings.size_limit_bytes):
        if isinstance(found, Problem):
            yield found
            continue
        number, line = found
        draft = read_line(line, f"{where}:{number}", rules)
        if isinstance(draft, Problem):
            yield draft
        else:
            yield from make_article(draft, rules)


def _read_data(data: bytes, where: str, ending: str, rules: ReadRules) -> Iterator[Article | Problem]:
    if not data:
        yield Problem(code="READ-EMPTY", where=where, said="it holds no byte", did="passed it over")
        return
    decoded = decode_bytes(data, rules.charsets, rules.settings.encoding)
    if decoded.code is not None:
        did = "replaced each by U+FFFD" if decoded.text else "passed it over; convert it to UTF-8 text and read that"
        yield Problem(code=decoded.code, where=where, said=decoded.said, did=did)
    if decoded.text or decoded.code is None:
        yield from _read_decoded(decoded.text, where, ending, rules)


def _read_decoded(text: str, where: str, ending: str, rules: ReadRules) -> Iterator[Article | Problem]:
    if ending in MARKDOWN:
        yield from make_article(read_markdown(text, where, rules.date_labels), rules)
    elif ending in PAGES or (ending not in TEXTS and looks_like_html(text)):
        yield from _read_page(text, where, rules)
    else:
        yield from make_article(read_text(text, where, rules.date_labels), rules)


def _read_page(page: str, where: str, rules: ReadRules) -> Iterator[Article | Problem]:
    limit = rules.settings.page_limit_chars
    if len(page) > limit:
        said = f"the page has {len(page)} characters, and the limit for a page is {limit}"
        yield Problem(code="READ-TOO-LARGE", where=where, said=said, did="passed it over; save the article alone")
        return
    draft = read_html(page, where, rules.settings.url)
    if draft is not None:
        yield from make_article(draft, rules)
        return
    did = "passed it over; save the article's text as .txt"
    yield Problem(code="READ-NO-ARTICLE", where=where, said="the page holds no main text", did=did)
