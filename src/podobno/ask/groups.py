"""Gather what links hold together, from one thing outwards.

In:   where to start, the links of things, which of them may be seen.
Out:  the group and the links inside it, the same wherever in it one starts.
Not:  which links there are, which is the ledger.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from podobno.ledger.links import KeptLink

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[Thing]):
    """Things that links hold together."""

    things: Mapping[str, Thing]  # by id
    links: tuple[KeptLink, ...]  # with both ends among them, by id


def gather(
    start: Mapping[str, Thing],
    links_of: Callable[[Iterable[str]], Iterable[KeptLink]],
    see: Callable[[Iterable[str]], Mapping[str, Thing]],
) -> Group[Thing]:
    """Return all that is linked to the start, over things that are seen; see: those of some ids that may be seen."""
    things, links, new = dict(start), {}, set(start)
    while new:
        found = {one.id: one for one in links_of(sorted(new))}
        ends = {end for one in found.values() for end in (one.link.a, one.link.b)}
        seen = see(sorted(ends - set(things)))
        things.update(seen)
        links.update(found)
        new = set(seen)
    inside = (one for one in links.values() if one.link.a in things and one.link.b in things)
    return Group(things=things, links=tuple(sorted(inside, key=lambda one: one.id)))
