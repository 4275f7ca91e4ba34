"""Find the stories that a person may take for one with a story: those that something leads to, and those that he names.

In:   a story, the articles that links of its claims lead to; or what a person typed.
Out:  other stories, each once, the nearest first.
Not:  which articles make a story, which is ask/stories.py; joining them, which is a judgement.
"""

from collections import Counter
from collections.abc import Iterable

from podobno.ask.stories import Story, find_stories
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks

MOST_NEAR = 8  # stories to choose from
MOST_LED_TO = 40  # articles whose stories are looked up
LEADING = ("story", "copy")  # links of articles that hold no story together, and yet lead to another


def near_stories(ledger: Ledger, story: Story, beside: Iterable[str], clocks: Clocks) -> list[Story]:
    """Return the stories that links lead to from a story; beside: articles that the links of its claims lead to."""
    own = {one.id for one in story.articles}
    links = ledger.links.of(sorted(own), *LEADING, known=clocks.known)
    ends = [end for one in links for end in (one.link.a, one.link.b)]
    led = Counter(id_ for id_ in (*ends, *beside) if id_ not in own)
    first = [id_ for id_, _ in sorted(led.items(), key=lambda one: (-one[1], one[0]))[:MOST_LED_TO]]
    found = _others(find_stories(ledger, first, clocks), story)
    weights = {one.id: sum(led[article.id] for article in one.articles) for one in found}
    return sorted(found, key=lambda one: (-weights[one.id], one.id))[:MOST_NEAR]


def named_stories(ledger: Ledger, story: Story, given: str, clocks: Clocks) -> list[Story]:
    """Return the other stories that have an article whose id starts so, with this address, or such words in its title.

    At most MOST_NEAR articles are looked at; who means another one says more.
    """
    named = [one.id for one in ledger.articles_named(given, MOST_NEAR)] if given.strip() else []
    return _others(find_stories(ledger, named, clocks), story)


def _others(stories: Iterable[Story], story: Story) -> list[Story]:
    own = {one.id for one in story.articles}
    return [one for one in stories if own.isdisjoint(article.id for article in one.articles)]
