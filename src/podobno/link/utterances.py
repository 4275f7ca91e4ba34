"""Find the claims that report the same words of the same speaker on the same occasion.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  a link for each pair of claims; the keys by which an index finds its candidates.
Not:  which articles are compared: the ledger's index; who is one speaker: link/speakers.py; what forbids: link/clashes.py.

Who reports words of somebody shortens them, turns them into indirect speech, puts them into a headline. What stays are
the words that carry the content, so the lighter of the two contents must lie in the other one. Names say little: all
claims on one matter have them. Whatever is in doubt is left unlinked, since groups grow along their links: one wrong
link joins all that hangs on either end.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from podobno.link.clashes import has_clash
from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.likeness import Likeness, weigh_likeness
from podobno.link.speakers import WEAK_REASONS, same_speaker, speaker_keys, speakers_of
from podobno.records.edtf import edtf_bounds
from podobno.records.links import Evidence, Link
from podobno.records.sketches import ClaimSketch, Sketch
from podobno.records.text import Span

CLAIM_DAYS = 7  # a weekly reports what was said since its last issue; beyond, a speaker repeats himself
HELD = 0.6  # part of the lighter content that must lie in the other
SHARED = 0.85  # weight of what both have: two rare words, or a few that are not so rare
WEAK_SHARED = 2.0  # the same where the speakers are likely one and not surely
HEAD_HELD = 0.9  # of a headline whose speaker is named otherwise in the body
HEAD_SHARED = 1.0


def claim_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield the keys of the speakers: two claims are linked as the same only if they share one."""
    yield from speakers_of(sketch, grammar)


def link_utterances(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    apart = days_apart(a.article, b.article)
    if apart is None or apart > CLAIM_DAYS:
        return
    within = a is b
    keys_a, keys_b = _keys(a, grammar), _keys(b, grammar)
    for left, right in combinations(range(len(a.claims)), 2) if within else product(range(len(a.claims)), range(len(b.claims))):
        one, other = a.claims[left], b.claims[right]
        if _said_apart(one, other):
            continue
        if not keys_a[left].isdisjoint(keys_b[right]):
            yield from _one_speaker(one, a, other, b, grammar)
        elif within:
            yield from _headline(one, other, a, grammar)


def _keys(near: Sketch, grammar: LinkGrammar) -> list[frozenset[str]]:
    origins = (claim.claim.origin for claim in near.claims)
    return [frozenset() if one is None else speaker_keys(one, near, grammar) for one in origins]


def _one_speaker(a: ClaimSketch, near_a: Sketch, b: ClaimSketch, near_b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    origins = a.claim.origin, b.claim.origin
    likeness = weigh_likeness(a, b, grammar)
    if origins[0] is None or origins[1] is None or has_clash(a, b, likeness):
        return
    is_repeat = near_a is near_b and _words(a, near_a) == _words(b, near_b)
    if not is_repeat and (likeness.held < HELD or likeness.shared < SHARED):
        return
    reason = same_speaker(origins[0], near_a, origins[1], near_b, grammar)
    if reason is None or (reason in WEAK_REASONS and likeness.shared < WEAK_SHARED and not is_repeat):
        return
    yield _link(a, b, ("speaker", "words"), 0.9, "same-words")


def _link(a: ClaimSketch, b: ClaimSketch, codes: Sequence[str], score: float, rule: str) -> Link:
    if a.id > b.id:
        a, b = b, a
    return Link(kind="same", a=a.id, b=b.id, evidence=(Evidence(code="words", a=a.claim.content[0], b=b.claim.content[0]),), score=score, rule=rule)


def _headline(a: ClaimSketch, b: ClaimSketch, near: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Join a headline's claim with that of the body: there the speaker's body or country stands for the speaker."""
    head, body = a, b
    if head.claim.cue is not None or head.claim.origin is None or body.claim.origin is None or near.claims[0] is not head:
        return
    if any(one.claim.origin and one.claim.origin.name == head.claim.origin.name for one in near.claims[1:]):
        return
    likeness = weigh_likeness(head, body, grammar)
    if likeness.held >= HEAD_HELD and likeness.shared >= HEAD_SHARED and not has_clash(head, body, likeness):
        yield _link(head, body, (), 0.8, "headline")


def _said_apart(a: ClaimSketch, b: ClaimSketch) -> bool:
    if a.claim.said is None or b.claim.said is None:
        return False
    (first_a, last_a), (first_b, last_b) = edtf_bounds(a.claim.said), edtf_bounds(b.claim.said)
    return bool((last_a and first_b and last_a < first_b) or (last_b and first_a and last_b < first_a))


def _words(sketch: ClaimSketch, near: Sketch) -> str:
    return " ".join(near.article.quotation(span).casefold() for span in sketch.claim.content)
