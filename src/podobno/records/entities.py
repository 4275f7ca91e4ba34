"""Entity records: a person, body or place with all its names, and why they are taken for one.

In:   nothing.
Out:  Entity, OtherName, KindName.
Not:  where an article names it, which is records/values.py; how names are compared, which is link/entities.py.
"""

from dataclasses import dataclass
from typing import NamedTuple


class KindName(NamedTuple):
    """A name with its kind."""

    base: str  # as an article gives it in full, nominative
    kind: str  # one of NAME_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """One more name of an entity."""

    name: KindName
    like: str  # the name of the entity that it was found to be like
    reason: str  # one of ENTITY_REASONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body or place as several articles name it."""

    name: str  # the fullest
    kind: str  # one of NAME_KINDS
    others: tuple[OtherName, ...] = ()  # sorted by name
