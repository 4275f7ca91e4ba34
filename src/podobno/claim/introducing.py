"""Bring in a speaker: the voice of a name, or of a noun that names nobody.

In:   a scene, who was heard so far, the titles of the article; a mention or a noun.
Out:  Voice.
Not:  who of the article a noun stands for: claim/voices.py.
"""

from podobno.claim.genders import token_of
from podobno.claim.heard import Voice
from podobno.claim.hearing import Hearing
from podobno.claim.latenames import is_named_late
from podobno.claim.nounnames import is_of_men
from podobno.claim.roles import BODY, MEDIUM, PERSON
from podobno.claim.scene import Scene
from podobno.claim.titles import Titles
from podobno.records.parsed import Token
from podobno.records.values import Mention


class Introducing:
    """Makes the voices of one article; one that was heard comes back as it is."""

    def __init__(self, scene: Scene, hearing: Hearing, titles: Titles) -> None:
        """Take who was heard so far and what the article calls its people."""
        self._scene, self.hearing, self.titles = scene, hearing, titles

    def voice_of(self, mention: Mention, head: Token | None = None) -> Voice:
        """Return the voice of a name; head: the word that stands for it beside the verb."""
        return self.hearing.find(mention.entity) or self._new(mention, head)

    def speaker(self, mention: Mention, head: Token | None = None) -> Voice:
        """Return the voice of a name that is found to speak; who was known by his role so far has his name from now."""
        known, last = self.hearing.find(mention.entity), self.hearing.last()
        if known is None and last is not None and is_named_late(self._scene, self.titles, mention, last):
            last.name = mention.entity
            return last
        return known or self._new(mention, head)

    def of_noun(self, name: str, head: Token, *, is_name: bool) -> Voice:
        """Return a new voice of a noun phrase under a name; is_name: the name is a person's."""
        is_person = (
            is_name or head.upos == "PROPN" or head.feats.get("Animacy") == "Hum" or is_of_men(self._scene, head)
        )
        role = self._scene.words.roles.kind(head)
        # "Portal Kurier Sanocki" is a medium, and "przewoźnik" a body, though animate
        kind = PERSON if is_person and (role is None or (is_name and role not in (BODY, MEDIUM))) else role
        gender = None if head.upos == "PROPN" and not is_name else head.feats.get("Gender")
        papers = ("papers", "kinds_of_information")
        return Voice(
            name=name,
            kind=kind,
            number=head.feats.get("Number"),
            gender=gender,
            nouns={head.lemma},
            is_paper=any(self._scene.words.among(key, head.lemma) for key in papers),
        )

    def before(self, place: int) -> list[Mention]:
        """Return the names that stand before a token."""
        return [mention for mention in self._scene.found.mentions if mention.first < place]

    def is_of_medium(self, mention: Mention) -> bool:
        """Say whether a name is of a medium's own people: "Pisze [Anna Kos] z „Kuriera”"."""
        after = self._scene.tokens[mention.last] if mention.last < len(self._scene.tokens) else None
        places = range(mention.last + 1, mention.last + 3)  # a quotation mark may stand before the name
        medium = next((m for place in places if (m := self._scene.mention_at.get(place)) is not None), None)
        is_led = after is not None and after.lemma == self._scene.words.rules["out_of"]
        return is_led and medium is not None and self._scene.is_medium(medium.base)

    def _new(self, mention: Mention, head: Token | None) -> Voice:
        token = token_of(self._scene, mention)
        is_person = mention.kind == "person"
        is_crowd = mention.last - mention.first == 1 and self._scene.words.roles.kind(token) == PERSON  # "Polki"
        return Voice(
            name=mention.entity,
            kind=mention.kind,
            number="Sing" if is_person and not is_crowd else token.feats.get("Number", "Sing"),
            gender=self._gender(mention, head or token) if is_person else token.feats.get("Gender"),
        )

    def _gender(self, mention: Mention, head: Token) -> str | None:
        """A person's gender: of the words of the name that agree, else of the verb."""
        told = self.titles.genders.get(mention.entity)
        verb = self._scene.tree.head(head)
        if told is None and head.dep.startswith("nsubj") and verb is not None:
            return verb.feats.get("Gender")
        return told
