"""Give the base forms by which words are found again.

In:   words of a question, or of a claim.
Out:  base forms in lower case.
Not:  the index, which is the ledger; the dictionary, which is lang/inflection.py.
"""

from collections.abc import Callable

from podobno.lang.inflection import Inflection, open_inflection
from podobno.lang.pack import open_pack
from podobno.records.claims import Claim
from podobno.records.text import Article

AROUND = ".,;:!?\"'()[]\u201e\u201d\u201c\u00ab\u00bb"  # marks that stand next to words and belong to none


def open_lemmas(code: str = "pl") -> Callable[[str], tuple[str, ...]]:
    """Return a function from words to the base forms that they may have; it needs no weights."""
    inflection = open_inflection(open_pack(code))
    return lambda text: text_lemmas(text, inflection)


def text_lemmas(text: str, inflection: Inflection) -> tuple[str, ...]:
    """Return the base forms that the words of a text may have, each once, in the order of the words."""
    words = [word for word in (part.strip(AROUND) for part in text.split()) if word]
    found = (lemma.casefold() for word in words for lemma in (inflection.lemmas(word) or (word,)))
    return tuple(dict.fromkeys(found))


def claim_lemmas(claim: Claim, article: Article, inflection: Inflection) -> str:
    """Return the base forms by which a claim is found: of its words, and of what its figures count."""
    words = " ".join(article.quotation(span) for span in claim.content)
    units = [figure.unit.casefold() for figure in claim.figures if figure.unit]
    return " ".join(dict.fromkeys([*text_lemmas(words, inflection), *units]))
