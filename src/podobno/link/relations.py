"""Find claims about the same thing that agree, conflict, deny or succeed one another.

In:   two sketches; of claims within one article, the same sketch twice.
Out:  a link for each pair of claims; the keys by which an index finds its candidates.
Not:  which articles are compared: the ledger's index; the same words of one speaker: link/utterances.py.
"""

from collections.abc import Iterator
from itertools import combinations, product

from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.speakers import same_speaker
from podobno.link.stands import compare_stands, plain_quality
from podobno.link.topics import choose_topics, share_matter
from podobno.link.voices import find_voices
from podobno.records.links import Evidence, Link
from podobno.records.sketches import ClaimSketch, Sketch
from podobno.records.text import Span

RELATION_DAYS = 92  # a dispute lives on for a season


def relation_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield nothing yet."""
    topics = choose_topics(sketch, grammar)
    for claim in sketch.claims:
        for quality in claim.qualities:
            for topic in topics:
                yield f"{plain_quality(quality, grammar)[0]} {topic}"


def link_relations(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield a link for each pair of claims."""
    apart = days_apart(a.article, b.article)
    if apart is None or apart > RELATION_DAYS:
        return
    matter = share_matter(choose_topics(a, grammar), choose_topics(b, grammar))
    if not matter:
        return
    va=find_voices(a,grammar); vb=find_voices(b,grammar)
    for (x,ox), (y,oy) in combinations(list(zip(a.claims,va)), 2) if a is b else product(zip(a.claims,va), list(zip(b.claims,vb))):
        if ox is None or oy is None:
            continue
        found = compare_stands(x, y, grammar, matter)
        if found is None or _is_nested(x, y): continue
        speaker = same_speaker(ox, a, oy, b, grammar)
        kind, met = found
        first, second = x, y
        if speaker and apart <= 7 and kind == "agrees": continue
        if speaker and kind in ("conflicts", "denies"):
            if apart == 0: continue
            kind = "succeeds"
            if (a.article.published or "") < (b.article.published or ""): first, second = y, x
        elif kind == "denies":
            if met[0].mark != "more": first, second = y, x
        elif x.id > y.id: first, second = y, x
        yield Link(kind=kind, a=first.id, b=second.id, evidence=(Evidence(code="quality"),), score=.8, rule="quality")


def _is_nested(a: ClaimSketch, b: ClaimSketch) -> bool:
    return any(x.article == y.article and x.start < y.end and y.start < x.end for x, y in product(a.claim.content, b.claim.content))
