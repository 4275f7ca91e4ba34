"""podobno conflicts: which claims conflict, deny or succeed one another.

In:   words, a speaker, kinds, days.
Out:  pairs of claims with the reasons.
Not:  the choice, which is ask/relations.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, By, Json, Known, LedgerFile, MinScore, Said, Words

Kind = Annotated[
    list[str] | None, typer.Option(metavar="KIND", help="conflicts, denies, succeeds or agrees; else the first three.")
]


def conflicts(
    words: Words = None,
    by: By = None,
    kind: Kind = None,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    min_score: MinScore = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show which claims conflict, deny or succeed one another, and why."""
    from podobno.ask.claims import ClaimQuestion
    from podobno.show.linkquestions import check_kinds, show_relations
    from podobno.show.questions import check_clocks

    clocks = check_clocks(as_of, known, said, about)
    question = ClaimQuestion(words=tuple(words or ()), by=by, clocks=clocks, min_score=min_score)
    show_relations(question, check_kinds(kind or ()), ledger, as_json)
