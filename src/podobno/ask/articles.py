"""Find an article by what a person has of it.

In:   an id or its start, an address, words of a title.
Out:  the article; none or several raise BadUse with what to type instead.
Not:  its claims.
"""

from podobno.ledger.claims import KeptClaim
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.errors import BadUse
from podobno.records.text import Article

MOST = 8  # articles listed where several fit


def find_article(ledger: Ledger, given: str) -> Article:
    """Return the one article that is meant."""
    if not given.strip():
        raise BadUse("no article is named. Give its id or the start of it, its address, or words of its title.")
    found = list(ledger.articles_named(given, MOST + 1))
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUse(f"no article in the ledger has the id, address or title {given!r}. See `podobno claims`.")
    listed = "\n".join(f"  {article.id}  {article.title or article.text[:60]!r}" for article in found[:MOST])
    count = f"{MOST} and more" if len(found) > MOST else str(len(found))
    raise BadUse(f"{count} articles fit {given!r}. Name one by its id:\n{listed}")


def claims_of(ledger: Ledger, article: Article, clocks: Clocks = ALL) -> list[KeptClaim]:
    """Return the claims of an article, as the clocks show them, in text order."""
    return sorted(ledger.claims(Selection(article=article.id, clocks=clocks)), key=lambda kept: kept.claim.content[0])
