"""Compare what two claims say that their subjects are.

In:   two sketches of claims whose articles are on one matter, their common topics; what linking needs of the language.
Out:  how the one stands to the other, with the qualities that show it.
Not:  how qualities are found: link/qualities.py; who speaks and when: link/relations.py.
"""

from itertools import product

from podobno.link.grammar import LinkGrammar
from podobno.records.sketches import ClaimSketch, Quality

RARE = 0.35  # rarity of a quality that says something: what is important or new to two people says nothing
SUBJECT_RARE = 0.35  # of a word that tells the subject
HELD_STANCES = ("asserts", "judges", "predicts")  # who takes one says that the subject is so
PLAIN_MARKS = ("is", "not", "only")  # "not only" is yes and no
Met = tuple[Quality, Quality]
Pair = tuple[ClaimSketch, ClaimSketch]


def compare_stands(
    a: ClaimSketch, b: ClaimSketch, grammar: LinkGrammar, matter: frozenset[str]
) -> tuple[str, Met] | None:
    """Return "denies", "conflicts" or "agrees", the first of them that holds; matter: topics of both articles."""
    if a.claim.conditional or b.claim.conditional:
        return None
    if a.claim.stance not in HELD_STANCES or b.claim.stance not in HELD_STANCES:
        return None
    pairs = [met for met in product(a.qualities, b.qualities) if _is_met(met, (a, b), grammar, matter)]
    for relation, holds in (("denies", _denies), ("conflicts", _conflicts), ("agrees", _agrees)):
        met = next((one for one in pairs if holds(*one, grammar)), None)
        if met is not None:
            is_mixed = relation == "agrees" and any(one.differs_from(other) for one, other in pairs)
            return None if is_mixed else (relation, met)
    return None


def _is_met(met: Met, claims: Pair, grammar: LinkGrammar, matter: frozenset[str]) -> bool:
    lemma = met[0].lemma
    if lemma != met[1].lemma or grammar.rarity(lemma) < RARE or lemma in grammar.country_adjectives:
        return False
    return _fit_subjects(met, claims, grammar, matter)


def _fit_subjects(met: Met, claims: Pair, grammar: LinkGrammar, matter: frozenset[str]) -> bool:
    """Say whether both may be said of one subject, in articles on one matter.

    It is told by one word in both, and not by a name alone where each has another noun, too ("the *ban* on Google",
    "the *end* of Google"); or one has only a pronoun, and the other a word of the matter.
    """
    told = [{one for one in quality.subject if _tells(one, grammar)} for quality in met]
    if not told[0] or not told[1]:
        return not any(told) or not matter.isdisjoint(told[0] | told[1])
    nouns = [words - {*claim.given} for words, claim in zip(told, claims, strict=True)]
    return bool(told[0] & told[1]) and (not all(nouns) or bool(nouns[0] & nouns[1]))


def _tells(lemma: str, grammar: LinkGrammar) -> bool:
    return lemma.isalpha() and lemma not in grammar.kind_nouns and grammar.rarity(lemma) >= SUBJECT_RARE


def _denies(a: Quality, b: Quality, grammar: LinkGrammar) -> bool:
    return {a.mark, b.mark} == {"more", "only"}


def _conflicts(a: Quality, b: Quality, grammar: LinkGrammar) -> bool:
    """A private problem may be no private matter: the nouns must be the same, or only carry the adjective."""
    return a.differs_from(b) and _fit_nouns(a, b, grammar, both=True)


def _agrees(a: Quality, b: Quality, grammar: LinkGrammar) -> bool:
    is_told = a.mark in PLAIN_MARKS and b.mark in PLAIN_MARKS
    return is_told and not a.differs_from(b) and _fit_nouns(a, b, grammar, both=False)


def _fit_nouns(a: Quality, b: Quality, grammar: LinkGrammar, *, both: bool) -> bool:
    carry = [one.noun == "" or one.noun in grammar.kind_nouns for one in (a, b)]
    return a.noun == b.noun or (all(carry) if both else any(carry))
