"""Group names into entities: those of one article, or of many.

In:   names with their kinds; what telling entities needs.
Out:  entities; the same for any order of the names.
Not:  why two names are one: link/entities.py.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from podobno.link.bodies import joined
from podobno.link.entities import BODY, PERSON, SHORT_REASONS, same_name
from podobno.link.entitygrammar import EntityGrammar
from podobno.link.groups import join_groups
from podobno.link.nearnames import same_near
from podobno.records.entities import Entity, KindName, OtherName
from podobno.records.sketches import Sketch

MOST_FULL = 20  # names for which a short one may stand: more are surely several entities
NEAR = ("near",)  # an article has so few names that all are compared
Relation = Callable[[str, str, str, str, EntityGrammar], str | None]
Pair = tuple[KindName, KindName]


def group_names(names: Iterable[KindName], grammar: EntityGrammar, *, near: bool = False) -> list[Entity]:
    """Return the entities that names stand for, sorted by name; near: all names are of one article.

    A short name joins the longer ones that it may stand for only where those are all one: a surname of two people
    stays alone. In one article more is short: "Komisja" for its "Komisja Europejska".
    """
    held = sorted(set(names))
    reasons = _reasons(held, grammar, same_near if near else same_name)
    strong = [pair for pair, reason in reasons.items() if reason not in SHORT_REASONS]
    of = _groups(held, strong)
    full: dict[KindName, set[KindName]] = defaultdict(set)
    for pair, reason in reasons.items():
        if reason in SHORT_REASONS:
            short, long = sorted(pair, key=_length)
            full[short].add(long)
    joined = [(short, long) for short, longs in full.items() if _are_one(longs, of, reasons) for long in longs]
    groups: dict[KindName, list[KindName]] = defaultdict(list)
    for name, first in _groups(held, [*strong, *joined]).items():
        groups[first].append(name)
    return sorted((_entity(group, reasons, grammar) for group in groups.values()), key=lambda one: (one.name, one.kind))


def article_names(sketch: Sketch) -> list[KindName]:
    """Return the names that an article gives, in its text and in the chains of its claims, sorted."""
    named = {KindName(one.base, one.kind) for one in sketch.names}
    kinds = {one.base: one.kind for one in sketch.names}
    steps = {source.name for claim in sketch.claims for source in claim.claim.chain}
    told = (KindName(step, kinds.get(step) or _kind_by_letters(step)) for step in steps)
    return sorted(named | {name for name in told if name.kind})


def _kind_by_letters(name: str) -> str:
    """The kind of a name by its capitals; empty: it is a description."""
    if name.istitle() and " " in name:
        return PERSON
    return BODY if name[:1].isupper() else ""


def name_keys(name: KindName, grammar: EntityGrammar) -> frozenset[str]:
    """Return the keys of a name: two that share none are not compared."""
    return frozenset(" ".join(bucket) for bucket in _buckets(name, grammar))


def related_names(
    wanted: Iterable[KindName], look_up: Callable[[Iterable[str]], Iterable[KindName]], grammar: EntityGrammar
) -> set[KindName]:
    """Return the names on which it hangs how the wanted ones are grouped, themselves among them.

    look_up: gives the names that have one of some keys. Of those only what may be one with a name that was found is
    followed: names that share no more than a key are many in a large ledger, and change no group.
    """
    found, new = set(wanted), list(wanted)
    while new:
        name = new.pop()
        held = set(look_up(sorted(name_keys(name, grammar)))) - found
        fit = {other for other in held if _may_be_one(*_pair(name, other), grammar)}
        found |= fit
        new += fit
    return found


def _may_be_one(first: KindName, second: KindName, grammar: EntityGrammar) -> bool:
    return same_name(*first, *second, grammar) is not None


def _length(name: KindName) -> tuple[int, int, KindName]:
    return len(name.base.replace("-", " ").split()), len(name.base), name


def _reasons(names: Sequence[KindName], grammar: EntityGrammar, relation: Relation) -> dict[Pair, str]:
    """Compare the names that share something by which they may be one."""
    buckets: dict[tuple[str, ...], list[KindName]] = defaultdict(list)
    for name in names:
        for bucket in {NEAR} if relation is same_near else set(_buckets(name, grammar)):
            buckets[bucket].append(name)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    reasons = ((pair, relation(*pair[0], *pair[1], grammar)) for pair in sorted(pairs))
    return {pair: reason for pair, reason in reasons if reason is not None}


def _buckets(name: KindName, grammar: EntityGrammar) -> Iterator[tuple[str, ...]]:
    parts = grammar.parts(*name)
    if not parts.sounds:
        return
    if name.kind == PERSON:
        first, last = parts.sounds[0], parts.sounds[-1]
        yield "last", last
        yield "frame", grammar.spelling.frame(parts.words[-1])
        yield "start", *parts.sounds[:2]
        yield "slip", first, last[0], last[-1]
    else:
        yield "key", parts.key
        yield "whole", joined(parts)
        yield "words", *sorted(min(stems, key=lambda stem: (len(stem), stem))[:3] for stems in parts.stems)
        yield "acronym", "".join(word[0] for word in parts.words).upper() if len(parts.words) > 1 else parts.words[0]
        yield "frame", *map(grammar.spelling.frame, parts.words)


def _groups(names: Iterable[KindName], pairs: Iterable[Pair]) -> dict[KindName, KindName]:
    """Return each name with the first one of its group."""
    of = {name: name for name in names}
    for group in join_groups(pairs):
        of.update((name, group[0]) for name in group)
    return of


def _are_one(names: set[KindName], of: Mapping[KindName, KindName], reasons: Mapping[Pair, str]) -> bool:
    if len({of[name] for name in names}) == 1:
        return True
    pairs = combinations(sorted(names), 2)
    return len(names) <= MOST_FULL and all(of[a] == of[b] or (a, b) in reasons for a, b in pairs)


def _entity(names: list[KindName], reasons: Mapping[Pair, str], grammar: EntityGrammar) -> Entity:
    main = max(sorted(names), key=lambda name: _fullness(name, grammar))
    others = (_other(name, main, names, reasons) for name in sorted(names) if name != main)
    return Entity(name=main.base, kind=main.kind, others=tuple(others))


def _fullness(name: KindName, grammar: EntityGrammar) -> tuple[bool, bool, bool, int, int]:
    """The name that the pack has, else the one with the most words, in the pack's own alphabet."""
    parts = grammar.parts(*name)
    is_listed = parts.is_listed and " ".join(parts.sounds) == parts.key
    return parts.second is None, is_listed, grammar.is_own(name.base), len(parts.words), len(name.base)


def _other(name: KindName, main: KindName, names: Sequence[KindName], reasons: Mapping[Pair, str]) -> OtherName:
    partners = [main, *(one for one in sorted(names) if one not in (main, name))]
    found = ((one, reasons.get(_pair(name, one))) for one in partners)
    like, reason = next((one, reason) for one, reason in found if reason is not None)
    return OtherName(name=name, like=like.base, reason=reason)


def _pair(a: KindName, b: KindName) -> Pair:
    return (a, b) if a < b else (b, a)
