"""Ask for stories: articles about one happening, and copies: passages that articles share.

In:   a day, an article, a story's id.
Out:  stories with their articles by day; copies with both articles.
Not:  what the articles claim: ask/claims.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from podobno.ask.groups import gather
from podobno.ledger.links import KeptLink
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.errors import BadUse
from podobno.records.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one happening."""

    articles: tuple[Article, ...]  # by day of publication, then id; at least one
    links: tuple[KeptLink, ...]  # that hold them together

    @property
    def id(self) -> str:
        """Id of the article that was published first: a later one changes nothing."""
        return self.articles[0].id

    @property
    def title(self) -> str:
        """The first article's title, else its first line."""
        first = self.articles[0]
        return first.title or first.text.strip().split("\n", 1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Two articles that share passages."""

    kept: KeptLink
    a: Article
    b: Article


def ask_stories(ledger: Ledger, clocks: Clocks, *, min_articles: int = 2) -> Iterator[Story]:
    """Yield the stories, the one with the newest article first."""
    seen: set[str] = set()
    found = []
    for article in ledger.articles_seen(clocks):
        if article.id not in seen:
            story = find_story(ledger, article, clocks)
            seen.update(one.id for one in story.articles)
            found.append(story)
    wanted = (story for story in found if len(story.articles) >= min_articles)
    return iter(sorted(wanted, key=lambda story: (story.articles[-1].published or "", story.id), reverse=True))


def find_story(ledger: Ledger, article: Article, clocks: Clocks) -> Story:
    """Return the story of an article, as far as the clocks show its other articles."""
    group = gather(
        {article.id: article},
        lambda ids: ledger.links.of(ids, "story", known=clocks.known),
        lambda ids: see_articles(ledger, ids, clocks),
    )
    return Story(articles=tuple(sorted(group.things.values(), key=story_place)), links=group.links)


def see_articles(ledger: Ledger, ids: Iterable[str], clocks: Clocks) -> dict[str, Article]:
    """Return those articles that were out and recorded by then."""
    wanted = sorted(ids)
    return {one.id: one for one in ledger.articles_seen(clocks, ids=wanted)} if wanted else {}


def name_story(stories: Iterable[Story], given: str) -> Story:
    """Return the story whose id, or an article's id in it, starts so; none or several raise BadUse."""
    start = given.strip().casefold()
    held = [story for story in stories if start and any(one.id.startswith(start) for one in story.articles)]
    if len(held) == 1:
        return held[0]
    told = "no story has" if not held else f"{len(held)} stories have"
    raise BadUse(f"{told} an article whose id starts with {given!r}. `podobno stories` shows the ids.")


def ask_copies(ledger: Ledger, articles: Iterable[Article], clocks: Clocks) -> Iterator[Copied]:
    """Yield the copies that these articles have with any other, each once."""
    seen: set[str] = set()
    for article in articles:
        links = [link for link in ledger.links.of([article.id], "copy", known=clocks.known) if link.id not in seen]
        ends = {end for link in links for end in (link.link.a, link.link.b)}
        held = see_articles(ledger, ends, clocks)
        for link in links:
            if link.link.a in held and link.link.b in held:
                seen.add(link.id)
                yield Copied(kept=link, a=held[link.link.a], b=held[link.link.b])


class Placed(Protocol):
    """What has a place in a story: an article, or what a list keeps of one."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def published(self) -> str | None:
        """When it was published."""


def story_place(article: Placed) -> tuple[bool, str, str]:
    """Return what orders the articles of a story: day of publication, then id; those without a day come last."""
    return article.published is None, article.published or "", article.id
