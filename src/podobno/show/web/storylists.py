"""Make the list of stories: all of them, and as of a day.

In:   a ledger.
Out:  stories as cards, the newest first.
Not:  keeping a list at hand: show/web/shelf.py; one story with its claims: ask/stories.py.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from podobno.ask.judgements import find_rulings
from podobno.ask.stories import group_ids, reach_ids, story_place
from podobno.ledger.heads import ArticleHead
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.edtf import edtf_bounds

HEAD_CHARS = 120  # of a text that has no title
START_CHARS = 4 * HEAD_CHARS  # of a text, with the space before its first line


@dataclass(frozen=True, slots=True)
class Card:
    """An article of a list."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    known_on: str | None  # the day from which it was surely out


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

    stories: tuple[StoryCard, ...]  # the one with the newest article first
    reach: tuple[tuple[str, ...], ...]  # ids of articles that hang together: a story lies inside one


def list_stories(ledger: Ledger, known: str | None = None) -> StoryList:
    """Return all stories, those of one article too; known: as the ledger held them on that day."""
    pairs, rulings = list(ledger.links.ends("story", known=known)), find_rulings(ledger, known)
    cards = {one.id: _card(one) for one in ledger.heads.seen(Clocks(known=known), START_CHARS)}
    groups = group_ids(pairs, rulings, cards)
    stories = _sorted(StoryCard(_placed(cards[id_] for id_ in group)) for group in groups)
    return StoryList(stories, tuple(map(tuple, reach_ids(pairs, rulings))))


def list_until(whole: StoryList, ledger: Ledger, clocks: Clocks) -> StoryList:
    """Return a list as of a day: only what hangs together across that day is put together anew."""
    last = edtf_bounds(clocks.as_of or "")[1] or ""
    cards = {card.id: card for story in whole.stories for card in story.articles}
    seen = {id_ for id_, card in cards.items() if card.known_on is not None and card.known_on <= last}
    cut = {id_ for held in whole.reach if 0 < len(seen.intersection(held)) < len(held) for id_ in held}
    stays = [one for one in whole.stories if one.id in seen and one.id not in cut]
    return StoryList(_sorted([*stays, *_regrouped(ledger, cards, seen & cut, clocks)]), ())


def _regrouped(ledger: Ledger, cards: dict[str, Card], ids: Collection[str], clocks: Clocks) -> list[StoryCard]:
    links = (one.link for one in ledger.links.of(ids, "story", known=clocks.known)) if ids else ()
    groups = group_ids(links, find_rulings(ledger, clocks.known), ids)
    return [StoryCard(_placed(cards[id_] for id_ in group)) for group in groups]


def _placed(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=story_place))


def _sorted(stories: Iterable[StoryCard]) -> tuple[StoryCard, ...]:
    return tuple(sorted(stories, key=lambda one: (one.last.published or "", one.id), reverse=True))


def _card(head: ArticleHead) -> Card:
    title = head.title or (head.start or "").strip().split("\n", 1)[0][:HEAD_CHARS]
    return Card(head.id, title, head.outlet, head.published, head.known_on)
