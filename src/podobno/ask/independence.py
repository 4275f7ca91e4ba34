"""Count origins: which reports go back to one, and which origins are independent of one another.

In:   reports of one proposition, and what they can have in common.
Out:  origins with their reports, the pairs with state and reason, three counts.
Not:  what two reports have in common: ask/ties.py; which reports belong together: ask/origins.py.

Independence is never assumed. Two origins are independent only where words on both sides show that each knows the
matter by itself, and where nothing is shared. A copy is judged as the report that it copies, so that one more copy
changes no count.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from podobno.ask.ties import Report, Ties, copied, same_origin, shared
from podobno.records.claims import Source
from podobno.records.links import Evidence

INDEPENDENT, SAME, OPEN = "independent", "same origin", "not established"
STATES = (INDEPENDENT, SAME, OPEN)
OF_OTHERS = ("copied", "role")  # tell something of two origins, and nothing more of one
OF_COPIES = ("passage", "words")  # reasons that hold for a copy itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """How two reports stand to one another, with the reasons."""

    a: Report
    b: Report
    state: str  # one of STATES
    reasons: tuple[Evidence, ...]  # at least one; a: in the first report's article, b: in the second's


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whose word it is in the end, with every report that goes back to it."""

    source: Source  # of the first report
    is_named: bool  # somebody is named; else it is an agency's or outlet's own word
    reports: tuple[Report, ...]  # by day of publication, then article and place; at least one
    joined: tuple[Pair, ...]  # why they are one: a pair for each report after the first
    firsthand: tuple[tuple[Report, Evidence], ...]  # words that show that it knows the matter by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """The origins of one proposition."""

    origins: tuple[Origin, ...]  # by their first reports
    pairs: tuple[Pair, ...]  # one for each two origins, in their order: independent or not established
    independent: int  # the most origins that are all independent of one another; 1 if one is named, else 0

    @property
    def open(self) -> int:
        """How many pairs of origins are not established."""
        return sum(pair.state == OPEN for pair in self.pairs)


def judge_origins(reports: Iterable[Report], ties: Ties) -> Independence:
    """Return the origins of reports; the order in which they come changes nothing."""
    held = sorted(reports, key=_place)
    copied_from = _copied_from(held, ties)
    found = (
        Pair(a=a, b=b, state=SAME, reasons=reasons)
        for a, b in combinations(held, 2)
        if (reasons := _reasons(a, b, copied_from, ties))
    )
    origins = tuple(_origins(held, list(found), copied_from))
    judge = partial(_judge, copied_from=copied_from, ties=ties)
    pairs = tuple(judge(a, b) for a, b in combinations(origins, 2))
    return Independence(origins=origins, pairs=pairs, independent=_count_independent(origins, pairs))


def _place(report: Report) -> tuple[bool, str, str, int, str]:
    """Earliest first: among copies it is the likely source."""
    published = report.article.published
    return published is None, published or "", report.place, report.kept.claim.content[0].start, report.id


def _copied_from(held: Sequence[Report], ties: Ties) -> dict[str, Report]:
    """Return for each report the earliest one that it copies, over any number of hands; for most, itself."""
    pairs = ((a, b) for a, b in combinations(held, 2) if copied(a, b, ties) is not None)
    first = {report.id: report for report in held}
    for group in _groups(held, [(a.id, b.id) for a, b in pairs]):
        first.update((report.id, group[0]) for report in group)
    return first


def _reasons(a: Report, b: Report, copied_from: Mapping[str, Report], ties: Ties) -> tuple[Evidence, ...]:
    """Return why two reports have one origin, and, where there is one, what else they share; empty: none is known."""
    found = same_origin(a, b, ties)
    is_copy = copied_from[a.id].id != a.id or copied_from[b.id].id != b.id
    # What a copy says of its makers is not its own: only that it is a copy, or tells the same words, joins it.
    if not found or (is_copy and not any(one.code in OF_COPIES for one in found)):
        return ()
    more = (one for one in shared(a, b, ties) if one not in found and one.code not in OF_OTHERS)
    return (*found, *more)


def _origins(held: Sequence[Report], same: Sequence[Pair], copied_from: Mapping[str, Report]) -> Iterator[Origin]:
    for group in _groups(held, [(pair.a.id, pair.b.id) for pair in same]):
        ids = {report.id for report in group}
        own = [report for report in group if copied_from[report.id].id == report.id]
        yield Origin(
            source=group[0].origins[0],
            is_named=any(not report.is_bare for report in own),
            reports=tuple(group),
            joined=tuple(_joining(group, [pair for pair in same if pair.a.id in ids])),
            firsthand=tuple((report, one) for report in own for one in report.firsthand),
        )


def _joining(group: Sequence[Report], same: Iterable[Pair]) -> Iterator[Pair]:
    """Yield as many pairs as hold the group together, and no more."""
    part = {report.id: report.id for report in group}
    for pair in same:
        left, right = part[pair.a.id], part[pair.b.id]
        if left != right:
            part = {id_: left if at == right else at for id_, at in part.items()}
            yield pair


def _groups(held: Sequence[Report], pairs: Iterable[tuple[str, str]]) -> list[list[Report]]:
    """Return what pairs hold together, each group and all of them in the order of the reports."""
    part = {report.id: report.id for report in held}
    for a, b in pairs:
        left, right = part[a], part[b]
        if left != right:
            part = {id_: left if at == right else at for id_, at in part.items()}
    found: dict[str, list[Report]] = {}
    for report in held:
        found.setdefault(part[report.id], []).append(report)
    return list(found.values())


def _judge(a: Origin, b: Origin, *, copied_from: Mapping[str, Report], ties: Ties) -> Pair:
    """Tell how two origins stand to one another, by those of their reports that copy no other."""
    sides = [[one for one in origin.reports if copied_from[one.id].id == one.id] for origin in (a, b)]
    for one, other in ((one, other) for one in sides[0] for other in sides[1]):
        obstacles = shared(one, other, ties)
        if obstacles:
            return Pair(a=one, b=other, state=OPEN, reasons=obstacles)
    if a.firsthand and b.firsthand:
        (one, here), (other, there) = a.firsthand[0], b.firsthand[0]
        reasons = (here, Evidence(code=there.code, b=there.a))
        return Pair(a=one, b=other, state=INDEPENDENT, reasons=reasons)
    return _unproven(a, b)


def _unproven(a: Origin, b: Origin) -> Pair:
    one, other = a.reports[0], b.reports[0]
    reason = Evidence(code="unproven")
    if a.firsthand:
        one, evidence = a.firsthand[0]
        reason = Evidence(code="one side", a=evidence.a)
    elif b.firsthand:
        other, evidence = b.firsthand[0]
        reason = Evidence(code="one side", b=evidence.a)
    return Pair(a=one, b=other, state=OPEN, reasons=(reason,))


def _count_independent(origins: Sequence[Origin], pairs: Sequence[Pair]) -> int:
    """Return the size of the largest set of origins that are pairwise independent."""
    numbers = list(combinations(range(len(origins)), 2))
    apart = {ends for ends, pair in zip(numbers, pairs, strict=True) if pair.state == INDEPENDENT}
    able = [number for number, origin in enumerate(origins) if origin.is_named or origin.firsthand]
    return _largest(0, able, apart, 0)


def _largest(chosen: int, open_: Sequence[int], apart: set[tuple[int, int]], best: int) -> int:
    """Branch and bound: with the first of those that are open, then without it."""
    if chosen + len(open_) <= best:
        return best
    if not open_:
        return chosen
    first, *rest = open_
    best = _largest(chosen + 1, [one for one in rest if (first, one) in apart], apart, best)
    return _largest(chosen, rest, apart, best)
