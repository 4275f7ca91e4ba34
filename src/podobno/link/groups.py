"""Join what links hold together into groups.

In:   pairs of ids.
Out:  groups, the same for any order of the pairs.
Not:  which pairs belong together.
"""

from collections.abc import Iterable
from typing import TypeVar

Id = TypeVar("Id", bound=tuple[str, ...] | str)  # whatever can be sorted


def join_groups(pairs: Iterable[tuple[Id, Id]]) -> list[list[Id]]:
    """Return the connected ids, each group sorted, the groups by their first id."""
    of: dict[Id, set[Id]] = {}
    for left, right in pairs:
        joined = of.get(left, {left}) | of.get(right, {right})
        of.update((one, joined) for one in joined)
    groups = {id(group): group for group in of.values()}
    return sorted(sorted(group) for group in groups.values())
