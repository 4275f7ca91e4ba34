"""Ask for what a story holds: its utterances in time, its figures.

In:   articles and claims that are at hand.
Out:  utterances and figures of all of them, asked for at once and not one by one.
Not:  which articles make a story: ask/stories.py.
"""

from collections.abc import Iterable, Iterator, Sequence

from podobno.ask.claims import answer
from podobno.ask.figures import FigureAnswer, figure_answer
from podobno.ask.judgements import ClaimRulings
from podobno.ask.utterances import Utterance, View, find_utterances
from podobno.ledger.claims import KeptClaim
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
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


def group_utterances(view: View, claims: Sequence[KeptClaim]) -> list[Utterance]:
    """Return the utterances that claims report, by day; reports in articles beside them are gathered too."""
    return sorted(find_utterances(view, (kept.id for kept in claims)), key=utterance_day)


def utterance_day(utterance: Utterance) -> tuple[str, str]:
    """Return the day to order by: when it was said, where a report tells, else when it was first published."""
    said = next((report.said for report in utterance.reports if report.said), None)
    return said or utterance.reports[0].published or "", utterance.id


def figures_in(claims: Iterable[KeptClaim], judged: ClaimRulings) -> Iterator[FigureAnswer]:
    """Yield every figure of the claims, in their order; judged: what persons decided of them."""
    for kept in claims:
        told = answer(kept, judged)
        yield from (figure_answer(told, figure) for figure in kept.claim.figures)
