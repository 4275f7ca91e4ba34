"""Say what keeps two claims from being the same words, however alike they are.

In:   two sketches of claims, how alike they are.
Out:  yes or no: stance, negation, qualities, figures, times.
Not:  whether they then conflict: link/relations.py.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import product

from podobno.link.likeness import Likeness
from podobno.records.claims import Claim
from podobno.records.edtf import edtf_bounds
from podobno.records.sketches import ClaimSketch, Sketch
from podobno.records.values import Figure

ALONE = ("asks", "denies", "hearsay")  # stances that go with none but themselves
WARY = frozenset({"doubts", "judges"})  # a doubt may be told as a judgement, not as an assertion
ROOM = 0.5  # part of the longer content that may be shared: the rest has room for a clause with a negation of its own
HELD = 0.65  # of the shorter content: then a negation in the longer one may lie outside what they share


def has_clash(a: ClaimSketch, b: ClaimSketch, likeness: Likeness) -> bool:
    """Say whether anything forbids that the two are the same words."""
    return (
        not fit_stances(a.claim.stance, b.claim.stance)
        or not fit_negations(a, b, likeness)
        or any(one.differs_from(other) for one, other in product(a.qualities, b.qualities))
        or not fit_figures(a.claim, b.claim)
        or not fit_times(a.claim, b.claim)
    )


def fit_stances(a: str, b: str) -> bool:
    """Say whether one statement may be told with both stances."""
    if a == b:
        return True
    if a in ALONE or b in ALONE:
        return False
    return "doubts" not in (a, b) or {a, b} == WARY


def fit_negations(a: ClaimSketch, b: ClaimSketch, likeness: Likeness) -> bool:
    """Say whether no word that both have is negated in one alone, and no negation stands in one content alone."""
    if turns_round(a, b, likeness):
        return False
    if bool(a.negated) == bool(b.negated):
        return True
    long, short = (a, b) if len(a.lemmas) > len(b.lemmas) else (b, a)
    if not long.negated or short.negated or likeness.held < HELD:
        return False
    # "lease of pastures" lies in "they will *not get* a lease": the negated clause may lie in what is shared.
    return likeness.words.isdisjoint(long.under) and likeness.whole <= ROOM


def turns_round(a: ClaimSketch, b: ClaimSketch, likeness: Likeness) -> bool:
    """Say whether a word that both have is always negated in one of them, and never in the other."""
    return any((_only(a, one) and _never(b, one)) or (_only(b, one) and _never(a, one)) for one in likeness.words)


def fit_figures(a: Claim, b: Claim) -> bool:
    """Say whether each figure of the claim with fewer is one of the other's: the same bounds of the same thing."""
    few, many = sorted((a.figures, b.figures), key=len)
    return all(any(_is_one(figure, other) for other in many) for figure in few)


def _is_one(a: Figure, b: Figure) -> bool:
    units = {one.unit.casefold() for one in (a, b) if one.unit is not None}
    return (a.low, a.high, a.per) == (b.low, b.high, b.per) and len(units) <= 1


def fit_times(a: Claim, b: Claim) -> bool:
    """Say whether each calendar time of the claim with fewer may be one of the other's."""
    few, many = sorted((list(_times(a)), list(_times(b))), key=len)
    return all(any(_overlap(one, other) for other in many) for one in few)


def has_times(claim: Claim) -> bool:
    """Say whether a claim is about a calendar time."""
    return any(True for _ in _times(claim))


def stands_in(a: Claim, b: Claim) -> bool:
    """Say whether one claim stands in the other: "A says that B says that ..."."""
    spans = product(a.content, b.content)
    return any(one.article == other.article and one.start < other.end and other.start < one.end for one, other in spans)


def tells_of(outer: ClaimSketch, near: Sketch, name: str) -> bool:
    """Say whether a claim holds one by another speaker, which is no second word for it: "A says that B says"."""
    inner = (one.claim for one in near.claims if one is not outer)
    return any(one.origin is not None and one.origin.name == name and stands_in(one, outer.claim) for one in inner)


def said_apart(a: Claim, b: Claim) -> bool:
    """Say whether the text of both tells when it was said, and the days are not the same."""
    if a.said is None or b.said is None:
        return False
    return not _overlap(edtf_bounds(a.said), edtf_bounds(b.said))


def _only(sketch: ClaimSketch, lemma: str) -> bool:
    return lemma in sketch.negated and Counter(sketch.negated)[lemma] >= Counter(sketch.lemmas)[lemma]


def _never(sketch: ClaimSketch, lemma: str) -> bool:
    return lemma not in sketch.negated


def _times(claim: Claim) -> Iterable[tuple[str | None, str | None]]:
    return ((one.begin, one.end) for one in claim.about if one.begin is not None or one.end is not None)


def _overlap(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    return not _ends_before(a[1], b[0]) and not _ends_before(b[1], a[0])


def _ends_before(end: str | None, begin: str | None) -> bool:
    return end is not None and begin is not None and end < begin
