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
    wanted = tuple(kinds)
    view = open_view(ledger, question.clocks)
    seen: set[str] = set()
    told: set[tuple[str, str, str]] = set()
    utterances: dict[str, str] = {}
    for kept in ledger.claims(select(ledger, question, lemmas, view.judged)):
        links = [link for link in view.links([kept.id], *wanted) if link.id not in seen]
        ends = {end for link in links for end in (link.link.a, link.link.b)}
        claims = view.claims(ends)
        for link in sorted(links, key=lambda one: (-one.link.score, one.id)):
            if link.link.a in claims and link.link.b in claims:
                seen.add(link.id)
                one, other = (_utterance(view, end, utterances) for end in (link.link.a, link.link.b))
                if link.link.kind not in DIRECTED:
                    one, other = min(one, other), max(one, other)
                key = (link.link.kind, one, other)
                if key not in told:
                    told.add(key)
                    yield Relation(kept=link, a=claims[link.link.a], b=claims[link.link.b])


def _utterance(view: View, claim: str, known: dict[str, str]) -> str:
    """Return the id of a claim's utterance, looked up once for all its reports."""
    if claim not in known:
        utterance = find_utterance(view, claim)
        known.update((report.id, utterance.id) for report in utterance.reports)
    return known[claim]
