"""Tell how the speaker of a claim was chosen.

In:   a scene, what was read in it, the item of a claim.
Out:  Choice: the word that names the speaker, how it was found, whom it stands for, the nouns that were weighed.
Not:  the choosing, which is claim/speakers.py and claim/voices.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from podobno.claim.claims import Read
from podobno.claim.drafts import Draft
from podobno.claim.feelings import moved_speaker
from podobno.claim.nesting import Item
from podobno.claim.reasons import WAYS
from podobno.claim.relying import relied_on
from podobno.claim.reported import Reported, reported_words
from podobno.claim.scene import Part, Scene
from podobno.claim.speakers import is_impersonal, is_question, least_weight, speaker_head, weighed_nouns
from podobno.claim.weighing import Candidate, weight_parts
from podobno.records.explanations import Choice, Weighing
from podobno.records.parsed import Token
from podobno.records.text import Span


def tell_choice(scene: Scene, read: Read, item: Item) -> Choice:
    """Return how the speaker of an item was chosen."""
    reported = reported_words(read.drafts)
    head = speaker_head(scene, item.draft, reported)
    verb, weighed = _weighed(scene, item.draft, reported)
    way = _way(scene, item, head, weighed)
    voice = item.naming.voice
    naming, heard = _naming(scene, read, item, head)
    return Choice(
        way=way,
        word=_word(scene, item, head),
        naming=naming,
        name=voice.name if voice is not None else None,
        heard=heard,
        verb=_span(scene, (verb.index, verb.index + 1)) if verb is not None and weighed else None,
        weighed=tuple(weighed),
    )


def first_place(item: Item) -> int:
    """Return the token of an item's cue, else its first reported one."""
    cue = item.draft.cue
    return cue.token.index if cue is not None else item.draft.content[0][0]


# The nouns


def _weighed(scene: Scene, draft: Draft, reported: Reported) -> tuple[Token | None, list[Weighing]]:
    found = weighed_nouns(scene, draft, reported)
    if found is None:
        return None, []
    verb, candidates = found
    told = [_weighing(scene, candidate, verb) for candidate in candidates]
    told.sort(key=lambda one: (-one.total, one.span.start))
    return verb, [_chosen(one) if place == 0 else one for place, one in enumerate(told)]


def _weighing(scene: Scene, candidate: Candidate, verb: Token) -> Weighing:
    tree, case, agreement, kind, place = weight_parts(scene, candidate, verb)
    return Weighing(
        span=_span(scene, (candidate.words[0].index, candidate.words[-1].index + 1)),
        tree=tree,
        case=case,
        agreement=agreement,
        kind=kind,
        place=place,
        total=tree + case + agreement + kind + place,
        least=least_weight(candidate),
        is_chosen=False,
    )


def _chosen(heaviest: Weighing) -> Weighing:
    return replace(heaviest, is_chosen=heaviest.total >= heaviest.least)


# The word


def _way(scene: Scene, item: Item, head: Token | None, weighed: Sequence[Weighing]) -> str:
    draft = item.draft
    if item.is_asking:
        return "asked"
    if item.media and item.naming.voice is not None and _relies(scene, item):
        return "relied"
    if head is None:
        return "none"
    if draft.speaker is not None:
        return draft.rule if draft.rule in WAYS else "source-phrase"
    return _way_of_cue(scene, draft, head, weighed)


def _relies(scene: Scene, item: Item) -> bool:
    head, part = relied_on(scene, item.draft), item.naming.part
    return head is not None and part is not None and abs(part[0] - head.index) <= part[1] - part[0] + 1


def _way_of_cue(scene: Scene, draft: Draft, head: Token, weighed: Sequence[Weighing]) -> str:
    chosen = next((one for one in weighed if one.is_chosen), None)
    is_heaviest = chosen is not None and chosen.span.start <= head.start < chosen.span.end
    if draft.cue is None:
        return "none"
    if draft.cue.kind == "noun":
        return "carrier" if is_heaviest else "owner"
    if is_question(scene, draft.cue) or is_impersonal(scene, draft.cue):
        return "agent"
    if is_heaviest:
        return "weighed"
    if moved_speaker(scene, draft.cue) is not None:
        return "moved"
    if scene.words.among("documents", draft.cue.token.lemma):
        return "document"
    return "without" if chosen is None else "onward"


def _word(scene: Scene, item: Item, head: Token | None) -> Span | None:
    if item.naming.part is not None:
        return _span(scene, item.naming.part)
    return _span(scene, (head.index, head.index + 1)) if head is not None and not item.is_asking else None


# The name


def _naming(scene: Scene, read: Read, item: Item, head: Token | None) -> tuple[str, Span | None]:
    """How the word came to a name, and where that name stands if it is not here."""
    voice, part = item.naming.voice, item.naming.part
    if item.is_asking:
        return "asker", None
    if voice is None:
        return "nobody", None
    if item.naming.is_carried:
        return _carried(scene, read, item, voice.name)
    mentions = [scene.mention_at[index] for index in range(*part or (0, 0)) if index in scene.mention_at]
    if voice.name not in [name for mention in mentions for name in (mention.entity, mention.base)]:
        return "noun", None
    is_medium = head is None and scene.is_medium(voice.name)
    return "medium" if is_medium else "name", None


def _carried(scene: Scene, read: Read, item: Item, name: str) -> tuple[str, Span | None]:
    part, place = item.naming.part, first_place(item)
    if part is not None:
        place = part[0]
    before = last_named(scene, read, name, place)
    after = next((span for first, span in _namings(scene, read, name) if first > place), None)
    if part is not None:
        return "role", before or after
    return ("later", after) if before is None else ("earlier", before)


def last_named(scene: Scene, read: Read, name: str, place: int) -> Span | None:
    """Return where somebody was named last before a token, by name or as the speaker of a claim."""
    before = [span for first, span in _namings(scene, read, name) if first < place]
    return before[-1] if before else None


def _namings(scene: Scene, read: Read, name: str) -> list[tuple[int, Span]]:
    places = dict(_spoken(scene, read, name))
    places |= {m.first: m.span for m in scene.found.mentions if name in (m.entity, m.base)}
    return sorted(places.items())


def _spoken(scene: Scene, read: Read, name: str) -> Iterator[tuple[int, Span]]:
    for item in read.items:
        naming = item.naming
        if naming.part is not None and not naming.is_carried and naming.voice is not None and naming.voice.name == name:
            yield naming.part[0], _span(scene, naming.part)


def _span(scene: Scene, part: Part) -> Span:
    tokens = scene.tokens
    return Span(article=scene.parsed.article.id, start=tokens[part[0]].start, end=tokens[part[1] - 1].end)
