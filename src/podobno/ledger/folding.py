"""Fold names and titles, so that they are found however they are typed.

In:   a name, an article.
Out:  words without case, accents and marks.
Not:  base forms, which need a language: run/words.py.
"""

import unicodedata
from functools import lru_cache

from podobno.records.text import Article

SMALL_L_STROKE = chr(0x142)  # the one Polish letter that does not fall apart into a letter and a mark
HEAD_CHARS = 120  # of a text that has no title: where it may stand
CACHE_SIZE = 10_000  # names; the page of a story asks for each of its speakers many times


@lru_cache(CACHE_SIZE)
def fold(name: str) -> str:
    """Return a name without case, accents and marks, for finding it."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace(SMALL_L_STROKE, "l"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def name_words(printed: str) -> list[str]:
    """Return the words of a name, folded, whole and, of double ones, in parts; each once."""
    words = [fold(word) for word in printed.split()]
    return list(dict.fromkeys([*words, *(part for word in words for part in word.split())]))


def folded_head(article: Article) -> str:
    """Return the words by which an article is known: of its title, else of the start of its text."""
    return fold(article.title or article.text[:HEAD_CHARS])
