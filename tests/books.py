"""Ledgers for tests: made in a moment, and compared by all that they hold."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from tests.fakes import FakeClock

from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id, judgement_id
from podobno.records.claims import Claim
from podobno.records.entries import Maker
from podobno.records.judgements import Judgement
from podobno.records.links import Evidence, Link
from podobno.records.readings import Linking, Reading
from podobno.records.sketches import ClaimSketch, Key, NameSketch, Quality, Sketch

MAKERS = tuple(Maker(program="podobno test", pack=f"pl {number}", weights="none") for number in range(3))
TABLES = {  # without the numbers of entries, which are those of one file alone
    "entry": "SELECT id, kind, article, body, recorded, maker FROM entry",
    "claim": "SELECT id, article FROM claim",
    "word": "SELECT c.id, w.lemmas FROM word w JOIN claim c ON c.place = w.rowid",
    "speaker": "SELECT c.id, s.folded, s.step, s.name FROM speaker s JOIN claim c ON c.place = s.place",
    "day": "SELECT c.id, d.clock, d.begin, d.end FROM day d JOIN claim c ON c.place = d.place",
    "key": "SELECT k.key, k.day, e.id FROM key k JOIN entry e ON e.number = k.article",
    **{
        table: f"SELECT * FROM {table}"
        for table in ("made", "reading", "article", "name", "name_word", "named", "alike", "sketch", "link")
    },
}


def make_book(path: Path, acts, minute: int = 0) -> Path:
    """Record acts from some minute of a day on: a reading and the number of its maker, or of who judges its claims."""
    with open_ledger(path, clock=FakeClock(datetime(2024, 5, 15, 12, minute, tzinfo=UTC))) as ledger:
        for reading, number in acts:
            maker = MAKERS[number % len(MAKERS)]
            lemmas = [f"{claim.stance} {maker.pack}" for claim in reading.claims]
            ledger.record(reading, maker, lemmas, linking_of(reading))
            if number >= len(MAKERS):
                for judgement in judgements_of(reading, f"2024-05-15T13:{minute:02}:00+00:00"):
                    ledger.judgements.add(judgement)
    return path


def linking_of(reading: Reading) -> Linking:
    """A sketch, a key, and a link for each two claims of an article."""
    ids = sorted({claim_id(claim): claim for claim in reading.claims}.items())
    links = tuple(
        Link(
            kind="same",
            a=a,
            b=b,
            evidence=(Evidence(code="words", a=one.content[0], b=other.content[0]), Evidence(code="day")),
            score=0.5,
            rule="test",
        )
        for (a, one), (b, other) in pairwise(ids)
    )
    article = reading.article
    sketch = Sketch(
        article=article,
        names=tuple(sorted(_name_sketches(reading), key=lambda one: (one.base, one.kind))),
        lemmas=tuple(sorted(Counter([*article.text.split(" "), *article.text]).items())),
        claims=tuple(_claim_sketch(id_, claim) for id_, claim in ids),
    )
    return Linking(
        sketch=sketch,
        keys=(Key(kind="copy", value=len(article.text), days=3),),
        links=links,
        articles=dict.fromkeys((id_ for id_, _ in ids), article.id),
    )


def _name_sketches(reading: Reading) -> Iterator[NameSketch]:
    for base in {source.name for claim in reading.claims for source in claim.chain}:
        yield NameSketch(base=base, kind="person", count=len(base), roles=tuple(sorted({base, "a role", "true"})))


def _claim_sketch(id_: str, claim: Claim) -> ClaimSketch:
    names = tuple(source.name for source in claim.chain)
    start, end = claim.content[0].start, claim.content[0].end
    quality = Quality(lemma=claim.stance, noun="", mark="is", subject=names, start=start, end=end)
    return ClaimSketch(
        id=id_, claim=claim, lemmas=(*names, "most", '"', "a b", ""), negated=names, names=names, qualities=(quality,)
    )


def judgements_of(reading: Reading, moment: str) -> list[Judgement]:
    """A judgement of a source, one of each claim, and one that undoes the last."""
    told = {"by": "Anna Nowak", "moment": moment}
    ids = sorted(map(claim_id, reading.claims))
    found = [Judgement(verdict="grade", kind="source", subjects=("PAP",), value="A", **told)]
    found += [Judgement(verdict="chain", kind="claim", subjects=(id_,), value="Reuters > Jan", **told) for id_ in ids]
    found += [Judgement(verdict="undo", kind="judgement", subjects=(judgement_id(found[-1]),), note=" ", **told)]
    return found


def contents(path: Path) -> dict[str, list]:
    """Return all rows of all tables that do not depend on the order of recording."""
    with closing(sqlite3.connect(path)) as database:
        return {table: sorted(map(repr, database.execute(query))) for table, query in TABLES.items()}
