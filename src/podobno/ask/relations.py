"""Ask how claims stand to one another: which agree, conflict, deny, succeed.

In:   a question for claims, kinds of links.
Out:  relations, each with both claims and the reasons.
Not:  reports of the same words: ask/utterances.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podobno.ask.claims import ClaimAnswer, ClaimQuestion, select
from podobno.ask.names import Lemmas
from podobno.ask.utterances import View, open_view, utterances_of
from podobno.ledger.links import KeptLink
from podobno.ledger.store import Ledger
from podobno.records.links import DIRECTED

OPPOSED = ("conflicts", "denies", "succeeds")  # what an analyst looks for first


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Two claims about the same thing."""

    kept: KeptLink
    a: ClaimAnswer
    b: ClaimAnswer


def ask_relations(
    ledger: Ledger, question: ClaimQuestion, kinds: Iterable[str] = OPPOSED, lemmas: Lemmas | None = None
) -> Iterator[Relation]:
    """Yield the relations that the claims of a question have with others, in the order of these claims.

    Of two utterances with several reports each kind of relation is told once, by the link with the highest score.
    """
    view = open_view(ledger, question.clocks)
    asked = (kept.id for kept in ledger.claims(select(ledger, question, lemmas, view.judged)))
    yield from relate_claims(view, asked, kinds)


def relate_claims(view: View, ids: Iterable[str], kinds: Iterable[str]) -> Iterator[Relation]:
    """Yield how claims stand to one another and to others, in their order, each relation of two utterances once."""
    wanted = list(dict.fromkeys(ids))
    of, claims = _links_of(view, wanted, tuple(kinds))
    utterances = utterances_of(view, claims)
    told: set[tuple[str, str, str]] = set()
    for id_ in wanted:
        for kept in sorted(of.get(id_, ()), key=lambda one: (-one.link.score, one.id)):
            link = kept.link
            ends = (utterances[link.a].id, utterances[link.b].id)
            one, other = ends if link.kind in DIRECTED else sorted(ends)
            if (link.kind, one, other) not in told:
                told.add((link.kind, one, other))
                yield Relation(kept=kept, a=claims[link.a], b=claims[link.b])


def _links_of(
    view: View, ids: Sequence[str], kinds: tuple[str, ...]
) -> tuple[Mapping[str, list[KeptLink]], Mapping[str, ClaimAnswer]]:
    """Return the links of claims by claim, and the claims at their ends: asked for at once, as a story has hundreds."""
    links = list(view.links(ids, *kinds)) if ids else []
    claims = view.claims({end for one in links for end in (one.link.a, one.link.b)})
    of: dict[str, list[KeptLink]] = defaultdict(list)
    for one in links:
        if one.link.a in claims and one.link.b in claims:
            of[one.link.a].append(one)
            of[one.link.b].append(one)
    return of, claims
