"""podobno show: one article with its claims marked in the text.

In:   an article's id, the start of its id, its address, or words of its title; days.
Out:  the article, a legend, the list of its claims, what was judged.
Not:  the marks, which are show/marked.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, Json, Known, LedgerFile, Said

Given = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id or the start of it, address, or title words.")]


def show(
    article: Given,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show one article with its claims marked in the text, and what was judged of it."""
    from podobno.show.questions import check_clocks
    from podobno.show.single import show_article

    show_article(article, check_clocks(as_of, known, said, about), ledger, as_json)
