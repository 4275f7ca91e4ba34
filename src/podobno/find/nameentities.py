"""Tell which mentions of an article name the same person, body or place.

In:   the mentions of an article with their base forms.
Out:  the same mentions, each with the fullest name that the article gives it.
Not:  entities across articles.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from podobno.records.parsed import Parsed
from podobno.records.values import Mention

OPENING, CLOSING = "(", ")"
SHORTEST_ACRONYM = 2  # letters


def with_entities(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions: a surname stands for the full name, an acronym for the name that it is put behind."""
    long_forms = dict(_long_forms(parsed, mentions))
    people = list(dict.fromkeys(m.base for m in mentions if m.kind == "person" and " " in m.base))
    for mention in mentions:
        if mention.kind == "person":
            yield replace(mention, entity=_fullest(mention.base, people))
        else:
            yield replace(mention, entity=long_forms.get(mention.base, mention.entity))


def _fullest(base: str, people: Sequence[str]) -> str:
    """The longest full name that ends with these words; of two as long the earlier."""
    words = base.split()
    fuller = [name for name in people if len(name) > len(base) and name.split()[-len(words) :] == words]
    return max(fuller, key=len, default=base)


def _long_forms(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """ "Rada Bezpieczeństwa Narodowego (BBN)": an acronym in brackets behind a name of its letters."""
    tokens = parsed.syntax.tokens
    for mention, after in itertools.pairwise(mentions):
        between = [token.form for token in tokens[mention.last : after.first]]
        closes = after.last < len(tokens) and tokens[after.last].form == CLOSING
        if between == [OPENING] and closes and _is_acronym_of(after.base, mention.base):
            yield after.base, mention.base


def _is_acronym_of(short: str, long: str) -> bool:
    """Say whether letters are the first letters of words: all but the small words count."""
    letters = [letter.casefold() for letter in short if letter.isupper()]
    initials = [word[0].casefold() for word in long.replace("-", " ").split() if word[0].isalpha()]
    if len(letters) < SHORTEST_ACRONYM or len(letters) > len(initials):
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters)
