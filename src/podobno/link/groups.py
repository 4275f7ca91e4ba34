"""Join what links hold together into groups.

In:   pairs of ids, or links, with what persons decided.
Out:  groups, the same for any order of what is given.
Not:  which pairs belong together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

Id = TypeVar("Id", bound=tuple[str, ...] | str)  # whatever can be sorted
Decision = tuple[bool, str, str]  # whether the two are one, as a person decided, and the two


class Pair(Protocol):
    """Two ids that belong together: a link, or what a ledger gives of one."""

    @property
    def a(self) -> str:
        """The one."""

    @property
    def b(self) -> str:
        """The other."""

    @property
    def score(self) -> float:
        """Probability that they do, 0 to 1."""


HELD = 1 / 3  # of the pairs between two groups that must be linked to make one story of them


def join_groups(pairs: Iterable[tuple[Id, Id]]) -> list[list[Id]]:
    """Return the connected ids, each group sorted, the groups by their first id."""
    of: dict[Id, list[Id]] = {}
    for left, right in pairs:
        one, other = of.setdefault(left, [left]), of.setdefault(right, [right])
        if one is not other:
            few, many = sorted((one, other), key=len)
            many += few
            of.update((id_, many) for id_ in few)
    groups = {id(group): group for group in of.values()}
    return sorted(sorted(group) for group in groups.values())


def join_stories(links: Iterable[Pair], decided: Sequence[Decision] = ()) -> list[list[str]]:
    """Return the articles of each story, sorted, the stories by their first article.

    Two stories become one where at least HELD of the pairs between them are linked, so that a chain of weak links does
    not make one story of a topic that is in the news for months. Another link changes only the groups of its own
    connected component.
    """
    return join_links(links, decided, held=HELD)


def join_links(links: Iterable[Pair], decided: Sequence[Decision] = (), *, held: float = 0.0) -> list[list[str]]:
    """Return groups of two or more, each sorted, by their first id; held: part of the pairs that must be linked.

    What persons decided comes first, in the order given: what they hold together is joined, what they hold apart stays
    apart, and of two decisions that contradict one another the first holds. Then come the links, by score, the highest
    first; ties go by the ids of their ends.
    """
    ordered = sorted(set(links), key=lambda link: (-link.score, link.a, link.b))
    groups = _Groups(ordered, held)
    for is_one, a, b in decided:
        if is_one:
            groups.join(a, b, held=0.0)
        else:
            groups.part(a, b)
    for link in ordered:
        groups.join(link.a, link.b, held=held)
    return groups.sorted()


class _Groups:
    """Ids in groups, with the links between these; some ids must stay apart."""

    def __init__(self, links: Iterable[Pair], held: float) -> None:
        self._of: dict[str, str] = {}  # each id, to the name of its group
        self._in: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._between: dict[str, Counter[str]] = defaultdict(Counter)
        for link in links if held > 0 else ():
            self._between[link.a][link.b] += 1
            self._between[link.b][link.a] += 1

    def join(self, a: str, b: str, *, held: float) -> None:
        """Join the groups of two ids, where enough links are between them and nobody holds them apart."""
        left, right = sorted((self._group(a), self._group(b)))
        if left == right or self._are_apart(left, right):
            return
        if held > 0 and self._between[left][right] < held * len(self._in[left]) * len(self._in[right]):
            return
        moved = self._in.pop(right)
        self._in[left] += moved
        self._of.update((one, left) for one in moved)
        for other, count in self._between.pop(right, Counter()).items():
            del self._between[other][right]
            if other != left:
                self._between[left][other] += count
                self._between[other][left] += count

    def part(self, a: str, b: str) -> None:
        """Hold two ids apart, unless they were joined before."""
        if self._group(a) != self._group(b):
            self._apart[a].add(b)
            self._apart[b].add(a)

    def sorted(self) -> list[list[str]]:
        """Return the groups of two or more."""
        return sorted(sorted(group) for group in self._in.values() if len(group) > 1)

    def _group(self, one: str) -> str:
        if one not in self._of:
            self._of[one], self._in[one] = one, [one]
        return self._of[one]

    def _are_apart(self, left: str, right: str) -> bool:
        others = set(self._in[right])
        return any(not others.isdisjoint(self._apart[one]) for one in self._in[left] if one in self._apart)
