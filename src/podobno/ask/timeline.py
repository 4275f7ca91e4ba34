"""Ask for what a story holds: its utterances in time, how its claims stand to others, its figures.

In:   articles and claims that are at hand.
Out:  utterances, relations and figures of all of them, asked for at once and not one by one.
Not:  which articles make a story: ask/stories.py.
"""

from collections.abc import Iterable, Iterator, Sequence

from podobno.ask.claims import answer
from podobno.ask.figures import FigureAnswer, figure_answer
from podobno.ask.groups import Group, gather
from podobno.ask.relations import Relation
from podobno.ask.utterances import Utterance, place_report, see_claims
from podobno.ledger.selections import Selection
from podobno.ledger.store import KeptClaim, Ledger
from podobno.records.clocks import Clocks
from podobno.records.text import Article


def claims_seen(ledger: Ledger, articles: Iterable[Article], clocks: Clocks) -> list[KeptClaim]:
    """Return the claims of articles, in the order of the articles, then of the text; `known` alone narrows."""
    view = Clocks(known=clocks.known)
    found: list[KeptClaim] = []
    for article in articles:
        held = ledger.claims(Selection(article=article.id, clocks=view))
        found += sorted(held, key=lambda kept: kept.claim.content[0])
    return found


def group_utterances(ledger: Ledger, claims: Sequence[KeptClaim], clocks: Clocks) -> list[Utterance]:
    """Return the utterances that claims report, by day; reports in articles beside them are gathered too."""
    group = gather(
        {kept.id: kept for kept in claims},
        lambda ids: ledger.links.of(ids, "same", known=clocks.known),
        lambda ids: see_claims(ledger, ids, clocks),
    )
    return sorted((_utterance(group, ids) for ids in _parts(group)), key=utterance_day)


def utterance_day(utterance: Utterance) -> tuple[str, str]:
    """Return the day to order by: when it was said, where a report tells, else when it was first published."""
    said = next((kept.claim.said for kept in utterance.reports if kept.claim.said), None)
    return said or utterance.reports[0].article.published or "", utterance.id


def relate_claims(ledger: Ledger, claims: Sequence[KeptClaim], clocks: Clocks, kinds: Iterable[str]) -> list[Relation]:
    """Return how claims stand to one another and to others, each relation once."""
    links = list(ledger.links.of([kept.id for kept in claims], *kinds, known=clocks.known))
    held = {kept.id: kept for kept in claims}
    ends = {end for link in links for end in (link.link.a, link.link.b)}
    held |= see_claims(ledger, ends - set(held), clocks)
    return [
        Relation(kept=link, a=held[link.link.a], b=held[link.link.b])
        for link in links
        if link.link.a in held and link.link.b in held
    ]


def figures_in(claims: Iterable[KeptClaim]) -> Iterator[FigureAnswer]:
    """Yield every figure of the claims, in their order."""
    for kept in claims:
        told = answer(kept)
        yield from (figure_answer(told, figure) for figure in kept.claim.figures)


def _parts(group: Group[KeptClaim]) -> list[list[str]]:
    """Return the ids of what links hold together, part by part."""
    part = {id_: [id_] for id_ in group.things}
    for one in group.links:
        a, b = part[one.link.a], part[one.link.b]
        if a is not b:
            a += b
            part.update(dict.fromkeys(b, a))
    return list({id(held): held for held in part.values()}.values())


def _utterance(group: Group[KeptClaim], ids: Sequence[str]) -> Utterance:
    held = set(ids)
    return Utterance(
        reports=tuple(sorted((group.things[id_] for id_ in ids), key=place_report)),
        links=tuple(one for one in group.links if one.link.a in held),
    )
