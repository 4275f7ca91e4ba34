"""Compare figures of two claims on the same thing: whether their bounds can both hold.

In:   two sketches of claims, how alike they are; how rare words are.
Out:  how the one stands to the other, with the figures that show it; the keys by which such claims find each other.
Not:  who speaks and when: link/relations.py; figures in time: ask.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from podobno.link.entitygrammar import COUNTRY
from podobno.link.grammar import LinkGrammar
from podobno.link.likeness import Likeness, country_keys
from podobno.records.sketches import ClaimSketch
from podobno.records.values import Figure

AHEAD = ("predicts", "commits", "demands")  # stances of figures that are not reached yet
AROUND = Decimal("0.1")  # by how much "about N" may lie off
ROUNDED = Decimal("0.02")  # by how much any number may be rounded in telling
FAR = 2  # "at least 100" says nothing of 3,000: bounds further apart than this agree on little
CONTEXT = 1.2  # weight of the words, other than the counted thing, that tell it is the same
HELD = 0.5  # part of the lighter content that must lie in the other
CONFLICT_HELD, CONFLICT_WHOLE = 0.7, 0.5  # nearly one sentence with another number; else they may count two things
RARE = 0.5  # rarity of the one that must be among them
Met = tuple[Figure, Figure]


def figure_keys(claim: ClaimSketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield a key for each thing counted with each rare word beside it, and with each country."""
    countries = sorted(country_keys(claim, grammar))
    for unit in sorted({one.unit for one in claim.claim.figures if one.unit is not None}):
        for lemma in sorted(set(claim.lemmas)):
            if _is_context(lemma, unit) and grammar.rarity(lemma) >= RARE:
                yield f"figure {unit.casefold()} {lemma}"
        yield from (f"figure {unit.casefold()} {COUNTRY}{key}" for key in countries)


def compare_figures(a: ClaimSketch, b: ClaimSketch, likeness: Likeness, grammar: LinkGrammar) -> tuple[str, Met] | None:
    """Return "conflicts" or "agrees" with the figures that show it; None: they cannot be compared."""
    if likeness.held < HELD:
        return None
    pairs = [met for met in product(a.claim.figures, b.claim.figures) if _is_met(met, (a, b), likeness, grammar)]
    if not pairs:
        return None
    meets = [met for met in pairs if may_both_hold(*met)]
    if not meets:
        is_same = likeness.held >= CONFLICT_HELD and likeness.whole >= CONFLICT_WHOLE
        return ("conflicts", pairs[0]) if is_same else None
    near = next((met for met in meets if _are_near(*met)), None)
    return ("agrees", near) if near is not None else None


def may_both_hold(a: Figure, b: Figure) -> bool:
    """Say whether some number lies within the bounds of both, rounded as they are."""
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return not _is_over(low_a, high_b) and not _is_over(low_b, high_a)


def _is_met(met: Met, claims: tuple[ClaimSketch, ClaimSketch], likeness: Likeness, grammar: LinkGrammar) -> bool:
    a, b = met
    if a.unit is None or b.unit is None or (a.unit.casefold(), a.per, a.kind) != (b.unit.casefold(), b.per, b.kind):
        return False
    if _is_ahead(a, claims[0]) != _is_ahead(b, claims[1]) or (a.where and b.where and set(a.where).isdisjoint(b.where)):
        return False
    told = likeness.words | likeness.countries
    context = [grammar.rarity(one) for one in told if _is_context(one, a.unit)]
    return sum(context) >= CONTEXT and max(context) >= RARE


def _is_context(lemma: str, unit: str) -> bool:
    return lemma != unit.casefold() and not any(map(str.isdigit, lemma))


def _is_ahead(figure: Figure, claim: ClaimSketch) -> bool:
    return figure.forecast or claim.claim.stance in AHEAD


def _bounds(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    room = AROUND if figure.approximate else ROUNDED
    low = None if figure.low is None else figure.low - abs(figure.low) * room
    return low, None if figure.high is None else figure.high + abs(figure.high) * room


def _is_over(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low > high


def _are_near(a: Figure, b: Figure) -> bool:
    """Say whether the stated bounds lie near one another, so that holding both says something."""
    stated = [[abs(bound) for bound in (one.low, one.high) if bound is not None] for one in (a, b)]
    return any(max(left, right) <= FAR * min(left, right) for left, right in product(*stated))
