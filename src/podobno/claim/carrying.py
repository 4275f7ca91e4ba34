"""Who speaks on where a report names nobody: "Dodał, że ...", "Ten odparł, że ...", a quotation without a cue.

In:   a scene, who was heard so far, the titles of the article; a draft, or a word that stands for somebody.
Out:  Voice.
Not:  whom a noun stands for: claim/voices.py.
"""

from collections.abc import Callable

from podobno.claim.drafts import Draft
from podobno.claim.heard import Naming, Voice, agrees
from podobno.claim.hearing import Hearing
from podobno.claim.introducing import Introducing
from podobno.claim.nounnames import noun_name
from podobno.claim.papers import owner_of_information
from podobno.claim.phrasenames import is_in_title, is_subject, named
from podobno.claim.phrases import phrase_part
from podobno.claim.roles import BODY, PERSON, PLACE
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention


class Carrying:
    """Finds who goes on in one article."""

    def __init__(
        self, scene: Scene, intro: Introducing, reported: frozenset[int], unnamed: Callable[[Token], Naming]
    ) -> None:
        """Take the tokens of reported words, and what names a noun."""
        self._scene, self._intro, self._reported, self._unnamed = scene, intro, reported, unnamed
        self._hearing: Hearing = intro.hearing
        self._subjects = [mention for mention in scene.found.mentions if is_subject(scene, mention, reported)]

    def who(self, head: Token | None, draft: Draft) -> Voice | None:
        """Return who speaks on where a draft names nobody, or has a pronoun (head)."""
        sign = head if head is not None else (draft.cue.token if draft.cue is not None else None)
        place = sign.index if sign is not None else draft.content[0][0]
        if draft.rule == "speech-before":
            place = min(place, draft.content[0][0])  # who is named inside the speech does not say it
        other = self._other(head) or self._owner_before(head)
        if other is not None:
            return other
        role = self._role_right_before(sign, place)
        last = self._hearing.last()
        if role is not None and (last is None or last.place < role.index):
            return self._called(role)
        voice = self.latest(sign, place, people_only=False) or self._crowd(head) or self._only_one(sign)
        body = self._body_right_before(sign)
        is_fresh = voice is not None and body is not None and self._acts_since(body, voice, sign)
        return body if is_fresh else voice or body

    def _acts_since(self, body: Voice, voice: Voice, sign: Token | None) -> bool:
        """ "Wójt mówił o moście. [Sąd] uchylił wyrok. Nakazał": who acted right before goes on."""
        tokens = self._scene.tokens
        if sign is None or voice.place < 0 or sign.upos != "VERB" or self._scene.is_medium(body.name):
            return False
        return sign.sentence - tokens[voice.place].sentence > 1 and body.name != voice.name

    def latest(self, sign: Token | None, place: int, *, people_only: bool) -> Voice | None:
        """Return whoever spoke or was the subject of a sentence last, before a place, and agrees with a word there."""
        voice = self._hearing.last_like(sign, people_only=people_only)
        if sign is None:
            return voice or self._named_right_before(place)
        after = voice.place if voice is not None else -1
        fresh = self._fresh_subject(sign, after, place)
        if fresh is None or (voice is not None and not people_only and self._goes_on(voice, fresh, place)):
            return voice
        return self._intro.voice_of(fresh) if people_only else self._intro.speaker(fresh)

    def _role_right_before(self, sign: Token | None, place: int) -> Token | None:
        """ "[Sąd] oddalił skargę. Orzekł, że": the role without a name that is the subject of the sentence before."""
        if sign is None:
            return None
        is_open = sign.feats.get("Number") != "Plur" and sign.feats.get("Gender") is None  # "Twierdzi" may be anybody's
        tokens = self._scene.tokens
        own, _ = self._scene.sentence(tokens[place])
        before = self._scene.sentence(tokens[own - 1]) if own else (0, 0)
        for token in reversed(tokens[slice(*before)]):
            subject = is_dep(token, "nsubj") and token.feats.get("Case") == "Nom" and token.upos == "NOUN"
            verb = self._scene.tree.head(token)
            if verb is not None and verb.upos == "ADJ" and is_dep(verb, "advcl", "acl"):
                verb = self._scene.tree.head(verb)  # "[Analitycy] pytani o ceny nie mają wątpliwości"
            is_main = verb is not None and is_dep(verb, "root", "conj")
            if not subject or not is_main or token.index in self._reported or token.index in self._scene.mention_at:
                continue
            if is_in_title(self._scene, token.index, token.index + 1):
                continue
            names = ("Number",) if is_open or sign.feats.get("Number") == "Plur" else ("Number", "Gender")
            agrees = all(token.feats.get(name) == sign.feats.get(name) for name in names)
            if is_open and (verb is None or verb.lemma not in self._scene.words.verbs):
                return None  # "[Wójt] wyszedł. Twierdzi" is open; "[właściciel] zaprzecza. Twierdzi" is not
            is_one = self._scene.words.roles.kind(token) in (PERSON, BODY) or token.feats.get("Animacy") == "Hum"
            return token if agrees and is_one else None
        return None

    def _called(self, role: Token) -> Voice | None:
        """ "Mówił sponsor biegu, [Adam Dąb]. Dodał": whom a role stands for, or the full name that stands with it."""
        mention = named(self._scene, role)
        is_full = mention is not None and mention.kind == PERSON and " " in mention.base
        return self._intro.speaker(mention) if mention is not None and is_full else self._unnamed(role).voice

    def _other(self, pronoun: Token | None) -> Voice | None:
        """ "Zapytano Jana Kowalskiego. [Ten] odparł": the last person named in the sentence before, who agrees."""
        is_this = pronoun is not None and pronoun.feats.get("PronType") == "Dem" and pronoun.feats.get("Case") == "Nom"
        if pronoun is None or not is_this:
            return None
        if pronoun.feats.get("Number") == "Plur":
            return self._crowd(pronoun)  # "Lawina spadła na [urzędników]. Ci bronią się"
        near = [
            m for m in self._intro.before(pronoun.index) if pronoun.sentence - self._scene.tokens[m.first].sentence <= 1
        ]
        people = [m for m in near if m.kind == PERSON and agrees(self._intro.voice_of(m), pronoun)]
        return self._intro.voice_of(people[-1]) if people else None

    def _owner_before(self, pronoun: Token | None) -> Voice | None:
        """ "W komunikacie [urzędu] nie ma dat. Informuje on o": the body whose document the sentence before names."""
        if pronoun is None or pronoun.feats.get("PronType") != "Prs" or pronoun.feats.get("Case") != "Nom":
            return None
        among = self._scene.words.among
        for token in reversed(self._scene.tokens[: pronoun.index]):
            if pronoun.sentence - token.sentence > 1:
                return None
            if among("papers", token.lemma) or among("kinds_of_information", token.lemma):
                owner = owner_of_information(self._scene, token)
                agrees_with = all(owner.feats.get(name) == pronoun.feats.get(name) for name in ("Number", "Gender"))
                if owner is not token and agrees_with and self._scene.words.roles.kind(owner) == BODY:
                    name = noun_name(self._scene, owner, phrase_part(self._scene, owner, is_short=True))
                    return self._hearing.find(name) or self._intro.of_noun(name, owner, is_name=False)
        return None

    def _body_right_before(self, sign: Token | None) -> Voice | None:
        """ "[Spółka] zamknęła zakład, jej zdaniem": the body that is the subject of its sentence, or the one before."""
        if sign is None:
            return None
        tokens = self._scene.tokens
        near = [m for m in self._intro.before(sign.index) if sign.sentence - tokens[m.first].sentence <= 1]
        kinds = (
            (BODY, PLACE) if self._hearing.last() is None else (BODY,)
        )  # "Bułgaria się wahała. Teraz [obiecuje], że"
        bodies = [
            m for m in near if m.kind in kinds and any(map(self._scene.tree.is_subject, tokens[m.first : m.last]))
        ]
        fitting = [m for m in bodies if agrees(self._intro.voice_of(m), sign)]
        return self._intro.voice_of(fitting[-1]) if fitting else None

    def _only_one(self, verb: Token | None) -> Voice | None:
        """ "Maria spotkała się z Janem. Powiedział, że": the one person of the sentence before who agrees."""
        if verb is None or verb.feats.get("Gender") not in ("Masc", "Fem") or verb.feats.get("Number") != "Sing":
            return None
        sentence = verb.sentence
        near = [m for m in self._intro.before(verb.index) if sentence - self._scene.tokens[m.first].sentence <= 1]
        people = {m.entity: m for m in near if m.kind == "person"}
        same = [m for name, m in people.items() if self._intro.titles.genders.get(name) == verb.feats["Gender"]]
        fitting = [m for m in same if agrees(self._intro.voice_of(m), verb)]
        return self._intro.voice_of(fitting[0]) if len(fitting) == 1 else None

    def _crowd(self, pronoun: Token | None) -> Voice | None:
        """ "Protestowali [górnicy]. Oni zapowiedzieli": the people of the sentence before, not heard so far."""
        if pronoun is None or pronoun.feats.get("Number") != "Plur" or pronoun.feats.get("Gender") != "Masc":
            return None
        near = [t for t in self._scene.tokens[: pronoun.index] if pronoun.sentence - t.sentence <= 1]
        people = [t for t in near if t.feats.get("Number") == "Plur" and t.feats.get("Animacy") == "Hum"]
        nouns = [token for token in people if token.upos == "NOUN" and token.index not in self._scene.mention_at]
        return self._unnamed(nouns[-1]).voice if nouns else None

    def _named_right_before(self, place: int) -> Voice | None:
        """Words without a cue are a person's who is the subject right before, where nobody was heard yet."""
        fresh = self._fresh_subject(None, -1, place)
        tokens = self._scene.tokens
        near = fresh is not None and tokens[place].sentence - tokens[fresh.first].sentence <= 1
        return self._intro.voice_of(fresh) if near and fresh is not None else None

    def _fresh_subject(self, sign: Token | None, after: int, place: int) -> Mention | None:
        """The last person between two places who is the subject of a sentence and agrees with a word."""
        for mention in reversed(self._subjects):
            inside = after < mention.first < place and mention.entity not in self._hearing.told_of
            inside = inside and not self._intro.is_of_medium(mention)
            if inside and (sign is None or agrees(self._intro.voice_of(mention), sign)):
                return mention
        return None

    def _goes_on(self, voice: Voice, fresh: Mention, place: int) -> bool:
        """A voice heard near goes on, unless another person was the subject of the sentence right before."""
        tokens = self._scene.tokens
        is_right_before = tokens[place].sentence - tokens[fresh.first].sentence <= 1
        return self._hearing.is_near(voice.place, place) and not is_right_before
