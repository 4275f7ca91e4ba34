"""Tell what is from what could be held and from what will or may come to pass.

In:   a syntax, a place in it, the rules of a pack.
Out:  yes or no.
Not:  how a speaker stands to a claim: claim/stances.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from podobno.records.parsed import Syntax, Token

REACH = 8  # words from a word of capacity to its figure: "zdolność przesyłowa gazociągu wynosi rocznie"


def is_capacity(tokens: Sequence[Token], place: int, floor: int, rules: Mapping[str, Any]) -> bool:
    """Say whether a figure tells what could be held or moved; words before ``floor`` belong to another figure."""
    words = rules["capacity_words"]
    for at in range(place - 1, max(place - REACH, floor) - 1, -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence or token.lemma in rules["capacity_ends"]:
            return False
        if token.lemma in words:
            return True
    return False


def is_forecast(syntax: Syntax, place: int, rules: Mapping[str, Any]) -> bool:
    """Say whether the clause of a figure speaks of what will or may come to pass."""
    verbs = [token for token in _ancestors(syntax, place) if token.upos in ("VERB", "AUX", "ADJ")]
    if not verbs:
        return False
    verb = verbs[0]
    if verb.lemma in rules["forecast_verbs"] or any(_is_ahead(part) for part in (verb, *_auxiliaries(syntax, verb))):
        return True
    if verb.feats.get("VerbForm") != "Inf" or len(verbs) == 1 or verbs[1].feats.get("Tense") == "Past":
        return False
    return verbs[1].lemma in rules["ahead_of_infinitive"] or _is_ahead(verbs[1])


def _ancestors(syntax: Syntax, place: int) -> Iterator[Token]:
    token, seen = syntax.tokens[place], {place}
    while token.head not in seen:
        token = syntax.tokens[token.head]
        seen.add(token.index)
        yield token


def _auxiliaries(syntax: Syntax, verb: Token) -> Iterator[Token]:
    first, last = syntax.sentences[verb.sentence]
    for token in syntax.tokens[first:last]:
        if token.head == verb.index and token.dep.split(":")[0] in ("aux", "cop"):
            yield token


def _is_ahead(token: Token) -> bool:
    return token.feats.get("Tense") == "Fut" or token.feats.get("Mood") == "Cnd"
