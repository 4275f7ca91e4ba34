"""Ask for origins: whose word a claim is in the end, and by how many independent origins it is told.

In:   a claim of the ledger, the clocks.
Out:  its utterance, the utterances that agree with it, and the origins of them all with their states.
Not:  the rules of the three states, which are ask/independence.py and ask/ties.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from podobno.ask.claims import ClaimAnswer
from podobno.ask.firsthand import FirstHand, find_firsthand
from podobno.ask.independence import Independence, judge_origins
from podobno.ask.ties import Report, SameSource, Ties, same_folded
from podobno.ask.utterances import Utterance, View, find_utterance, find_utterances, open_view
from podobno.ledger.claims import KeptClaim
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.link.grammar import LinkGrammar
from podobno.link.sources import same_source
from podobno.records.claims import Source
from podobno.records.clocks import ALL, Clocks
from podobno.records.errors import BadUse
from podobno.records.links import Link
from podobno.records.sketches import Sketch
from podobno.records.text import Article

WEAK = ("people", "inhabitants")  # reasons of same_source that do not make two sources one origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowing:
    """What telling origins needs beside the ledger."""

    firsthand: FirstHand | None = None  # None: nothing is known first-hand
    same_source: SameSource = same_folded


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsAnswer:
    """The origins of an utterance and of the proposition that it shares with others."""

    asked: ClaimAnswer
    utterance: Utterance  # that the claim reports
    agreeing: tuple[Utterance, ...]  # linked to it directly, by their first reports
    own: Independence  # of the utterance alone
    all: Independence  # of the utterance and those that agree


def ask_origins(ledger: Ledger, claim: str, clocks: Clocks = ALL, knowing: Knowing | None = None) -> OriginsAnswer:
    """Return the origins of a claim, by its id: of its utterance, and with those that agree.

    Under a clock of claims, said or about, only what agrees with it in such a claim. A claim that was not out or not
    recorded by then raises BadUse.
    """
    knowing, view = knowing or Knowing(), open_view(ledger, clocks)
    asked = view.claims([claim]).get(claim)
    if asked is None:
        raise BadUse(f"claim {claim} was not out or not recorded by then. Name a later day, or none.")
    utterance = find_utterance(view, claim)
    agreeing = tuple(_agreeing(view, utterance))
    reports = _reports((utterance, *agreeing), knowing.firsthand)
    ties = Ties(copies=_copies(view, reports), same_source=knowing.same_source)
    return OriginsAnswer(
        asked=asked,
        utterance=utterance,
        agreeing=agreeing,
        own=judge_origins([one for one in reports if one.utterance == utterance.id], ties),
        all=judge_origins(reports, ties),
    )


def sources_of(ledger: Ledger, grammar: LinkGrammar) -> SameSource:
    """Return a function that knows one source under two names, by what the ledger keeps of the articles."""
    sketches: dict[str, Sketch] = {}

    def sketch(article: Article) -> Sketch:
        if article.id not in sketches:
            bare = Sketch(article=article, names=(), lemmas=(), claims=())
            sketches[article.id] = next(ledger.links.sketch(article.id), bare)
        return sketches[article.id]

    def same(a: Source, near_a: Article, b: Source, near_b: Article) -> bool:
        if same_folded(a, near_a, b, near_b):
            return True
        reason = same_source(a, sketch(near_a), b, sketch(near_b), grammar)
        return reason is not None and reason not in WEAK

    return same


def _agreeing(view: View, utterance: Utterance) -> Iterator[Utterance]:
    """Yield the utterances that agree with it; what agrees with those in turn is left out."""
    own = {report.id for report in utterance.reports}
    links = view.links(sorted(own), "agrees")
    ends = _told({end for kept in links for end in (kept.link.a, kept.link.b)} - own, view)
    found = find_utterances(view, view.claims(ends))
    yield from sorted(found, key=lambda one: (one.reports[0].published or "", one.id))


def _told(ids: set[str], view: View) -> set[str]:
    """Return those claims that all clocks show."""
    if not view.clocks.has_claim_days:
        return ids
    return {kept.id for kept in view.ledger.claims(Selection(ids=tuple(sorted(ids)), clocks=view.clocks))}


def _reports(utterances: Iterable[Utterance], known: FirstHand | None) -> list[Report]:
    held = [(_as_judged(answer), one.id) for one in utterances for answer in one.reports]
    reports = [Report(kept=kept, utterance=utterance) for kept, utterance in held]
    if known is None:
        return reports
    names = {one.id: {source.name for source in one.kept.claim.chain} for one in reports}
    told = []
    for report in reports:
        others = {name for id_, near in names.items() if id_ != report.id for name in near} - names[report.id]
        told.append(replace(report, firsthand=find_firsthand(report.kept, known, sorted(others))))
    return told


def _as_judged(answer: ClaimAnswer) -> KeptClaim:
    """Return a claim with the chain that a person gave it, if one did."""
    claim = answer.kept.claim
    if answer.chain == tuple(source.name for source in claim.chain):
        return answer.kept
    read = {source.name: source for source in claim.chain}
    chain = tuple(read.get(name, Source(name=name)) for name in answer.chain)
    stance = claim.stance if claim.chain else "asserts"
    return replace(answer.kept, claim=replace(claim, chain=chain, stance=stance))


def _copies(view: View, reports: Iterable[Report]) -> Mapping[tuple[str, str], Link]:
    articles = sorted({report.article.id for report in reports})
    links = view.links(articles, "copy") if len(articles) > 1 else ()
    held = (kept.link for kept in links)
    return {(link.a, link.b): link for link in held if link.a in articles and link.b in articles}
