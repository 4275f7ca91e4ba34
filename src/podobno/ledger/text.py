"""The text form of a ledger: one block an entry, its words in quotation marks, so that a person can review a diff.

In:   an open ledger.
Out:  its text, in an order that does not depend on the order of recording.
Not:  reading it back, which is ledger/loading.py; values, which are ledger/textvalues.py; sketches, which are
      ledger/textsketches.py; the keys of the index, which follow from them.
"""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

from podobno.ledger.store import DAMAGES, Ledger, reading_id
from podobno.ledger.textsketches import read_sketch_lines, write_sketch
from podobno.ledger.textvalues import Place, quoted, read_values, write_values
from podobno.records.canonical import plain_json
from podobno.records.entries import Entry
from podobno.records.errors import BadUse, LedgerError
from podobno.records.text import content_id

HEAD = "Podobno ledger 1"  # the last number is the version of the text form
INDENT, TEXT_MARK, ODD_MARK = "  ", "    | ", "    \\ "
KEPT_ARTICLES = 64  # texts that are held in memory while spans point into them
OF_ARTICLE = ("article", "claim", "figure", "problem")  # in this order under their article
DAYS = "SELECT id FROM article ORDER BY known_on IS NULL, known_on, id"
ENTRIES = "SELECT id, kind, article, body, recorded, maker FROM entry"
TEXT_KEY = "text"
SKETCH = "sketch"


def print_ledger(ledger: Ledger) -> Iterator[str]:
    """Yield the text of a ledger, block by block; joined, they are the text."""
    yield f"{HEAD}\n"
    makers = "SELECT maker FROM made UNION SELECT maker FROM reading UNION SELECT maker FROM sketch"
    for alias, name in sorted((maker_id(name), name) for (name,) in ledger.database.rows(makers)):
        yield f"\nmaker {alias}\n{INDENT}name {quoted(name)}\n"
    text = lru_cache(KEPT_ARTICLES)(partial(_article_text, ledger))
    # By their day; links and judgements come behind all that they are about.
    for (article,) in list(ledger.database.rows(DAYS)):
        yield from (_printed(ledger, entry, text) for entry in _of_article(ledger, article))
        yield from _sketches(ledger, article, text)
    yield from (_printed(ledger, entry, text) for entry in _others(ledger))


def _printed(ledger: Ledger, entry: Entry, text: Callable[[str], str]) -> str:
    try:
        return "\n" + "".join(f"{line}\n" for line in _block(ledger, entry, text))
    except DAMAGES as error:
        told = f"{entry.kind} {entry.id} of {ledger.path} is damaged: {error}"
        raise LedgerError(f"{told}. `podobno check` tells all.") from None


def maker_id(name: str) -> str:
    """Return the short name by which the text form names a maker."""
    return content_id("maker", name)


def _article_text(ledger: Ledger, id_: str) -> str:
    return ledger.article(id_).text


def _of_article(ledger: Ledger, article: str) -> list[Entry]:
    """Return an article and what belongs to it."""
    held = _entries(ledger, f"{ENTRIES} WHERE article = ?", article)
    return sorted(held, key=lambda entry: (OF_ARTICLE.index(entry.kind), *_first_place(entry), entry.id))


def _others(ledger: Ledger) -> Iterator[Entry]:
    """Yield problems of files, links, judgements."""
    for kind in ("problem", "link", "judgement"):
        held = _entries(ledger, f"{ENTRIES} WHERE article IS NULL AND kind = ?", kind)
        yield from sorted(held, key=lambda entry: (_moment(entry), entry.id))


def _entries(ledger: Ledger, query: str, value: str) -> Iterator[Entry]:
    for row in ledger.database.rows(query, (value,)):
        yield Entry(id=row[0], kind=row[1], article=row[2], body=row[3], recorded=row[4], maker=row[5])


def _first_place(entry: Entry) -> tuple[int, int]:
    try:
        plain = json.loads(entry.body)
        span = plain["content"][0] if entry.kind == "claim" else plain.get("span") or {"start": 0, "end": 0}
        return span["start"], span["end"]
    except DAMAGES:
        return 0, 0  # it is told when its block is written


def _moment(entry: Entry) -> str:
    try:
        return str(json.loads(entry.body).get("moment", ""))
    except (*DAMAGES, AttributeError):
        return ""


def _block(ledger: Ledger, entry: Entry, text: Callable[[str], str]) -> Iterator[str]:
    yield f"{entry.kind} {entry.id}" + (f" of {entry.article}" if entry.article and entry.kind != "article" else "")
    for key, value in (*_made(ledger, entry), *_lemmas(ledger, entry)):
        yield f"{INDENT}{key} {value}"
    plain = json.loads(entry.body)
    article_text = plain.pop(TEXT_KEY) if entry.kind == "article" else None
    place = Place(kind=entry.kind, article=entry.article, text=text, labels={})
    for key, value in _values(plain, place):
        yield f"{INDENT}{key} {value}"
    if article_text is not None:
        yield f"{INDENT}{TEXT_KEY}"
        yield from map(_text_line, article_text.split("\n"))


def _values(plain: dict[str, Any], place: Place) -> list[tuple[str, str]]:
    """Return the lines of an entry's content; what would not come back the same is written as JSON."""
    try:
        lines = list(write_values(plain, place))
        if plain_json(read_values(lines, place)) == plain_json(plain):
            return lines
    except (*DAMAGES, AttributeError, BadUse, LedgerError):
        pass
    return [("body", plain_json(plain))]


def _sketches(ledger: Ledger, article: str, text: Callable[[str], str]) -> Iterator[str]:
    """Yield a block for each sketch of an article, by who drew it."""
    rows = ledger.database.rows("SELECT maker, body FROM sketch WHERE article = ?", (article,))
    place = Place(kind=SKETCH, article=article, text=text, labels={})
    for maker, body in sorted((maker_id(maker), body) for maker, body in rows):
        lines = "".join(f"{INDENT}{key} {value}\n" for key, value in _sketch_lines(body, place))
        yield f"\n{SKETCH} {maker} of {article}\n{lines}"


def _sketch_lines(body: str, place: Place) -> list[tuple[str, str]]:
    try:
        lines = list(write_sketch(body, place))
        if read_sketch_lines(lines, place) == body:
            return lines
    except (*DAMAGES, AttributeError, BadUse, LedgerError):
        pass
    return [("body", body)]


def _text_line(line: str) -> str:
    is_plain = line.replace("\t", "").isprintable() and line == line.rstrip()
    return f"{TEXT_MARK}{line}".rstrip() if is_plain else f"{ODD_MARK}{quoted(line)}"


def _made(ledger: Ledger, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield who made the entry, the first one first; of an article also each reading, and which were whole."""
    query = "SELECT recorded, maker, score, rule FROM made WHERE entry = ? ORDER BY recorded, maker"
    rows = list(ledger.database.rows(query, (entry.id,)))
    for recorded, maker, score, rule in sorted(rows, key=lambda row: row[:2] != (entry.recorded, entry.maker)):
        score_words = "" if score is None else f" {score!r} {quoted(rule or '')}"
        yield "made", f"{recorded} {maker_id(maker)}{score_words}"
    if entry.kind == "article":
        readings = "SELECT recorded, maker FROM reading WHERE article = ? ORDER BY recorded, maker"
        yield from (("read", f"{row[0]} {maker_id(row[1])}") for row in ledger.database.rows(readings, (entry.id,)))
        whole = ledger.database.rows(query, (reading_id(entry.id),))
        yield from (("whole", f"{row[0]} {maker_id(row[1])}") for row in whole)


def _lemmas(ledger: Ledger, entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.kind == "claim":
        query = "SELECT w.lemmas FROM word w JOIN claim c ON c.place = w.rowid WHERE c.id = ?"
        (lemmas,) = ledger.database.one(query, (entry.id,)) or ("",)
        if lemmas:
            yield "words", quoted(lemmas)
