"""podobno copies: passages that articles share.

In:   perhaps an article, days.
Out:  pairs of articles with their passages under one another.
Not:  the choice, which is ask/stories.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, Json, Known, LedgerFile, Said

Given = Annotated[
    str | None, typer.Argument(metavar="[ARTICLE]", help="Its id or the start of it, address, or title words.")
]


def copies(
    article: Given = None,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show the passages that articles share, side by side."""
    from podobno.show.linkquestions import show_copies
    from podobno.show.questions import check_clocks

    show_copies(article, check_clocks(as_of, known, said, about), ledger, as_json)
