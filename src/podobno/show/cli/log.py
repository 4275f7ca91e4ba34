"""podobno log: what was recorded when, and by whom.

In:   a day, an article.
Out:  a line for each entry and each later reading, earliest first.
Not:  the ledger's whole text, which is `podobno print`.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import Json, Known, LedgerFile

About = Annotated[
    str | None,
    typer.Option("--article", metavar="ARTICLE", help="Only what is about it: id or its start, title words."),
]


def log(known: Known = None, article: About = None, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """Show what was recorded when, and by whom."""
    from podobno.show.books import log_book
    from podobno.show.questions import check_day

    log_book(article, check_day(known), ledger, as_json)
