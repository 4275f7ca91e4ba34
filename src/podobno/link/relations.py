"""Find claims about the same thing that agree, conflict, deny or succeed one another.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  a link for each pair of claims at most; the keys by which an index finds its candidates.
Not:  which articles are compared: the ledger's index; the same words of one speaker: link/utterances.py; what is
compared: link/stands.py (qualities), link/quantities.py (figures), link/contents.py (words).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from podobno.link.clashes import fit_times, has_times, stands_in, tells_of
from podobno.link.contents import compare_contents, content_keys
from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.grounds import Side, show_speaker, show_words
from podobno.link.likeness import weigh_likeness
from podobno.link.memory import remembered
from podobno.link.pairing import pair_sharing
from podobno.link.quantities import compare_figures, figure_keys
from podobno.link.speakers import same_speaker
from podobno.link.stands import compare_stands
from podobno.link.topics import choose_topics, share_matter
from podobno.link.utterances import SPEECH_DAYS
from podobno.link.voices import find_voices
from podobno.records.claims import Source
from podobno.records.edtf import edtf_bounds
from podobno.records.links import Evidence, Link
from podobno.records.sketches import ClaimSketch, Quality, Sketch
from podobno.records.text import Span

RELATION_DAYS = 92  # a dispute lives on for a season; beyond, the same words may be on another matter
FIGURE_DAYS = 2  # two sources that give different counts further apart speak of different days
QUALITY, FIGURE, WORDS, DENIAL = "quality", "figure", "words", "denial"  # rules
LATER = "later"  # code of evidence: which of two claims came after the other
SCORES = {QUALITY: 0.85, FIGURE: 0.75, WORDS: 0.75, DENIAL: 0.75}  # a guess: the gold has too few for a fit


@dataclass(frozen=True, slots=True)
class _Voiced:
    """A claim with its article and whose words it is."""

    side: Side
    voice: Source
    keys: frozenset[str]  # of its content
    units: frozenset[str]  # of its figures


@dataclass(frozen=True, slots=True)
class _Finding:
    """How two claims stand to each other, before it is asked who speaks and when."""

    kind: str  # "agrees", "conflicts" or "denies"
    rule: str  # one of SCORES
    shown: Evidence
    is_first: bool = True  # of a denial: the first claim is the denier's


def relation_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield the keys of what is said: two claims are linked only if they share one."""
    topics = choose_topics(sketch, grammar)
    for claim in sketch.claims:
        for quality, topic in product(claim.qualities, topics):
            yield f"is {quality.lemma} {topic}"
        yield from figure_keys(claim, grammar)
        yield from sorted(content_keys(claim, grammar))


def link_relations(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    apart = 0 if a is b else days_apart(a.article, b.article)  # an article without a date has the day of its own claims
    if apart is None or apart > RELATION_DAYS:
        return
    matter = share_matter(choose_topics(a, grammar), choose_topics(b, grammar))
    voiced = _voiced(a, grammar), _voiced(b, grammar)
    sharing = pair_sharing(*voiced, lambda one: one.keys, lambda one: one.units)
    for left, right in product(*voiced) if matter and a is not b else sharing:
        is_inside = stands_in(left.side.claim.claim, right.side.claim.claim)
        finding = None if is_inside else _compare(left, right, matter, grammar)
        if finding is None or _is_retold(left, right) or _is_retold(right, left):
            continue
        is_one = same_speaker(left.voice, left.side.near, right.voice, right.side.near, grammar) is not None
        likeness = weigh_likeness(left.side.claim, right.side.claim, grammar)
        if is_one or finding.kind != "agrees" or not likeness.is_wording:
            yield from _judge(left.side, right.side, finding, is_one_speaker=is_one)


@remembered
def _voiced(near: Sketch, grammar: LinkGrammar) -> tuple[_Voiced, ...]:
    pairs = zip(near.claims, find_voices(near, grammar), strict=True)
    return tuple(
        _Voiced(Side(claim, near), voice, content_keys(claim, grammar), _units(claim))
        for claim, voice in pairs
        if voice is not None
    )


def _units(claim: ClaimSketch) -> frozenset[str]:
    return frozenset(one.unit.casefold() for one in claim.claim.figures if one.unit is not None)


def _is_retold(a: _Voiced, b: _Voiced) -> bool:
    return tells_of(a.side.claim, a.side.near, b.voice.name)


def _compare(a: _Voiced, b: _Voiced, matter: frozenset[str], grammar: LinkGrammar) -> _Finding | None:
    one, other = a.side.claim, b.side.claim
    stands = compare_stands(one, other, grammar, matter) if matter else None
    if stands is not None:
        kind, (left, right) = stands
        shown = Evidence(code="quality", a=_place(left, a.side), b=_place(right, b.side))
        return _Finding(kind, QUALITY, shown, left.mark == "more")
    has_words, has_units = not a.keys.isdisjoint(b.keys), not a.units.isdisjoint(b.units)
    if not has_words and not has_units:
        return None
    likeness = weigh_likeness(one, other, grammar)
    figures = compare_figures(one, other, likeness, grammar) if has_units else None
    if figures is not None:
        kind, (figure, against) = figures
        return _Finding(kind, FIGURE, Evidence(code="figure", a=figure.span, b=against.span))
    found = compare_contents(one, other, likeness) if has_words else None
    if found is None:
        return None
    return _Finding(
        found, DENIAL if found == "denies" else WORDS, show_words(a.side, b.side), one.claim.stance == "denies"
    )


def _place(quality: Quality, side: Side) -> Span:
    return Span(article=side.near.article.id, start=quality.start, end=quality.end)


def _judge(a: Side, b: Side, finding: _Finding, *, is_one_speaker: bool) -> Iterator[Link]:
    """Say what a finding is, given who speaks and when; nothing where that leaves it open."""
    if is_one_speaker and finding.kind != "agrees":
        if _is_later(a, b):
            yield _link(a, b, "succeeds", finding, has_speaker=True)
        elif _is_later(b, a):
            yield _link(b, a, "succeeds", _turned(finding), has_speaker=True)
        return
    apart = days_apart(a.near.article, b.near.article) or 0
    if is_one_speaker and apart <= SPEECH_DAYS:
        return
    if finding.rule == FIGURE and not _is_of_one_time(a, b, apart):
        return
    is_in_order = finding.is_first if finding.kind == "denies" else a.claim.id < b.claim.id
    if is_in_order:
        yield _link(a, b, finding.kind, finding, has_speaker=is_one_speaker)
    else:
        yield _link(b, a, finding.kind, _turned(finding), has_speaker=is_one_speaker)


def _is_of_one_time(a: Side, b: Side, apart: int) -> bool:
    """Say whether two figures are of one time: told within days of each other, or of times that overlap."""
    one, other = a.claim.claim, b.claim.claim
    return fit_times(one, other) and (apart <= FIGURE_DAYS or (has_times(one) and has_times(other)))


def _is_later(a: Side, b: Side) -> bool:
    """Say whether the first claim was made after the other: by when it was said, else by when it was published."""
    begin, end = (edtf_bounds(one.claim.claim.said or one.near.article.published or "") for one in (a, b))
    return begin[0] is not None and end[1] is not None and begin[0] > end[1]


def _turned(finding: _Finding) -> _Finding:
    return replace(finding, shown=Evidence(code=finding.shown.code, a=finding.shown.b, b=finding.shown.a))


def _link(a: Side, b: Side, kind: str, finding: _Finding, *, has_speaker: bool) -> Link:
    speaker = (show_speaker(a, b),) if has_speaker else ()
    evidence = (finding.shown, *speaker, *([Evidence(code=LATER)] if kind == "succeeds" else []))
    return Link(
        kind=kind,
        a=a.claim.id,
        b=b.claim.id,
        evidence=evidence,
        score=SCORES[finding.rule],
        rule=finding.rule,
    )
