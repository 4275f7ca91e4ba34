"""Headlines that run into the text: "Czytaj też: Spór trwa. Kowalski: Nie odejdę Wójt dodał, że ..."

In:   a scene, the drafts so far.
Out:  drafts of what somebody who is named before a colon says, up to where the text goes on.
Not:  a headline that is a line or a sentence of its own: claim/reportive.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Draft
from podobno.claim.scene import STOPS, Scene
from podobno.claim.spans import trim_end
from podobno.records.values import Mention

HEAD_REACH = 8  # words before the colon: "Radosław Wilk o groźbach Rosji"
LONGEST = 25  # words of what is said


def run_in_drafts(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each person before a colon whose words run into the next sentence without a full stop."""
    taken = {index for draft in drafts for part in draft.content for index in range(*part)}
    colons = [token.index for token in scene.tokens if token.form == ":" and token.index not in taken]
    for colon in colons:
        speaker = _speaker(scene, colon)
        end = _end(scene, colon + 1) if speaker is not None else None
        if speaker is not None and end is not None and colon + 1 not in taken:
            part = (colon + 1, trim_end(scene, colon + 1, end))
            yield Draft(content=(part,), cue=None, rule="headline", speaker=speaker, clause=(speaker, colon))


def _speaker(scene: Scene, colon: int) -> int | None:
    """The person before the colon: "[Kowalski]:", "[Jan Kos] o reformie:", "Mocne słowa [Kowalskiego]:"."""
    first = _head_start(scene, colon)
    if first is None or not scene.tokens[first].form[:1].isupper():
        return None
    mentions = [scene.mention_at[index] for index in range(first, colon) if index in scene.mention_at]
    people = [mention for mention in mentions if mention.kind == "person"]
    if not people:
        return None
    person = people[0]
    before = list(scene.between(first, person.first))
    if any(scene.words.among("of_words", token.lemma) for token in before):
        return person.first
    named = all(scene.words.roles.kind(token) is not None for token in before) and not scene.is_inflected(person)
    return person.first if named and _speaks_of(scene, person, colon) else None


def _speaks_of(scene: Scene, person: Mention, colon: int) -> bool:
    return person.last == colon or scene.tokens[person.last].upos == "ADP"


def _head_start(scene: Scene, colon: int) -> int | None:
    """Go left to the stop or label before the head; a verb makes it a sentence."""
    first = max(scene.paragraph(colon)[0], colon - HEAD_REACH)
    for index in range(colon - 1, first - 1, -1):
        token = scene.tokens[index]
        if scene.is_finite(token):
            return None
        if token.form in STOPS or (token.form == ":" and scene.is_teaser(index)):
            return index + 1
        if scene.is_mark(index):
            return None
    return first if first == scene.paragraph(colon)[0] else None


def _end(scene: Scene, start: int) -> int | None:
    """Where the text goes on: at a capital without a full stop before it, behind a whole statement."""
    last = min(scene.paragraph(start - 1)[1], start + LONGEST)
    if start >= last or not scene.tokens[start].form[:1].isupper() or start in scene.quote_at:
        return None
    is_whole = False
    for index in range(start, last):
        token = scene.tokens[index]
        if token.form in STOPS and scene.gap(index) == "":
            return index if is_whole and scene.is_teaser(start) else None
        if is_whole and _goes_on(scene, index):
            return index
        is_whole = is_whole or scene.is_finite(token)
    return None


def _goes_on(scene: Scene, index: int) -> bool:
    """A capital of no name, or a name with its verb right behind it, opens a sentence."""
    token, before = scene.tokens[index], scene.tokens[index - 1]
    if not token.form[:1].isupper() or scene.is_mark(index - 1) or before.upos in ("ADP", "CCONJ", "SCONJ"):
        return False
    mention = scene.mention_at.get(index)
    if mention is None:
        return token.upos not in ("PROPN", "X") and not token.form.isupper()
    is_subject = mention.first == index and not scene.is_inflected(mention)
    after = scene.tokens[mention.last] if mention.last < len(scene.tokens) else token
    return is_subject and scene.is_finite(after) and not scene.is_finite(before)
