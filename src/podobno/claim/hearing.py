"""Who was heard so far in an article, and in which order.

In:   a scene, the reported words, each speaker as he is named.
Out:  Hearing: the last voice, the last one that agrees with a word, the voice of a name.
Not:  who is meant by a word: claim/voices.py.
"""

from podobno.claim.heard import Voice, agrees
from podobno.claim.scene import Scene
from podobno.records.parsed import Token

NEAR_SENTENCES = 4  # a verb without a subject goes on with a speaker heard so near


class Hearing:
    """The voices of one article, the one that was heard last at the end."""

    def __init__(self, scene: Scene, reported: frozenset[int]) -> None:
        """Start with nobody heard."""
        self._scene, self._reported = scene, reported
        self.voices: list[Voice] = []
        self.told_of: frozenset[str] = frozenset()  # people of whom the speech that is being named tells

    def last(self) -> Voice | None:
        """Return who was heard last."""
        return self.voices[-1] if self.voices else None

    def last_like(self, sign: Token | None, *, people_only: bool) -> Voice | None:
        """Return the last voice that agrees with a word; a country speaks on only where no person or body does."""
        agreeing = [voice for voice in reversed(self.voices) if sign is None or agrees(voice, sign)]
        fitting = [voice for voice in agreeing if voice.is_person or not people_only]
        fitting = [voice for voice in fitting if voice.name not in self.told_of]
        fitting.sort(key=lambda voice: voice.is_paper or voice.is_reporter)
        return next((voice for voice in fitting if voice.kind != "place"), next(iter(fitting), None))

    def find(self, name: str) -> Voice | None:
        """Return the voice of a name."""
        return next((voice for voice in self.voices if voice.name.casefold() == name.casefold()), None)

    def is_near(self, earlier: int, place: int) -> bool:
        """Say whether one place is a few sentences behind another at most."""
        tokens = self._scene.tokens
        return 0 <= tokens[place].sentence - tokens[max(earlier, 0)].sentence <= NEAR_SENTENCES

    def hear(self, voice: Voice, place: int) -> None:
        """Remember who spoke; one who speaks only in another's words goes before those who speak in the article."""
        others = [other for other in self.voices if other is not voice]
        voice.first = place if voice.first < 0 else voice.first
        teller = self.last()
        if place in self._reported and teller is not None and self._is_told_by(teller, voice, place):
            voice.place, voice.medium = place, teller.name
            self.voices = [*others, voice]
        elif place in self._reported:
            self.voices = [*others, voice] if voice in self.voices else [voice, *others]
        else:
            voice.place = place
            self.voices = [*others, voice]

    def _is_told_by(self, teller: Voice, voice: Voice, place: int) -> bool:
        """ "Reuters przypomina, że [zarząd] zaprzeczył": a medium hands on what another says, and he goes on."""
        tokens = self._scene.tokens
        is_same = teller.place >= 0 and tokens[teller.place].sentence == tokens[place].sentence
        is_medium = self._scene.words.outlets.is_medium(teller.name)
        return is_same and is_medium and voice.kind is not None and voice is not teller
