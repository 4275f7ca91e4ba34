"""Ask for stories: articles about one happening, and copies: passages that articles share.

In:   a day, an article, a story's id.
Out:  stories with their articles by day; copies with both articles.
Not:  what the articles claim: ask/claims.py.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from podobno.ask.groups import Group, Surroundings, gather, gather_all
from podobno.ask.judgements import Ruling, apply_judgements, find_rulings
from podobno.ledger.links import KeptLink
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.link.groups import Pair, join_groups
from podobno.link.takings import likely_source
from podobno.records.clocks import Clocks
from podobno.records.errors import BadUse
from podobno.records.links import Link, Taking
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
    taking: Taking  # who likely took them from whom


def ask_stories(ledger: Ledger, clocks: Clocks, *, min_articles: int = 2) -> Iterator[Story]:
    """Yield the stories, the one with the newest article first.

    Under a clock of claims, said or about, those in which such a claim is told; they keep all their articles.
    """
    telling = ledger.telling(clocks) if clocks.has_claim_days else None
    articles = {article.id: article for article in ledger.articles_seen(clocks)}
    stories = (_story(group) for group in gather_all(articles, _around(ledger, articles, clocks)))
    wanted = (
        story
        for story in stories
        if len(story.articles) >= min_articles and (telling is None or any(one.id in telling for one in story.articles))
    )
    return iter(sorted(wanted, key=lambda story: (story.articles[-1].published or "", story.id), reverse=True))


def _around(ledger: Ledger, seen: Mapping[str, Article], clocks: Clocks) -> Surroundings[Article]:
    return Surroundings(
        kind="article",
        links=lambda ids: ledger.links.of(ids, "story", known=clocks.known),
        see=lambda ids: {id_: seen[id_] for id_ in ids if id_ in seen},
        rulings=find_rulings(ledger, clocks.known),
    )


def group_ids(pairs: Iterable[Pair], rulings: Sequence[Ruling], seen: Collection[str]) -> list[list[str]]:
    """Return the ids of the articles of each story, of those that are seen; those that stand alone too."""
    held = (one for one in pairs if one.a in seen and one.b in seen)
    groups = [[id_ for id_ in group if id_ in seen] for group in apply_judgements(held, rulings, "article")]
    joined = {id_ for group in groups for id_ in group}
    return [*filter(None, groups), *([id_] for id_ in seen if id_ not in joined)]


def reach_ids(pairs: Iterable[Pair], rulings: Iterable[Ruling]) -> list[list[str]]:
    """Return the ids that hang together by links or persons: what is seen of one group is nothing to another."""
    judged = (one.subjects for one in rulings if one.judgement.kind == "article")
    told = ((first, other) for first, *others in judged for other in others)
    return join_groups([*((one.a, one.b) for one in pairs), *told])


def find_story(ledger: Ledger, article: Article, clocks: Clocks) -> Story:
    """Return the story of an article, as far as the clocks show its other articles."""
    return _story(gather(article.id, _reachable(ledger, clocks)))


def find_stories(ledger: Ledger, ids: Collection[str], clocks: Clocks) -> list[Story]:
    """Return the stories of some articles that the clocks show, each once."""
    return [_story(group) for group in gather_all(ids, _reachable(ledger, clocks))] if ids else []


def _reachable(ledger: Ledger, clocks: Clocks) -> Surroundings[Article]:
    return Surroundings(
        kind="article",
        links=lambda ids: ledger.links.of(ids, "story", known=clocks.known),
        see=lambda ids: see_articles(ledger, ids, clocks),
        rulings=find_rulings(ledger, clocks.known),
    )


def _story(group: Group[Article]) -> Story:
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
    """Yield the copies that these articles have with any other, each once.

    Under a clock of claims, said or about, those of which a passage holds words of such a claim.
    """
    seen: set[str] = set()
    for article in articles:
        links = [link for link in ledger.links.of([article.id], "copy", known=clocks.known) if link.id not in seen]
        ends = {end for link in links for end in (link.link.a, link.link.b)}
        held = see_articles(ledger, ends, clocks)
        for link in links:
            if link.link.a in held and link.link.b in held and _is_told(ledger, link.link, clocks):
                seen.add(link.id)
                a, b = held[link.link.a], held[link.link.b]
                yield Copied(kept=link, a=a, b=b, taking=_taking(ledger, a, b))


def _is_told(ledger: Ledger, link: Link, clocks: Clocks) -> bool:
    """Say whether a passage of a copy holds words of a claim that the clocks show."""
    if not clocks.has_claim_days:
        return True
    claims = (kept.claim for end in (link.a, link.b) for kept in ledger.claims(Selection(article=end, clocks=clocks)))
    passages = [span for one in link.evidence for span in (one.a, one.b) if span is not None]
    return any(span.overlaps(passage) for claim in claims for span in claim.content for passage in passages)


def _taking(ledger: Ledger, a: Article, b: Article) -> Taking:
    """Say who took from whom; an article without a sketch, as one that came as text, leaves it unknown."""
    one, other = (next(ledger.links.sketch(article.id), None) for article in (a, b))
    return Taking(reason="unknown") if one is None or other is None else likely_source(one, other)


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
