"""podobno stories: articles about one happening.

In:   perhaps a story, days.
Out:  stories, the newest first; of one, its articles and what holds them together.
Not:  the choice, which is ask/stories.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, Json, Known, LedgerFile, Said

Given = Annotated[str | None, typer.Argument(metavar="[STORY]", help="The start of its id, or of an article's in it.")]


def stories(
    story: Given = None,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show the stories: articles about one happening."""
    from podobno.show.linkquestions import show_stories
    from podobno.show.questions import check_clocks

    show_stories(story, check_clocks(as_of, known, said, about), ledger, as_json)
