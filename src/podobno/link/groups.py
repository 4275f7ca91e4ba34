"""Join what links hold together into groups.

In:   pairs of ids, or links.
Out:  groups, the same for any order of what is given.
Not:  which pairs belong together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

Id = TypeVar("Id", bound=tuple[str, ...] | str)  # whatever can be sorted

from podobno.records.links import Link

HELD = 1 / 3  # of the pairs between two groups that must be linked to make one story of them


def join_groups(pairs: Iterable[tuple[Id, Id]]) -> list[list[Id]]:
    """Return the connected ids, each group sorted, the groups by their first id."""
    of: dict[Id, set[Id]] = {}
    for left, right in pairs:
        joined = of.get(left, {left}) | of.get(right, {right})
        of.update((one, joined) for one in joined)
    groups = {id(group): group for group in of.values()}
    return sorted(sorted(group) for group in groups.values())


def join_stories(links: Iterable[Link]) -> list[list[str]]:
    """Return the articles of each story, sorted, the stories by their first article.

    Two stories become one where at least HELD of the pairs between them are linked, so that a chain of weak links does
    not make one story of a topic that is in the news for months. The links with the highest score are taken first;
    ties go by the ids of their ends. Another link changes only the groups of its own connected component.
    """
    ordered = sorted(set(links), key=lambda link: (-link.score, link.a, link.b))
    between: dict[str, Counter[str]] = defaultdict(Counter)
    for link in ordered:
        between[link.a][link.b] += 1
        between[link.b][link.a] += 1
    groups = {one: [one] for one in between}
    of = {one: one for one in between}
    for link in ordered:
        a, b = sorted((of[link.a], of[link.b]))
        if a != b and between[a][b] >= HELD * len(groups[a]) * len(groups[b]):
            _join(a, b, groups, between)
            of.update((one, a) for one in groups[a])
    return sorted(sorted(group) for group in groups.values())


def _join(a: str, b: str, groups: dict[str, list[str]], between: dict[str, Counter[str]]) -> None:
    groups[a] += groups.pop(b)
    for other, count in between.pop(b).items():
        del between[other][b]
        if other != a:
            between[a][other] += count
            between[other][a] += count
