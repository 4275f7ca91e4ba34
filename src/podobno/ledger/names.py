"""The tables of names: who and what the articles name, and the keys by which names of one entity find each other.

In:   names with their kinds and keys; clocks.
Out:  names that share a key, or have a word; in how many articles and claims they stand, as the clocks show them.
Not:  which names are one, which is link/entitygroups.py; names of chains as a question gives them: ledger/claims.py.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from podobno.ledger.database import Database
from podobno.ledger.folding import fold, name_words
from podobno.ledger.selections import LAST_DAY, NEWEST, WHEN, Condition, choose_steps, unreplaced
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.entities import KindName
from podobno.records.entries import Maker

LAST_CHARACTER = chr(0x10FFFF)  # sorts behind whatever may follow the start of a word
SHARING = "SELECT a.base, a.kind FROM json_each(?) j JOIN alike a ON a.key = j.value"
STARTING = "SELECT DISTINCT base, kind FROM alike WHERE key BETWEEN ? AND ?"
WORD = "="  # before a word of a name, among its keys


Replaced = Callable[[str | None], Collection[str]]  # by a day of recording


@dataclass(frozen=True, slots=True, kw_only=True)
class InChains:
    """How names stand in the chains of claims."""

    claims: int
    articles: int  # of these claims
    roles: tuple[str, ...]  # as the articles print them beside the names, sorted


class NameTable:
    """The names of an open ledger, as the clocks show them: those that the newest reading of an article gives."""

    def __init__(self, database: Database, replaced: Replaced, clocks: Clocks = ALL) -> None:
        """Take an open database; replaced: gives the ids of the articles that are not shown."""
        self._database, self._replaced, self._clocks = database, replaced, clocks

    def narrowed(self, clocks: Clocks) -> "NameTable":
        """Return the names as the clocks show them."""
        return NameTable(self._database, self._replaced, clocks)

    def add(self, names: Iterable[tuple[KindName, frozenset[str]]], article: str, maker: Maker) -> None:
        """Keep the names that a maker found in an article with their keys, inside a transaction."""
        held = list(names)
        rows = ((name.base, name.kind, article, maker.name) for name, _ in held)
        self._database.write_all("INSERT OR IGNORE INTO named VALUES (?, ?, ?, ?)", rows)
        keys = ((key, *name) for name, found in held for key in (*sorted(found), *_word_keys(name)))
        self._database.write_all("INSERT OR IGNORE INTO alike VALUES (?, ?, ?)", keys)

    def sharing(self, keys: Iterable[str]) -> Iterator[KindName]:
        """Yield the names that have one of these keys."""
        return self._seen(f"{SHARING} GROUP BY a.base, a.kind", (json.dumps(list(keys)),))

    def with_words(self, words: Sequence[Collection[str]]) -> Iterator[KindName]:
        """Yield the names that have a form of each word, folded."""
        forms = tuple(json.dumps([WORD + form for form in sorted(word)]) for word in words)
        return self._seen(" INTERSECT ".join(SHARING for _ in words), forms)

    def with_start(self, start: str) -> Iterator[KindName]:
        """Yield the names with a word that starts so, folded."""
        return self._seen(STARTING, (WORD + start, WORD + start + LAST_CHARACTER))

    def _seen(self, query: str, values: tuple[str, ...]) -> Iterator[KindName]:
        """Yield those of the names that an article gives which the clocks show."""
        where, told = self._conditions()
        seen = f"SELECT 1 FROM named n CROSS JOIN article t ON t.id = n.article WHERE {where}"
        named = "n.base = x.base AND n.kind = x.kind"
        wanted = f"SELECT x.base, x.kind FROM ({query}) x WHERE EXISTS ({seen} AND {named})"
        for base, kind in self._database.rows(wanted, (*values, *told)):
            yield KindName(base, kind)

    def _conditions(self) -> tuple[str, tuple[Any, ...]]:
        """Return the conditions on a name n and its article t, and their values."""
        known, as_of = self._clocks.known, self._clocks.as_of
        newest = f"n.maker = {NEWEST.format(article='n.article', when='' if known is None else WHEN)}"
        told: list[Condition] = [(newest, () if known is None else (len(known), known))]
        if as_of is not None:
            told.append(("t.known_on <= ?", (edtf_bounds(as_of)[1] or LAST_DAY,)))
        told += unreplaced("n.article", self._replaced(known))
        return " AND ".join(part for part, _ in told), tuple(value for _, values in told for value in values)

    def most_named(self, number: int) -> Iterator[KindName]:
        """Yield so many names, those of the most articles."""
        where, told = self._conditions()
        query = (
            "SELECT n.base, n.kind FROM named n CROSS JOIN article t ON t.id = n.article"
            f" WHERE {where} GROUP BY n.base, n.kind ORDER BY count(*) DESC, n.base, n.kind LIMIT ?"
        )
        for base, kind in self._database.rows(query, (*told, number)):
            yield KindName(base, kind)

    def most_speaking(self, number: int) -> Iterator[str]:
        """Yield so many names of chains, folded, those of the most claims."""
        source, where, told = choose_steps(self._clocks, self._replaced(self._clocks.known))
        most = "GROUP BY s.folded ORDER BY count(*) DESC, s.folded LIMIT ?"
        query = f"SELECT s.folded FROM {source} WHERE {where} {most}"
        return (folded for (folded,) in self._database.rows(query, (*told, number)))

    def articles(self, names: Iterable[KindName]) -> int:
        """Return how many articles have one of these names."""
        where, told = self._conditions()
        query = (
            "SELECT count(DISTINCT n.article) FROM json_each(?) j CROSS JOIN named n ON n.base = j.value ->> 0"
            f" AND n.kind = j.value ->> 1 CROSS JOIN article t ON t.id = n.article WHERE {where}"
        )
        (number,) = self._database.one(query, (json.dumps(list(names)), *told)) or (0,)
        return int(number)

    def in_chains(self, names: Iterable[KindName]) -> InChains:
        """Return how these names stand in chains: in how many claims, of how many articles, in which roles."""
        source, where, told = choose_steps(self._clocks, self._replaced(self._clocks.known))
        query = (
            "SELECT count(DISTINCT s.place), count(DISTINCT c.article), json_group_array(DISTINCT s.role)"
            f" FROM json_each(?) j CROSS JOIN {source} AND s.folded = j.value WHERE {where}"
        )
        folded = sorted({fold(name.base) for name in names})
        claims, articles, roles = self._database.one(query, (json.dumps(folded), *told)) or (0, 0, "[]")
        printed = sorted(role for role in json.loads(roles) if role is not None)
        return InChains(claims=claims, articles=articles, roles=tuple(printed))


def _word_keys(name: KindName) -> Iterator[str]:
    return (WORD + word for word in name_words(name.base))
