"""Explain a claim of a ledger: read its article again, and tell why the claim is read so.

In:   an open ledger, the start of a claim's id, the stages.
Out:  Explanation; what the ledger holds is not touched.
Not:  the reasons, which are claim/explain.py.
"""

from podobno.claim.explain import ground_claim
from podobno.find.finders import find_all
from podobno.ledger.prefixes import find_claim
from podobno.ledger.store import Ledger
from podobno.parse.articles import parse_article
from podobno.records.explanations import Explanation
from podobno.run.makers import tell_maker
from podobno.run.pipeline import Stages


def explain_claim(ledger: Ledger, given: str, stages: Stages) -> Explanation:
    """Return why a claim is read as it is; an id that fits no claim, or several, raises BadUse."""
    kept = find_claim(ledger, given)
    parsed = parse_article(kept.article, stages.parser)
    found = find_all(parsed, stages.finders)
    return Explanation(
        id=kept.id,
        kept=kept.claim,
        article=kept.article,
        maker=kept.maker,
        maker_now=tell_maker(stages).name,
        grounds=ground_claim(parsed, found, stages.words, kept.claim),
    )
