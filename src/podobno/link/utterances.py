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
from math import exp, log

from podobno.link.clashes import has_clash, said_apart, stands_in, tells_of
from podobno.link.contents import content_keys
from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.grounds import Side, show_grounds
from podobno.link.likeness import Likeness, shares_nothing, weigh_likeness
from podobno.link.memory import remembered
from podobno.link.pairing import pair_sharing
from podobno.link.speakers import WEAK_REASONS, is_person, same_speaker, speaker_keys
from podobno.link.stories import link_stories
from podobno.link.voices import find_voices
from podobno.records.claims import Source
from podobno.records.links import Link
from podobno.records.sketches import ClaimSketch, Sketch

SPEECH_DAYS = 7  # a weekly reports what was said since its last issue; beyond, a speaker repeats himself
HELD = 0.6  # part of the lighter content that must lie in the other
SHARED = 0.85  # weight of what both have: two rare words, or a few that are not so rare
WEAK_SHARED = 2.0  # the same where the speakers are likely one and not surely
FAR_DAYS, FAR_HELD = 3, 0.75  # the later an article, the more must lie in it: a speaker says like things each week
WORDING = "wording"  # why speakers are one whom articles name in two ways that do not fit: their words are
WORDING_SHARED = 2.5  # weight of a wording so long that no two speakers hit upon it
WORDING_WHOLE, WORDING_RUN = 0.6, 0.7  # part of both contents that it is, and of what they share
REPEATED = 0.99  # score of words that an article prints twice
WEIGHTS = (-3.97, 6.87, 0.84)  # of one, held and log(shared): logistic regression on the gold of 2018
LEAST_SHARED = 0.2  # added to shared, for the logarithm
NEAR_DAYS = 1  # of claims that are each other's closest: the news of one happening, that day and the morning after
HALF_HELD, HALF_WHOLE, HALF_SHARED = 0.5, 0.4, 2.0  # of what is put in other words: parts of both, in rare words
NEAR_HELD, NEAR_SHARED = 0.4, 1.4  # the same for them
OCCASION_SHARED = 1.5  # weight of a wording of one speaker that two articles print: both tell of one occasion
THERE_HELD, THERE_SHARED = 0.5, 0.75  # what else he said there, where each is the other's closest


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with its article and whose words it is."""

    place: int  # among the claims of its article
    claim: ClaimSketch
    near: Sketch
    voice: Source
    speaker: frozenset[str]  # keys of the speaker
    words: frozenset[str]  # keys of the content


@dataclass(frozen=True, slots=True)
class _Match:
    """Two claims of one speaker that nothing keeps apart."""

    a: int  # place among the claims of the first article
    b: int  # place among those of the second
    likeness: Likeness
    speaker: frozenset[str]  # keys that the speakers share
    reason: str  # why they are one

    @property
    def is_alike(self) -> bool:
        """Say whether the lighter content lies in the other."""
        least = WEAK_SHARED if self.reason in WEAK_REASONS else SHARED
        return self.likeness.held >= HELD and self.likeness.shared >= least

    @property
    def is_reworded(self) -> bool:
        """Say whether about half of either content lies in the other: the same, put in other words."""
        is_half = self.likeness.held >= HALF_HELD and self.likeness.whole >= HALF_WHOLE
        return self.is_sure and is_half and self.likeness.shared >= HALF_SHARED

    @property
    def is_sure(self) -> bool:
        """Say whether the articles name one speaker."""
        return self.reason not in WEAK_REASONS and self.reason != WORDING

    @property
    def shows_occasion(self) -> bool:
        """Say whether both print a wording so long that a speaker does not hit upon it twice."""
        return self.is_sure and self.likeness.is_wording and self.likeness.shared >= OCCASION_SHARED

    @property
    def closeness(self) -> float:
        """Say how much of both contents is shared, 0 to 1."""
        return (self.likeness.held + self.likeness.whole) / 2


def speech_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield the keys of the speakers and of the rarest words; two claims that are linked as the same share one."""
    for voice in find_voices(sketch, grammar):
        if voice is not None:
            yield from sorted(speaker_keys(voice, sketch, grammar))
    for claim in sketch.claims:
        yield from sorted(content_keys(claim, grammar))


def link_utterances(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    apart = 0 if a is b else days_apart(a.article, b.article)
    if apart is None or apart > SPEECH_DAYS:
        return
    matches = list(_matches(a, b, grammar))
    for match in matches:
        if a is b and _is_repeat(match, a):
            yield _link(match, a, b, "repeat")
        elif match.reason == WORDING:
            if apart <= FAR_DAYS:
                yield _link(match, a, b, "one-wording")
        elif match.is_alike and (apart <= FAR_DAYS or match.likeness.held >= FAR_HELD):
            yield _link(match, a, b, "same-words")
        elif apart <= NEAR_DAYS and match.is_reworded:
            yield _link(match, a, b, "reworded")
        elif a is not b and apart <= NEAR_DAYS and _is_near(match, matches) and _is_one_story(a, b, grammar):
            yield _link(match, a, b, "closest")
        elif a is not b and _is_said_there(match, matches):
            yield _link(match, a, b, "one-occasion")


def _matches(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[_Match]:
    told = _told(a, grammar), _told(b, grammar)
    for left, right in pair_sharing(*told, lambda one: one.speaker, lambda one: one.words):
        speaker = left.speaker & right.speaker
        if not speaker and (a is b or left.words.isdisjoint(right.words)):
            continue
        if shares_nothing(left.claim, right.claim, grammar):
            continue
        likeness = weigh_likeness(left.claim, right.claim, grammar)
        if likeness.shared == 0 or has_clash(left.claim, right.claim, likeness) or _are_apart(left, right):
            continue
        reason = same_speaker(left.voice, a, right.voice, b, grammar) if speaker else None
        if reason is None and a is not b and _is_one_wording(left, right, likeness):
            reason = WORDING
        if reason is not None:
            yield _Match(left.place, right.place, likeness, speaker, reason)


@remembered
def _told(near: Sketch, grammar: LinkGrammar) -> tuple[_Told, ...]:
    voices = ((place, voice) for place, voice in enumerate(find_voices(near, grammar)) if voice is not None)
    return tuple(
        _Told(place, claim, near, voice, speaker_keys(voice, near, grammar), content_keys(claim, grammar))
        for place, voice in voices
        for claim in (near.claims[place],)
    )


def _is_one_wording(a: _Told, b: _Told, likeness: Likeness) -> bool:
    """Say whether two print one long wording, and name its speaker so that it may be one: not two people by name."""
    is_whole = likeness.shared >= WORDING_SHARED and min(likeness.held, likeness.whole) >= WORDING_WHOLE
    if not is_whole or a.claim.claim.stance != b.claim.claim.stance:
        return False
    if likeness.run < WORDING_RUN * likeness.shared:
        return False
    if is_person(a.voice.name, a.near) and is_person(b.voice.name, b.near):
        return False
    return not tells_of(a.claim, a.near, b.voice.name) and not tells_of(b.claim, b.near, a.voice.name)


def _are_apart(a: _Told, b: _Told) -> bool:
    """Say whether two claims were said on two days, or are an outer and an inner report."""
    return said_apart(a.claim.claim, b.claim.claim) or stands_in(a.claim.claim, b.claim.claim)


def _is_repeat(match: _Match, near: Sketch) -> bool:
    """Say whether the article prints the same words twice, as a teaser and again below."""
    return _words(near.claims[match.a], near) == _words(near.claims[match.b], near)


def _words(sketch: ClaimSketch, near: Sketch) -> str:
    return " ".join(near.article.quotation(span).casefold() for span in sketch.claim.content)


def _is_near(match: _Match, matches: Sequence[_Match]) -> bool:
    """Say whether each of two claims is much like the other, and less like any other of that article."""
    least = WEAK_SHARED if match.reason in WEAK_REASONS else NEAR_SHARED
    return match.likeness.held >= NEAR_HELD and match.likeness.shared >= least and _is_closest(match, matches)


def _is_said_there(match: _Match, matches: Sequence[_Match]) -> bool:
    """Say whether the articles print one wording of this speaker, and these claims are what else both tell of it.

    Who quotes an interview quotes it days later too, and puts the next sentence in his own words.
    """
    if not (match.is_sure and match.likeness.held >= THERE_HELD and match.likeness.shared >= THERE_SHARED):
        return False
    quoted = (one for one in matches if one is not match and one.shows_occasion)
    return any(one.speaker & match.speaker for one in quoted) and _is_closest(match, matches)


def _is_closest(match: _Match, matches: Sequence[_Match]) -> bool:
    """Say whether neither of two claims is as much like any other of the other's article."""
    rivals = (one for one in matches if (one.a == match.a) != (one.b == match.b))
    return all(one.closeness < match.closeness for one in rivals)


def _is_one_story(a: Sketch, b: Sketch, grammar: LinkGrammar) -> bool:
    """Say whether two articles tell one happening: a speaker says like things of another one on the same day."""
    first, second = sorted((a, b), key=lambda near: near.article.id)
    return any(True for _ in link_stories(first, second, grammar))


def _link(match: _Match, a: Sketch, b: Sketch, rule: str) -> Link:
    sides = Side(a.claims[match.a], a), Side(b.claims[match.b], b)
    first, second = sorted(sides, key=lambda side: side.claim.id)
    return Link(
        kind="same",
        a=first.claim.id,
        b=second.claim.id,
        evidence=tuple(show_grounds(first, second, has_speaker=match.reason != WORDING)),
        score=REPEATED if rule == "repeat" else _score(match.likeness),
        rule=rule,
    )


def _score(likeness: Likeness) -> float:
    """Return the probability that two claims so alike are one utterance."""
    bias, held, shared = WEIGHTS
    return 1 / (1 + exp(-(bias + held * likeness.held + shared * log(LEAST_SHARED + likeness.shared))))
