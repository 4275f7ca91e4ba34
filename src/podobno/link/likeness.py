"""Weigh how alike the contents of two claims are.

In:   two sketches of claims; how rare words are.
Out:  Likeness: what they share, what the shorter one is made of, what runs on in both.
Not:  what follows from it: link/utterances.py and link/relations.py.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from podobno.link.grammar import LinkGrammar
from podobno.link.memory import remembered
from podobno.records.sketches import ClaimSketch

GIVEN = 0.4  # what a word of a name is worth: whoever speaks of the matter must use it
KIN = 0.8  # what two words of one family are worth: "building" and "build"
KIN_LETTERS, KIN_PART = 5, 0.7  # how long a beginning they must share, and how much of the shorter word
WORDING, WORDING_SHARED, WORDING_RUN = 0.85, 1.5, 0.5  # two who think alike do not speak in the same words
PLACE = "place"
NONE = 1e-9  # so that a content without words is no fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two contents are, in weights of words: rare ones weigh up to 1, common ones next to nothing."""

    shared: float  # weight of the words that both have, each once
    held: float  # the same as a part of the lighter content's weight, 0 to 1
    whole: float  # the same as a part of the heavier content's weight, 0 to 1
    words: frozenset[str]  # those that both have
    countries: frozenset[str]  # adjectives of one content whose country the other names
    weights: Mapping[str, float] = field(repr=False)  # of all words of both
    rows: tuple[Sequence[str], Sequence[str]] = field(repr=False)  # the words of both, in text order

    @property
    def run(self) -> float:
        """The weight of the longest row of words that stands in both: dear to find, and seldom asked for."""
        row = _longest_row(*self.rows) if self.words else ()
        return sum(self.weights[one] for one in sorted(set(row)))

    @property
    def is_wording(self) -> bool:
        """Say whether both are one wording: nearly all of the lighter, in one row of words or few."""
        return self.held >= WORDING and self.shared >= WORDING_SHARED and self.run >= WORDING_RUN * self.shared


def shares_nothing(a: ClaimSketch, b: ClaimSketch, grammar: LinkGrammar) -> bool:
    """Say whether two contents can share neither word nor kin nor country: most pairs, and told at little cost."""
    return _beginnings(a, grammar).isdisjoint(_beginnings(b, grammar)) and not (
        _adjectives(a, b, grammar) or _adjectives(b, a, grammar)
    )


@remembered
def _beginnings(claim: ClaimSketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return the first letters of the words: kin begin alike, and so does one word in two contents."""
    del grammar
    return frozenset(lemma[:KIN_LETTERS] for lemma in claim.lemmas)


def weigh_likeness(a: ClaimSketch, b: ClaimSketch, grammar: LinkGrammar) -> Likeness:
    """Compare the words of two contents."""
    left, right = _rarities(a, grammar), _rarities(b, grammar)
    given = {*a.given, *b.given}
    weights = {one: rarity * (GIVEN if one in given else 1.0) for one, rarity in (left | right).items()}
    words = left.keys() & right.keys()
    kin = _weigh_kin(left.keys() - right.keys(), right.keys() - left.keys(), weights)
    countries = (_adjectives(a, b, grammar) | _adjectives(b, a, grammar)) - words
    shared = sum(weights[one] for one in sorted(words)) + kin + GIVEN * sum(map(grammar.rarity, sorted(countries)))
    sizes = sorted((sum(weights[one] for one in sorted(left)), sum(weights[one] for one in sorted(right))))
    return Likeness(
        shared=shared,
        held=shared / max(sizes[0], NONE),
        whole=shared / max(sizes[1], NONE),
        words=frozenset(words),
        countries=countries,
        weights=weights,
        rows=(a.lemmas, b.lemmas),
    )


@remembered
def _rarities(claim: ClaimSketch, grammar: LinkGrammar) -> dict[str, float]:
    return {lemma: grammar.rarity(lemma) for lemma in claim.lemmas}


def _adjectives(a: ClaimSketch, b: ClaimSketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return the adjectives of a content whose country the other one names: "Norwegian", "from Norway"."""
    told = _told_countries(a, grammar)
    return frozenset(told[key] for key in told.keys() & _named_countries(b, grammar)) if told else frozenset()


def country_keys(claim: ClaimSketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return the keys of the countries of a content, by name or by adjective."""
    return _named_countries(claim, grammar) | _told_countries(claim, grammar).keys()


@remembered
def _told_countries(claim: ClaimSketch, grammar: LinkGrammar) -> dict[str, str]:
    """Return the adjectives of countries in a content, by the country's key."""
    found = ((grammar.entities.country_of(lemma), lemma) for lemma in sorted(set(claim.lemmas)))
    return {key: lemma for key, lemma in found if key is not None}


@remembered
def _named_countries(claim: ClaimSketch, grammar: LinkGrammar) -> frozenset[str]:
    keys = (grammar.entities.parts(name, PLACE).key for name in claim.names)
    return frozenset(key for key in keys if grammar.entities.is_country(key))


def _weigh_kin(a: set[str], b: set[str], weights: Mapping[str, float]) -> float:
    """Weigh the words that have one of their family in the other content; each has one at most."""
    families: dict[str, list[str]] = defaultdict(list)
    for one in sorted(b):
        families[one[:KIN_LETTERS]].append(one)
    total = 0.0
    for one in sorted(a):
        free = families.get(one[:KIN_LETTERS], []) if len(one) >= KIN_LETTERS else []
        kin = next((other for other in free if _are_kin(one, other)), None)
        if kin is not None:
            free.remove(kin)
            total += KIN * min(weights[one], weights[kin])
    return total


def _are_kin(a: str, b: str) -> bool:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return same >= max(KIN_LETTERS, KIN_PART * min(len(a), len(b)))


def _longest_row(a: Sequence[str], b: Sequence[str]) -> Sequence[str]:
    """Return the longest row of words that stands in both, the first of a's."""
    best, end = 0, 0
    before = [0] * (len(b) + 1)
    for place, word in enumerate(a, 1):
        now = [0] * (len(b) + 1)
        for other, one in enumerate(b, 1):
            if word == one:
                now[other] = before[other - 1] + 1
                if now[other] > best:
                    best, end = now[other], place
        before = now
    return a[end - best : end]
