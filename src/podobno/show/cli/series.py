"""podobno series: a figure by source, by day said and by day meant, drawn.

In:   what is counted, a place, days.
Out:  a bar for each figure of an utterance; counts, forecasts, rates, capacities each by themselves.
Not:  the choice of figures, which is ask/series.py.
"""

from podobno.show.cli.figures import Place, Words
from podobno.show.cli.options import About, AsOf, By, Json, Known, LedgerFile, Limit, MinScore, Said


def series(
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
    """Draw the figures of something by source and day; forecasts, rates and capacities apart."""
    from podobno.ask.figures import FigureQuestion
    from podobno.show.linkquestions import show_series
    from podobno.show.questions import check_clocks

    question = FigureQuestion(
        words=tuple(words),
        by=by,
        place=place,
        clocks=check_clocks(as_of, known, said, about),
        min_score=min_score,
        limit=limit,
    )
    show_series(question, ledger, as_json)
