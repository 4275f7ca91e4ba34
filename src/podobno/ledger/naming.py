"""Find the claim that a person names by the start of its id.

In:   an open ledger, some hex digits.
Out:  the claim; none or several raise BadUse with what to type instead.
Not:  articles, which may also be named by their titles: ask/articles.py.
"""

from podobno.ledger.selections import Selection
from podobno.ledger.store import KeptClaim, Ledger
from podobno.records.errors import BadUse

HEX = frozenset("0123456789abcdef")
MOST = 8  # claims listed where several fit


def find_claim(ledger: Ledger, given: str) -> KeptClaim:
    """Return the one claim whose id starts so."""
    start = given.strip().casefold()
    found = list(ledger.claims(Selection(claim=start, limit=MOST + 1))) if start and set(start) <= HEX else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUse(f"no claim in the ledger has an id that starts with {given!r}. `podobno claims` shows the ids.")
    listed = "\n".join(f"  {kept.id}  {kept.article.quotation(kept.claim.content[0])[:60]!r}" for kept in found[:MOST])
    count = f"{MOST} and more" if len(found) > MOST else str(len(found))
    raise BadUse(f"{count} claims have an id that starts with {given!r}. Give more of it:\n{listed}")
