"""podobno show: one article with its claims marked in the text.

In:   an article's id, the start of its id, its address, or words of its title.
Out:  the article, a legend, the list of its claims.
Not:  the marks, which are show/marked.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import Json, LedgerFile

Given = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id or the start of it, address, or title words.")]


def show(article: Given, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """Show one article with its claims marked in the text."""
    from podobno.show.questions import show_article

    show_article(article, ledger, as_json)
