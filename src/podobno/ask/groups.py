"""Gather what links and persons hold together, from one thing outwards.

In:   where to start, the links of things, which of them may be seen, what persons judged.
Out:  the group and the links inside it, the same wherever in it one starts.
Not:  which links there are, which is the ledger; whose word goes first, which is ask/judgements.py.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from podobno.ask.judgements import Ruling, apply_judgements
from podobno.ledger.links import KeptLink

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[Thing]):
    """Things that belong together."""

    things: Mapping[str, Thing]  # by id
    links: tuple[KeptLink, ...]  # with both ends among them, by id


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings(Generic[Thing]):
    """What can be reached from a thing."""

    kind: str  # of the things, as judgements name it: "claim" or "article"
    links: Callable[[Iterable[str]], Iterable[KeptLink]]  # that one of these ids has
    see: Callable[[Iterable[str]], Mapping[str, Thing]]  # those of some ids that may be seen
    rulings: Sequence[Ruling]


def gather(start: str, around: Surroundings[Thing]) -> Group[Thing]:
    """Return the group of a thing that may be seen."""
    joined = _joined(around)
    things, links, new = dict(around.see([start])), {}, {start}
    while new:
        found = {one.id: one for one in around.links(sorted(new))}
        ends = {end for one in found.values() for end in (one.link.a, one.link.b)}
        ends |= {other for one in new for other in joined.get(one, ())}
        seen = around.see(sorted(ends - set(things)))
        things.update(seen)
        links.update(found)
        new = set(seen)
    inside = [one for one in links.values() if one.link.a in things and one.link.b in things]
    groups = apply_judgements((one.link for one in inside), around.rulings, around.kind)
    held = set(next((group for group in groups if start in group), [start]))
    kept = (one for one in inside if one.link.a in held and one.link.b in held)
    return Group(
        things={id_: thing for id_, thing in things.items() if id_ in held},
        links=tuple(sorted(kept, key=lambda one: one.id)),
    )


def _joined(around: Surroundings[Thing]) -> dict[str, set[str]]:
    """Each thing with those that a person holds to be one with it."""
    joined: dict[str, set[str]] = defaultdict(set)
    for ruling in around.rulings:
        if ruling.judgement.kind == around.kind and ruling.judgement.verdict == "same":
            for one in ruling.subjects:
                joined[one].update(ruling.subjects)
    return joined
