"""Find names that the weights missed, by the dictionary alone.

In:   a parsed article.
Out:  spans of people: a first name with a surname behind it; the people of a country.
Not:  names that the weights saw, and those that the pack lists: find/namespans.py.
"""

from collections.abc import Iterator

from podobno.find.namegrammar import NameGrammar
from podobno.find.namespan import NameSpan
from podobno.records.parsed import Parsed, Token


def unseen_names(parsed: Parsed, grammar: NameGrammar) -> Iterator[NameSpan]:
    """Yield people whom the dictionary knows as such; they may overlap."""
    tokens = parsed.syntax.tokens
    for token in tokens:
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if not token.form.istitle():
            continue
        if after is not None and _is_full_name(token, after, grammar):
            yield NameSpan(first=token.index, last=after.index + 1, kind="person")
        elif _is_people(token, grammar):
            yield NameSpan(first=token.index, last=token.index + 1, kind="person")


def _is_full_name(token: Token, after: Token, grammar: NameGrammar) -> bool:
    if token.upos != "PROPN" or after.upos != "PROPN" or not after.form[:1].isupper() or len(after.form) < 2:
        return False
    if after.sentence != token.sentence or after.start != token.end + 1:
        return False
    is_first_name = grammar.labels.first_names & grammar.forms.labels(token.form)
    return bool(is_first_name) and not _is_place(after, grammar)


def _is_place(token: Token, grammar: NameGrammar) -> bool:
    readings = grammar.forms.read(token.form)
    return not any(grammar.labels.fits(one, "person") for one in readings) and any(
        grammar.labels.fits(one, "place") for one in readings
    )


def _is_people(token: Token, grammar: NameGrammar) -> bool:
    """Say whether a word is never anything but the people of a country: "Szkoci"."""
    if token.upos not in ("NOUN", "PROPN"):
        return False
    readings = grammar.forms.read(token.form)
    return all(one.is_proper and grammar.labels.fits(one, "person") for one in readings) and any(
        grammar.labels.is_people(one) for one in readings
    )
