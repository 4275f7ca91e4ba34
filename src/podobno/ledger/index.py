"""The tables by which articles and claims are found: all of them follow from the entries.

In:   an article, or a claim with the base forms of its words, inside a transaction.
Out:  rows of `article`, `word`, `speaker`, `name`, `day`.
Not:  the entries themselves, which are ledger/entries.py.
"""

import unicodedata
from collections.abc import Iterator

from podobno.ledger.database import Database, storable
from podobno.records.claims import Claim, Source
from podobno.records.edtf import edtf_bounds
from podobno.records.text import Article

SMALL_L_STROKE = chr(0x142)  # the one Polish letter that does not fall apart into a letter and a mark


def add_article(database: Database, article: Article, moment: str) -> None:
    """Keep what an article is looked up by, once."""
    fields = (
        article.id,
        article.published,
        _known_on(article),
        storable(article.outlet),
        storable(article.title),
        storable(article.url),
    )
    database.write("INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", (*fields, moment))


def add_claim(database: Database, key: str, claim: Claim, lemmas: str) -> None:
    """Keep what a new claim is looked up by; its entry must be there."""
    database.write("INSERT INTO word (rowid, lemmas) SELECT number, ? FROM entry WHERE id = ?", (storable(lemmas), key))
    steps = [(key, storable(source.name), fold(source.name), place) for place, source in enumerate(claim.chain)]
    database.write_all("INSERT INTO speaker VALUES (?, ?, ?, ?)", steps)
    names = [(fold(source.name), storable(text)) for source in claim.chain for text in _printed(source)]
    database.write_all("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
    days = [(key, clock, begin, end) for clock, begin, end in claim_days(claim)]
    database.write_all("INSERT INTO day VALUES (?, ?, ?, ?)", days)


def fold(name: str) -> str:
    """Return a name without case, accents and marks, for finding it."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace(SMALL_L_STROKE, "l"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def claim_days(claim: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the days of a claim's own clocks: said or about, first day, last day; None: open."""
    begin, end = edtf_bounds(claim.said) if claim.said else (None, None)
    if begin or end:
        yield "said", begin, end
    for time in claim.about:
        if time.begin or time.end:
            yield "about", time.begin, time.end


def _printed(source: Source) -> tuple[str, ...]:
    return (source.name, source.role) if source.role else (source.name,)


def _known_on(article: Article) -> str | None:
    """The day from which the article was surely out: of a month, its last."""
    return edtf_bounds(article.published)[1] if article.published else None
