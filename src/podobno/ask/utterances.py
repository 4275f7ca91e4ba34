"""Ask for utterances: what one speaker said on one occasion, with every report of it.

In:   a question for claims, or one claim.
Out:  utterances, each with its reports; the same for any order in which the articles were read.
Not:  whose word it is in the end and who is independent of whom: ask/origins.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from podobno.ask.claims import ClaimAnswer, ClaimQuestion, answer, select
from podobno.ask.groups import Surroundings, gather_all
from podobno.ask.judgements import ClaimRulings, Ruling, find_rulings, sort_rulings
from podobno.ask.names import Lemmas
from podobno.ledger.links import KeptLink
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks

TOGETHER = 256  # claims whose utterances are looked up at once: more gain little and would be held in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One speaker's words on one occasion."""

    reports: tuple[ClaimAnswer, ...]  # by day of publication, then article and place in the text; at least one
    links: tuple[KeptLink, ...]  # that hold them together

    @property
    def id(self) -> str:
        """Id of the claim that was published first: a later report changes nothing."""
        return self.reports[0].id

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that report it, in the order of the reports."""
        return tuple(dict.fromkeys(report.article for report in self.reports))

    @property
    def fullest(self) -> ClaimAnswer:
        """The report with the most words of the speaker's own; of equals the first."""
        return max(self.reports, key=lambda report: (report.kept.claim.mode == "direct", len(report.quotation)))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A ledger as the clocks show it, with what persons judged by then."""

    ledger: Ledger
    clocks: Clocks
    rulings: tuple[Ruling, ...]
    judged: ClaimRulings

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimAnswer]:
        """Return those claims that were out and recorded by then; what is said and meant when narrows nothing here."""
        wanted = tuple(sorted(ids))
        if not wanted:
            return {}
        kept = self.ledger.claims(Selection(ids=wanted, clocks=self.clocks.of_articles))
        return {one.id: answer(one, self.judged) for one in kept}

    def links(self, ids: Iterable[str], *kinds: str) -> Iterator[KeptLink]:
        """Yield the links of these kinds that one of the claims or articles has."""
        return self.ledger.links.of(ids, *kinds, known=self.clocks.known)


def open_view(ledger: Ledger, clocks: Clocks) -> View:
    """Return a ledger as the clocks show it."""
    rulings = tuple(find_rulings(ledger, clocks.known))
    return View(ledger=ledger, clocks=clocks, rulings=rulings, judged=sort_rulings(rulings))


def ask_utterances(
    ledger: Ledger, question: ClaimQuestion, lemmas: Lemmas | None = None, *, min_articles: int = 1
) -> Iterator[Utterance]:
    """Yield the utterances of the claims that a question asks for, by the day of their first report."""
    view = open_view(ledger, question.clocks)
    asked = (kept.id for kept in ledger.claims(select(ledger, question, lemmas, view.judged)))
    seen: set[str] = set()
    for batch in iter(lambda: list(islice(asked, TOGETHER)), []):
        of = utterances_of(view, [id_ for id_ in batch if id_ not in seen])
        for id_ in batch:
            if id_ not in seen:
                seen.update(report.id for report in of[id_].reports)
                if len(of[id_].articles) >= min_articles:
                    yield of[id_]


def utterances_of(view: View, claims: Iterable[str]) -> Mapping[str, Utterance]:
    """Return by claim the utterances that claims of the view report, and their other reports with them.

    To ask for many at once takes a tenth of the time that one after another takes.
    """
    return {report.id: one for one in find_utterances(view, claims) for report in one.reports}


def find_utterance(view: View, claim: str) -> Utterance:
    """Return the utterance that a claim of the view reports, with its other reports there."""
    return utterances_of(view, [claim])[claim]


def find_utterances(view: View, claims: Iterable[str]) -> list[Utterance]:
    """Return the utterances that claims of the view report, each once, with their other reports there."""
    around = Surroundings(
        kind="claim", links=lambda ids: view.links(ids, "same"), see=view.claims, rulings=view.rulings
    )
    return [
        Utterance(reports=tuple(sorted(group.things.values(), key=place_report)), links=group.links)
        for group in gather_all(claims, around)
    ]


def place_report(report: ClaimAnswer) -> tuple[bool, str, str, int]:
    """Return what orders the reports of an utterance: day of publication, article, place in the text."""
    return report.published is None, report.published or "", report.article, report.kept.claim.content[0].start
