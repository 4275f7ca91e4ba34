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
    return next(group for group in gather_all([start], around) if start in group.things)


def gather_all(starts: Iterable[str], around: Surroundings[Thing]) -> list[Group[Thing]]:
    """Return the groups of things that may be seen, each once, by their first id; things are asked for together."""
    wanted = sorted(set(starts))
    things, links = _reach(wanted, around)
    groups = apply_judgements((one.link for one in links), around.rulings, around.kind)
    joined = {id_ for group in groups for id_ in group}
    alone = [[id_] for id_ in wanted if id_ in things and id_ not in joined]
    asked = set(wanted)
    return _groups([held for held in sorted([*groups, *alone]) if not asked.isdisjoint(held)], things, links)


def _reach(starts: Iterable[str], around: Surroundings[Thing]) -> tuple[dict[str, Thing], list[KeptLink]]:
    """Return all things that links and persons hold together with these, and the links among them."""
    joined = _joined(around)
    things, links = dict(around.see(starts)), {}
    new = set(things)
    while new:
        found = {one.id: one for one in around.links(sorted(new))}
        ends = {end for one in found.values() for end in (one.link.a, one.link.b)}
        ends |= {other for one in new for other in joined.get(one, ())}
        seen = around.see(sorted(ends - set(things)))
        things.update(seen)
        links.update(found)
        new = set(seen)
    return things, [one for one in links.values() if one.link.a in things and one.link.b in things]


def _groups(
    groups: Sequence[Sequence[str]], things: Mapping[str, Thing], links: Iterable[KeptLink]
) -> list[Group[Thing]]:
    """Return each group with the links inside it: one look at each link, as a ledger has hundreds of thousands."""
    of = {id_: place for place, held in enumerate(groups) for id_ in held if id_ in things}
    inside: dict[int, list[KeptLink]] = defaultdict(list)
    for one in links:
        place = of.get(one.link.a)
        if place is not None and place == of.get(one.link.b):
            inside[place].append(one)
    return [
        Group(
            things={id_: things[id_] for id_ in held if id_ in things},
            links=tuple(sorted(inside[place], key=lambda one: one.id)),
        )
        for place, held in enumerate(groups)
    ]


def _joined(around: Surroundings[Thing]) -> dict[str, set[str]]:
    """Each thing with those that a person holds to be one with it."""
    joined: dict[str, set[str]] = defaultdict(set)
    for ruling in around.rulings:
        if ruling.judgement.kind == around.kind and ruling.judgement.verdict == "same":
            for one in ruling.subjects:
                joined[one].update(ruling.subjects)
    return joined
