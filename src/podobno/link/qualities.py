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
LITTLE = frozenset({"PUNCT", "CCONJ", "PART"})
TURNED = {"is": "not", "not": "is", "only": "not"}  # marks of what a beginning turns round
COMPARED = frozenset({"Cmp", "Sup"})  # degrees that say nothing unless it is known of what
GENITIVE = "Gen"
AGREEING = ("Case", "Number", "Gender")
ATTRIBUTE, JOINED, COPULA = "amod", "conj", "cop"
SUBJECT, CLAUSES = "nsubj", frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis"})
BREAKS = frozenset({"PUNCT", "SCONJ", "CCONJ"})
BEFORE = 2  # words before the copula within which a negation is its own


def find_qualities(inside: Sequence[Token], tokens: Sequence[Token], grammar: LinkGrammar) -> Iterator[Quality]:
    """Yield each quality of a content; inside: its tokens."""
    places = {token.index for token in inside}
    for token in inside:
        if token.upos != "ADJ" or token.feats.get("Degree") in COMPARED:
            continue
        found = _noun(token, tokens)
        noun = found if found is not None and found.index in places else _neighbour(token, tokens, places)
        copula = _copula(token if noun is None else min(token, noun, key=_place), token, tokens, grammar)
        if copula is None or copula.index not in places or not _is_said(copula, noun or token, grammar):
            continue
        lemma, is_turned = _plain(token.lemma.casefold(), grammar)
        mark = _mark(token, copula, tokens, grammar)
        yield Quality(
            lemma=lemma,
            noun="" if noun is None else noun.lemma.casefold(),
            mark=TURNED.get(mark, mark) if is_turned else mark,
            subject=tuple(sorted(_subject((copula, token, noun or token), inside, tokens))),
            start=token.start,
            end=token.end,
        )


def _plain(lemma: str, grammar: LinkGrammar) -> tuple[str, bool]:
    """Return a base form without a beginning that turns it round, and whether it had one."""
    for beginning in grammar.opposites:
        rest = lemma.removeprefix(beginning)
        if rest != lemma and grammar.frequencies.counts.get(rest, 0) > 0:
            return rest, True
    return lemma, False


def _place(token: Token) -> int:
    return token.index


def _noun(token: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the noun that an adjective goes with; None: it stands alone."""
    head = tokens[token.head]
    joined = head if head.upos == "ADJ" else _partner(token, tokens)
    if token.dep == JOINED and joined is not None:
        return _noun(joined, tokens)
    if token.dep not in (ATTRIBUTE, JOINED) or head.upos != "NOUN":
        return None
    return head if all(one.upos != "DET" for one in tokens[token.index : head.index]) else None


def _partner(token: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the adjective to which another is joined by little words: "a private, and not a public matter"."""
    at = token.index - 1
    while at >= 0 and tokens[at].upos in LITTLE:
        at -= 1
    return tokens[at] if at >= 0 and tokens[at].upos == "ADJ" and _agree(tokens[at], token) else None


def _agree(a: Token, b: Token) -> bool:
    return all(a.feats.get(one) == b.feats.get(one) for one in AGREEING)


def _neighbour(token: Token, tokens: Sequence[Token], places: set[int]) -> Token | None:
    """Return the noun before an adjective that agrees with it, where the tree has lost it."""
    at = token.index - 1
    while at in places and tokens[at].upos == "ADV":
        at -= 1
    is_noun = at in places and tokens[at].upos == "NOUN" and tokens[at].sentence == token.sentence
    return tokens[at] if is_noun and _agree(tokens[at], token) else None


def _is_said(copula: Token, head: Token, grammar: LinkGrammar) -> bool:
    """Say whether a phrase is said of the subject: no measure ("is 30 cubic metres"), nothing that it *has*."""
    if head.feats.get("Case") == GENITIVE:
        return False
    return copula.lemma.casefold() not in grammar.having or head.lemma.casefold() in grammar.kind_nouns


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
    if token.index > 0 and grammar.is_negation(tokens[token.index - 1]):
        return "not"
    between = tokens[max(0, copula.index - BEFORE) : token.index]
    is_negated = any(grammar.is_negation(one) for one in between if one.sentence == token.sentence)
    is_limited = any(one.lemma.casefold() in grammar.limits for one in between)
    if is_limited:
        return "more" if is_negated else "only"
    return "not" if is_negated else "is"


def _subject(said: Sequence[Token], inside: Sequence[Token], tokens: Sequence[Token]) -> set[str]:
    """Return the words of the subject: of its phrase in the tree, else those before the copula in its clause."""
    heads = {one.index for one in said} | {one.head for one in said if one.upos != "NOUN"}
    subjects = [one for one in inside if one.dep == SUBJECT and one.head in heads and one not in said]
    if subjects:
        found = [one for one in inside if any(_hangs_on(one, top, tokens) for top in subjects)]
    else:
        found = list(_before(said[0], inside))
    words = {one.lemma.casefold() for one in found if one.upos in CONTENT_WORDS and one not in said}
    return words - {one.lemma.casefold() for one in said}


def _hangs_on(token: Token, top: Token, tokens: Sequence[Token]) -> bool:
    while token.index != top.index:
        if token.head == token.index or token.dep in CLAUSES:
            return False
        token = tokens[token.head]
    return True


def _before(copula: Token, inside: Sequence[Token]) -> Iterator[Token]:
    """Yield the words before the copula, back to the beginning of its clause."""
    words = [one for one in inside if one.sentence == copula.sentence and one.index < copula.index]
    for place, one in enumerate(reversed(words)):
        if one.upos in BREAKS and place > 0:
            return
        yield one
