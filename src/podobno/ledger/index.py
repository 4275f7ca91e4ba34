"""The tables by which articles and claims are found: all of them follow from the entries.

In:   an article, or a claim with the base forms of its words, inside a transaction.
Out:  rows of `article`, `head`, `claim`, `word`, `speaker`, `name`, `name_word`, `day`.
Not:  the entries themselves, which are ledger/entries.py; finding by these tables, which is ledger/claims.py.
"""

from collections.abc import Iterator

from podobno.ledger.database import Database, storable
from podobno.ledger.folding import fold, folded_head, name_words
from podobno.ledger.places import first_place, last_place
from podobno.records.claims import Claim, Source
from podobno.records.edtf import edtf_bounds
from podobno.records.text import Article


def add_article(database: Database, article: Article, moment: str) -> None:
    """Keep what an article is looked up by, once; its entry must be there."""
    # The day from which the article was surely out: of a month, its last.
    known_on = edtf_bounds(article.published)[1] if article.published else None
    row = (article.id, article.published, known_on, *map(storable, (article.outlet, article.title, article.url)))
    if database.write("INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, moment)):
        head = "INSERT INTO head (rowid, words) SELECT number, ? FROM entry WHERE id = ?"
        database.write(head, (storable(folded_head(article)), article.id))


def add_claim(database: Database, key: str, claim: Claim, lemmas: str) -> None:
    """Keep what a new claim is looked up by; its article must be there."""
    place = _free_place(database, claim.article)
    database.write("INSERT INTO claim VALUES (?, ?, ?)", (place, key, claim.article))
    database.write("INSERT INTO word (rowid, lemmas) VALUES (?, ?)", (place, storable(lemmas)))
    steps = ((fold(one.name), place, step, storable(one.name)) for step, one in enumerate(claim.chain))
    database.write_all("INSERT INTO speaker VALUES (?, ?, ?, ?)", steps)
    names = [(fold(one.name), text) for one in claim.chain for text in _printed(one)]
    database.write_all("INSERT OR IGNORE INTO name VALUES (?, ?)", ((name, storable(text)) for name, text in names))
    words = ((word, folded) for folded, text in names for word in name_words(text))
    database.write_all("INSERT OR IGNORE INTO name_word VALUES (?, ?)", words)
    database.write_all("INSERT INTO day VALUES (?, ?, ?, ?)", ((place, *days) for days in claim_days(claim)))


def claim_days(claim: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the days of a claim's own clocks: said or about, first day, last day; None: open."""
    begin, end = edtf_bounds(claim.said) if claim.said else (None, None)
    if begin or end:
        yield "said", begin, end
    for time in claim.about:
        if time.begin or time.end:
            yield "about", time.begin, time.end


def _free_place(database: Database, article: str) -> int:
    (known_on,) = database.one("SELECT known_on FROM article WHERE id = ?", (article,)) or (None,)
    first, last = first_place(known_on, article), last_place(known_on, article)
    taken = database.one("SELECT max(place) FROM claim WHERE place BETWEEN ? AND ?", (first, last))
    return first if taken is None or taken[0] is None else int(taken[0]) + 1


def _printed(source: Source) -> tuple[str, ...]:
    return (source.name, source.role) if source.role else (source.name,)
