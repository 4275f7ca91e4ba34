"""The voices of an article: who has spoken so far, and who a speaker without a name is.

In:   speakers in text order.
Out:  the canonical name of each speaker, and whether it is carried from before.
Not:  the media that carried the words: claim/chains.py; the titles and roles of names: claim/titles.py.
"""

from dataclasses import replace

from podobno.claim.carrying import Carrying
from podobno.claim.couples import joined_name
from podobno.claim.drafts import Draft
from podobno.claim.heard import Naming, Voice
from podobno.claim.hearing import Hearing
from podobno.claim.introducing import Introducing
from podobno.claim.nounnames import foreign_name, fuller_phrase, is_owned, noun_name
from podobno.claim.papers import is_led
from podobno.claim.phrasenames import named
from podobno.claim.phrases import phrase_part
from podobno.claim.roles import BODY, MEDIUM, PERSON, of_age
from podobno.claim.scene import Scene
from podobno.claim.spans import trim_end
from podobno.claim.titles import Titles, read_titles
from podobno.claim.weighing import share_part
from podobno.records.parsed import Token
from podobno.records.values import Mention

POINTING = ("Prs", "Dem", "Rel")  # kinds of pronouns that stand for somebody named before
ADDRESS = "."  # inside a name, of a page: "nowiny.pl"


class Voices:
    """The speakers of one article, in the order in which they were last heard."""

    def __init__(self, scene: Scene, reported: frozenset[int]) -> None:
        """Start with nobody heard, the titles that the article gives its names, and the tokens of reported words."""
        self._scene = scene
        self._hearing = Hearing(scene, reported)
        self._titles: Titles = read_titles(scene)
        self._intro = Introducing(scene, self._hearing, self._titles)
        self._carrying = Carrying(scene, self._intro, reported, self._unnamed)
        self._names = frozenset(mention.entity for mention in scene.found.mentions)
        self._verb: Token | None = None  # that reports what is being named
        self._of_paper: tuple[str, Voice] | None = None  # the paper that was told of last, and whose it is
        self._bound: int | None = None  # token before which the phrase of a source ends

    def name(self, head: Token | None, draft: Draft) -> Naming:
        """Tell who the speaker is, and remember that he was heard."""
        self._hearing.told_of = self._people_in(draft)
        self._verb = draft.cue.token if draft.cue is not None else None
        self._bound = draft.clause[1] if draft.clause is not None and draft.rule == "source-phrase" else None
        naming = self._naming(head, draft)
        if naming.voice is not None:
            self._learn_gender(naming, draft)
            paper = self._paper_told(draft) if not naming.voice.is_person else None
            self._of_paper = (paper, naming.voice) if paper is not None else self._of_paper
            place = draft.cue.token.index if draft.cue is not None else draft.content[0][0]
            is_no_one = head is not None and self._scene.words.among("no_one", head.lemma)
            if not is_no_one and not self._scene.is_teaser(place):  # the article goes on with neither
                self._hearing.hear(naming.voice, place)
        return naming

    def _paper_told(self, draft: Draft) -> str | None:
        """ "Z [sondażu] ABC wynika", "według [raportu] ABC": the base form of the paper."""
        among, tokens = self._scene.words.among, self._scene.tokens
        if draft.speaker is not None:
            lemma = tokens[draft.speaker].lemma
            return lemma if among("papers", lemma) else None
        if draft.cue is None or not among("documents", draft.cue.token.lemma):
            return None
        inside = {index for part in draft.content for index in range(*part)}
        words = self._scene.between(*self._scene.sentence(draft.cue.token))
        return next((word.lemma for word in words if among("papers", word.lemma) and word.index not in inside), None)

    def _whose_paper(self, head: Token) -> Voice | None:
        """ "Z sondażu ABC wynika. [Badanie] pokazuje": of the same paper, or another word for a poll."""
        if self._of_paper is None:
            return None
        lemma, voice = self._of_paper
        is_poll = all(self._scene.words.among("polled", one) for one in (lemma, head.lemma))
        is_same = head.lemma == lemma or is_poll
        return voice if is_same and self._hearing.is_near(voice.place, head.index) else None

    def carry(self, head: Token, draft: Draft) -> Naming:
        """Tell who the speaker is whom a word of another sentence names."""
        return replace(self.name(head, draft), part=None, is_carried=True)

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
        governs = voice.is_person and self._titles.of(voice.name) & frozenset(self._scene.words.rules["governing"])
        government = frozenset((self._scene.words.rules["government"],)) if governs else frozenset[str]()
        return frozenset(name for name in told if name[:1].isupper()) | government

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
        if not fits:
            return None
        voice.place = place
        return Naming(voice=voice, part=None, is_carried=True)

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
            voice = self._carrying.who(head, draft)
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
        voice = self._intro.speaker(mention, head)
        voice.is_reporter = voice.is_reporter or self._intro.is_of_medium(mention)
        role = None if mention.first <= head.index < mention.last else self._role(head, mention)
        return Naming(voice=voice, part=(mention.first, mention.last), is_carried=False, role=role)

    def _pair(self, one: Mention, other: Mention) -> Naming:
        name = f"{one.entity} {self._scene.tokens[one.last].form.casefold()} {other.entity}"
        voice = self._hearing.find(name) or Voice(name=name, kind=one.kind, number="Plur", gender=None)
        return Naming(voice=voice, part=(one.first, other.last), is_carried=False)

    def _role(self, head: Token, mention: Mention) -> str | None:
        first, last = phrase_part(self._scene, head, is_short=True)
        last = min(last, mention.first)
        if last <= first:
            return None
        return self._scene.text[self._scene.tokens[first].start : self._scene.tokens[last - 1].end]

    # Speakers without a name

    def _unnamed(self, head: Token) -> Naming:
        head = _as_common(self._scene, head)
        part = share_part(self._scene, head) or phrase_part(self._scene, head, is_short=True)
        if self._verb is not None and head.index < self._verb.index < part[1]:
            part = part[0], trim_end(self._scene, part[0], self._verb.index)  # "[rolnicy] domagający się dopłat"
        if self._bound is not None and part[0] <= head.index < self._bound < part[1]:
            part = part[0], self._bound  # "zdaniem [ekspertów] | ceny wzrosną"
        words = list(self._scene.between(*part))
        before = self._titles.flat_name_before(self._scene, head)
        voice = (self._known(head, words) or self._maker(head, words)) if before is None else None
        if voice is not None:
            return Naming(voice=voice, part=part, is_carried=True)
        flat = before or foreign_name(self._scene, head) or self._titles.flat_name(self._scene, head)
        name = flat or noun_name(self._scene, head, part)
        voice = self._hearing.find(name) or self._intro.of_noun(name, head, is_name=flat is not None)
        return Naming(voice=voice, part=part, is_carried=False)

    def _known(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Minister", "the company", "the paper": whoever of the article it stands for."""
        if any(self._scene.words.among("indefinite", word.lemma) for word in words) or self._is_told_anew(head, words):
            return None
        kind = self._scene.words.roles.kind(head)
        heard = self._heard_as(head, words) or self._medium_of_reporters(head, words)
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
        paper = self._whose_paper(head) if len(words) == 1 else None
        if paper is not None:
            return paper
        if is_whole or not self._scene.words.among("made_by_bodies", head.lemma):
            return None
        heard = [voice for voice in self._hearing.voices if voice.kind == BODY and not self._is_medium(voice)]
        if heard or self._hearing.voices:
            return heard[0] if len(heard) == 1 else None
        last = self._scene.paragraph(0)[1]
        first = {m.entity: m for m in self._intro.before(last) if m.kind == BODY and not self._is_medium_name(m.base)}
        return self._intro.voice_of(next(iter(first.values()))) if len(first) == 1 else None

    def _is_told_anew(self, head: Token, words: list[Token]) -> bool:
        """ "Mężczyzna, który znalazł drona": a relative clause tells who is meant, but not "celebrytka, która"."""
        is_bare = len(words) == 1 and head.feats.get("Number") == "Sing"
        is_known = is_bare and not self._scene.words.among("anybody", head.lemma)
        is_general = self._scene.words.roles.is_general(head)
        return is_general and not is_known and self._scene.tree.child(head, "acl:relcl") is not None

    def _heard_as(self, head: Token, words: list[Token]) -> Voice | None:
        """A voice without a name that was called by the same noun: "autorzy listu", then "autorzy"."""
        for voice in reversed(self._hearing.voices):
            if head.lemma in voice.nouns and voice.number == head.feats.get("Number") and len(words) == 1:
                return voice
        return None

    def _medium_of_reporters(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Portal podał, że. [Dziennikarze] ustalili": a medium's own reporters are the medium that spoke before."""
        is_bare = len(words) == 1 and head.feats.get("Number") == "Plur"
        if not is_bare or not self._scene.words.among("reporters", head.lemma):
            return None
        first = self._scene.sentence(head)[0]  # "inne dane podaje [TVN] - zdaniem dziennikarzy"
        here = (m for m in self._intro.before(head.index) if m.first >= first and self._is_medium_name(m.base))
        near = next(here, None)
        if near is not None:
            return self._intro.voice_of(near)
        last = self.last()
        if last is None or not self._is_medium(last) or not self._hearing.is_near(last.place, head.index):
            return None
        return last

    def _known_medium(self, head: Token) -> Voice | None:
        after = self._scene.tokens[head.index + 1] if head.index + 1 < len(self._scene.tokens) else head
        mention = self._scene.mention_at.get(after.index)
        is_name = after.upos in ("PROPN", "X") and after.form[:1].isupper()
        if ADDRESS in after.form.strip(ADDRESS) or (is_name and (mention is None or mention.kind == BODY)):
            return None  # "stacja [NTV]", "portal [nowiny.pl]": it has a name of its own
        media = [m for m in self._scene.found.mentions if self._is_medium_name(m.base)]
        before = [mention for mention in media if mention.first < head.index]
        meant = before[-1:] or media[:1]  # a lead may say "gazeta" and name it later
        return self._intro.voice_of(meant[0]) if meant else None

    def _medium_called(self, head: Token, words: list[Token]) -> Voice | None:
        """ "Agencja Reutera pisała. [Agencja] dodała": the medium that stood last behind the same noun."""
        if len(words) > 1 or not self._scene.words.among("media", head.lemma):
            return None
        tokens = self._scene.tokens
        called = [
            m
            for m in self._intro.before(head.index)
            if head.lemma in (tokens[m.first].lemma, tokens[m.first - 1].lemma)
        ]
        if called:
            return self._intro.voice_of(called[-1]) if self._is_medium_name(called[-1].base) else None
        last = self.last()
        return last if last is not None and self._is_medium(last) else None

    def _known_body(self, head: Token, words: list[Token]) -> Voice | None:
        exact = self._titles.holders(head, words, head.index)
        if exact is not None and self._titles.shares_besides(exact, head, words):
            return self._hearing.find(exact) or Voice(name=exact, kind=BODY, number="Sing", gender=None)
        after = " ".join(token.form.casefold() for token in self._scene.between(head.index + 1, head.index + 3))
        is_titled = any(self._scene.words.among("in_titles", one) for one in (after, after.partition(" ")[0]))
        if fuller_phrase(self._scene, head) is not None or is_titled:
            return None  # "[komisja] do spraw lasów" is told from others by its matter
        if not self._scene.words.roles.is_general(head) or head.feats.get("Number") == "Plur" or len(words) > 2:
            return None
        heard = [v for v in self._hearing.voices if v.kind == BODY and not self._is_medium(v)]
        for voice in reversed(heard):
            fits = voice.number in (head.feats.get("Number"), None)
            if fits and not self._is_of_other_class(head, voice.name):
                return voice
        bodies = [
            m.entity
            for m in self._intro.before(head.index)
            if m.kind == "body" and not self._is_medium_name(m.base) and not self._is_of_other_class(head, m.entity)
        ]
        name = max(bodies, key=bodies.count, default=None)
        return None if name is None else Voice(name=name, kind=BODY, number="Sing", gender=None)

    def _is_of_other_class(self, head: Token, name: str) -> bool:
        """ "Skarżono się w Trybunale. [Związek] żądał": a union is no court, whatever else was named."""
        words = self._scene.words
        first = name.split()[0].casefold()
        is_class = words.roles.kinds.get(first) == BODY and not words.among("any_body", first)
        is_other = first != head.lemma and not self._titles.alike.are_one(first, head.lemma)
        return is_class and is_other and not words.among("any_body", head.lemma)

    def _known_person(self, head: Token, words: list[Token]) -> Voice | None:
        exact = self._titles.holders(head, words, head.index)
        exact = None if exact in self._hearing.told_of else exact
        head = self._as_verb_says(head)
        if exact is not None and self._is_of_other_gender(exact, head):
            exact = None
        if self._is_anothers(head, words) and (exact is None or not self._titles.shares_complement(exact, head, words)):
            return None
        voice = self._carrying.latest(head, head.index, people_only=True)
        heard = self._hearing.last_like(head, people_only=True)
        if (
            voice is not None
            and voice.place < 0
            and heard is not None
            and not self._scene.words.roles.is_general(head)
            and self._titles.is_called_else(voice.name, head)
        ):
            voice = heard  # "prezydent Donald Trump" is not the "sekretarz stanu" who speaks next
        fits = voice is not None and self._titles.may_be(voice.name, head, words)
        if exact is None and self._is_stranger(voice, head, words):
            return None
        if exact is not None and (not fits or self._titles.shares_complement(exact, head, words)):
            return self._hearing.find(exact) or self._introduce(exact, head)
        return voice if fits else self._only_person(head, words)

    def _is_of_other_gender(self, entity: str, head: Token) -> bool:
        """ "[Minister] zwróciła uwagę": she is not the minister who is a man."""
        verb = self._verb if self._verb is not None and self._scene.is_finite(self._verb) else None
        told = verb.feats.get("Gender") if verb is not None and verb.feats.get("Number") == "Sing" else None
        known = self._titles.genders.get(entity)
        return told == "Fem" and known == "Masc" and head.feats.get("Gender") == told

    def _is_stranger(self, voice: Voice | None, head: Token, words: list[Token]) -> bool:
        """Say whether a noun of which the article made no title brings in somebody new."""
        among = self._scene.words.among
        if among("bystanders", head.lemma):
            return True  # "[sąsiadka] słyszała krzyk"
        if voice is not None and self._is_of_other_noun(voice, head, words):
            return True
        if voice is None or not self._titles.is_called_else(voice.name, head):
            return False
        if head.lemma in self._titles.alike.posts and all(among("staff", noun) for noun in self._titles.of(voice.name)):
            return True  # "burmistrz" is not the "rzecznik Jan Kos"
        # "34-latek" is not the "rzecznik Jan Kos" who told of him, nor "rzecznik Budomostu" the "prezes Jan Kos".
        is_of_somebody = any(word.index > head.index and word.upos in ("NOUN", "PROPN", "X") for word in words)
        if of_age(head):
            return any(among("staff", noun) or noun in self._titles.alike.posts for noun in self._titles.of(voice.name))
        return is_of_somebody and (among("staff", head.lemma) or among("kin", head.lemma))

    def _is_of_other_noun(self, voice: Voice, head: Token, words: list[Token]) -> bool:
        """ "Wójt podał, że. [Dyrektor szkoły] zaprzecza": who has no name is known by his noun, or by a general one."""
        is_nameless = voice.name not in self._names and voice.name[:1].islower()
        is_same = any(self._titles.alike.are_one(noun, head.lemma) for noun in voice.nouns)
        of_thing = (word.index > head.index and word.upos == "NOUN" for word in words)  # "[właściciel] hali"
        is_anybody = self._scene.words.roles.is_general(head) and not any(of_thing)
        return is_nameless and not is_same and not is_anybody

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
        beside = self._scene.mention_at.get(head.index + 1)
        if self._scene.words.among("kin", head.lemma) and beside is not None and beside.kind == PERSON:
            return True  # "mąż [Asi Bibi]", whatever the tags of her name say
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
        people = {m.entity: m for m in self._intro.before(head.index) if m.kind == PERSON and not self._is_aside(m)}
        same = [name for name in people if self._titles.genders.get(name) == head.feats["Gender"]]
        fits = len(same) == 1 and self._titles.may_be(same[0], head, words)
        return self._intro.voice_of(people[same[0]]) if fits else None

    def _is_aside(self, mention: Mention) -> bool:
        """ "Córka [Jana Kosa]", "spokrewniona z [Kosem]": named only to tell of somebody else."""
        before = self._scene.tokens[mention.first - 1] if mention.first else None
        is_noun = before is not None and before.upos == "NOUN" and before.feats.get("Case") == "Nom"
        return (is_noun and self._scene.is_inflected(mention)) or is_led(self._scene, mention.first)

    def _introduce(self, entity: str, head: Token) -> Voice:
        return Voice(name=entity, kind=PERSON, number="Sing", gender=head.feats.get("Gender"))

    def _is_medium(self, voice: Voice) -> bool:
        return self._is_medium_name(voice.name)

    def _is_medium_name(self, name: str) -> bool:
        return self._scene.is_medium(name)


def _as_common(scene: Scene, head: Token) -> Token:
    """ "[Związek] zaprzecza": a role that opens a sentence, though the tag says name."""
    small = head.lemma.casefold()
    return replace(head, lemma=small) if small != head.lemma and small in scene.words.roles.kinds else head
