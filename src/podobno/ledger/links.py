"""The tables of links, and the index by which linking finds the articles that are worth comparing.

In:   what linking gives for one article.
Out:  links of claims and articles; sketches that share a key.
Not:  which things belong together, which is `link`.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from podobno.ledger.database import Database
from podobno.ledger.entries import EntryTable
from podobno.ledger.names import NameTable, Replaced
from podobno.ledger.selections import NEWEST, WHEN
from podobno.records.canonical import link_entry, read_link, read_sketch, sketch_json
from podobno.records.claims import Claim
from podobno.records.edtf import edtf_bounds
from podobno.records.entries import Maker
from podobno.records.links import Link
from podobno.records.readings import Linking
from podobno.records.sketches import Key, Sketch
from podobno.records.text import Article

UNDATED = -1  # the day of an article without one: it is near to all
Claims = Mapping[str, Claim]  # by id
SKETCHES_HELD = 512  # some 60 kB each
EVER = 10_000_000  # days, more than the calendar has


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLink:
    """A link as the ledger keeps it."""

    id: str
    link: Link
    articles: tuple[str, str]  # those of its ends
    recorded: str  # moment, ISO 8601 in UTC
    maker: str


@dataclass(frozen=True, slots=True)
class Ends:
    """A link without its reasons."""

    id: str  # of the link
    a: str  # id of a claim or an article
    b: str  # id of the other
    score: float  # probability that the link is right, 0 to 1


class LinkTable:
    """The links and sketches of an open ledger."""

    def __init__(
        self,
        database: Database,
        entries: EntryTable,
        read: Callable[[str], tuple[Article, Claims]],
        replaced: Replaced,
    ) -> None:
        """Take an open database; read: gives an article by its id, with the claims of its newest reading by theirs."""
        self._database, self._entries, self._read = database, entries, read
        self.names = NameTable(database, replaced)
        # Articles of the same days are compared with one another: what was read last is soon wanted again.
        self._sketches: dict[tuple[str, str | None], Sketch | None] = {}

    def add(self, linking: Linking, maker: Maker) -> int:
        """Keep what linking gave for one article, inside a transaction; return how many links are new."""
        article = linking.sketch.article
        self._hold(article.id, maker.name, linking.sketch)
        number = self._database.one("SELECT number FROM entry WHERE id = ?", (article.id,))
        day = _day(article)
        self._database.write(
            "INSERT OR IGNORE INTO sketch VALUES (?, ?, ?)",
            (article.id, maker.name, sketch_json(linking.sketch)),
        )
        rows = ((key.value, day, number[0] if number else 0) for key in linking.keys)
        self._database.write_all("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", rows)
        self.names.add(linking.names, article.id, maker)
        return sum(self._add(link, linking.articles, maker) for link in linking.links)

    def _add(self, link: Link, articles: Mapping[str, str], maker: Maker) -> bool:
        key, body = link_entry(link)
        added = self._entries.add("link", None, body, maker, id_=key)
        self._entries.score(key, maker, link.score, link.rule)
        row = (key, link.kind, link.a, link.b, articles[link.a], articles[link.b])
        self._database.write("INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?, ?, ?)", row)
        return added

    def near(self, article: Article, keys: Iterable[Key]) -> Iterator[tuple[Sketch, frozenset[str]]]:
        """Yield the sketches of other articles that share a key within its days, by id, with the kinds of the keys."""
        day = _day(article)
        windows: dict[tuple[str, int], list[int]] = defaultdict(list)
        for key in keys:
            windows[key.kind, key.days].append(key.value)
        found: dict[int, set[str]] = defaultdict(set)
        for (kind, days), values in windows.items():
            for number in self._sharing(values, day, days):
                found[number].add(kind)
        newest = f"SELECT e.id, {NEWEST.format(article='e.id', when='')}, e.number FROM entry e"
        query = f"{newest} WHERE e.number IN (SELECT value FROM json_each(?1)) AND e.id != ?2 ORDER BY e.id"
        for id_, maker, number in list(self._database.rows(query, (json.dumps(list(found)), article.id))):
            for sketch in self._sketch(id_, maker):
                yield sketch, frozenset(found[number])

    def _sharing(self, values: list[int], day: int, days: int) -> Iterator[int]:
        """Yield the numbers of the entries of the articles that have one of these keys within so many days."""
        first, last = (0, EVER) if day == UNDATED else (day - days, day + days)
        # CROSS JOIN keeps SQLite from reading the whole index: the values are few, and each has its place in it.
        sharing = "SELECT k.article FROM json_each(?1) j CROSS JOIN key k ON k.key = j.value AND k.day"
        query = f"{sharing} BETWEEN ?2 AND ?3 UNION {sharing} = {UNDATED}"
        for (number,) in self._database.rows(query, (json.dumps(values), first, last)):
            yield number

    def sketch(self, article: str) -> Iterator[Sketch]:
        """Yield the newest sketch of an article, if it has one."""
        row = self._database.one(f"SELECT {NEWEST.format(article='?', when='')}", (article,))
        yield from self._sketch(article, row[0] if row is not None else None)

    def _sketch(self, article: str, maker: str | None) -> Iterator[Sketch]:
        if (article, maker) not in self._sketches:
            row = self._database.one("SELECT body FROM sketch WHERE article = ? AND maker = ?", (article, maker))
            self._hold(article, maker, None if row is None else read_sketch(row[0], *self._read(article)))
        sketch = self._sketches[article, maker]
        if sketch is not None:
            yield sketch

    def _hold(self, article: str, maker: str | None, sketch: Sketch | None) -> None:
        """Keep a sketch at hand; the very one that was drawn, since linking remembers what it worked out of it."""
        self._sketches.pop((article, maker), None)
        self._sketches[article, maker] = sketch
        if len(self._sketches) > SKETCHES_HELD:
            del self._sketches[next(iter(self._sketches))]

    def sketches(self) -> Iterator[tuple[str, str, str]]:
        """Yield every sketch as it is kept: the article, what drew it, its JSON."""
        yield from self._database.rows("SELECT article, maker, body FROM sketch ORDER BY article, maker")

    def of(self, ends: Iterable[str], *kinds: str, known: str | None = None) -> Iterator[KeptLink]:
        """Yield the links that one of these claims or articles has, made by the newest reading of either article."""
        when, told = (WHEN, (len(known), known)) if known is not None else ("", ())
        newest = " , ".join(NEWEST.format(article=f"l.article_{end}", when=when) for end in "ab")
        query = (
            "SELECT e.id, e.body, m.recorded, m.maker, l.article_a, l.article_b, m.score, m.rule FROM link l"
            " JOIN entry e ON e.id = l.entry JOIN made m ON m.entry = l.entry"
            " WHERE l.entry IN (SELECT l.entry FROM json_each(?1) j JOIN link l ON l.a = j.value"
            "  UNION SELECT l.entry FROM json_each(?1) j JOIN link l ON l.b = j.value)"
            f" AND (?2 = '[]' OR l.kind IN (SELECT value FROM json_each(?2))) AND m.maker IN ({newest})"
            " ORDER BY l.entry, m.recorded DESC, m.maker"
        )
        seen = ""
        for row in self._database.rows(query, (json.dumps(list(ends)), json.dumps(kinds), *told, *told)):
            if row[0] != seen:
                link = replace(read_link(row[1]), score=row[6], rule=row[7])
                yield KeptLink(id=row[0], link=link, articles=(row[4], row[5]), recorded=row[2], maker=row[3])
            seen = row[0]

    def ends(self, kind: str, *, known: str | None = None) -> Iterator[Ends]:
        """Yield all links of a kind without their reasons, which take long to read; as `of` chooses them."""
        when, told = (WHEN, (len(known), known)) if known is not None else ("", ())
        newest = " , ".join(NEWEST.format(article=f"l.article_{end}", when=when) for end in "ab")
        query = (
            "SELECT l.entry, l.a, l.b, m.score FROM link l JOIN made m ON m.entry = l.entry"
            f" WHERE l.kind = ? AND m.maker IN ({newest}) ORDER BY l.entry, m.recorded DESC, m.maker"
        )
        seen = ""
        for entry, a, b, score in self._database.rows(query, (kind, *told, *told)):
            if entry != seen:
                yield Ends(entry, a, b, score)
            seen = entry


def _day(article: Article) -> int:
    """The day of publication as a number; of a month, its last."""
    last = edtf_bounds(article.published)[1] if article.published else None
    return UNDATED if last is None else date.fromisoformat(last).toordinal()
