"""Settings from the environment: PODOBNO_LEDGER, PODOBNO_PARSER, PODOBNO_BY, PODOBNO_TOKEN, PODOBNO_DEBUG.

In:   environment variables.
Out:  Settings; docs/reference/settings.md has a line for each.
Not:  options of one command, which are in show/cli.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "PODOBNO_"
USERS = ("LOGNAME", "USER", "USERNAME")  # where systems keep the name of who is logged in
NO = ("", "0")  # a switch that is off


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for every command until an option says otherwise."""

    ledger: Path  # the ledger's file
    parser: str | None  # name of an installed spaCy pipeline; None: the pack's own weights
    by: str | None  # who signs judgements; None: nobody is known
    token: str | None  # what visitors of `podobno serve` must have; None: needed only from other machines, made anew
    debug: bool  # show the traceback of a fault of the program


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; an empty one is as good as none."""
    # By hand: to read three values, pydantic-settings took a tenth of a second to be loaded.
    return Settings(
        ledger=Path(environment.get(f"{PREFIX}LEDGER") or "podobno.db"),
        parser=environment.get(f"{PREFIX}PARSER") or None,
        by=next((name for name in map(environment.get, (f"{PREFIX}BY", *USERS)) if name), None),
        token=environment.get(f"{PREFIX}TOKEN") or None,
        debug=environment.get(f"{PREFIX}DEBUG", "") not in NO,
    )
