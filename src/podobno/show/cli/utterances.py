"""podobno utterances: what one speaker said on one occasion, with every report of it.

In:   words, a speaker, a stance, days.
Out:  utterances with their reports, by the day of the first.
Not:  the choice, which is ask/utterances.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, By, Json, Known, LedgerFile, MinScore, Said, Stance, Words

Articles = Annotated[
    int, typer.Option("--articles", metavar="NUMBER", min=1, help="Only those that so many articles report.")
]


def utterances(
    words: Words = None,
    by: By = None,
    stance: Stance = None,
    articles: Articles = 1,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    min_score: MinScore = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show what one speaker said on one occasion, with every report of it."""
    from podobno.ask.claims import ClaimQuestion
    from podobno.show.linkquestions import show_utterances
    from podobno.show.questions import check_clocks, check_stance

    question = ClaimQuestion(
        words=tuple(words or ()),
        by=by,
        stance=check_stance(stance),
        clocks=check_clocks(as_of, known, said, about),
        min_score=min_score,
    )
    show_utterances(question, articles, ledger, as_json)
