"""podobno page: a story in one file that can be mailed.

In:   an article of the story; where the file goes; a day; a language.
Out:  one HTML file that asks for nothing.
Not:  the page, which is show/web/offline.py.
"""

from pathlib import Path
from typing import Annotated

import typer

from podobno.show.cli.options import AsOf, Known, LedgerFile

Given = Annotated[
    str, typer.Argument(metavar="STORY", help="Any article of it: id or its start, address, words of its title.")
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help='Where it goes; "-": standard output.')]
Language = Annotated[str, typer.Option("--lang", metavar="CODE", help="Language of the page: pl or en.")]
Replace = Annotated[bool, typer.Option("--replace", help="Replace a file that is there already.")]


def page(
    story: Given,
    output: Output,
    as_of: AsOf = None,
    known: Known = None,
    lang: Language = "pl",
    replace: Replace = False,
    ledger: LedgerFile = None,
) -> None:
    """Write a story into one HTML file to mail: it loads nothing, runs nothing and needs no server."""
    from podobno.show.pagefiles import PageWish, write_page
    from podobno.show.questions import check_clocks

    clocks = check_clocks(as_of, known, None, None)
    write_page(PageWish(given=story, clocks=clocks, language=lang, output=output, is_replacing=replace), ledger)
