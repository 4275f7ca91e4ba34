"""Stories: the list of them, and one with its articles, utterances, conflicts and figures.

In:   the address of a story, or of the list.
Out:  its page.
Not:  which articles make a story: ask/stories.py.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from podobno.ask.figures import FigureAnswer
from podobno.ask.relations import OPPOSED, Relation, relate_claims
from podobno.ask.stories import Story, find_story, see_articles
from podobno.ask.timeline import claims_seen, figures_in, group_utterances, utterance_day
from podobno.ask.utterances import Utterance, open_view
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.show.linkdicts import relation_dict, story_dict, utterance_dict
from podobno.show.questions import figure_line
from podobno.show.web.charts import draw_chart, units_of
from podobno.show.web.faults import Missing
from podobno.show.web.pages.judgements import may_be_same
from podobno.show.web.pages.routes import ANSWERS, begin
from podobno.show.web.schemas import StoriesTold, StoryTold
from podobno.show.web.shelf import StoryCard
from podobno.show.web.views import Id, Listed, StoryView
from podobno.show.web.visits import Leaf, Visit, days_of_all, turn

router = APIRouter(tags=["stories"])
MOST_RELATIONS = 40  # side by side on one page; of more, the claims' own pages tell


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page of a story shows."""

    story: Story
    leaf: Leaf  # of its utterances
    utterances: int
    relations: list[Relation]
    figures: list[FigureAnswer]
    days: tuple[str, str] | None  # of its first and last article, whatever day it is seen as of


@router.get("/stories", response_model=StoriesTold, responses=ANSWERS)
def list_stories(request: Request, view: Annotated[Listed, Query()]) -> Response:
    """List the stories, the one with the newest article first."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        stories = visit.site.shelf.stories(ledger, visit.clocks).stories
        days = days_of_all(visit, ledger)
    leaf = turn(stories, view.page)
    told = {"stories": [_card_dict(one) for one in leaf.things], "page": leaf.page, "more": leaf.has_more}
    return visit.show("stories.html", told, leaf=leaf, total=len(stories), days=days)


@router.get("/stories/{id_}", response_model=StoryTold, responses=ANSWERS)
def show_story(request: Request, id_: Id, view: Annotated[StoryView, Query()]) -> Response:
    """Show the story that an article belongs to."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        told = _tell(ledger, id_, view, visit.clocks)
        data = _dict(told) if view.format == "json" else {}
        return _show(visit, told, data)


def _show(visit: Visit, told: Told, data: dict[str, Any]) -> Response:
    units = units_of(told.figures)
    unit = getattr(visit.view, "unit", None) or (units[0][0] if units else "")
    return visit.show(
        "story.html",
        data,
        told=told,
        story=told.story,
        leaf=told.leaf,
        timeline=[(day, list(held)) for day, held in groupby(told.leaf.things, lambda one: utterance_day(one)[0])],
        units=units,
        unit=unit,
        chart=draw_chart(told.figures, unit),
        most=MOST_RELATIONS,
        may_judge=visit.may_judge,
        may_be_same=may_be_same,
        days=told.days,
    )


def _tell(ledger: Ledger, id_: str, view: StoryView, clocks: Clocks) -> Told:
    whole = _whole(ledger, id_, Clocks(known=clocks.known))
    seen = {one.id: one for one in whole.articles}
    if clocks.as_of is not None:
        seen = see_articles(ledger, seen, clocks)
    first = next((one for one in whole.articles if one.id in seen), None)
    if first is None:
        raise Missing("fault.story_not_yet")
    # Without the articles that came later, an earlier one may have belonged to a smaller story.
    story = find_story(ledger, seen.get(id_, first), clocks) if clocks.as_of is not None else whole
    claims = claims_seen(ledger, story.articles, clocks)
    seen_then = open_view(ledger, clocks)
    utterances = group_utterances(seen_then, claims)
    days = sorted(one.published for one in whole.articles if one.published)
    return Told(
        story,
        turn(utterances, view.page),
        len(utterances),
        list(relate_claims(seen_then, [kept.id for kept in claims], OPPOSED)),
        list(figures_in(claims, seen_then.judged)),
        (days[0], days[-1]) if days else None,
    )


def _whole(ledger: Ledger, id_: str, clocks: Clocks) -> Story:
    article = see_articles(ledger, [id_], clocks).get(id_)
    if article is None:
        raise Missing("fault.story")
    return find_story(ledger, article, clocks)


def _card_dict(story: StoryCard) -> dict[str, Any]:
    days = [one.published for one in story.articles if one.published]
    return {
        "id": story.id,
        "title": story.title,
        "articles": len(story.articles),
        "outlets": list(story.outlets),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
    }


def _dict(told: Told) -> dict[str, Any]:
    utterances: list[Utterance] = list(told.leaf.things)
    return {
        **story_dict(told.story),
        "utterances": [utterance_dict(one) for one in utterances],
        "relations": [relation_dict(one) for one in told.relations],
        "figures": [figure_line(one) for one in told.figures],
        "page": told.leaf.page,
        "more": told.leaf.has_more,
    }
