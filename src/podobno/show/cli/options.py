"""Options that several commands share.

In:   nothing.
Out:  annotated types for the parameters of commands.
Not:  what they mean: docs/reference/cli.md.
"""

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="JSON lines instead of words.")]
LedgerFile = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger; else PODOBNO_LEDGER, else podobno.db here."),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Only what was published on or before it: 2024-10-23, 2024-10, 2024."),
]
Known = Annotated[str | None, typer.Option(metavar="DAY", help="Only what this ledger held by the end of that day.")]
Said = Annotated[
    str | None,
    typer.Option(metavar="DAYS", help="Only what was said then: a day, a month, a year, or 2024-10-01/2024-10-23."),
]
About = Annotated[str | None, typer.Option(metavar="DAYS", help="Only what speaks of a time that touches these days.")]
MinScore = Annotated[
    float | None,
    typer.Option(metavar="SCORE", help="Only claims that were read right with at least this probability, 0 to 1."),
]
