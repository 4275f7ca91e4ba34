"""Which words the figures of a claim count, so that figures of one thing are found among those of all others.

In:   a claim and its article.
Out:  words, folded, for the table `counted`; the empty one for every claim with a figure.
Not:  whether a figure is meant by a question, which is ask/figures.py.
"""

from podobno.ledger.folding import fold
from podobno.records.claims import Claim
from podobno.records.text import Article

ANY_FIGURE = ""


def counted_words(claim: Claim, article: Article) -> list[str]:
    """Return the units of a claim's figures and the words of the figures themselves, folded, sorted, each once."""
    if not claim.figures:
        return []
    written = (word for figure in claim.figures for word in fold(article.quotation(figure.span)).split())
    units = (fold(figure.unit) for figure in claim.figures if figure.unit is not None)
    return sorted({ANY_FIGURE, *written, *units})
