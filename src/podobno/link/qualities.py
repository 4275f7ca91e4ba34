"""Find what a claim says that its subject is: "the bridge is a private matter", "the virus is not dangerous".

In:   the tokens of an article, those of a claim's content; what linking needs of the language.
Out:  qualities, in text order.
Not:  whether two of them agree: link/stands.py.
"""

from collections.abc import Iterator, Sequence

from podobno.link.grammar import LinkGrammar
from podobno.records.parsed import Token
from podobno.records.sketches import Quality

CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
BETWEEN = frozenset({"ADV", "ADJ", "PART", "CCONJ", "PUNCT", "DET"})  # may stand between the copula and the noun
AGREEING = ("Case", "Number", "Gender")
ATTRIBUTE, JOINED, COPULA = "amod", "conj", "cop"
BEFORE = 2  # words before the copula within which a negation is its own
Window = tuple[Token, ...]


def find_qualities(inside: Sequence[Token], tokens: Sequence[Token], grammar: LinkGrammar) -> Iterator[Quality]:
    """Yield each quality of a content; inside: its tokens."""
    places = {token.index for token in inside}
    for token in inside:
        if token.upos != "ADJ":
            continue
        found = _noun(token, tokens)
        noun = found if found is not None and found.index in places else _neighbour(token, tokens, places)
        copula = _copula(token if noun is None else min(token, noun, key=_place), token, tokens, grammar)
        if copula is None or copula.index not in places or _is_had(copula, noun, grammar):
            continue
        lies = tuple(one for one in inside if one.sentence == token.sentence and one.index <= token.index)
        yield Quality(
            lemma=token.lemma.casefold(),
            noun="" if noun is None else noun.lemma.casefold(),
            mark=_mark(token, copula, tokens, grammar),
            subject=tuple(sorted(_subject(lies, copula, noun))),
            start=token.start,
            end=token.end,
        )


def _place(token: Token) -> int:
    return token.index


def _noun(token: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the noun that an adjective goes with; None: it stands alone."""
    head = tokens[token.head]
    if token.dep == JOINED and head.upos == "ADJ":
        return _noun(head, tokens)
    if token.dep not in (ATTRIBUTE, JOINED) or head.upos != "NOUN":
        return None
    return head if all(one.upos != "DET" for one in tokens[token.index : head.index]) else None


def _neighbour(token: Token, tokens: Sequence[Token], places: set[int]) -> Token | None:
    """Return the noun right before an adjective that hangs outside of the content: a tree that a headline broke."""
    if token.head in places or token.index - 1 not in places or tokens[token.index - 1].upos != "NOUN":
        return None
    noun = tokens[token.index - 1]
    return noun if all(noun.feats.get(one) == token.feats.get(one) for one in AGREEING) else None


def _is_had(copula: Token, noun: Token | None, grammar: LinkGrammar) -> bool:
    """Say whether the subject *has* a thing, which is no quality of its own: "has a sharp knife"."""
    is_of_having = copula.lemma.casefold() in grammar.having
    return is_of_having and (noun is None or noun.lemma.casefold() not in grammar.kind_nouns)


def _copula(first: Token, token: Token, tokens: Sequence[Token], grammar: LinkGrammar) -> Token | None:
    """Return the word that says it of the subject, before the phrase or hanging on the adjective."""
    at = first.index - 1
    while at >= 0 and tokens[at].sentence == token.sentence:
        if _is_copula(tokens[at], grammar):
            return tokens[at]
        if tokens[at].upos not in BETWEEN:
            break
        at -= 1
    hangs = (one for one in tokens[max(0, token.index - BEFORE) : token.index] if one.head == token.index)
    return next((one for one in hangs if one.dep == COPULA), None)


def _is_copula(token: Token, grammar: LinkGrammar) -> bool:
    return token.lemma.casefold() in grammar.copulas | grammar.having or token.form.casefold() in grammar.copula_forms


def _mark(token: Token, copula: Token, tokens: Sequence[Token], grammar: LinkGrammar) -> str:
    """Say how the quality is told: its own negation, else that of the copula; a limit in between turns it round."""
    if token.index > 0 and _is_negation(tokens[token.index - 1]):
        return "not"
    between = tokens[max(0, copula.index - BEFORE) : token.index]
    is_negated = any(map(_is_negation, _own(between, tokens, token)))
    is_limited = any(one.lemma.casefold() in grammar.limits for one in between)
    if is_limited:
        return "more" if is_negated else "only"
    return "not" if is_negated else "is"


def _own(between: Sequence[Token], tokens: Sequence[Token], token: Token) -> Iterator[Token]:
    return (one for one in between if one.sentence == token.sentence)


def _is_negation(token: Token) -> bool:
    return token.feats.get("Polarity") == "Neg" and token.upos == "PART"


def _subject(lies: Sequence[Token], copula: Token, noun: Token | None) -> set[str]:
    before = (one for one in lies if one.index < copula.index and one.upos in CONTENT_WORDS)
    return {one.lemma.casefold() for one in before} - {noun.lemma.casefold() if noun else ""}
