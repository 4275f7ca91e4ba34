"""The tables of names: who and what the articles name, and the keys by which names of one entity find each other.

In:   names with their kinds and keys.
Out:  names that share a key, or have a word; how many articles and claims there are of them.
Not:  which names are one, which is link/entitygroups.py; names of chains as a question gives them: ledger/claims.py.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from podobno.ledger.database import Database
from podobno.ledger.folding import fold, name_words
from podobno.ledger.heads import SEEN, seen_until
from podobno.records.clocks import ALL, Clocks
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
        counted = f"SELECT base, kind FROM named n{_seen(clocks)} GROUP BY base, kind"
        query = f"{counted} ORDER BY count(*) DESC, base, kind LIMIT ?3"
        for base, kind in self._database.rows(query, (*seen_until(clocks), number)):
            yield KindName(base, kind)

    def articles(self, names: Iterable[KindName], clocks: Clocks = ALL) -> int:
        """Return how many articles have one of these names, of those that were out and recorded by then."""
        query = f"SELECT count(DISTINCT n.article) FROM json_each(?3) j JOIN named n ON {SPELT}{_seen(clocks)}"
        return self._count(query, list(names), seen_until(clocks))

    def seen(self, names: Iterable[KindName], clocks: Clocks) -> Iterator[KindName]:
        """Yield those of the names that an article has which was out and recorded by then."""
        query = f"SELECT DISTINCT n.base, n.kind FROM json_each(?3) j JOIN named n ON {SPELT}{_seen(clocks)}"
        for base, kind in self._database.rows(query, (*seen_until(clocks), json.dumps(sorted(names)))):
            yield KindName(base, kind)

    def claims(self, names: Iterable[KindName]) -> int:
        """Return in the chains of how many claims one of these names stands."""
        query = "SELECT count(DISTINCT s.place) FROM json_each(?3) j JOIN speaker s ON s.folded = j.value"
        return self._count(query, sorted({fold(name.base) for name in names}))

    def roles(self, names: Iterable[KindName]) -> list[str]:
        """Return the roles that articles print beside one of these names, and the names themselves, sorted."""
        folded = sorted({fold(name.base) for name in names})
        query = "SELECT DISTINCT n.printed FROM json_each(?) j JOIN name n ON n.folded = j.value ORDER BY n.printed"
        return [printed for (printed,) in self._database.rows(query, (json.dumps(folded),))]

    def _count(self, query: str, names: list[KindName] | list[str], seen: tuple[str | None, ...] = (None, None)) -> int:
        found = self._database.one(query, (*seen, json.dumps(names)))
        return int(found[0]) if found is not None else 0


def _seen(clocks: Clocks) -> str:
    """Return what leaves only articles that were out and recorded by then; its values are those of `seen_until`."""
    return "" if seen_until(clocks) == (None, None) else f" JOIN article a ON a.id = n.article AND {SEEN}"


def _word_keys(name: KindName) -> Iterator[str]:
    return (WORD + word for word in name_words(name.base))
