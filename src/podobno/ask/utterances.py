"""Ask for utterances: what one speaker said on one occasion, with every report of it.

In:   a question for claims, or one claim.
Out:  utterances, each with its reports; the same for any order in which the articles were read.
Not:  whose word it is in the end and who is independent of whom: ask/origins.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podobno.ask.claims import ClaimQuestion, select
from podobno.ask.groups import gather
from podobno.ask.names import Lemmas
from podobno.ledger.links import KeptLink
from podobno.ledger.selections import Selection
from podobno.ledger.store import KeptClaim, Ledger
from podobno.records.clocks import Clocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One speaker's words on one occasion."""

    reports: tuple[KeptClaim, ...]  # by day of publication, then article and place in the text; at least one
    links: tuple[KeptLink, ...]  # that hold them together

    @property
    def id(self) -> str:
        """Id of the claim that was published first: a later report changes nothing."""
        return self.reports[0].id

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that report it, in the order of the reports."""
        return tuple(dict.fromkeys(kept.article.id for kept in self.reports))

    @property
    def fullest(self) -> KeptClaim:
        """The report with the most words of the speaker's own; of equals the first."""
        return max(self.reports, key=lambda kept: (kept.claim.mode == "direct", _length(kept)))


def ask_utterances(
    ledger: Ledger, question: ClaimQuestion, lemmas: Lemmas | None = None, *, min_articles: int = 1
) -> Iterator[Utterance]:
    """Yield the utterances of the claims that a question asks for, by the day of their first report."""
    seen: set[str] = set()
    for kept in ledger.claims(select(ledger, question, lemmas)):
        if kept.id in seen:
            continue
        utterance = find_utterance(ledger, kept, question.clocks)
        seen.update(one.id for one in utterance.reports)
        if len(utterance.articles) >= min_articles:
            yield utterance


def find_utterance(ledger: Ledger, kept: KeptClaim, clocks: Clocks) -> Utterance:
    """Return the utterance that a claim reports, as far as the clocks show its other reports."""
    group = gather(
        {kept.id: kept},
        lambda ids: ledger.links.of(ids, "same", known=clocks.known),
        lambda ids: see_claims(ledger, ids, clocks),
    )
    return Utterance(reports=tuple(sorted(group.things.values(), key=place_report)), links=group.links)


def see_claims(ledger: Ledger, ids: Iterable[str], clocks: Clocks) -> dict[str, KeptClaim]:
    """Return those claims that were out and recorded by then; what is said and meant when narrows nothing here."""
    wanted = tuple(sorted(ids))
    view = Clocks(as_of=clocks.as_of, known=clocks.known)
    return {kept.id: kept for kept in ledger.claims(Selection(ids=wanted, clocks=view))} if wanted else {}


def place_report(kept: KeptClaim) -> tuple[bool, str, str, int]:
    """Return what orders the reports of an utterance: day of publication, article, place in the text."""
    published = kept.article.published
    return published is None, published or "", kept.article.id, kept.claim.content[0].start


def _length(kept: KeptClaim) -> int:
    return sum(len(span) for span in kept.claim.content)
