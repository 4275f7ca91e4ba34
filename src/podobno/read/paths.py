"""Read articles from files, folders, addresses of the web and standard input.

In:   paths ("-" is standard input), addresses and settings.
Out:  articles and problems, in the order of the paths, each as soon as it is read.
Not:  what the articles claim. A fault of one file or line never stops the next.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path

from podobno.read.articles import make_article
from podobno.read.contents import MARKDOWN, PAGES, TEXTS, read_data
from podobno.read.fetching import Fetched, fetch_page
from podobno.read.files import disk_problem, list_folder, read_bytes, read_lines, shown
from podobno.read.jsonl import read_line
from podobno.read.rules import ReadRules, open_rules
from podobno.read.settings import ReadSettings
from podobno.records.problems import Problem
from podobno.records.text import Article

STDIN = "-"
WEB = ("http://", "https://")
LINES = (".jsonl", ".ndjson")
HEAD_BYTES = 4096  # enough to see what a stream without an ending holds
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
Fetch = Callable[[str], Fetched | Problem]


def read_paths(
    paths: Iterable[str | Path], settings: ReadSettings | None = None, *, stdin: BufferedReader | None = None
) -> Iterator[Article | Problem]:
    """Yield the articles at some paths, and the problems met; JSON lines are never held as a whole."""
    rules = open_rules(settings or ReadSettings())
    for path in paths:
        if str(path) == STDIN:
            stream = stdin or _stdin()
            yield from read_stream(stream, "standard input", "", rules)
        elif str(path).casefold().startswith(WEB):
            yield from read_address(str(path), rules)
        else:
            yield from _read_path(Path(path), rules)


def read_address(url: str, rules: ReadRules, fetch: Fetch = fetch_page) -> Iterator[Article | Problem]:
    """Yield the article at an address of the web, and the problems met."""
    found = fetch(url)
    if isinstance(found, Problem):
        yield found
    else:
        yield from read_data(found.data, url, found.ending, rules, found.url)


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
        yield from read_stream(stream, shown(path), path.suffix.lower(), rules)


def read_stream(stream: BufferedReader, where: str, ending: str, rules: ReadRules) -> Iterator[Article | Problem]:
    """Yield what a stream holds: JSON lines one at a time, or one article."""
    known = ending in (*PAGES, *MARKDOWN, *TEXTS)
    if ending in LINES or (not known and _head(stream).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
        yield from _read_lines(stream, where, rules)
        return
    data = read_bytes(stream, where, rules.settings.size_limit_bytes)
    if isinstance(data, Problem):
        yield data
        return
    yield from read_data(data, where, ending, rules)


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
