"""Record that an article was published at another time: the judgement, and the same text read under the right date.

In:   an open ledger, a judgement of a date, what opens the stages.
Out:  the article with the right date, recorded with the judgement or not at all.
Not:  what is shown after that, which is ledger/replacements.py; what makes a judgement, which is show/verdicts.py.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from podobno.ledger.store import Ledger
from podobno.records.entries import Maker
from podobno.records.judgements import Judgement
from podobno.run.local import Outcome, find_claims, record_finding
from podobno.run.pipeline import Stages

Opened = Callable[[], tuple[Stages, Maker]]  # what reads; it takes seconds, and is asked for only where it must read


@dataclass(frozen=True, slots=True, kw_only=True)
class Redated:
    """What came of a judgement of a date."""

    judgement: str  # its id
    outcome: Outcome  # of the article with the right date


def record_date(ledger: Ledger, judgement: Judgement, opened: Opened) -> Redated:
    """Keep a judgement of a date; an article that the ledger has under that date already is not read again."""
    article = replace(ledger.article(judgement.subjects[0]), published=judgement.value)
    if ledger.place(article.id) is not None:
        key = ledger.judgements.add(judgement)
        return Redated(judgement=key, outcome=Outcome(article=article, problems=(), is_known=True))
    stages, maker = opened()
    finding = find_claims(article, stages)
    with ledger.together():
        key = ledger.judgements.add(judgement)
        return Redated(judgement=key, outcome=record_finding(ledger, finding, maker, stages.links))
