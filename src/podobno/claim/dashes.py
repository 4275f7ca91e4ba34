"""Speech behind a dash that no reporting clause goes with: "– Zbadali go inżynierowie. Wyniki są dobre."

In:   a scene and the drafts so far.
Out:  drafts; whose words they are is told by who was heard before.
Not:  speech with a reporting clause, which is claim/direct.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Draft
from podobno.claim.scene import STOPS, Scene
from podobno.claim.spans import trim_end

FEWEST = 3  # words of a line of speech
ACCOUNT = "@"
OPENS_SPEECH = ("speech-before", "speech-after-unmarked")


def lone_speech_drafts(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each run of sentences that a dash opens, in an article that sets off speech so."""
    busy = {scene.tokens[index].sentence for draft in drafts for index in _places(draft)}
    has_dialogue = any(draft.is_quoted and draft.rule in OPENS_SPEECH for draft in drafts)
    sentences = scene.parsed.syntax.sentences
    number = 0
    while number < len(sentences):
        last = number
        if number not in busy and _opens(scene, number) and (has_dialogue or _is_personal(scene, number)):
            last = number + 1
            while last < len(sentences) and last not in busy and _goes_on(scene, last):
                last += 1
            first = sentences[number][0] + 1
            part = (first, trim_end(scene, first, sentences[last - 1][1]))
            yield Draft(content=(part,), cue=None, rule="quote-alone", is_quoted=True)
        number = max(last, number + 1)


def _places(draft: Draft) -> Iterator[int]:
    for first, last in (*draft.content, *([draft.clause] if draft.clause is not None else [])):
        yield from range(first, last)
    if draft.cue is not None:
        yield draft.cue.token.index


def _opens(scene: Scene, number: int) -> bool:
    """A dash, a capital, a verb, a stop at the end: a line of a list has no such form."""
    first, last = scene.parsed.syntax.sentences[number]
    is_signature = any(ACCOUNT in token.form for token in scene.between(first, last))  # "— Jan Kos (@jankos)"
    if not scene.is_dash(first) or last - first <= FEWEST or scene.is_teaser(first) or is_signature:
        return False
    is_whole = scene.tokens[first + 1].form[:1].isupper() and scene.tokens[last - 1].form in STOPS
    opens = first == 0 or scene.paragraph(first)[0] == first or scene.tokens[first - 1].form in STOPS
    return is_whole and opens and any(map(scene.is_finite, scene.between(first, last)))


def _is_personal(scene: Scene, number: int) -> bool:
    first, last = scene.parsed.syntax.sentences[number]
    return any(token.feats.get("Person") in ("1", "2") for token in scene.between(first, last))


def _goes_on(scene: Scene, number: int) -> bool:
    """The next sentence of the paragraph, unless it names somebody who speaks, or opens a line of its own."""
    first, last = scene.parsed.syntax.sentences[number]
    if scene.paragraph(first)[0] == first or scene.is_dash(first) or scene.is_teaser(first):
        return False
    people = (scene.mention_at.get(index) for index in range(first, last))
    return not any(mention is not None and mention.kind == "person" for mention in people)
