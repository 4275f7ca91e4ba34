"""Ask how claims stand to one another: which agree, conflict, deny, succeed.

In:   a question for claims, kinds of links.
Out:  relations, each with both claims and the reasons.
Not:  reports of the same words: ask/utterances.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podobno.ask.claims import ClaimAnswer, ClaimQuestion, select
from podobno.ask.names import Lemmas
from podobno.ask.utterances import open_view
from podobno.ledger.links import KeptLink
from podobno.ledger.store import Ledger

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
    """Yield the relations that the claims of a question have with others, in the order of these claims."""
    wanted = tuple(kinds)
    view = open_view(ledger, question.clocks)
    seen: set[str] = set()
    for kept in ledger.claims(select(ledger, question, lemmas, view.judged)):
        links = [link for link in view.links([kept.id], *wanted) if link.id not in seen]
        ends = {end for link in links for end in (link.link.a, link.link.b)}
        claims = view.claims(ends)
        for link in links:
            if link.link.a in claims and link.link.b in claims:
                seen.add(link.id)
                yield Relation(kept=link, a=claims[link.link.a], b=claims[link.link.b])
