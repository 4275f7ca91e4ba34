"""Entry records: what the ledger keeps, and what made it.

In:   nothing.
Out:  Maker, Person, Entry, KINDS.
Not:  the store: ledger/store.py.
"""

from dataclasses import dataclass

from podobno.records.errors import BadRecord

BETWEEN, PARTS = " \u00b7 ", 3  # of a maker's name
KINDS = ("article", "reading", "claim", "figure", "problem", "link", "judgement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What made an entry."""

    program: str  # "podobno 0.1.0"
    pack: str  # "pl 5f2c…": code and hash of its data
    weights: str  # name and hash of the weights

    @property
    def name(self) -> str:
        """One line for all three."""
        return BETWEEN.join((self.program, self.pack, self.weights))


def read_maker(name: str) -> Maker:
    """Return the maker of a name; one that no program has raises BadRecord."""
    parts = name.split(BETWEEN)
    if len(parts) != PARTS:
        raise BadRecord(f"{name!r} is no program with its pack and weights")
    return Maker(program=parts[0], pack=parts[1], weights=parts[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who made an entry by hand."""

    name: str  # as he or she signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger."""

    id: str  # hash of the kind and the content
    kind: str  # one of KINDS
    article: str | None  # id of the article it belongs to; None for problems of files
    body: str  # the record in canonical JSON
    recorded: str  # the moment, ISO 8601 in UTC
    maker: str  # Maker.name, Person.name
