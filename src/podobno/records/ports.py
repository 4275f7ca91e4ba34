"""Ports: what a stage asks of the world without knowing who answers.

In:   nothing.
Out:  protocols for the clock, the parser and the neighbours; tests/fakes.py has one fake of each.
Not:  their real answers, which `run` hands in.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from podobno.records.parsed import Syntax
from podobno.records.sketches import Key, Sketch
from podobno.records.text import Article


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


class Neighbours(Protocol):
    """Tells which articles are worth comparing with one."""

    def near(self, article: Article, keys: Iterable[Key]) -> Iterator[tuple[Sketch, frozenset[str]]]:
        """Yield the sketches of other articles that share a key within its days, by id, with the kinds of the keys."""
        ...
