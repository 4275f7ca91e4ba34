"""Somebody who speaks in an article, and how one report names him.

In:   what claim/voices.py learns of a speaker.
Out:  Voice and Naming.
Not:  who is meant, which is claim/voices.py.
"""

from dataclasses import dataclass, field

from podobno.claim.roles import PERSON
from podobno.claim.scene import Part
from podobno.records.parsed import Token


@dataclass(slots=True, kw_only=True)
class Voice:
    """Somebody who speaks in this article."""

    name: str  # canonical
    kind: str | None  # "person", "body", "place"; None: a noun that names no one
    number: str | None  # "Sing" or "Plur"
    gender: str | None  # "Masc", "Fem", "Neut"; None: any
    medium: str | None = None  # the medium that carries the words since it was named
    medium_at: int = -1  # token at which it was named
    said: str | None = None  # EDTF, when, since it was told
    place: int = -1  # token at which it was heard last
    first: int = -1  # token at which it was heard first
    nouns: set[str] = field(default_factory=set)  # lemmas of the nouns that named it
    is_paper: bool = False  # a document, that goes on only where nobody else may
    is_reporter: bool = False  # of a medium that is named with it, and goes on as a document does

    @property
    def is_person(self) -> bool:
        """Say whether it is a person."""
        return self.kind == PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one draft names its speaker."""

    voice: Voice | None  # None: nobody
    part: Part | None  # tokens of the shortest full mention, None: not in the sentence
    is_carried: bool
    role: str | None = None  # as printed


def agrees(voice: Voice, sign: Token) -> bool:
    """Say whether a word may stand for a voice, by number and gender."""
    number, gender = sign.feats.get("Number"), sign.feats.get("Gender")
    if number and voice.number and number != voice.number:
        return False
    return not (gender and voice.gender) or gender == voice.gender or number == "Plur"
