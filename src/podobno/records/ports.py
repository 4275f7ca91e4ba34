"""Ports: what a stage asks of the world without knowing who answers.

In:   nothing.
Out:  protocols for the clock and the parser; tests/fakes.py has one fake of each.
Not:  their real answers, which `run` hands in.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from podobno.records.parsed import Syntax


class Clock(Protocol):
    """Tells the moment."""

    def now(self) -> datetime:
        """Return the present moment, with its zone."""
        ...


class Parser(Protocol):
    """Turns texts into syntax."""

    name: str  # what `Entry.weights` says of it: name and hash

    def parse(self, texts: Iterable[str]) -> Iterator[Syntax]:
        """Yield one Syntax for each text, in order."""
        ...
