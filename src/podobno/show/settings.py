"""Settings from the environment: PODOBNO_LEDGER, PODOBNO_PARSER, PODOBNO_DEBUG.

In:   environment variables.
Out:  Settings; docs/reference/settings.md has a line for each.
Not:  options of one command, which are in show/cli.
"""

from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from podobno.records.errors import BadUse

PREFIX = "PODOBNO_"


class Settings(BaseSettings):
    """What holds for every command until an option says otherwise."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True)

    ledger: Path = Path("podobno.db")  # the ledger's file
    parser: str | None = None  # name of an installed spaCy pipeline; None: the pack's own weights
    debug: bool = False  # show the traceback of a fault of the program


def read_settings() -> Settings:
    """Read the settings; a value that cannot be one raises BadUse."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise BadUse(f"the setting {name}={first['input']!r} is not usable: {first['msg']}.") from None
