"""Gather all that the page of a story tells, for the server and for a file.

In:   a ledger, an article of the story, the clocks.
Out:  Told.
Not:  how it looks: the templates; which part of a long list is shown: the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from podobno.ask.claims import answer
from podobno.ask.figures import FigureAnswer
from podobno.ask.judgements import Ruling
from podobno.ask.positions import Topic, find_topics
from podobno.ask.relations import OPPOSED, Relation, relate_claims
from podobno.ask.stories import Story, find_story, see_articles
from podobno.ask.timeline import claims_seen, figures_in, group_utterances, utterance_day
from podobno.ask.utterances import Utterance, open_view
from podobno.ask.ways import Way, find_ways
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.show.linkdicts import relation_dict, story_dict, utterance_dict
from podobno.show.questions import figure_line
from podobno.show.wholedicts import topic_dict, way_dict

ALL_RELATIONS = ("agrees", *OPPOSED)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page of a story shows."""

    story: Story
    utterances: list[Utterance]  # by day
    relations: list[Relation]  # that set one against another
    topics: list[Topic]
    ways: list[Way]
    figures: list[FigureAnswer]
    rulings: tuple[Ruling, ...]  # that stand, the oldest first


def find_seen_story(ledger: Ledger, whole: Story, id_: str, clocks: Clocks) -> Story | None:
    """Return a story as the clocks show it, with the article that is named if it was out; None: nothing was out."""
    if clocks.as_of is None:
        return whole
    seen = see_articles(ledger, [one.id for one in whole.articles], clocks)
    first = next((one for one in whole.articles if one.id in seen), None)
    # Without the articles that came later, an earlier one may have belonged to a smaller story.
    return None if first is None else find_story(ledger, seen.get(id_, first), clocks)


def tell_story(ledger: Ledger, story: Story, clocks: Clocks) -> Told:
    """Return what is told of a story: its claims are asked for once, and all their links at once."""
    claims = claims_seen(ledger, story.articles, clocks)
    view = open_view(ledger, clocks)
    utterances = group_utterances(view, claims)
    relations = list(relate_claims(view, [kept.id for kept in claims], ALL_RELATIONS))
    return Told(
        story=story,
        utterances=utterances,
        relations=[one for one in relations if one.kept.link.kind in OPPOSED],
        topics=find_topics(utterances, relations),
        ways=find_ways(answer(kept, view.judged) for kept in claims),
        figures=list(figures_in(claims, view.judged)),
        rulings=view.rulings,
    )


def by_day(utterances: Sequence[Utterance]) -> list[tuple[str, list[Utterance]]]:
    """Return utterances with the day that they are ordered by."""
    return [(day, list(held)) for day, held in groupby(utterances, lambda one: utterance_day(one)[0])]


def told_dict(told: Told, utterances: Sequence[Utterance]) -> dict[str, Any]:
    """Return a story as data, with some of its utterances."""
    return {
        **story_dict(told.story),
        "utterances": [utterance_dict(one) for one in utterances],
        "relations": [relation_dict(one) for one in told.relations],
        "topics": [topic_dict(one) for one in told.topics],
        "ways": [way_dict(one) for one in told.ways],
        "figures": [figure_line(one) for one in told.figures],
    }
