"""Ask how claims stand to one another: which agree, conflict, deny, succeed.

In:   a question for claims, kinds of links.
Out:  relations, each with both claims and the reasons.
Not:  reports of the same words: ask/utterances.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podobno.ask.claims import ClaimAnswer, ClaimQuestion, select
from podobno.ask.names import Lemmas
from podobno.ask.utterances import View, find_utterance, open_view
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
    wanted = tuple(kinds)
    told: set[tuple[str, str, str]] = set()
    utterances: dict[str, str] = {}
    for id_ in ids:
        links = sorted(view.links([id_], *wanted), key=lambda one: (-one.link.score, one.id))
        claims = view.claims({end for link in links for end in (link.link.a, link.link.b)})
        for kept in links:
            link = kept.link
            if link.a not in claims or link.b not in claims:
                continue
            ends = [_utterance(view, end, utterances) for end in (link.a, link.b)]
            one, other = ends if link.kind in DIRECTED else sorted(ends)
            if (link.kind, one, other) not in told:
                told.add((link.kind, one, other))
                yield Relation(kept=kept, a=claims[link.a], b=claims[link.b])


def _utterance(view: View, claim: str, known: dict[str, str]) -> str:
    """Return the id of a claim's utterance, looked up once for all its reports."""
    if claim not in known:
        utterance = find_utterance(view, claim)
        known.update((report.id, utterance.id) for report in utterance.reports)
    return known[claim]
