"""podobno figures: how many of something, by whom, said when, meant for when.

In:   what is counted, a place, a day.
Out:  a row for each figure of a claim, by the day it was said; capacities and forecasts marked.
Not:  the choice of figures, which is ask/figures.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, By, Json, Known, LedgerFile, Limit, MinScore, Said

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="What is counted, in any form.")]
Place = Annotated[str | None, typer.Option(metavar="NAME", help="A place that the claim or its title names.")]


def figures(
    words: Words,
    by: By = None,
    place: Place = None,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    min_score: MinScore = None,
    limit: Limit = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show the figures of something in time: bounds, who, through whom."""
    from podobno.ask.figures import FigureQuestion
    from podobno.show.questions import check_clocks, show_figures

    question = FigureQuestion(
        words=tuple(words),
        by=by,
        place=place,
        clocks=check_clocks(as_of, known, said, about),
        min_score=min_score,
        limit=limit,
    )
    show_figures(question, ledger, as_json)
