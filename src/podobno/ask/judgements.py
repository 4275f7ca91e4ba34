"""Apply what persons decided to what the program found: a person's word outranks it.

In:   the judgements that stand, links.
Out:  judgements about the claims of now; groups of claims or articles; what was judged of one claim.
Not:  how judgements are kept, which is ledger/judgements.py; they change no entry.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podobno.ledger.folding import fold
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.ledger.successors import move_claim, successor
from podobno.link.groups import Decision, Pair, join_links, join_stories
from podobno.records.claims import Claim
from podobno.records.clocks import Clocks
from podobno.records.judgements import SEVERAL, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement that stands, with the claims that it is about now."""

    id: str  # of the judgement
    judgement: Judgement
    subjects: tuple[str, ...]  # its subjects; what was read anew or replaced is named by its new id


# Which judgements hold now


def find_rulings(ledger: Ledger, known: str | None = None) -> list[Ruling]:
    """Return the judgements that stand, oldest first; known: as the ledger held them and its claims on that day."""
    held = ledger.judgements.standing(known=known)
    claims = {one for kept in held if kept.judgement.kind == "claim" for one in kept.judgement.subjects}
    now = {**ledger.replaced(known), **(dict(claims_now(ledger, sorted(claims), known)) if claims else {})}
    return [
        Ruling(
            id=kept.id,
            judgement=kept.judgement,
            subjects=tuple(dict.fromkeys(now.get(one, one) for one in kept.judgement.subjects)),
        )
        for kept in held
    ]


def claims_now(ledger: Ledger, ids: Sequence[str], known: str | None) -> Iterator[tuple[str, str]]:
    """Yield the id of a claim that is no longer read or shown with the id of the one that holds its words now."""
    then, replaced = Clocks(known=known), ledger.replaced(known)
    current = {kept.id for kept in ledger.claims(Selection(ids=tuple(ids), clocks=then))}
    for id_ in ids:
        old = ledger.claim(id_) if id_ not in current else None
        if old is not None:
            article = replaced.get(old.article, old.article)
            read = {kept.id: kept.claim for kept in ledger.claims(Selection(article=article, clocks=then))}
            new = successor(move_claim(old, article), read)
            if new is not None:
                yield id_, new


# Groups


def apply_judgements(links: Iterable[Pair], rulings: Iterable[Ruling], kind: str) -> list[list[str]]:
    """Return groups of two or more, each sorted, by their first id; kind: what the links' ends are.

    A person's word goes before the links, and of two that contradict one another the newer holds. Claims are joined by
    any link, articles by enough of them.
    """
    judged = [one for one in rulings if one.judgement.kind == kind and one.judgement.verdict in SEVERAL]
    newest_first = sorted(judged, key=lambda one: (one.judgement.moment, one.id), reverse=True)
    decided = [decision for ruling in newest_first for decision in _decisions(ruling)]
    return join_stories(links, decided) if kind == "article" else join_links(links, decided)


def _decisions(ruling: Ruling) -> Iterator[Decision]:
    first, *others = ruling.subjects
    return ((ruling.judgement.verdict == "same", first, other) for other in others)


# What was judged of one claim or article


def rulings_dating(rulings: Iterable[Ruling], article: str) -> tuple[Ruling, ...]:
    """Return the rulings that set the date of an article right, oldest first."""
    return tuple(one for one in rulings if one.judgement.verdict == "date" and article in one.subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRulings:
    """What was judged of claims and sources, the newest of each."""

    chains: Mapping[str, Ruling]  # by claim
    claims: Mapping[str, Ruling]  # credibility, by claim
    sources: Mapping[str, Ruling]  # reliability, by folded name

    def of(self, id_: str, claim: Claim, outlet: str | None) -> tuple[Ruling, ...]:
        """Return what was judged of a claim: its chain, its sources and outlet, itself."""
        chain = self.chains.get(id_)
        names = (outlet or "", *(chain.judgement.chain if chain is not None else ()), *(s.name for s in claim.chain))
        graded = (self.sources.get(name) for name in dict.fromkeys(map(fold, names)))
        return tuple(one for one in (chain, *graded, self.claims.get(id_)) if one is not None)

    def chain(self, id_: str) -> tuple[str, ...]:
        """Return the chain that a person gave a claim; empty: nobody did."""
        return self.chains[id_].judgement.chain if id_ in self.chains else ()


def rulings_joining(rulings: Iterable[Ruling], id_: str) -> tuple[Ruling, ...]:
    """Return the rulings that hold a claim or an article together with others, or apart from them, oldest first."""
    return tuple(one for one in rulings if one.judgement.verdict in SEVERAL and id_ in one.subjects)


def sort_rulings(rulings: Iterable[Ruling]) -> ClaimRulings:
    """Return rulings by what they are about; they come oldest first."""
    found: dict[tuple[str, str], dict[str, Ruling]] = defaultdict(dict)
    for ruling in rulings:
        key = (ruling.judgement.verdict, ruling.judgement.kind)
        for subject in ruling.subjects:
            found[key][fold(subject) if ruling.judgement.kind == "source" else subject] = ruling
    return ClaimRulings(
        chains=found["chain", "claim"], claims=found["grade", "claim"], sources=found["grade", "source"]
    )
