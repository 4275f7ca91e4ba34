"""Ask for origins: whose word a claim is in the end, and by how many independent origins it is told.

In:   a claim of the ledger, the clocks.
Out:  its utterance, the utterances that agree with it, and the origins of them all with their states.
Not:  the rules of the three states, which are ask/independence.py and ask/ties.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from podobno.ask.firsthand import FirstHand, find_firsthand
from podobno.ask.independence import Independence, judge_origins
from podobno.ask.ties import Report, SameName, Ties, same_folded
from podobno.ask.utterances import Utterance, find_utterance, see_claims
from podobno.ledger.store import KeptClaim, Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.links import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowing:
    """What telling origins needs beside the ledger."""

    firsthand: FirstHand | None = None  # None: nothing is known first-hand
    same_name: SameName = same_folded


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsAnswer:
    """The origins of an utterance and of the proposition that it shares with others."""

    asked: KeptClaim
    utterance: Utterance  # that the claim reports
    agreeing: tuple[Utterance, ...]  # linked to it directly, by their first reports
    own: Independence  # of the utterance alone
    all: Independence  # of the utterance and those that agree


def ask_origins(ledger: Ledger, kept: KeptClaim, clocks: Clocks = ALL, knowing: Knowing | None = None) -> OriginsAnswer:
    """Return the origins of a claim: of its utterance, and with those that agree with it."""
    knowing = knowing or Knowing()
    utterance = find_utterance(ledger, kept, clocks)
    agreeing = tuple(_agreeing(ledger, utterance, clocks))
    reports = _reports((utterance, *agreeing), knowing.firsthand)
    copies = _copies(ledger, reports, clocks.known)
    ties = Ties(copies=copies, same_name=knowing.same_name)
    return OriginsAnswer(
        asked=kept,
        utterance=utterance,
        agreeing=agreeing,
        own=judge_origins([one for one in reports if one.utterance == utterance.id], ties),
        all=judge_origins(reports, ties),
    )


def _agreeing(ledger: Ledger, utterance: Utterance, clocks: Clocks) -> Iterator[Utterance]:
    """Yield the utterances that agree with it; what agrees with those in turn is left out."""
    own = {kept.id for kept in utterance.reports}
    links = ledger.links.of(sorted(own), "agrees", known=clocks.known)
    ends = {end for link in links for end in (link.link.a, link.link.b)} - own
    seen: set[str] = set()
    found = []
    for id_, kept in sorted(see_claims(ledger, ends, clocks).items()):
        if id_ not in seen:
            other = find_utterance(ledger, kept, clocks)
            seen.update(one.id for one in other.reports)
            found.append(other)
    yield from sorted(found, key=lambda one: (one.reports[0].article.published or "", one.id))


def _reports(utterances: Iterable[Utterance], known: FirstHand | None) -> list[Report]:
    reports = [Report(kept=kept, utterance=one.id) for one in utterances for kept in one.reports]
    if known is None:
        return reports
    names = {one.id: {source.name for source in one.kept.claim.chain} for one in reports}
    told = []
    for report in reports:
        others = {name for id_, held in names.items() if id_ != report.id for name in held} - names[report.id]
        told.append(replace(report, firsthand=find_firsthand(report.kept, known, sorted(others))))
    return told


def _copies(ledger: Ledger, reports: Iterable[Report], known: str | None) -> Mapping[tuple[str, str], Link]:
    articles = sorted({report.article.id for report in reports})
    links = ledger.links.of(articles, "copy", known=known) if len(articles) > 1 else ()
    held = (kept.link for kept in links)
    return {(link.a, link.b): link for link in held if link.a in articles and link.b in articles}
