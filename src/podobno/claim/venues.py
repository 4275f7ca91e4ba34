"""Where people spoke, told beside their words: "Jan Kos był gościem Radia Zet. Wójt ocenił, że".

In:   a scene, the tokens of reported words.
Out:  Visit: a person, the medium, the place in the text; and the medium that carries the words of a speaker.
Not:  media of the reporting clause itself: claim/chains.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from podobno.claim.heard import Voice
from podobno.claim.phrasenames import is_subject
from podobno.claim.scene import Scene
from podobno.records.values import Mention

NEAR_VENUE = 5  # words from what was held to the medium: "w rozmowie z niemieckim dziennikiem [„Bild”]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody who speaks in a medium."""

    person: str  # entity
    medium: str  # canonical
    place: int  # token of the medium


def find_visits(scene: Scene, reported: frozenset[int]) -> tuple[Visit, ...]:
    """Return who is told to speak in which medium, in text order."""
    visits = []
    for mention in scene.found.mentions:
        if mention.first in reported or not scene.is_medium(mention.base) or not _is_venue(scene, mention):
            continue
        guest = _guest(scene, mention, reported)
        if guest is not None:
            visits.append(Visit(person=guest.entity, medium=mention.base, place=mention.first))
    return tuple(visits)


def carrier_of(visits: Sequence[Visit], voice: Voice, place: int) -> str | None:
    """Return the medium that carries what a voice says at a place: the one told last."""
    own = [visit for visit in visits if visit.person == voice.name and voice.medium_at < visit.place < place]
    if own:
        voice.medium, voice.medium_at = own[-1].medium, own[-1].place
    return voice.medium


def _is_venue(scene: Scene, mention: Mention) -> bool:
    """ "W rozmowie z [BBC]", "gość [RMF FM]", "na antenie [TVN24]"."""
    first = max(mention.first - NEAR_VENUE, scene.sentence(scene.tokens[mention.first])[0])
    for token in reversed(list(scene.between(first, mention.first))):
        if scene.words.among("venues", token.lemma) or scene.words.among("guests", token.lemma):
            return True
        if token.form == "," or scene.is_finite(token):
            return False
    return False


def _guest(scene: Scene, medium: Mention, reported: frozenset[int]) -> Mention | None:
    """The person who is the subject of the sentence: the last before the medium, else the first behind it."""
    first, last = scene.sentence(scene.tokens[medium.first])
    people = [m for m in scene.found.mentions if first <= m.first < last and is_subject(scene, m, reported)]
    before = [mention for mention in people if mention.first < medium.first]
    return before[-1] if before else next(iter(people), None)
