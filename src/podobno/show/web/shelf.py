"""The list of stories, kept at hand: to go through all links of a large ledger takes seconds.

In:   a ledger's file.
Out:  stories as cards, the newest first, as the clocks show them.
Not:  one story with its claims: ask/stories.py, which the ledger answers at once.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from podobno.ask.stories import group_articles, story_place
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.text import Article

MOST_LISTS = 8  # days at which one looks back and forth
HEAD_CHARS = 120  # of a text that has no title
PATIENCE = 10  # a list is made anew at most in a tenth of the time, however fast the ledger grows
Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An article of a list."""

    id: str
    title: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story of a list."""

    articles: tuple[Card, ...]  # by day of publication, then id; at least one

    @property
    def id(self) -> str:
        """Id of the article that was published first."""
        return self.articles[0].id

    @property
    def title(self) -> str:
        """Its title."""
        return self.articles[0].title

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell it, the first first."""
        return tuple(dict.fromkeys(one.outlet for one in self.articles if one.outlet))

    @property
    def last(self) -> Card:
        """The article that was published last, of those with a day; else the last."""
        dated = [one for one in self.articles if one.published]
        return dated[-1] if dated else self.articles[-1]


@dataclass(frozen=True, slots=True)
class StoryList:
    """The stories of a ledger at one look."""

    stories: tuple[StoryCard, ...]
    days: tuple[str, str] | None  # of the first and the last article; None: no article has a day


@dataclass(frozen=True, slots=True)
class Kept:
    """A list with the state of the file that it was made from, when that was and how long it took."""

    stamp: Stamp
    made: float
    took: float
    list: StoryList


class Shelf:
    """The lists of stories that were asked for last."""

    def __init__(self, path: Path) -> None:
        """Take a ledger's file."""
        self._path, self._lock = path, Lock()
        self._kept: OrderedDict[Clocks, Kept] = OrderedDict()

    def stories(self, ledger: Ledger, clocks: Clocks) -> StoryList:
        """Return the stories as the clocks show them; where the ledger grows, a list may be some seconds old."""
        asked = Clocks(as_of=clocks.as_of, known=clocks.known)
        with self._lock:
            kept = self._kept.get(asked)
            if kept is None or not self._is_fresh(kept):
                kept = self._make(ledger, asked)
            self._kept[asked] = kept
            self._kept.move_to_end(asked)
            while len(self._kept) > MOST_LISTS:
                self._kept.popitem(last=False)
            return kept.list

    def warm(self) -> None:
        """Make the list of all stories before anybody asks for it."""
        with open_ledger(self._path) as ledger:
            self.stories(ledger, ALL)

    def _is_fresh(self, kept: Kept) -> bool:
        return kept.stamp == self._stamp() or time.monotonic() - kept.made < PATIENCE * kept.took

    def _make(self, ledger: Ledger, clocks: Clocks) -> Kept:
        stamp, start = self._stamp(), time.monotonic()
        made = list_stories(ledger, clocks)
        now = time.monotonic()
        return Kept(stamp, now, now - start, made)

    def _stamp(self) -> Stamp:
        files = (self._path, self._path.with_name(self._path.name + "-wal"))
        states = [file.stat() for file in files if file.exists()]
        return tuple(part for state in states for part in (state.st_mtime_ns, state.st_size))


def list_stories(ledger: Ledger, clocks: Clocks) -> StoryList:
    """Return all stories, those of one article too, the one with the newest article first."""
    cards = {one.id: _card(one) for one in ledger.articles_seen(clocks)}
    groups = group_articles(ledger, cards, clocks)
    stories = [StoryCard(tuple(sorted(group.things.values(), key=story_place))) for group in groups]
    stories.sort(key=lambda one: (one.last.published or "", one.id), reverse=True)
    days = sorted(card.published for card in cards.values() if card.published)
    return StoryList(tuple(stories), (days[0], days[-1]) if days else None)


def _card(article: Article) -> Card:
    title = article.title or article.text.strip().split("\n", 1)[0][:HEAD_CHARS]
    return Card(article.id, title, article.outlet, article.published)
