"""Find a claim or a judgement by the start of its id, as a person types it.

In:   an open ledger, some hex digits.
Out:  the one that is meant; none or several raise BadUse with what to type instead.
Not:  articles, which have addresses and titles: ask/articles.py.
"""

from collections.abc import Sequence
from dataclasses import replace

from podobno.ledger.claims import KeptClaim
from podobno.ledger.judgements import KeptJudgement
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.errors import BadUse
from podobno.records.judgements import Judgement

HEX = frozenset("0123456789abcdef")
MOST = 8  # listed where several fit
SHOWN = 60  # code points of what is listed


def find_claim(ledger: Ledger, given: str, known: str | None = None) -> KeptClaim:
    """Return the one claim whose id starts so; known: first of those that were read as the ledger was then."""
    start = given.strip().casefold()
    views = [Clocks(known=known), ALL] if start and set(start) <= HEX else []
    asked = [Selection(claim=start, limit=MOST + 1, clocks=view) for view in views]
    # At last those of articles that were replaced: what is judged of them is of the claims in their stead.
    asked += [replace(one, with_replaced=True) for one in asked[-1:]]
    held = (list(ledger.claims(one)) for one in asked)
    found = next((claims for claims in held if claims), [])
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUse(f"no claim in the ledger has an id that starts with {start!r}. `podobno claims` shows the ids.")
    raise _several("claims", start, [(kept.id, kept.article.quotation(kept.claim.content[0])) for kept in found])


def find_judgement(ledger: Ledger, given: str) -> KeptJudgement:
    """Return the one judgement whose id starts so."""
    start = given.strip().casefold()
    found = [kept for kept in ledger.judgements.all() if start and kept.id.startswith(start)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUse(f"no judgement has an id that starts with {start!r}. `podobno judge list` shows the ids.")
    raise _several("judgements", start, [(kept.id, _told(kept.judgement)) for kept in found])


def _told(judgement: Judgement) -> str:
    return " ".join((judgement.verdict, *judgement.subjects, judgement.value))


def _several(noun: str, start: str, found: Sequence[tuple[str, str]]) -> BadUse:
    listed = "\n".join(f"  {id_}  {words[:SHOWN]!r}" for id_, words in found[:MOST])
    count = f"{MOST} and more" if len(found) > MOST else str(len(found))
    return BadUse(f"{count} {noun} have an id that starts with {start!r}. Give more of it:\n{listed}")
