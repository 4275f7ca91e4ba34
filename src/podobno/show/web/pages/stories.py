"""Stories: the list of them, and one with its articles, utterances, conflicts and figures.

In:   the address of a story, or of the list.
Out:  its page.
Not:  which articles make a story: ask/stories.py.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from podobno.ask.nearstories import named_stories, near_stories
from podobno.ask.positions import topic_speakers
from podobno.ask.stories import Story, find_story, see_articles
from podobno.ledger.folding import fold
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.show.web.addresses import id_in_address
from podobno.show.web.charts import draw_chart, units_of
from podobno.show.web.faults import Missing
from podobno.show.web.flows import draw_flow
from podobno.show.web.pages.judgements import judged_of_story, may_be_same, rulings_dict
from podobno.show.web.pages.routes import ANSWERS, begin, lead_to_stead
from podobno.show.web.schemas import StoriesTold, StoryTold
from podobno.show.web.storylists import StoryCard
from podobno.show.web.views import Id, Listed, StoryView
from podobno.show.web.visits import Leaf, days_of_all, turn
from podobno.show.web.wholestory import Told, by_day, find_seen_story, tell_story, told_dict

router = APIRouter(tags=["stories"])
MOST_RELATIONS = 40  # side by side on one page; of more, the claims' own pages tell


@router.get("/stories", response_model=StoriesTold, responses=ANSWERS)
def list_stories(request: Request, view: Annotated[Listed, Query()]) -> Response:
    """List the stories, the one with the newest article first."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        stories = visit.site.shelf.stories(ledger, visit.clocks).stories
        days = days_of_all(visit, ledger)
        leaf = turn(stories, view.page)
        counts = _count_origins(ledger, leaf.things, view.known)
    cards = [_card_dict(one) | counts[one.id] for one in leaf.things]
    told = {"stories": cards, "page": leaf.page, "more": leaf.has_more}
    return visit.show("stories.html", told, leaf=leaf, counts=counts, total=len(stories), days=days)


@router.get("/stories/{id_}", response_model=StoryTold, responses=ANSWERS)
def show_story(request: Request, id_: Id, view: Annotated[StoryView, Query()]) -> Response:
    """Show the story that an article belongs to."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        led = lead_to_stead(ledger, visit, "stories", id_)
        if led is not None:
            return led
        whole = _whole(ledger, id_, Clocks(known=visit.clocks.known))
        story = find_seen_story(ledger, whole, id_, visit.clocks)
        if story is None:
            raise Missing("fault.story_not_yet")
        told = tell_story(ledger, story, visit.clocks)
        leaf = turn(told.utterances, view.page)
        judged = judged_of_story(ledger, told.rulings, story, visit.clocks)
        data = told_dict(told, leaf.things) if view.format == "json" else {}
        days = sorted(one.published for one in whole.articles if one.published)
        data |= {"page": leaf.page, "more": leaf.has_more, "judged": rulings_dict(judged.rulings)}
        shown = _shown(told, leaf, view.unit)
        shown |= {"may_judge": visit.may_judge, "may_be_same": may_be_same, "judged": judged}
        # Only who judges waits for the other stories to be looked up.
        shown["choice"] = _choose(ledger, told, view, visit.clocks) if visit.judges else []
        return visit.show("story.html", data, **shown, days=(days[0], days[-1]) if days else None)


def _shown(told: Told, leaf: Leaf, unit: str | None) -> dict[str, Any]:
    units = units_of(told.figures)
    chosen = unit or (units[0][0] if units else "")
    return {
        "told": told,
        "story": told.story,
        "leaf": leaf,
        "timeline": by_day(leaf.things),
        "speakers": topic_speakers(told.topics),
        "flow": draw_flow(told.ways),
        "units": units,
        "unit": chosen,
        "charts": [chart for chart in (draw_chart(told.figures, chosen),) if chart],
        "most": MOST_RELATIONS,
    }


def _choose(ledger: Ledger, told: Told, view: StoryView, clocks: Clocks) -> list[Story]:
    """Return the stories that a person may judge to be one with this: those he looks for, else those near it."""
    if view.join:
        return named_stories(ledger, told.story, id_in_address(view.join), clocks)
    beside = [end.kept.article.id for one in told.relations for end in (one.a, one.b)]
    return near_stories(ledger, told.story, beside, clocks)


def _whole(ledger: Ledger, id_: str, clocks: Clocks) -> Story:
    article = see_articles(ledger, [id_], clocks).get(id_)
    if article is None:
        raise Missing("fault.story")
    return find_story(ledger, article, clocks)


def _count_origins(ledger: Ledger, stories: Iterable[StoryCard], known: str | None) -> dict[str, dict[str, int]]:
    """Return for each story how many claims it has, in its last article too, and by how many names they are."""
    shown = list(stories)
    of = {card.id: story.id for story in shown for card in story.articles}
    last = {story.last.id for story in shown}
    names: dict[str, set[str]] = {story.id: set() for story in shown}
    claims, newest = Counter[str](), Counter[str]()
    for article, origin in ledger.origins(of, known):
        claims[of[article]] += 1
        newest[of[article]] += article in last
        if origin:
            names[of[article]].add(origin)
    origins = {id_: len(set(map(fold, held))) for id_, held in names.items()}
    return {id_: {"claims": claims[id_], "origins": origins[id_], "new": newest[id_]} for id_ in names}


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
