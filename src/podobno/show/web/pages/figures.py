"""Figures: how many of something, by whom, said when, meant for when.

In:   words for what is counted.
Out:  a chart and its table.
Not:  drawing the chart: show/web/charts.py.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from podobno.ask.figures import FigureAnswer, FigureQuestion, ask_figures
from podobno.ledger.store import Ledger
from podobno.show.questions import figure_line
from podobno.show.web.charts import Chart, draw_chart, units_of
from podobno.show.web.pages.routes import ANSWERS, begin
from podobno.show.web.schemas import FiguresTold
from podobno.show.web.views import FiguresView
from podobno.show.web.visits import Visit, days_of_all

router = APIRouter(tags=["figures"])
MOST_FIGURES = 150  # on one page, those that were published last: more could not be told apart
MOST_CHARTS = 6


@router.get("/figures", response_model=FiguresTold, responses=ANSWERS)
def list_figures(request: Request, view: Annotated[FiguresView, Query()]) -> Response:
    """Show the figures of one thing, by the day on which they were said."""
    visit = begin(request, view)
    with visit.site.open() as ledger:
        answers, is_beside = _ask(visit, ledger, view)
        days = days_of_all(visit, ledger)
    shown = answers[-MOST_FIGURES:]
    told = {"figures": [figure_line(one) for one in shown], "is_beside": is_beside, "more": len(answers) > len(shown)}
    charts, has_more = _charts(shown), len(answers) > len(shown)
    return visit.show(
        "figures.html", told, charts=charts, answers=shown, has_more=has_more, is_beside=is_beside, days=days
    )


def _ask(visit: Visit, ledger: Ledger, view: FiguresView) -> tuple[list[FigureAnswer], bool]:
    """Return figures of the thing; where there are none, figures of other things in claims about it."""
    if not view.words:
        return [], False
    question = FigureQuestion(
        words=(view.words,), place=view.place or None, clocks=visit.clocks, limit=MOST_FIGURES + 1
    )
    found = list(ask_figures(ledger, question, visit.site.lemmas))
    if found:
        return found, False
    found = list(ask_figures(ledger, replace(question, anything=True), visit.site.lemmas))
    return found, bool(found)


def _charts(answers: Sequence[FigureAnswer]) -> list[Chart]:
    drawn = (draw_chart(answers, unit) for unit, _ in units_of(answers)[:MOST_CHARTS])
    return [chart for chart in drawn if chart is not None]
