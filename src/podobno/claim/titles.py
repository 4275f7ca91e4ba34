"""What an article calls its people and bodies besides their names: "minister energii [Jan Kowalski]".

In:   a scene.
Out:  Titles: the nouns that stand with each name, and who a noun may stand for.
Not:  who speaks, which is claim/voices.py; the name in a noun phrase: claim/phrasenames.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podobno.claim.alike import AlikeRoles, alike_roles
from podobno.claim.genders import genders_of, token_of
from podobno.claim.phrasenames import brand_end, comma_before, comma_led, is_in_title_of, leads_to_place, may_be_name
from podobno.claim.phrases import phrase_part
from podobno.claim.roles import PERSON
from podobno.claim.scene import Scene
from podobno.records.parsed import Token
from podobno.records.values import Mention

REACH = 8  # words before a name that may belong to its title
BESIDES = ("NOUN", "PROPN", "ADJ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One title of one name."""

    entity: str
    noun: str  # lemma: "minister"
    besides: frozenset[str]  # lemmas of the words that go with it: "energia", "polski"
    place: int  # token of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """The titles of an article."""

    titles: tuple[Title, ...]  # in text order
    genders: dict[str, str]  # of people, by entity; those of whom nothing tells it are missing
    full: tuple[str, ...]  # full names of people
    owners: frozenset[tuple[str, str]]  # noun and person: of "prawnik Anny Kos" the noun is not the person
    bases: Mapping[int, str]  # base forms of the words of names, by token: the dictionary may lack their lemmas
    former: frozenset[str]  # lemmas by which a title is of the past: "były"
    offices: Mapping[str, str]  # lemmas of noun and complement to the noun of the same office: "szef rząd" to "premier"
    alike: AlikeRoles

    def shares_complement(self, entity: str, head: Token, words: Sequence[Token]) -> bool:
        """Say whether a phrase has no name of its own ("Rosji"), or a title of the entity has the same."""
        ours = _names(self._besides(head, words))
        return not ours or any(ours & title.besides for title in self.titles if title.entity == entity)

    def shares_besides(self, entity: str, head: Token, words: Sequence[Token]) -> bool:
        """Say whether a phrase is the noun alone, or some word of it goes with a title of the entity too."""
        ours = self._besides(head, words)
        return not ours or any(ours & title.besides for title in self.titles if title.entity == entity)

    def besides_of(self, entity: str) -> frozenset[str]:
        """Return the words that go with the titles of a person, names and adjectives: "Polska", "polski"."""
        own = (title for title in self.titles if title.entity == entity)
        return frozenset(lemma for title in own for lemma in title.besides)

    def holders(self, head: Token, words: Sequence[Token], place: int) -> str | None:
        """Return who the article calls by a noun: the one whose title fits best, named last before a place."""
        besides = self._besides(head, words)
        ours = _names(besides)
        offices = {self.offices[one] for one in {f"{head.lemma} {word}" for word in besides} & self.offices.keys()}
        past = self.former & besides  # the "prezydent" is not the "były prezydent" who is named beside him
        free = [one for one in self.titles if not _clashes(one, ours) and self.former & one.besides == past]
        fitting = [title for title in free if title.noun == head.lemma]
        fitting = fitting or [one for one in free if one.noun in offices and not _names(one.besides)]
        fitting = fitting or [t for t in free if ours & t.besides and self.alike.are_one(t.noun, head.lemma)]
        best = max(
            fitting,
            key=lambda title: (len(besides & title.besides), title.place < place, _nearness(title, place)),
            default=None,
        )
        return None if best is None else best.entity

    def may_be(self, entity: str, head: Token, words: Sequence[Token]) -> bool:
        """Say whether a person may be meant by a noun: no title of hers speaks against it."""
        if (head.lemma, entity) in self.owners:
            return False
        own = [title for title in self.titles if title.entity == entity]
        named = self._besides(head, [word for word in words if word.upos == "PROPN" or word.form[:1].isupper()])
        titled = [title for title in own if _names(title.besides)]
        fitting = (title for title in titled if named & title.besides)
        return not (named and titled) or any(self.alike.are_one(title.noun, head.lemma) for title in fitting)

    def of(self, entity: str) -> frozenset[str]:
        """Return the nouns of the titles of an entity."""
        return frozenset(title.noun for title in self.titles if title.entity == entity)

    def is_called_else(self, entity: str, head: Token) -> bool:
        """Say whether the article has titles for a name, and this noun is none of them."""
        nouns = self.of(entity)
        return bool(nouns) and head.lemma.casefold() not in nouns

    def _besides(self, head: Token, words: Sequence[Token]) -> frozenset[str]:
        return besides(head, words, self.bases)

    def flat_name(self, scene: Scene, head: Token) -> str | None:
        """A name that stands with a title, though the weights did not see it: "papież [Benedykt XVI]"."""
        words: list[str] = []
        case = head.feats.get("Case", "Nom")
        after = scene.tokens[head.index + 1] if head.index + 1 < len(scene.tokens) else head
        if scene.words.among("media", head.lemma) and "." in after.form.strip("."):
            return after.form  # "portal [nowiny.pl]"
        brand = _brand(scene, head) if scene.words.among("media", head.lemma) else None
        if brand is not None:
            return brand
        for token in scene.between(head.index + 1, scene.sentence(head)[1]):
            if token.form == "." and not words:
                continue  # of an abbreviated title
            is_seen = token.index in scene.mention_at  # "rzecznik PGNiG", "mąż Anny Kowalskiej": not called so
            if is_seen and not words and scene.mention_at[token.index].kind == "place":
                continue  # "prezydent Tajwanu [Lai Ching-te]"
            if words and token.form.isdigit() and words[-1].isascii():
                words.append(token.form)  # "spółka Nord Stream [2]"
                break
            if token.upos not in ("PROPN", "X") or not token.form[:1].isupper() or is_seen:
                break
            if token.feats.get("Case", case) == case:
                words.append(scene.words.inflection.nominative(token.form, token.feats))
        return self._fullest(" ".join(words)) if words else None

    def flat_name_before(self, scene: Scene, head: Token) -> str | None:
        """A name that the weights did not see, with a role behind it: "[Wu Weiren], główny inżynier"."""
        comma = comma_before(scene, head)
        if comma is None:
            return None
        first = comma
        while first > 0 and may_be_name(scene, scene.tokens[first - 1]):
            first -= 1
        return scene.text[scene.tokens[first].start : scene.tokens[comma - 1].end] if comma - first > 1 else None

    def _fullest(self, name: str) -> str:
        """The full name that the article gives a surname."""
        return next((full for full in self.full if full.split()[-1] == name.split()[-1]), name)


def _brand(scene: Scene, head: Token) -> str | None:
    last = brand_end(scene, head)
    return (
        scene.text[scene.tokens[head.index + 1].start : scene.tokens[last - 1].end] if last > head.index + 2 else None
    )


def _nearness(title: Title, place: int) -> int:
    return title.place if title.place < place else -title.place


def besides(head: Token, words: Iterable[Token], bases: Mapping[int, str]) -> frozenset[str]:
    """Return the lemmas of the words that go with a noun, of names also their base forms."""
    others = [word for word in words if word.upos in BESIDES and word.index != head.index]
    return frozenset(form for word in others for form in (word.lemma, bases.get(word.index, word.lemma)))


def _names(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(lemma for lemma in lemmas if lemma[:1].isupper())


def _clashes(title: Title, ours: frozenset[str]) -> bool:
    """ "Prezydent Rosji" is not the one who is called "prezydent Ukrainy"."""
    theirs = _names(title.besides)
    return bool(ours and theirs) and not ours & theirs


def read_titles(scene: Scene) -> Titles:
    """Gather the titles of an article."""
    people = [mention for mention in scene.found.mentions if mention.kind == "person"]
    bases = {token: word for mention in scene.found.mentions for token, word in _bases(scene, mention)}
    titles = [title for mention in scene.found.mentions for title in _titles(scene, mention, bases)]
    return Titles(
        titles=tuple(sorted(titles, key=lambda title: title.place)),
        genders=genders_of(scene, people),
        full=tuple(dict.fromkeys(mention.entity for mention in people)),
        owners=frozenset(owner for mention in people if (owner := _owner(scene, mention)) is not None),
        bases=bases,
        former=frozenset(scene.words.rules["former"]),
        offices=scene.words.rules["offices"],
        alike=alike_roles(scene),
    )


def _bases(scene: Scene, mention: Mention) -> Iterator[tuple[int, str]]:
    words = mention.base.split()
    if len(words) == mention.last - mention.first:
        for token, word in zip(scene.between(mention.first, mention.last), words, strict=True):
            if token.lemma[:1].isupper():
                yield token.index, word


def _owner(scene: Scene, mention: Mention) -> tuple[str, str] | None:
    """Return noun and person of "prawnik [Anny Kos]"."""
    before = scene.tokens[mention.first - 1] if mention.first else None
    if before is None or scene.words.roles.kind(before) != "person" or _is_one(scene, before, mention):
        return None
    return before.lemma, mention.entity


def _titles(scene: Scene, mention: Mention, bases: Mapping[int, str]) -> Iterator[Title]:
    if mention.kind == "place":
        return
    nouns = [*_nouns_before(scene, mention), *_nouns_behind(scene, mention)]
    if mention.kind == "body":
        nouns = [noun for noun in nouns if scene.words.roles.kind(noun) != "person"]  # "dyplomata [UE]"
        nouns = [noun for noun in nouns if not scene.words.among("organs", noun.lemma)]  # "dyrekcji [Budomostu]"
        nouns += _head_noun(scene, mention)
        nouns += _body_noun(scene, mention)
    for noun in nouns:
        own = besides(noun, _around(scene, mention, noun), bases) | _past(scene, noun)
        yield Title(entity=mention.entity, noun=noun.lemma.casefold(), besides=own, place=mention.first)


def _past(scene: Scene, noun: Token) -> frozenset[str]:
    """ "[Były] prezydent", whatever the tag: its form is a verb's, too."""
    at = noun.index - 1
    while at >= 0 and scene.tokens[at].upos == "ADJ":
        at -= 1
    lemmas = scene.words.inflection.lemmas(scene.tokens[at].form.casefold()) if at >= 0 else ()
    return frozenset(lemmas) & frozenset(scene.words.rules["former"])


def _head_noun(scene: Scene, mention: Mention) -> list[Token]:
    """Of "Sztab Generalny Wojska Polskiego" the first noun: the army is another body."""
    nouns = (token for token in scene.between(mention.first, mention.last) if token.upos != "ADJ")
    first = next(nouns, None)
    return [first] if first is not None and scene.words.roles.kind(first) else []


def _nouns_before(scene: Scene, mention: Mention) -> Iterator[Token]:
    """Nouns in the case of the name, right before it, its complements between them."""
    token = token_of(scene, mention)
    case = "Nom" if not scene.is_inflected(mention) else token.feats.get("Case")
    first, is_far = comma_led(scene, mention), False
    for place in range(first - 1, max(first - REACH, -1), -1):
        word = scene.tokens[place]
        if word.upos in ("ADP", "CCONJ") and leads_to_place(scene, word):
            continue  # "ambasador w USA i w Niemczech [Jan Kowalski]"
        if word.upos == "ADP" and is_in_title_of(scene, word):
            is_far = True  # "rzecznik partii do spraw lasów [Jan Kos]": no thing before it is a title
            continue
        if scene.is_mark(place) or scene.is_finite(word) or word.sentence != token.sentence or word.upos == "ADP":
            return
        other = scene.mention_at.get(place)
        if other is not None and mention.kind == other.kind == PERSON:
            return  # "wiceprezydent Jan Kos oraz [Anna Kos]": the title is his
        same = word.feats.get("Case") in (case, token.feats.get("Case")) and _is_one(scene, word, mention)
        is_far_thing = is_far and word.feats.get("Animacy") != "Hum"
        is_noun = word.upos == "NOUN" or (word.upos == "ADJ" and scene.words.roles.kind(word) == PERSON)  # "radny"
        if is_noun and same and place not in scene.mention_at and not is_far_thing:
            yield word


def _body_noun(scene: Scene, mention: Mention) -> Iterator[Token]:
    """ "Szefowie sieci [Budomost]": the noun right before the name of a body that stands in its base form."""
    before = scene.tokens[mention.first - 1] if mention.first else None
    is_base = before is not None and not scene.is_inflected(mention) and before.index not in scene.mention_at
    if before is not None and is_base and before.feats.get("Case") != "Nom":
        yield from (before,) if scene.words.roles.kind(before) == "body" else ()


def _is_one(scene: Scene, noun: Token, mention: Mention) -> bool:
    """A noun in the nominative and an inflected name are not one: "prawnik [Anny Kos]"."""
    return noun.feats.get("Case") != "Nom" or not scene.is_inflected(mention)


def _nouns_behind(scene: Scene, mention: Mention) -> Iterator[Token]:
    """ "Jan Kowalski, minister energii": a role behind a comma, in the case of the name."""
    token, after = token_of(scene, mention), mention.last
    for child in scene.tree.children(token, "appos"):
        if child.upos == "NOUN":
            yield child
            return
    if after + 1 >= len(scene.tokens) or scene.tokens[after].form not in (",", "("):
        return
    for word in scene.between(after + 1, after + 4):
        if word.upos == "NOUN" and word.feats.get("Case") == token.feats.get("Case", "Nom"):
            if scene.words.roles.kind(word) is not None:
                yield word
            return
        if word.upos != "ADJ":
            return


def _around(scene: Scene, mention: Mention, noun: Token) -> Iterator[Token]:
    if noun.index < mention.first:
        first = noun.index
        while first > 0 and scene.tokens[first - 1].upos == "ADJ":
            first -= 1
        return scene.between(first, mention.first)
    if noun.index < mention.last:
        return scene.between(mention.first, mention.last)
    return scene.between(*phrase_part(scene, noun, is_short=True))
