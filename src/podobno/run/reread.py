"""Read stored articles again with the program, pack and weights of now, and tell what is read otherwise.

In:   an open ledger, ids of articles, the stages.
Out:  a difference for each article, as soon as the ledger has the new reading; the older entries stay.
Not:  why a claim is read so, which is run/explain.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.ledger.successors import pair_claims
from podobno.records.canonical import OF_MAKER, claim_id
from podobno.records.claims import Claim
from podobno.records.entries import Maker
from podobno.records.problems import Problem
from podobno.records.readings import Reading
from podobno.records.text import Article
from podobno.run.local import find_claims, record_finding
from podobno.run.pipeline import Stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One claim that is read otherwise now."""

    old_id: str
    old: Claim
    new_id: str
    new: Claim
    fields: tuple[str, ...]  # names of the claim's fields that differ, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What reading one article again gave."""

    article: Article
    same: int  # claims that are read as before
    new: Mapping[str, Claim]  # by id
    gone: Mapping[str, Claim]  # by id; their entries stay in the ledger
    changed: tuple[Change, ...]
    problems: tuple[Problem, ...]  # where there is one, the older reading goes on being shown
    is_recorded: bool  # False: the newest reading is by the same maker already, and nothing was written

    @property
    def is_empty(self) -> bool:
        """Say whether all is read as before."""
        return not (self.new or self.gone or self.changed or self.problems)


def reread_into(ledger: Ledger, ids: Iterable[str], stages: Stages, maker: Maker) -> Iterator[Difference]:
    """Yield the difference for each article; each is recorded whole or not at all, so a run may be stopped."""
    for id_ in ids:
        article = ledger.article(id_)
        finding = find_claims(article, stages)
        reading = finding.reading
        old = {kept.id: kept.claim for kept in ledger.claims(Selection(article=id_, with_replaced=True))}
        new = {claim_id(claim): claim for claim in reading.claims}
        is_due = ledger.newest_maker(id_) != maker.name or (old.keys() == new.keys() and _is_unlinked(ledger, reading))
        if is_due:
            record_finding(ledger, finding, maker, stages.links)
        yield _compare(article, old, old if reading.problems else new, reading.problems, is_recorded=is_due)


def _is_unlinked(ledger: Ledger, reading: Reading) -> bool:
    """Say whether an article could be linked and is not: it came as text, without a sketch."""
    return reading.sketch is not None and next(ledger.links.sketch(reading.article.id), None) is None


def _compare(
    article: Article,
    old: Mapping[str, Claim],
    new: Mapping[str, Claim],
    problems: tuple[Problem, ...],
    *,
    is_recorded: bool,
) -> Difference:
    pairs = pair_claims(old, new)
    changed = [_change(old, new, a, b) for a, b in pairs if a != b]
    return Difference(
        article=article,
        same=len(pairs) - len(changed),
        new={id_: claim for id_, claim in new.items() if id_ not in {b for _, b in pairs}},
        gone={id_: claim for id_, claim in old.items() if id_ not in {a for a, _ in pairs}},
        changed=tuple(sorted(changed, key=lambda one: (one.new.content, one.new_id))),
        problems=problems,
        is_recorded=is_recorded,
    )


def _change(old: Mapping[str, Claim], new: Mapping[str, Claim], old_id: str, new_id: str) -> Change:
    a, b = old[old_id], new[new_id]
    names = (field.name for field in fields(Claim) if field.name not in OF_MAKER)
    told = tuple(name for name in names if getattr(a, name) != getattr(b, name))
    return Change(old_id=old_id, old=a, new_id=new_id, new=b, fields=told)
