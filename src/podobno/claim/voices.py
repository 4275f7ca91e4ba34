"""The voices of an article: who has spoken so far, and who a speaker without a name is.

In:   speakers in text order.
Out:  the canonical name of each speaker, and whether it is carried from before.
Not:  the media that carried the words: claim/chains.py; the titles and roles of names: claim/titles.py.
"""

from dataclasses import replace

from podobno.claim.couples import joined_name
from podobno.claim.drafts import Draft
from podobno.claim.genders import token_of
from podobno.claim.heard import Naming, Voice, agrees
from podobno.claim.hearing import Hearing
from podobno.claim.latenames import is_named_late
from podobno.claim.nounnames import fuller_phrase, is_owned, noun_name
from podobno.claim.papers import is_led, owner_of_information
from podobno.claim.roles import BODY, MEDIUM, PERSON, PLACE, of_age
from podobno.claim.scene import Scene
from podobno.claim.spans import phrase_part
from podobno.claim.titles import Titles, is_in_title, is_subject, named, read_titles
from podobno.claim.weighing import share_part
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention

POINTING = ("Prs", "Dem", "Rel")  # kinds of pronouns that stand for somebody named before
ADDRESS = "."  # inside a name, of a page: "nowiny.pl"


class Voices:
    """The speakers of one article, in the order in which they were last heard."""

    def __init__(self, scene: Scene, reported: frozenset[int]) -> None:
        """Start with nobody heard, the titles that the article gives its names, and the tokens of reported words."""
        self._scene, self._reported = scene, reported
        self._subjects = [mention for mention in scene.found.mentions if is_subject(scene, mention, reported)]
        self._hearing = Hearing(scene, reported)
        self._titles: Titles = read_titles(scene)
        self._verb: Token | None = None  # that reports what is being named
        self._told_of: frozenset[str] = frozenset()  # people of whom the speech that is being named tells

    def name(self, head: Token | None, draft: Draft) -> Naming:
        """Tell who the speaker is, and remember that he was heard."""
        self._told_of = self._people_in(draft)
        self._verb = draft.cue.token if draft.cue is not None else None
        naming = self._naming(head, draft)
        if naming.voice is not None:
            self._learn_gender(naming, draft)
            place = draft.cue.token.index if draft.cue is not None else draft.content[0][0]
            if not self._scene.is_teaser(place):  # who speaks elsewhere is not whom the article goes on with
                self._hearing.hear(naming.voice, place)
        return naming

    def _people_in(self, draft: Draft) -> frozenset[str]:
        """ "– [Putin] nam grozi – powiedział minister": who speaks does not call himself by his name."""
        if not draft.rule.startswith("speech-before"):
            return frozenset()
        inside = (
            m for m in self._scene.found.mentions if any(first <= m.first < last for first, last in draft.content)
        )
        return frozenset(mention.entity for mention in inside if mention.kind == PERSON)

    def owned(self, voice: Voice) -> frozenset[str]:
        """Return what a person speaks for, in base forms: the words of his titles ("prezydent [Rosji]")."""
        names = self._titles.besides_of(voice.name) if voice.is_person else (voice.name,)
        told = frozenset(self._scene.words.country(name) for name in names)
        return frozenset(name for name in told if name[:1].isupper())

    def look(self, head: Token | None, draft: Draft) -> Naming:
        """Tell who somebody is who only asks: he is not heard, and does not go on."""
        return self._naming(head, draft)

    def goes_on(self, place: int, *, is_near: bool = False) -> Naming | None:
        """Whoever was heard in the sentence right before, in the same paragraph: hearsay that goes on is theirs.

        is_near: in a few sentences before will do.
        """
        voice = self.last()
        if voice is None or voice.place < 0:
            return None
        tokens, paragraphs = self._scene.tokens, self._scene.paragraph_at
        is_next = tokens[place].sentence - tokens[voice.place].sentence == 1
        same = paragraphs[place] == paragraphs[voice.place]
        fits = self._hearing.is_near(voice.place, place) if is_near else is_next and same
        return Naming(voice=voice, part=None, is_carried=True) if fits else None

    def _learn_gender(self, naming: Naming, draft: Draft) -> None:
        """The verb agrees with the name beside it, whatever the tags of a foreign name say."""
        verb = draft.cue.token if draft.cue is not None and draft.cue.kind in ("verb", "phrase") else None
        if verb is None or naming.voice is None or naming.part is None or naming.is_carried:
            return
        if verb.feats.get("VerbForm") == "Inf":
            verb = self._scene.tokens[verb.head]  # "miał powiedzieć"
        if verb.feats.get("Gender") in ("Masc", "Fem") and verb.feats.get("Number") == "Sing":
            naming.voice.gender = verb.feats["Gender"]

    def last(self) -> Voice | None:
        """Return who was heard last."""
        return self._hearing.last()

    def _naming(self, head: Token | None, draft: Draft) -> Naming:
        if head is None or (head.upos in ("PRON", "DET") and head.feats.get("PronType", "Prs") in POINTING):
            voice = self._carried(head, draft)
            return Naming(voice=voice, part=None, is_carried=voice is not None)
        mention = named(self._scene, head)
        if mention is None:
            naming = self._unnamed(head)
        else:
            one_of_people = self._unnamed(head) if self._is_of_country(head, mention) else None
            is_known = one_of_people is not None and one_of_people.is_carried
            naming = one_of_people if one_of_people is not None and is_known else self._named(head, mention)
        return self._in_headline(naming) if draft.rule == "headline" else naming

    def _is_of_country(self, head: Token, mention: Mention) -> bool:
        """ "[Amerykanka] dodała": one of a people, who was named before."""
        is_one = mention.last - mention.first == 1 and head.feats.get("Number") == "Sing"
        return is_one and mention.first == head.index and self._scene.words.roles.kind(head) == PERSON

    def _in_headline(self, naming: Naming) -> Naming:
        """Who speaks in a headline "X: ..." under one name is taken for a person, of either gender."""
        voice = naming.voice
        if voice is not None and not self._is_medium(voice) and voice.number != "Plur" and voice.kind != "place":
            single = len(voice.name.split()) <= 2 and not voice.name.isupper() and voice.name[:1].isupper()
            voice.kind = PERSON if single else voice.kind
            voice.gender = None if single else voice.gender
        return naming

    # Speakers with a name

    def _named(self, head: Token, mention: Mention) -> Naming:
        other = joined_name(self._scene, mention, self._verb)
        if other is not None:
            return self._pair(mention, other)
        voice = self._speaker(mention, head)
        voice.is_reporter = voice.is_reporter or self._is_of_medium(mention)
        role = None if mention.first <= head.index < mention.last else self._role(head, mention)
        return Naming(voice=voice, part=(mention.first, mention.last), is_carried=False, role=role)

    def _is_of_medium(self, mention: Mention) -> bool:
        """ "Pisze [Anna Kos] z „Kuriera”"."""
        after = self._scene.tokens[mention.last] if mention.last < len(self._scene.tokens) else None
        places = range(mention.last + 1, mention.last + 3)  # a quotation mark may stand before the name
        medium = next((m for place in places if (m := self._scene.mention_at.get(place)) is not None), None)
        is_led = after is not None and after.lemma == self._scene.words.rules["out_of"]
        return is_led and medium is not None and self._is_medium_name(medium.base)

    def _pair(self, one: Mention, other: Mention) -> Naming:
        name = f"{one.entity} {self._scene.tokens[one.last].form.casefold()} {other.entity}"
        voice = self._hearing.find(name) or Voice(name=name, kind=one.kind, number="Plur", gender=None)
        return Naming(voice=voice, part=(one.first, other.last), is_carried=False)

    def _voice_of(self, mention: Mention, head: Token | None = None) -> Voice:
        return self._hearing.find(mention.entity) or self._new(mention, head)

    def _speaker(self, mention: Mention, head: Token | None = None) -> Voice:
        """The voice of a name that is found to speak; one that was known by his role so far has his name from now."""
        known, last = self._hearing.find(mention.entity), self._hearing.last()
        if known is None and last is not None and is_named_late(self._scene, self._titles, mention, last):
            last.name = mention.entity
            return last
        return known or self._new(mention, head)

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
        told = self._titles.genders.get(mention.entity)
        verb = self._scene.tree.head(head)
        if told is None and head.dep.startswith("nsubj") and verb is not None:
            return verb.feats.get("Gender")
        return told

    def _role(self, head: Token, mention: Mention) -> str | None:
        first, last = phrase_part(self._scene, head, is_short=True)
        last = min(last, mention.first)
        if last <= first:
            return None
        return self._scene.text[self._scene.tokens[first].start : self._scene.tokens[last - 1].end]

    # Speakers without a name

    def _unnamed(self, head: Token) -> Naming:
        part = share_part(self._scene, head) or phrase_part(self._scene, head, is_short=True)
        words = list(self._scene.between(*part))
        before = self._titles.flat_name_before(self._scene, head)
        voice = (self._known(head, words) or self._maker(head, words)) if before is None else None
        if voice is not None:
            return Naming(voice=voice, part=part, is_carried=True)
        flat = before or self._titles.flat_name(self._scene, head)
        name = flat or noun_name(self._scene, head, part)
        voice = self._hearing.find(name) or self._noun(name, head, is_name=flat is not None)
        return Naming(voice=voice, part=part, is_carried=False)

    def _noun(self, name: str, head: Token, *, is_name: bool) -> Voice:
        is_person = is_name or head.upos == "PROPN" or head.feats.get("Animacy") == "Hum"
        role = self._scene.words.roles.kind(head)
        kind = PERSON if is_person and (is_name or role is None) else role  # "przewoźnik" is a body, and animate
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

    def _known(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Minister", "the company", "the paper": whoever of the article it stands for."""
        if any(self._scene.words.among("indefinite", word.lemma) for word in words) or self._is_told_anew(head):
            return None
        kind = self._scene.words.roles.kind(head)
        heard = self._heard_as(head, words)
        if heard is not None:
            return heard
        if kind == MEDIUM:
            return self._known_medium(head)
        if kind == BODY:
            return self._medium_called(head, words) or self._known_body(head, words)
        if kind == PERSON and head.feats.get("Number") == "Sing":
            return self._known_person(head, words)
        return None

    def _maker(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Resort zapowiada podwyżki. [Projekt] przewiduje": the one body heard so far, or that the headline names."""
        is_whole = any(word.form.istitle() for word in words[1:]) or any(word.upos == "ADJ" for word in words)
        if is_whole or not self._scene.words.among("made_by_bodies", head.lemma):
            return None
        heard = [voice for voice in self._hearing.voices if voice.kind == BODY and not self._is_medium(voice)]
        if heard or self._hearing.voices:
            return heard[0] if len(heard) == 1 else None
        last = self._scene.paragraph(0)[1]
        first = {m.entity: m for m in self._before(last) if m.kind == BODY and not self._is_medium_name(m.base)}
        return self._voice_of(next(iter(first.values()))) if len(first) == 1 else None

    def _is_told_anew(self, head: Token) -> bool:
        """ "Mężczyzna, który znalazł drona": a relative clause tells who is meant."""
        is_general = self._scene.words.roles.is_general(head)
        return is_general and self._scene.tree.child(head, "acl:relcl") is not None

    def _heard_as(self, head: Token, words: list[Token]) -> Voice | None:
        """A voice without a name that was called by the same noun: "autorzy listu", then "autorzy"."""
        for voice in reversed(self._hearing.voices):
            if head.lemma in voice.nouns and voice.number == head.feats.get("Number") and len(words) == 1:
                return voice
        return None

    def _known_medium(self, head: Token) -> Voice | None:
        after = self._scene.tokens[head.index + 1] if head.index + 1 < len(self._scene.tokens) else head
        mention = self._scene.mention_at.get(after.index)
        is_name = after.upos in ("PROPN", "X") and after.form[:1].isupper()
        if ADDRESS in after.form.strip(ADDRESS) or (is_name and (mention is None or mention.kind == BODY)):
            return None  # "stacja [NTV]", "portal [nowiny.pl]": it has a name of its own
        media = [m for m in self._scene.found.mentions if self._is_medium_name(m.base)]
        before = [mention for mention in media if mention.first < head.index]
        meant = before[-1:] or media[:1]  # a lead may say "gazeta" and name it later
        return self._voice_of(meant[0]) if meant else None

    def _medium_called(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Agencja Reutera pisała. [Agencja] dodała": the medium that stood last behind the same noun."""
        if len(words) > 1 or not self._scene.words.among("media", head.lemma):
            return None
        tokens = self._scene.tokens
        called = [
            m for m in self._before(head.index) if head.lemma in (tokens[m.first].lemma, tokens[m.first - 1].lemma)
        ]
        return self._voice_of(called[-1]) if called and self._is_medium_name(called[-1].base) else None

    def _known_body(self, head: Token, words: list[Token]) -> Voice | None:
        exact = self._titles.holders(head, words, head.index)
        if exact is not None and self._titles.shares_besides(exact, head, words):
            return self._hearing.find(exact) or Voice(name=exact, kind=BODY, number="Sing", gender=None)
        if fuller_phrase(self._scene, head) is not None:
            return None
        if not self._scene.words.roles.is_general(head) or head.feats.get("Number") == "Plur" or len(words) > 2:
            return None
        for voice in reversed(self._hearing.voices):
            if voice.kind == BODY and not self._is_medium(voice):
                return voice
        bodies = [m.entity for m in self._before(head.index) if m.kind == "body" and not self._is_medium_name(m.base)]
        name = max(bodies, key=bodies.count, default=None)
        return None if name is None else Voice(name=name, kind=BODY, number="Sing", gender=None)

    def _known_person(self, head: Token, words: list[Token]) -> Voice | None:
        exact = self._titles.holders(head, words, head.index)
        exact = None if exact in self._told_of else exact
        head = self._as_verb_says(head)
        if exact is None and self._is_anothers(head, words):
            return None
        voice = self._latest(head, head.index, people_only=True)
        heard = self._hearing.last_like(head, without=self._told_of, people_only=True)
        if (
            voice is not None
            and voice.place < 0
            and heard is not None
            and not self._scene.words.roles.is_general(head)
            and self._titles.is_called_else(voice.name, head)
        ):
            voice = heard  # "prezydent Donald Trump" is not the "sekretarz stanu" who speaks next
        fits = voice is not None and self._titles.may_be(voice.name, head, words)
        if fits and of_age(head) and voice is not None and self._titles.is_called_else(voice.name, head):
            return None  # "34-latek" is not the "rzecznik Jan Kos" who told of him
        if exact is not None and (not fits or self._titles.shares_complement(exact, head, words)):
            return self._hearing.find(exact) or self._introduce(exact, head)
        return voice if fits else self._only_person(head, words)

    def _as_verb_says(self, head: Token) -> Token:
        """ "[Prezes] podkreśliła": the verb tells the gender where the noun is of men and women."""
        verb = self._verb if self._verb is not None and self._scene.is_finite(self._verb) else None
        gender = verb.feats.get("Gender") if verb is not None else None
        is_of_one = verb is not None and verb.feats.get("Number") == "Sing"
        if gender != "Fem" or head.feats.get("Gender") != "Masc" or not is_of_one:
            return head
        return replace(head, feats={**head.feats, "Gender": gender})

    def _is_anothers(self, head: Token, words: list[Token]) -> bool:
        """ "[Prawnik] oskarżonej": who is told by another is nobody named without that other."""
        after = [w for w in words if w.index > head.index and w.feats.get("Case") == "Gen"]
        named = (self._scene.mention_at.get(word.index) for word in after)
        is_named = any(mention is not None and mention.kind == PERSON for mention in named)
        return is_named or any(self._scene.words.roles.kind(word) == PERSON for word in after)

    def _only_person(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Kobieta": the one person named before who agrees, though she was the subject of nothing."""
        if not self._scene.words.roles.is_general(head) or "Gender" not in head.feats:
            return None
        if fuller_phrase(self._scene, head) is not None or is_owned(head, words):
            return None  # after "prawnik oskarżonej" the "prawnik" is nobody else
        people = {m.entity: m for m in self._before(head.index) if m.kind == PERSON and not self._is_aside(m)}
        same = [name for name in people if self._titles.genders.get(name) == head.feats["Gender"]]
        fits = len(same) == 1 and self._titles.may_be(same[0], head, words)
        return self._voice_of(people[same[0]]) if fits else None

    def _is_aside(self, mention: Mention) -> bool:
        """ "Córka [Jana Kosa]", "spokrewniona z [Kosem]": named only to tell of somebody else."""
        before = self._scene.tokens[mention.first - 1] if mention.first else None
        is_noun = before is not None and before.upos == "NOUN" and before.feats.get("Case") == "Nom"
        return (is_noun and self._scene.is_inflected(mention)) or is_led(self._scene, mention.first)

    def _introduce(self, entity: str, head: Token) -> Voice:
        return Voice(name=entity, kind=PERSON, number="Sing", gender=head.feats.get("Gender"))

    def _before(self, place: int) -> list[Mention]:
        return [mention for mention in self._scene.found.mentions if mention.first < place]

    def _is_medium(self, voice: Voice) -> bool:
        return self._is_medium_name(voice.name)

    def _is_medium_name(self, name: str) -> bool:
        return self._scene.is_medium(name)

    # Speakers carried on

    def _carried(self, head: Token | None, draft: Draft) -> Voice | None:
        sign = head if head is not None else (draft.cue.token if draft.cue is not None else None)
        place = sign.index if sign is not None else draft.content[0][0]
        if draft.rule == "speech-before":
            place = min(place, draft.content[0][0])  # who is named inside the speech does not say it
        other = self._other(head) or self._owner_before(head)
        if other is not None:
            return other
        role = self._role_right_before(sign, place)
        last = self.last()
        if role is not None and (last is None or last.place < role.index):
            return self._called(role)
        voice = self._latest(sign, place, people_only=False) or self._crowd(head) or self._only_one(sign)
        return voice or self._body_right_before(sign)

    def _role_right_before(self, sign: Token | None, place: int) -> Token | None:
        """ "[Sąd] oddalił skargę. Orzekł, że": the role without a name that is the subject of the sentence before."""
        is_many = sign is not None and sign.feats.get("Number") == "Plur"
        if sign is None or (not is_many and sign.feats.get("Gender") is None):
            return None
        tokens = self._scene.tokens
        near = (t for t in reversed(tokens[:place]) if tokens[place].sentence - t.sentence == 1)
        for token in near:
            subject = is_dep(token, "nsubj") and token.feats.get("Case") == "Nom" and token.upos == "NOUN"
            verb = self._scene.tree.head(token)
            if verb is not None and verb.upos == "ADJ" and is_dep(verb, "advcl", "acl"):
                verb = self._scene.tree.head(verb)  # "[Analitycy] pytani o ceny nie mają wątpliwości"
            is_main = verb is not None and is_dep(verb, "root", "conj")
            if not subject or not is_main or token.index in self._reported or token.index in self._scene.mention_at:
                continue
            if is_in_title(self._scene, token.index, token.index + 1):
                continue
            names = ("Number",) if is_many else ("Number", "Gender")
            agrees = all(token.feats.get(name) == sign.feats.get(name) for name in names)
            is_one = self._scene.words.roles.kind(token) in (PERSON, BODY) or token.feats.get("Animacy") == "Hum"
            return token if agrees and is_one else None
        return None

    def _called(self, role: Token) -> Voice | None:
        """ "Mówił sponsor biegu, [Adam Dąb]. Dodał": whom a role stands for, or the full name that stands with it."""
        mention = named(self._scene, role)
        is_full = mention is not None and mention.kind == PERSON and " " in mention.base
        return self._speaker(mention) if mention is not None and is_full else self._unnamed(role).voice

    def _other(self, pronoun: Token | None) -> Voice | None:
        """ "Zapytano Jana Kowalskiego. [Ten] odparł": the last person named in the sentence before, who agrees."""
        is_this = pronoun is not None and pronoun.feats.get("PronType") == "Dem" and pronoun.feats.get("Case") == "Nom"
        if pronoun is None or not is_this:
            return None
        near = [m for m in self._before(pronoun.index) if pronoun.sentence - self._scene.tokens[m.first].sentence <= 1]
        people = [m for m in near if m.kind == PERSON and agrees(self._voice_of(m), pronoun)]
        return self._voice_of(people[-1]) if people else None

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
                    return self._hearing.find(name) or self._noun(name, owner, is_name=False)
        return None

    def _body_right_before(self, sign: Token | None) -> Voice | None:
        """ "[Spółka] zamknęła zakład, jej zdaniem": the body that is the subject of its sentence, or the one before."""
        if sign is None:
            return None
        tokens = self._scene.tokens
        near = [m for m in self._before(sign.index) if sign.sentence - tokens[m.first].sentence <= 1]
        kinds = (BODY, PLACE) if self.last() is None else (BODY,)  # "Bułgaria się wahała. Teraz [obiecuje], że"
        bodies = [
            m for m in near if m.kind in kinds and any(is_dep(t, "nsubj", "flat") for t in tokens[m.first : m.last])
        ]
        fitting = [m for m in bodies if agrees(self._voice_of(m), sign)]
        return self._voice_of(fitting[-1]) if fitting else None

    def _only_one(self, verb: Token | None) -> Voice | None:
        """ "Maria spotkała się z Janem. Powiedział, że": the one person of the sentence before who agrees."""
        if verb is None or verb.feats.get("Gender") not in ("Masc", "Fem") or verb.feats.get("Number") != "Sing":
            return None
        sentence = verb.sentence
        near = [m for m in self._before(verb.index) if sentence - self._scene.tokens[m.first].sentence <= 1]
        people = {m.entity: m for m in near if m.kind == "person"}
        same = [m for name, m in people.items() if self._titles.genders.get(name) == verb.feats["Gender"]]
        fitting = [m for m in same if agrees(self._voice_of(m), verb)]
        return self._voice_of(fitting[0]) if len(fitting) == 1 else None

    def _crowd(self, pronoun: Token | None) -> Voice | None:
        """ "Protestowali [górnicy]. Oni zapowiedzieli": the people of the sentence before, not heard so far."""
        if pronoun is None or pronoun.feats.get("Number") != "Plur" or pronoun.feats.get("Gender") != "Masc":
            return None
        near = [t for t in self._scene.tokens[: pronoun.index] if pronoun.sentence - t.sentence <= 1]
        people = [t for t in near if t.feats.get("Number") == "Plur" and t.feats.get("Animacy") == "Hum"]
        nouns = [token for token in people if token.upos == "NOUN" and token.index not in self._scene.mention_at]
        return self._unnamed(nouns[-1]).voice if nouns else None

    def _latest(self, sign: Token | None, place: int, *, people_only: bool) -> Voice | None:
        """Whoever spoke or was the subject of a sentence last, before a place, and agrees with a word there."""
        voice = self._hearing.last_like(sign, without=self._told_of, people_only=people_only)
        if sign is None:
            return voice or self._named_right_before(place)
        after = voice.place if voice is not None else -1
        fresh = self._fresh_subject(sign, after, place)
        if fresh is None or (voice is not None and not people_only and self._goes_on(voice, fresh, place)):
            return voice
        return self._voice_of(fresh) if people_only else self._speaker(fresh)

    def _named_right_before(self, place: int) -> Voice | None:
        """Words without a cue are a person's who is the subject right before, where nobody was heard yet."""
        fresh = self._fresh_subject(None, -1, place)
        tokens = self._scene.tokens
        near = fresh is not None and tokens[place].sentence - tokens[fresh.first].sentence <= 1
        return self._voice_of(fresh) if near and fresh is not None else None

    def _fresh_subject(self, sign: Token | None, after: int, place: int) -> Mention | None:
        """The last person between two places who is the subject of a sentence and agrees with a word."""
        for mention in reversed(self._subjects):
            inside = after < mention.first < place and mention.entity not in self._told_of
            inside = inside and not self._is_of_medium(mention)
            if inside and (sign is None or agrees(self._voice_of(mention), sign)):
                return mention
        return None

    def _goes_on(self, voice: Voice, fresh: Mention, place: int) -> bool:
        """A voice heard near goes on, unless another person was the subject of the sentence right before."""
        tokens = self._scene.tokens
        is_right_before = tokens[place].sentence - tokens[fresh.first].sentence <= 1
        return self._hearing.is_near(voice.place, place) and not is_right_before
