"""Say what keeps two claims from being the same words, however alike they are.

In:   two sketches of claims, how alike they are.
Out:  yes or no: stance, negation, figures, times.
Not:  whether they then conflict: link/relations.py.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from podobno.link.likeness import Likeness
from podobno.records.claims import Claim
from podobno.records.edtf import edtf_bounds
from podobno.records.sketches import ClaimSketch

ALONE = ("asks", "denies", "hearsay")  # stances that go with none but themselves
WARY = frozenset({"doubts", "judges"})  # a doubt may be told as a judgement, not as an assertion
HELD = 0.8  # of the shorter content: then a negation in the longer one may lie outside what they share
Bounds = tuple[Decimal | None, Decimal | None]


def has_clash(a: ClaimSketch, b: ClaimSketch, likeness: Likeness) -> bool:
    """Say whether anything forbids that the two are the same words."""
    return (
        not fit_stances(a.claim.stance, b.claim.stance)
        or not fit_negations(a, b, likeness)
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
    return bool(long.negated) and not short.negated and likeness.held >= HELD


def turns_round(a: ClaimSketch, b: ClaimSketch, likeness: Likeness) -> bool:
    """Say whether a word that both have is always negated in one of them, and never in the other."""
    return any(_only(a, one) and _never(b, one) or _only(b, one) and _never(a, one) for one in likeness.words)


def fit_figures(a: Claim, b: Claim) -> bool:
    """Say whether each figure of the claim with fewer has the same bounds as one of the other's."""
    few, many = sorted(({(one.low, one.high) for one in a.figures}, {(one.low, one.high) for one in b.figures}), key=len)
    return few <= many


def fit_times(a: Claim, b: Claim) -> bool:
    """Say whether each calendar time of the claim with fewer may be one of the other's."""
    few, many = sorted((list(_times(a)), list(_times(b))), key=len)
    return all(any(_overlap(one, other) for other in many) for one in few)


def has_times(claim: Claim) -> bool:
    """Say whether a claim is about a calendar time."""
    return any(True for _ in _times(claim))


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
