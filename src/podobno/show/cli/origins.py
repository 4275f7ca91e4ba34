"""podobno origins: whose word a claim is in the end, and how many independent origins tell it.

In:   a claim's id, or the start of it, as `podobno claims` prints it; days.
Out:  the origins of its utterance and of those that agree, with their reports; each pair with state and reason.
Not:  the states, which are ask/independence.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, Json, Known, LedgerFile, Said

Given = Annotated[str, typer.Argument(metavar="CLAIM", help="Its id or the start of it, as `claims` prints it.")]


def origins(
    claim: Given,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show by how many origins a claim is told, which of them are independent, and why."""
    from podobno.show.linkquestions import show_origins
    from podobno.show.questions import check_clocks

    show_origins(claim, check_clocks(as_of, known, said, about), ledger, as_json)
