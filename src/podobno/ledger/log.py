"""Tell what was recorded when, and by whom.

In:   an open ledger; a day, an article.
Out:  entries in the order of recording, and each later reading of an article.
Not:  how they look, which is show/books.py.
"""

from collections.abc import Iterator

from podobno.ledger.store import Ledger
from podobno.records.entries import Entry

READING = "reading"  # the kind of a line that tells of a later reading of an article
LOG = f"""
    SELECT id, kind, article, body, recorded, maker, number FROM entry
    UNION ALL SELECT r.article, '{READING}', r.article, '', r.recorded, r.maker, 0 FROM reading r
        WHERE r.recorded > (SELECT a.recorded FROM article a WHERE a.id = r.article)
"""
KNOWN = "substr(recorded, 1, ?) <= ?"
ABOUT = """(o.article = ?1 OR kind = 'link' AND o.id IN (SELECT entry FROM link WHERE article_a = ?1 OR article_b = ?1)
    OR kind = 'judgement' AND EXISTS (SELECT 1 FROM json_each(o.body, '$.subjects') j
        JOIN entry s ON s.id = j.value WHERE s.article = ?1))"""


def log_entries(ledger: Ledger, *, known: str | None = None, article: str | None = None) -> Iterator[Entry]:
    """Yield what was recorded by the end of a day, earliest first; article: only what is about it."""
    conditions = [ABOUT] if article is not None else []
    values: tuple[object, ...] = (article,) if article is not None else ()
    if known is not None:
        conditions.append(KNOWN)
        values = (*values, len(known), known)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    for row in ledger.database.rows(f"SELECT * FROM ({LOG}) o{where} ORDER BY recorded, number, id", values):
        yield Entry(id=row[0], kind=row[1], article=row[2], body=row[3], recorded=row[4], maker=row[5])
