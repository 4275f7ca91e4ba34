"""Ask for the ways of words: through whom they came from their origin into an outlet.

In:   claims as answers.
Out:  ways with the reports that came so, the busiest first.
Not:  whether two origins are independent of one another: ask/independence.py.

The agency that an article names at its edge stands between the outlet and the chain, unless the chain has it already.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from podobno.ask.claims import ClaimAnswer
from podobno.ledger.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How words came into an outlet."""

    outlet: str | None  # None: not known
    steps: tuple[str, ...]  # who handed them on, from the outlet inward
    origin: str | None  # whose word it is in the end; None: nobody is named
    reports: tuple[ClaimAnswer, ...]  # that came so; at least one


def find_ways(claims: Iterable[ClaimAnswer]) -> list[Way]:
    """Return the ways of claims, those of the most reports first; one name in two spellings of case is one."""
    held: dict[tuple[str, ...], list[ClaimAnswer]] = defaultdict(list)
    for claim in claims:
        held[tuple(map(fold, ("" if part is None else part for part in _parts(claim))))].append(claim)
    ways = [_way(reports) for reports in held.values()]
    return sorted(ways, key=lambda way: (-len(way.reports), way.origin or "", way.outlet or "", way.steps))


def _way(reports: list[ClaimAnswer]) -> Way:
    outlet, *steps, origin = _parts(reports[0])
    told = tuple(step for step in steps if step is not None)
    return Way(outlet=outlet, steps=told, origin=origin, reports=tuple(reports))


def _parts(claim: ClaimAnswer) -> tuple[str | None, ...]:
    *steps, origin = claim.chain or (None,)
    agency = claim.kept.article.agency
    named = {fold(name) for name in claim.chain}
    between = [agency] if agency and fold(agency) not in named else []
    return (claim.outlet, *between, *steps, origin)
