"""Explain a claim of a ledger: read its article again, and tell why the claim is read so.

In:   an open ledger, the start of a claim's id, the stages.
Out:  Explanation; what the ledger holds is not touched.
Not:  the reasons, which are claim/explain.py.
"""

from podobno.claim.explain import ground_claim
from podobno.find.finders import find_all
from podobno.ledger.selections import Selection
from podobno.ledger.store import KeptClaim, Ledger
from podobno.parse.articles import parse_article
from podobno.records.errors import BadUse
from podobno.records.explanations import Explanation
from podobno.run.makers import tell_maker
from podobno.run.pipeline import Stages

HEX = frozenset("0123456789abcdef")
MOST = 8  # claims listed where several fit


def explain_claim(ledger: Ledger, given: str, stages: Stages) -> Explanation:
    """Return why a claim is read as it is; an id that fits no claim, or several, raises BadUse."""
    kept = _find(ledger, given.strip().casefold())
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


def _find(ledger: Ledger, given: str) -> KeptClaim:
    found = list(ledger.claims(Selection(claim=given, limit=MOST + 1))) if given and set(given) <= HEX else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUse(f"no claim in the ledger has an id that starts with {given!r}. `podobno claims` shows the ids.")
    listed = "\n".join(f"  {kept.id}  {kept.article.quotation(kept.claim.content[0])[:60]!r}" for kept in found[:MOST])
    count = f"{MOST} and more" if len(found) > MOST else str(len(found))
    raise BadUse(f"{count} claims have an id that starts with {given!r}. Give more of it:\n{listed}")
