"""Compare two contents word by word: the same said by two, taken back by one, denied by one.

In:   two sketches of claims, how alike they are; how rare words are.
Out:  how the one stands to the other; the keys by which such claims find each other.
Not:  qualities: link/stands.py; figures: link/quantities.py; the same words of one speaker: link/utterances.py.

Contents that share most of their words may still say different things, so each must hold most of the other.
"""

from itertools import combinations

from podobno.link.clashes import fit_figures, fit_stances, fit_times, has_clash, turns_round
from podobno.link.grammar import LinkGrammar
from podobno.link.likeness import Likeness
from podobno.link.memory import remembered
from podobno.records.sketches import ClaimSketch

RAREST = 5  # words of a content by which it is looked up, in twos
SHARED = 1.5  # weight of what both have
HELD, WHOLE = 0.8, 0.6  # part of the lighter and of the heavier content
ALL = 0.9  # part of the lighter content that must lie in the other, if a negation is to make a conflict of them
DENIED_HELD, DENIED_SHARED = 0.8, 1.2  # the same where one denies what the other says: the cue tells of what
HELD_STANCES = ("asserts", "judges", "predicts")  # who takes one says that it is so


@remembered
def content_keys(claim: ClaimSketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return a key for each two of the rarest words."""
    rarest = sorted(set(claim.lemmas), key=lambda one: (-grammar.rarity(one), one))[:RAREST]
    return frozenset(f"words {one} {other}" for one, other in combinations(sorted(rarest), 2))


def compare_contents(a: ClaimSketch, b: ClaimSketch, likeness: Likeness) -> str | None:
    """Return "denies", "conflicts" or "agrees"; None: neither holds."""
    if not fit_figures(a.claim, b.claim) or not fit_times(a.claim, b.claim):
        return None
    stances = a.claim.stance, b.claim.stance
    if stances.count("denies") == 1 and any(one in HELD_STANCES for one in stances):
        is_denial = likeness.held >= DENIED_HELD and likeness.shared >= DENIED_SHARED
        return "denies" if is_denial and not turns_round(a, b, likeness) else None
    if likeness.held < HELD or likeness.whole < WHOLE or likeness.shared < SHARED or not fit_stances(*stances):
        return None
    if turns_round(a, b, likeness):
        is_all = likeness.held >= ALL and all(one in HELD_STANCES for one in stances)
        return "conflicts" if is_all else None
    return None if has_clash(a, b, likeness) else "agrees"
