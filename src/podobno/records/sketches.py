"""Sketch records: what linking keeps of an article, so that it need not be parsed again for each new one.

In:   nothing.
Out:  NameSketch, Quality, ClaimSketch, Sketch, Key.
Not:  how they are drawn, which is link/sketches.py.
"""

from dataclasses import dataclass

from podobno.records.claims import Claim
from podobno.records.text import Article

QUALITY_MARKS = ("is", "not", "only", "more")  # "is", "is not", "is only", "is not only"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSketch:
    """A person, body or place that an article names."""

    base: str  # fullest base name that the article gives: Mention.entity
    kind: str  # one of NAME_KINDS
    count: int  # how many mentions, 1 or more
    roles: tuple[str, ...] = ()  # as printed beside the name in a chain, sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What a claim says its subject is: "the bridge is *a private matter*"."""

    lemma: (
        str  # base form of the adjective, case folded; without a beginning that turns it round ("illegal" is not legal)
    )
    noun: str  # base form of the noun that it goes with, "" where the adjective stands alone
    mark: str  # one of QUALITY_MARKS
    subject: tuple[str, ...]  # base forms of the content words before it in its sentence, sorted; empty: only a pronoun
    start: int  # code points in the article's text
    end: int  # code points, excluded

    def differs_from(self, other: "Quality") -> bool:
        """Say whether one is so and the other is not; "not only" is yes and no."""
        marks = {self.mark, other.mark}
        return self.lemma == other.lemma and "not" in marks and not marks.isdisjoint(("is", "only"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSketch:
    """A claim with the base forms of its words."""

    id: str  # of the claim's entry; in the gold's form "article#claim"
    claim: Claim
    lemmas: tuple[str, ...]  # of the content words (nouns, verbs, adjectives, adverbs, numbers), in text order
    negated: tuple[str, ...]  # those of them that a negation reaches, each as often as it does; in text order
    under: tuple[str, ...] = ()  # those of them that stand right below what is negated, names apart; sorted
    given: tuple[str, ...] = ()  # those of them that belong to names: who speaks of the matter must use them; sorted
    qualities: tuple[Quality, ...] = ()  # in text order
    names: tuple[str, ...]  # Mention.entity of the names inside the content, in text order


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """An article as linking sees it."""

    article: Article
    names: tuple[NameSketch, ...]  # by base and kind, sorted
    lemmas: tuple[tuple[str, int], ...]  # content words of the whole text with their counts, sorted
    claims: tuple[ClaimSketch, ...]  # in text order


KEY_KINDS = ("copy", "story", "speech", "relation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What two articles must share to be worth comparing: a rare name, a run of words."""

    kind: str  # one of KEY_KINDS: what may come of it
    value: int  # a hash, 64 bits with a sign
    days: int  # how far apart the two may be published, 0 or more
