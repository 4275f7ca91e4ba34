"""The tables of names: who and what the articles name, and the keys by which names of one entity find each other.

In:   names with their kinds and keys.
Out:  names that share a key, or have a word; how many articles and claims there are of them.
Not:  which names are one, which is link/entitygroups.py; names of chains as a question gives them: ledger/claims.py.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from podobno.ledger.database import Database
from podobno.ledger.folding import fold, name_words
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.entities import KindName

LAST_CHARACTER = chr(0x10FFFF)  # sorts behind whatever may follow the start of a word
SHARING = "SELECT DISTINCT base, kind FROM json_each(?) j JOIN alike a ON a.key = j.value"
SPELT = "n.base = j.value ->> 0 AND n.kind = j.value ->> 1"
WORD = "="  # before a word of a name, among its keys


class NameTable:
    """The names of an open ledger."""

    def __init__(self, database: Database) -> None:
        """Take an open database."""
        self._database = database

    def add(self, names: Iterable[tuple[KindName, frozenset[str]]], article: str) -> None:
        """Keep the names of an article with their keys, inside a transaction."""
        held = list(names)
        rows = ((name.base, name.kind, article) for name, _ in held)
        self._database.write_all("INSERT OR IGNORE INTO named VALUES (?, ?, ?)", rows)
        keys = ((key, *name) for name, found in held for key in (*sorted(found), *_word_keys(name)))
        self._database.write_all("INSERT OR IGNORE INTO alike VALUES (?, ?, ?)", keys)

    def sharing(self, keys: Iterable[str]) -> Iterator[KindName]:
        """Yield the names that have one of these keys."""
        for base, kind in self._database.rows(SHARING, (json.dumps(list(keys)),)):
            yield KindName(base, kind)

    def with_words(self, words: Sequence[Collection[str]]) -> Iterator[KindName]:
        """Yield the names that have a form of each word, folded."""
        query = " INTERSECT ".join(SHARING for _ in words)
        forms = tuple(json.dumps([WORD + form for form in sorted(word)]) for word in words)
        for base, kind in self._database.rows(query, forms):
            yield KindName(base, kind)

    def with_start(self, start: str) -> Iterator[KindName]:
        """Yield the names with a word that starts so, folded."""
        query = "SELECT DISTINCT base, kind FROM alike WHERE key BETWEEN ? AND ?"
        for base, kind in self._database.rows(query, (WORD + start, WORD + start + LAST_CHARACTER)):
            yield KindName(base, kind)

    def most_named(self, number: int, clocks: Clocks = ALL) -> Iterator[KindName]:
        """Yield so many names, those of the most articles that were out and recorded by then."""
        seen, values = _seen(clocks)
        query = f"SELECT base, kind FROM named n{seen} GROUP BY base, kind ORDER BY count(*) DESC, base, kind LIMIT ?"
        for base, kind in self._database.rows(query, (*values, number)):
            yield KindName(base, kind)

    def articles(self, names: Iterable[KindName], clocks: Clocks = ALL) -> int:
        """Return how many articles have one of these names, of those that were out and recorded by then."""
        seen, values = _seen(clocks)
        query = f"SELECT count(DISTINCT n.article) FROM json_each(?) j JOIN named n ON {SPELT}{seen}"
        return self._count(query, list(names), values)

    def seen(self, names: Iterable[KindName], clocks: Clocks) -> Iterator[KindName]:
        """Yield those of the names that an article has which was out and recorded by then."""
        seen, values = _seen(clocks)
        query = f"SELECT DISTINCT n.base, n.kind FROM json_each(?) j JOIN named n ON {SPELT}{seen}"
        for base, kind in self._database.rows(query, (json.dumps(sorted(names)), *values)):
            yield KindName(base, kind)

    def claims(self, names: Iterable[KindName]) -> int:
        """Return in the chains of how many claims one of these names stands."""
        query = "SELECT count(DISTINCT s.place) FROM json_each(?) j JOIN speaker s ON s.folded = j.value"
        return self._count(query, sorted({fold(name.base) for name in names}))

    def roles(self, names: Iterable[KindName]) -> list[str]:
        """Return the roles that articles print beside one of these names, and the names themselves, sorted."""
        folded = sorted({fold(name.base) for name in names})
        query = "SELECT DISTINCT n.printed FROM json_each(?) j JOIN name n ON n.folded = j.value ORDER BY n.printed"
        return [printed for (printed,) in self._database.rows(query, (json.dumps(folded),))]

    def _count(self, query: str, names: list[KindName] | list[str], values: tuple[str, ...] = ()) -> int:
        found = self._database.one(query, (json.dumps(names), *values))
        return int(found[0]) if found is not None else 0


def _seen(clocks: Clocks) -> tuple[str, tuple[str, ...]]:
    """Return what leaves only articles that were out and recorded by then, with its values."""
    told: list[tuple[str, tuple[str, ...]]] = []
    if clocks.as_of is not None:
        told.append(("a.known_on <= ?", (edtf_bounds(clocks.as_of)[1] or "",)))
    if clocks.known is not None:
        told.append(("substr(a.recorded, 1, length(?)) <= ?", (clocks.known, clocks.known)))
    if not told:
        return "", ()
    where = " AND ".join(part for part, _ in told)
    return f" JOIN article a ON a.id = n.article AND {where}", tuple(value for _, values in told for value in values)


def _word_keys(name: KindName) -> Iterator[str]:
    return (WORD + word for word in name_words(name.base))
