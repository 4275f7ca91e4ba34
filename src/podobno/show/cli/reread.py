"""podobno reread: stored articles read again with the program, pack and weights of now.

In:   articles, else all that another maker read last.
Out:  claims that are new, gone, changed, each with its words; nothing is deleted.
Not:  the reading, which is run/reread.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import Json, LedgerFile

Given = Annotated[
    list[str] | None, typer.Argument(metavar="[ARTICLE]...", help="Ids or their starts, addresses, title words.")
]
All = Annotated[bool, typer.Option("--all", help="Also what this program read last; of that, nothing is recorded.")]


def reread(articles: Given = None, is_all: All = False, ledger: LedgerFile = None, as_json: Json = False) -> int:
    """Read stored articles again, and show what is read otherwise."""
    from podobno.show.rereading import report_rereading

    return report_rereading(articles or (), ledger, is_all=is_all, as_json=as_json)
