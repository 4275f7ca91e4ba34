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


def find_article(ledger: Ledger, given: str, known: str | None = None) -> Article:
    """Return the one article that is meant; known: first of those that the ledger showed on that day."""
    if not given.strip():
        raise BadUse("no article is named. Give its id or the start of it, its address, or words of its title.")
    found = articles_meant(ledger, given, MOST + 1, known)
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUse(f"no article in the ledger has the id, address or title {given!r}. See `podobno claims`.")
    listed = "\n".join(f"  {article.id}  {article.title or article.text[:60]!r}" for article in found[:MOST])
    count = f"{MOST} and more" if len(found) > MOST else str(len(found))
    raise BadUse(f"{count} articles fit {given!r}. Name one by its id:\n{listed}")


def articles_meant(ledger: Ledger, given: str, most: int, known: str | None = None) -> list[Article]:
    """Return the articles that some words fit; those that are not shown, only where no other fits."""
    found = list(ledger.articles_named(given, most + len(ledger.replaced())))
    seen = {one.id for one in ledger.articles_seen(Clocks(known=known), ids=[one.id for one in found])}
    return [article for article in found if article.id in seen][:most] or found[:most]


def claims_of(ledger: Ledger, article: Article, clocks: Clocks = ALL) -> list[KeptClaim]:
    """Return the claims of an article, as the clocks show them, in text order; of a replaced one, too."""
    asked = Selection(article=article.id, clocks=clocks, with_replaced=True)
    return sorted(ledger.claims(asked), key=lambda kept: kept.claim.content[0])
