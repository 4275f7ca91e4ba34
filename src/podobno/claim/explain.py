"""Tell why a claim was read as it was.

In:   a parsed article, what the finders saw in it, the words of attribution, a claim that was once read there.
Out:  the grounds of the claim that is read in its place now, or None.
Not:  the lines that say it in plain words: claim/reasons.py; the ledger: run/explain.py.
"""

from podobno.claim.chains import media_of
from podobno.claim.choices import first_place, last_named, tell_choice
from podobno.claim.claims import Read, read_claims
from podobno.claim.conditions import is_conditional
from podobno.claim.drafts import Cue, Draft
from podobno.claim.growth import draw_tree
from podobno.claim.nesting import Item
from podobno.claim.reasons import SIGNS
from podobno.claim.scene import Scene, set_scene
from podobno.claim.signs import decisive_signs
from podobno.claim.stances import stance_of, sureness_of
from podobno.claim.words import Words
from podobno.records.claims import Claim, Source
from podobno.records.explanations import Grounds, Sign, Step, Usage
from podobno.records.parsed import Parsed
from podobno.records.text import Span
from podobno.records.values import Found


def ground_claim(parsed: Parsed, found: Found, words: Words, wanted: Claim) -> Grounds | None:
    """Return the grounds of the claim with the same content and cue, else of the one that shares most of the words."""
    scene = set_scene(parsed, found, words)
    read = read_claims(scene)
    sharing = [(claim, item) for claim, item in read.claims if _shared(claim, wanted) > 0]
    if not sharing:
        return None
    claim, item = max(sharing, key=lambda pair: (_is_same(pair[0], wanted), _shared(pair[0], wanted)))
    return Grounds(
        claim=claim,
        rule=claim.rule,
        usage=_usage(item.draft.cue) if item.draft.cue is not None else None,
        choice=tell_choice(scene, read, item),
        steps=tuple(_step(scene, read, item, source) for source in claim.chain),
        stance=_stance_signs(scene, item, claim),
        condition=decisive_signs(scene, item.draft, is_conditional) if claim.conditional else (),
        sureness=decisive_signs(scene, item.draft, sureness_of) if claim.sureness is not None else (),
        tree=draw_tree(scene, item),
    )


def _is_same(claim: Claim, wanted: Claim) -> bool:
    return claim.content == wanted.content and claim.cue == wanted.cue


def _shared(claim: Claim, wanted: Claim) -> int:
    """How many code points of the contents are the same; a smaller claim within a wanted one shares all of its own."""
    pairs = [(one, other) for one in claim.content for other in wanted.content]
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one, other in pairs)


def _usage(cue: Cue) -> Usage:
    row = cue.entry.row
    return Usage(
        kind=cue.kind,
        place=row.place,
        stance=cue.entry.stance,
        example=row["example"],
        is_negated=cue.is_negated,
    )


# The chain


def _step(scene: Scene, read: Read, item: Item, source: Source) -> Step:
    if item.naming.voice is not None and source.name == item.naming.voice.name:
        return Step(name=source.name, way="origin", span=source.span)
    for medium in media_of(scene, item.draft, None):
        if medium.name == source.name:
            first, last = scene.tokens[medium.first], scene.tokens[medium.last - 1]
            span = Span(article=scene.parsed.article.id, start=first.start, end=last.end)
            return Step(name=source.name, way="medium", span=span)
    return _report_step(scene, read, item, source.name) or _earlier_step(scene, read, item, source.name)


def _report_step(scene: Scene, read: Read, item: Item, name: str) -> Step | None:
    place = first_place(item)
    for other in read.items:
        holds = any(first <= place < last for first, last in other.draft.content)
        if holds and other is not item and other.naming.voice is not None and other.naming.voice.name == name:
            return Step(name=name, way="report", span=last_named(scene, read, name, place))
    return None


def _earlier_step(scene: Scene, read: Read, item: Item, name: str) -> Step:
    span = last_named(scene, read, name, first_place(item))
    return Step(name=name, way="none" if span is None else "before", span=span)


# The stance


def _stance_signs(scene: Scene, item: Item, claim: Claim) -> tuple[Sign, ...]:
    if item.is_asking:
        return (_sign(claim.cue, "asks"),)
    if claim.stance == "hearsay":
        return (_sign(None, "nobody"),)
    signs = decisive_signs(scene, item.draft, _judged_stance)
    return signs or (_base_sign(claim.cue, item, claim.stance),)


def _judged_stance(scene: Scene, draft: Draft) -> str:
    return stance_of(scene, draft, has_speaker=True)


def _base_sign(span: Span | None, item: Item, stance: str) -> Sign:
    cue = item.draft.cue
    if cue is None:
        return _sign(span, "unsaid")
    if cue.is_negated and cue.entry.negated == stance:
        return _sign(span, "negated")
    if cue.entry.stance == stance:
        return _sign(span, "own")
    return Sign(span=span, way="rule", told=f"what the rule {item.draft.rule} gives this cue")


def _sign(span: Span | None, way: str) -> Sign:
    return Sign(span=span, way=way, told=SIGNS[way])
