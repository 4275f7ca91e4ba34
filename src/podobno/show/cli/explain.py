"""podobno explain: why a claim was read as it was.

In:   a claim's id, or the start of it, as `podobno claims` prints it.
Out:  rule, cue, speaker, chain, stance, condition, figures and times, each with its reason; the sentence's tree.
Not:  the reasons, which are claim/explain.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import Json, LedgerFile

Given = Annotated[str, typer.Argument(metavar="CLAIM", help="Its id or the start of it, as `claims` prints it.")]


def explain(claim: Given, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """Explain why a claim was read as it was, and show what was judged of it."""
    from podobno.show.single import show_explanation

    show_explanation(claim, ledger, as_json)
