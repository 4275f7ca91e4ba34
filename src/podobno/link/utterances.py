"""Find the claims that report the same words of the same speaker on the same occasion.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  a link for each pair of claims; the keys by which an index finds its candidates.
Not:  which articles are compared: the ledger's index; who is one speaker: link/speakers.py; what forbids it:
link/clashes.py.

Who reports words of somebody shortens them, turns them into indirect speech, puts them into a headline. What stays are
the words that carry the content, so the lighter of the two contents must lie in the other one. Names say little: all
claims on one matter have them. Whatever is in doubt is left unlinked, since groups grow along their links: one wrong
link joins all that hangs on either end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from podobno.link.clashes import has_clash, said_apart
from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.grounds import Side, show_grounds
from podobno.link.likeness import Likeness, weigh_likeness
from podobno.link.speakers import WEAK_REASONS, same_speaker, speaker_keys
from podobno.link.voices import find_voices
from podobno.records.links import Link
from podobno.records.sketches import ClaimSketch, Sketch

SPEECH_DAYS = 7  # a weekly reports what was said since its last issue; beyond, a speaker repeats himself
HELD = 0.6  # part of the lighter content that must lie in the other
SHARED = 0.85  # weight of what both have: two rare words, or a few that are not so rare
WEAK_SHARED = 2.0  # the same where the speakers are likely one and not surely
NEAR_DAYS = 1  # of claims that are only each other's closest: the same day's news, and the morning after
NEAR_HELD, NEAR_SHARED = 0.4, 1.4  # the same for them


@dataclass(frozen=True, slots=True)
class _Match:
    """Two claims of one speaker that nothing keeps apart."""

    a: int  # place among the claims of the first article
    b: int  # place among those of the second
    likeness: Likeness
    reason: str  # why the speakers are one

    @property
    def is_alike(self) -> bool:
        """Say whether the lighter content lies in the other."""
        least = WEAK_SHARED if self.reason in WEAK_REASONS else SHARED
        return self.likeness.held >= HELD and self.likeness.shared >= least

    @property
    def closeness(self) -> float:
        """Say how much of both contents is shared, 0 to 1."""
        return (self.likeness.held + self.likeness.whole) / 2


def speech_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield the keys of the speakers: two claims are linked as the same only if they share one."""
    for voice in find_voices(sketch, grammar):
        if voice is not None:
            yield from sorted(speaker_keys(voice, sketch, grammar))


def link_utterances(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    apart = days_apart(a.article, b.article)
    if apart is None or apart > SPEECH_DAYS:
        return
    matches = list(_matches(a, b, grammar))
    for match in matches:
        if match.is_alike or (a is b and _is_repeat(match, a)):
            yield _link(match, a, b, "same-words", grammar)
        elif a is not b and apart <= NEAR_DAYS and _is_closest(match, matches):
            yield _link(match, a, b, "closest", grammar)


def _matches(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[_Match]:
    voices = find_voices(a, grammar), find_voices(b, grammar)
    keys = [[speaker_keys(one, near, grammar) if one else frozenset() for one in told] for told, near in zip(voices, (a, b))]
    places = combinations(range(len(a.claims)), 2) if a is b else product(range(len(a.claims)), range(len(b.claims)))
    for left, right in places:
        one, other = voices[0][left], voices[1][right]
        if one is None or other is None or keys[0][left].isdisjoint(keys[1][right]):
            continue
        claims = a.claims[left], b.claims[right]
        likeness = weigh_likeness(*claims, grammar)
        if likeness.shared == 0 or said_apart(claims[0].claim, claims[1].claim) or has_clash(*claims, likeness):
            continue
        reason = same_speaker(one, a, other, b, grammar)
        if reason is not None:
            yield _Match(left, right, likeness, reason)


def _is_repeat(match: _Match, near: Sketch) -> bool:
    """Say whether the article prints the same words twice, as a teaser and again below."""
    return _words(near.claims[match.a], near) == _words(near.claims[match.b], near)


def _words(sketch: ClaimSketch, near: Sketch) -> str:
    return " ".join(near.article.quotation(span).casefold() for span in sketch.claim.content)


def _is_closest(match: _Match, matches: Sequence[_Match]) -> bool:
    """Say whether each of two claims is much like the other, and less like any other of that article."""
    weight = match.likeness.shared
    if match.likeness.held < NEAR_HELD or weight < (WEAK_SHARED if match.reason in WEAK_REASONS else NEAR_SHARED):
        return False
    rivals = (one for one in matches if (one.a == match.a) != (one.b == match.b))
    return all(one.closeness < match.closeness for one in rivals)


def _link(match: _Match, a: Sketch, b: Sketch, rule: str, grammar: LinkGrammar) -> Link:
    sides = Side(a.claims[match.a], a), Side(b.claims[match.b], b)
    first, second = sorted(sides, key=lambda side: side.claim.id)
    return Link(
        kind="same",
        a=first.claim.id,
        b=second.claim.id,
        evidence=tuple(show_grounds(first, second)),
        score=0.9,
        rule=rule,
    )
