"""Read the text form of a ledger back.

In:   text as ledger/text.py prints it, or as a person writes it, without ids, places and makers that follow.
Out:  the ledger that gives the same text again; what cannot be read raises BadUse with its line.
Not:  joining it with another ledger, which is ledger/merge.py.

What a person may leave out: an id, where any other word stands in its place as a label for the rest of the text; the
place of a span whose words its article has once (@"the words"); who made an entry, which is then made by hand, at the
first moment of the calendar; the readings of an article, which is then read by whoever made it; and its sketch, without
which it is linked with others only once it is read again.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from podobno.ledger.store import DAMAGES, Ledger, reading_id
from podobno.ledger.text import HEAD, INDENT, ODD_MARK, SKETCH, TEXT_KEY, TEXT_MARK
from podobno.ledger.textsketches import read_sketch_lines
from podobno.ledger.textvalues import Place, read_json, read_values
from podobno.records.canonical import (
    OF_MAKER,
    plain_json,
    read_article,
    read_claim,
    read_figure,
    read_judgement,
    read_link,
    read_problem,
    read_sketch,
    sketch_json,
    to_json,
)
from podobno.records.claims import Claim
from podobno.records.entries import KINDS
from podobno.records.errors import BadUse
from podobno.records.text import content_id

ID = re.compile(r"[0-9a-f]{16}")
HEADS = re.compile(r"(\w+) (\S+)(?: of (\S+))?")
BY_HAND, FIRST_MOMENT = "by hand", "0001-01-01T00:00:00.000000+00:00"
READERS = {
    "claim": read_claim,
    "figure": read_figure,
    "problem": read_problem,
    "link": read_link,
    "judgement": read_judgement,
}
OF_ENTRY = ("made", "read", "whole", "words")  # lines that are no part of the content
Lines = list[tuple[int, str, str]]  # number, key, value


@dataclass(slots=True)
class _Block:
    """One block of the text."""

    number: int  # of its first line
    kind: str
    label: str
    article: str | None
    lines: Lines = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def of(self, key: str) -> list[list[str]]:
        """Return the values of the lines with a key, split at their blanks into three at most."""
        return [value.split(" ", 3) for _, name, value in self.lines if name == key]


def load_text(ledger: Ledger, lines: Iterable[str], name: str) -> None:
    """Write the entries of a text into a fresh ledger, all or none; name: of the text, for what is told."""
    loader = _Loader(ledger)
    with ledger.database.transaction():
        for block in _blocks(lines, name):
            try:
                loader.load(block)
            except (BadUse, *DAMAGES) as error:
                raise BadUse(f"{name}:{block.number}: {block.kind} {block.label}: {error}.") from None


# Lines to blocks


def _blocks(lines: Iterable[str], name: str) -> Iterator[_Block]:
    numbered = enumerate((line.removesuffix("\n") for line in lines), 1)
    if next(numbered, (0, ""))[1] != HEAD:
        raise BadUse(f"{name}: this is no ledger in text form. Its first line must be {HEAD!r}.")
    block: _Block | None = None
    for number, line in numbered:
        if not line.startswith(INDENT):
            if block is not None:
                yield block
            block = _opened(line, number, name)
        elif block is not None:
            _add_line(block, line, number, name)
    if block is not None:
        yield block


def _opened(line: str, number: int, name: str) -> _Block | None:
    if not line:
        return None
    found = HEADS.fullmatch(line)
    if found is None or found[1] not in (*KINDS, SKETCH, "maker"):
        raise BadUse(f"{name}:{number}: {line!r} opens no block. Write a kind and an id: 'claim 7f3a of 680f'.")
    return _Block(number=number, kind=found[1], label=found[2], article=found[3])


def _add_line(block: _Block, line: str, number: int, name: str) -> None:
    if line.startswith(TEXT_MARK.rstrip()):
        block.text.append(line.removeprefix(TEXT_MARK.rstrip()).removeprefix(" "))
    elif line.startswith(ODD_MARK):
        block.text.append(read_json(line.removeprefix(ODD_MARK)))
    else:
        key, _, value = line.removeprefix(INDENT).partition(" ")
        if not key or (not value and key != TEXT_KEY):
            raise BadUse(f"{name}:{number}: {line!r} has no value. Write a key, a blank and a value.")
        block.lines.append((number, key, value))


# Blocks to entries


class _Loader:
    """Writes blocks into a fresh ledger, inside a transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._database = ledger, ledger.database
        self._makers: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    def load(self, block: _Block) -> None:
        """Write one block; one that names what comes later or never raises BadUse."""
        if block.kind == "maker":
            self._makers[block.label] = read_json(_value(block, "name"))
            return
        article = self._labels.get(block.article, block.article) if block.article else None
        if block.kind == SKETCH:
            self._write_sketch(block, article or "")
            return
        body = self._body(block, article)
        id_ = self._checked(block, body)
        self._labels[block.label] = id_
        self._write(block, id_, id_ if block.kind == "article" else article, body)

    def _body(self, block: _Block, article: str | None) -> str:
        lines = [(key, value) for _, key, value in block.lines if key not in (*OF_ENTRY, TEXT_KEY)]
        if [key for key, _ in lines] == ["body"]:
            body = lines[0][1]
        else:
            place = Place(kind=block.kind, article=article, text=self._text, labels=self._labels)
            plain = read_values(lines, place)
            body = plain_json({**plain, TEXT_KEY: "\n".join(block.text)} if block.kind == "article" else plain)
        record = read_article(body) if block.kind == "article" else READERS[block.kind](body)
        without = OF_MAKER if block.kind in ("claim", "link") else ()
        if to_json(record, without=without) != body:
            raise BadUse(f"its content is not as the ledger writes it: {to_json(record, without=without)}")
        return body

    def _text(self, article: str) -> str:
        if self._ledger.place(article) is None:
            raise BadUse(f"no article {article} stands before it")
        return self._ledger.article(article).text

    def _checked(self, block: _Block, body: str) -> str:
        id_ = read_article(body).id if block.kind == "article" else content_id(block.kind, body)
        if ID.fullmatch(block.label) and block.label != id_:
            raise BadUse(f"its content has the id {id_}. Was a letter of it changed? Write that id, or any other word")
        return id_

    def _write(self, block: _Block, id_: str, article: str | None, body: str) -> None:
        if self._database.one("SELECT 1 FROM entry WHERE id = ?", (id_,)) is not None:
            raise BadUse("it stands here a second time")
        made = [self._act(value) for value in block.of("made")] or [(FIRST_MOMENT, BY_HAND, None, None)]
        self._database.write(
            "INSERT INTO entry (id, kind, article, body, recorded, maker) VALUES (?, ?, ?, ?, ?, ?)",
            (id_, block.kind, article, body, *made[0][:2]),
        )
        rows = ((id_, maker, moment, score, rule) for moment, maker, score, rule in made)
        self._database.write_all("INSERT OR IGNORE INTO made VALUES (?, ?, ?, ?, ?)", rows)
        if block.kind == "article":
            self._write_article(block, id_, body, made[0][0])
        elif block.kind == "claim":
            lemmas = _value(block, "words")
            claim = read_claim(body)
            held = self._ledger.article(claim.article)
            self._ledger.index_claim(id_, claim, held, read_json(lemmas) if lemmas else "")
        elif block.kind == "link":
            self._write_link(id_, body)

    def _write_article(self, block: _Block, id_: str, body: str, moment: str) -> None:
        self._ledger.index_article(read_article(body), moment)
        readings = [self._act(value)[:2] for value in block.of("read") or block.of("made")]
        whole = [self._act(value)[:2] for value in block.of("whole")]
        rows = ((id_, maker, moment) for moment, maker in readings or [(FIRST_MOMENT, BY_HAND)])
        self._database.write_all("INSERT OR IGNORE INTO reading VALUES (?, ?, ?)", rows)
        told = ((reading_id(id_), maker, moment) for moment, maker in whole)
        self._database.write_all("INSERT OR IGNORE INTO made VALUES (?, ?, ?, NULL, NULL)", told)

    def _write_link(self, id_: str, body: str) -> None:
        link, places = read_link(body), self._ledger.place
        ends = [places(end) for end in (link.a, link.b)]
        if None in ends:
            raise BadUse(f"it joins {link.a} and {link.b}, of which the text holds not both")
        self._database.write("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)", (id_, link.kind, link.a, link.b, *ends))

    def _write_sketch(self, block: _Block, article: str) -> None:
        if block.label not in self._makers:
            raise BadUse(f"{block.label!r} is no maker of this text")
        maker, lines = self._makers[block.label], [(key, value) for _, key, value in block.lines]
        place = Place(kind=SKETCH, article=article, text=self._text, labels=self._labels)
        self._text(article)
        body = lines[0][1] if [key for key, _ in lines] == ["body"] else read_sketch_lines(lines, place)
        sketch = read_sketch(body, self._ledger.article(article), self._claims_made(article, maker, body))
        if sketch_json(sketch) != body:
            raise BadUse(f"its content is not as the ledger writes it: {sketch_json(sketch)}")
        if self._database.write("INSERT OR IGNORE INTO sketch VALUES (?, ?, ?)", (article, maker, body)) == 0:
            raise BadUse("it stands here a second time")

    def _claims_made(self, article: str, maker: str, sketch: str) -> dict[str, Claim]:
        """Return the claims that a maker read in an article; a sketch of any other claim raises BadUse."""
        query = (
            "SELECT e.id, e.body FROM entry e JOIN made m ON m.entry = e.id"
            " WHERE e.article = ? AND e.kind = 'claim' AND m.maker = ?"
        )
        claims = {id_: read_claim(body) for id_, body in self._database.rows(query, (article, maker))}
        for one in json.loads(sketch).get("claims", ()):
            if one["id"] not in claims:
                raise BadUse(f"its maker did not read claim {one['id']} of this text. Take the sketch out, or mend it")
        return claims

    def _act(self, value: list[str]) -> tuple[str, str, float | None, str | None]:
        """Read a moment, a maker, and perhaps a score and a rule."""
        if len(value) < 2 or value[1] not in self._makers:
            raise BadUse(f"{' '.join(value)!r} is no moment with a maker of this text")
        moment, maker = value[0], self._makers[value[1]]
        return (moment, maker, float(value[2]), read_json(value[3])) if len(value) == 4 else (moment, maker, None, None)


def _value(block: _Block, key: str) -> str:
    return next((value for _, name, value in block.lines if name == key), "")
