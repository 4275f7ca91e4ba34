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
Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...", help="Words of the claim, in any form.")]
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who says it or hands it on: a name or role, in any form.")
]
Stance = Annotated[
    str | None,
    typer.Option(metavar="STANCE", help="asserts, denies, doubts, predicts, commits, demands, ..."),
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
Limit = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", min=1, help="At most so many, the newest; else 200, and with --json all."),
]
