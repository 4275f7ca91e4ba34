"""What an article calls its people and bodies besides their names: "minister energii [Jan Kowalski]".

In:   a scene.
Out:  Titles: the nouns that stand with each name, and who a noun may stand for; the name in a noun phrase.
Not:  who speaks, which is claim/voices.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podobno.claim.alike import AlikeRoles, alike_roles
from podobno.claim.genders import genders_of, token_of
from podobno.claim.scene import Scene
from podobno.claim.spans import phrase_part
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention

AFTER_MEDIUM = 8  # words between a medium that was told and the person who told it
NAME_REACH = 12  # words from a role to the name behind it: "rzecznik komendy policji w Koninie podkom. [Jan Lis]"
NICKNAME = 3  # words in quotation marks between a role and a name: "trener „orlęt” [Jan Kos]"
TITLE = 3  # words in quotation marks that report nothing
REACH = 8  # words before a name that may belong to its title
COMMA_REACH = 4  # words from a comma to the name behind it: "rzeczniczka sądu, prok. [Anna Kos]"
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
        free = [title for title in self.titles if not _clashes(title, ours)]
        fitting = [title for title in free if title.noun == head.lemma]
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
        named = self._besides(head, [word for word in words if word.upos == "PROPN"])
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
            if token.upos not in ("PROPN", "X") or not token.form[:1].isupper() or is_seen:
                break
            if token.feats.get("Case", case) == case:
                words.append(scene.words.inflection.nominative(token.form, token.feats))
        return self._fullest(" ".join(words)) if words else None

    def flat_name_before(self, scene: Scene, head: Token) -> str | None:
        """A name that the weights did not see, with a role behind it: "[Wu Weiren], główny inżynier"."""
        comma = _comma_before(scene, head)
        if comma is None:
            return None
        first = comma
        while first > 0 and _may_be_name(scene, scene.tokens[first - 1]):
            first -= 1
        return scene.text[scene.tokens[first].start : scene.tokens[comma - 1].end] if comma - first > 1 else None

    def _fullest(self, name: str) -> str:
        """The full name that the article gives a surname."""
        return next((full for full in self.full if full.split()[-1] == name.split()[-1]), name)


def _brand(scene: Scene, head: Token) -> str | None:
    """ "Dane portalu [Zwierzęta Dziś]": capitals behind a medium are its name, whatever their tags."""
    last = head.index + 1
    while last < scene.sentence(head)[1] and scene.tokens[last].form[:1].isupper() and last not in scene.mention_at:
        last += 1
    words = scene.tokens[head.index + 1 : last]
    return scene.text[words[0].start : words[-1].end] if len(words) > 1 else None


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
        nouns += _head_noun(scene, mention)
        nouns += _body_noun(scene, mention)
    for noun in nouns:
        own = besides(noun, _around(scene, mention, noun), bases)
        yield Title(entity=mention.entity, noun=noun.lemma.casefold(), besides=own, place=mention.first)


def _head_noun(scene: Scene, mention: Mention) -> list[Token]:
    """Of "Sztab Generalny Wojska Polskiego" the first noun: the army is another body."""
    nouns = (token for token in scene.between(mention.first, mention.last) if token.upos != "ADJ")
    first = next(nouns, None)
    return [first] if first is not None and scene.words.roles.kind(first) else []


def _nouns_before(scene: Scene, mention: Mention) -> Iterator[Token]:
    """Nouns in the case of the name, right before it, its complements between them."""
    token = token_of(scene, mention)
    case = "Nom" if not scene.is_inflected(mention) else token.feats.get("Case")
    first, is_far = _comma_led(scene, mention), False
    for place in range(first - 1, max(first - REACH, -1), -1):
        word = scene.tokens[place]
        if word.upos in ("ADP", "CCONJ") and _leads_to_place(scene, word):
            continue  # "ambasador w USA i w Niemczech [Jan Kowalski]"
        if word.upos == "ADP" and _is_in_title_of(scene, word):
            is_far = True  # "rzecznik partii do spraw lasów [Jan Kos]": no thing before it is a title
            continue
        if scene.is_mark(place) or scene.is_finite(word) or word.sentence != token.sentence or word.upos == "ADP":
            return
        same = word.feats.get("Case") in (case, token.feats.get("Case")) and _is_one(scene, word, mention)
        is_far_thing = is_far and word.feats.get("Animacy") != "Hum"
        if word.upos == "NOUN" and same and place not in scene.mention_at and not is_far_thing:
            yield word


def _comma_led(scene: Scene, mention: Mention) -> int:
    """Return where the title of a name ends: "prezes związku, [Jan Kos]," has it before a comma."""
    first, last = mention.first, mention.last
    led = first > 1 and scene.tokens[first - 1].form == ","
    if mention.kind != "person" or not led:
        return first
    noun = scene.tree.head(token_of(scene, mention))
    is_title = noun is not None and noun.index < first and noun.feats.get("Animacy") == "Hum"
    ends = last == len(scene.tokens) or scene.is_mark(last)
    return first - 1 if ends or (is_title and scene.is_finite(scene.tokens[last])) else first


def _is_in_title_of(scene: Scene, preposition: Token) -> bool:
    """ "Rzecznik partii [do] spraw europejskich": a preposition whose noun hangs on a noun before it."""
    noun = scene.tree.head(preposition) if preposition.form.islower() else None
    above = scene.tree.head(noun) if noun is not None and is_dep(noun, "nmod") else None
    return above is not None and above.index < preposition.index and above.upos in ("NOUN", "PROPN")


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


# Names in noun phrases


def named(scene: Scene, head: Token) -> Mention | None:
    """Return the name in a noun phrase: of its head, or of a person set beside it."""
    first, last = phrase_part(scene, head, is_short=True)
    mention = scene.mention_at.get(head.index)
    inside = [m for m in scene.found.mentions if first <= m.first < last]
    if mention is not None and not _is_listener(scene, mention):
        return mention
    before = _before_comma(scene, head)
    if before is not None:
        return before
    if scene.words.among("kin", head.lemma):
        return _kin(scene, head, last)
    person = _person_beside(scene, head)
    if person is not None:
        return person
    if mention is not None:
        return _person_after(scene, mention) or mention
    media = [m for m in inside if scene.is_medium(m.base)]
    if media and (head.lemma in scene.words.rules["media"] or head.lemma in scene.words.rules["reporters"]):
        return media[0]
    return _body_beside(scene, head) or _behind_comma(scene, head, last)


def _kin(scene: Scene, head: Token, last: int) -> Mention | None:
    """ "Mąż Rossi, [Jan Lis]": the name right behind is whose kin it is, unless its case says that they are one."""
    beside = scene.mention_at.get(head.index + 1)
    end = beside.last if beside is not None else last
    named_behind = _behind_comma(scene, head, end)
    if named_behind is not None or beside is None:
        return named_behind
    cases = {token.feats.get("Case") for token in scene.between(beside.first, beside.last)}
    return beside if cases <= {head.feats.get("Case", "Nom"), None} and not scene.is_inflected(beside) else None


def _body_beside(scene: Scene, head: Token) -> Mention | None:
    """ "Linie lotnicze [Ryanair]", but not "rzecznik [Ryanaira]"; a name that looks like a place's may be a body's."""
    if scene.words.roles.kind(head) != "body":
        return None
    for token in scene.between(head.index + 1, min(head.index + REACH, scene.sentence(head)[1])):
        mention = scene.mention_at.get(token.index)
        if mention is not None:
            is_one = mention.kind == "body" or (mention.kind == "place" and head.feats.get("Case") == "Nom")
            return mention if is_one and _shares_case(scene, head, mention) else None
        if token.upos != "ADJ":
            return None
    return None


def _before_comma(scene: Scene, head: Token) -> Mention | None:
    """ "[Jan Kowalski], minister energii, dodał": a role set behind the name."""
    comma = _comma_before(scene, head)
    mention = scene.mention_at.get(comma - 1) if comma is not None else None
    if mention is None or mention.kind != "person":
        return None
    same = token_of(scene, mention).feats.get("Case", "Nom") == head.feats.get("Case", "Nom")
    return mention if same else None


def _comma_before(scene: Scene, head: Token) -> int | None:
    place = head.index - 1
    while place > 0 and scene.tokens[place].upos == "ADJ":
        place -= 1
    is_role = scene.words.roles.kind(head) is not None
    return place if place > 0 and scene.tokens[place].form == "," and is_role else None


def _may_be_name(scene: Scene, token: Token) -> bool:
    inside = scene.sentence(token)[0] <= token.index and token.index not in scene.mention_at
    return inside and token.form.istitle() and token.upos in ("PROPN", "X", "NOUN", "ADJ")


def _behind_comma(scene: Scene, head: Token, last: int) -> Mention | None:
    """ "Minister energii, [Jan Kowalski], dodał", "babcia, pani [Maria]"."""
    last = _comma_behind(scene, last)
    if last + 1 >= len(scene.tokens) or scene.tokens[last].form != "," or head.upos != "NOUN":
        return None
    for place in range(last + 1, min(last + COMMA_REACH, len(scene.tokens))):
        mention = scene.mention_at.get(place)
        if mention is not None:
            same = token_of(scene, mention).feats.get("Case", "Nom") == head.feats.get("Case", "Nom")
            return mention if mention.kind == "person" and same else None
        is_short = _cuts_word(scene, place) or _cuts_word(scene, place + 1)
        if scene.tokens[place].upos not in ("NOUN", "X") and not is_short:
            return None
    return None


def _comma_behind(scene: Scene, last: int) -> int:
    """ "Sponsor biegu | na rzecz lasu[,] Adam Dąb.": the comma behind a title of which the phrase holds a part."""
    for token in scene.between(last, min(last + REACH, len(scene.tokens))):
        mention = scene.mention_at.get(token.index + 1)
        if token.form == "," and mention is not None:
            return token.index if _comma_led(scene, mention) == token.index else last
        if scene.is_mark(token.index) or scene.is_finite(token):
            return last
    return last


def _cuts_word(scene: Scene, place: int) -> bool:
    """Say whether a stop cuts a word short: "prok[.] Anna Kos"."""
    return place < len(scene.tokens) and scene.tokens[place].form == "." and scene.gap(place) == ""


def _is_listener(scene: Scene, mention: Mention) -> bool:
    """ "Powiedział [PAP] Kowalski": the medium was told, the person behind it speaks."""
    return scene.is_medium(mention.base) and _person_after(scene, mention) is not None


def _person_after(scene: Scene, mention: Mention) -> Mention | None:
    for place in range(mention.last, min(mention.last + AFTER_MEDIUM, len(scene.tokens))):
        other = scene.mention_at.get(place)
        if other is not None and other.kind == "person":
            return other
        if _cuts_word(scene, place):
            continue  # "mł. bryg. Jan Kowalski"
        if scene.is_mark(place) or scene.is_finite(scene.tokens[place]) or scene.tokens[place].upos == "ADP":
            return None
    return None


def _person_beside(scene: Scene, head: Token) -> Mention | None:
    """ "Prezes Gazpromu [Aleksiej Miller]", but not "rzecznik [Andrzeja Dudy]"."""
    if head.upos not in ("NOUN", "ADJ") and scene.words.roles.kind(head) is None:
        return None
    for token in scene.between(head.index + 1, min(head.index + NAME_REACH, scene.sentence(head)[1])):
        mention = scene.mention_at.get(token.index)
        if mention is not None and mention.kind == "person" and _shares_case(scene, head, mention):
            return mention
        if mention is not None and mention.kind == "body":
            continue
        if mention is not None and mention.kind == "place" and token.feats.get("Case") == "Loc":
            continue  # "ambasador w USA i w Niemczech [Jan Kowalski]"
        is_title = _cuts_word(scene, token.index)
        if scene.is_finite(token) or (scene.is_mark(token.index) and not is_title and not _bounds_quote(scene, token)):
            return None
        if token.upos in ("CCONJ", "ADP") and not (_leads_to_place(scene, token) or _is_in_title_of(scene, token)):
            return None
    return None


def _bounds_quote(scene: Scene, mark: Token) -> bool:
    """ "Trener „orlęt” [Jan Kos]": a mark round a few words of the title."""
    if mark.form in ".,;:!?":
        return False
    near = (scene.quote_at.get(mark.index + 1), scene.quote_at.get(mark.index - 1))
    return mark.index not in scene.quote_at and any(q is not None and q.last - q.first <= NICKNAME for q in near)


def _leads_to_place(scene: Scene, token: Token) -> bool:
    """ "[W] USA", "[i w] Niemczech"."""
    near = scene.between(token.index + 1, min(token.index + 3, scene.sentence(token)[1]))
    word = next((other for other in near if other.upos != "ADP"), token)
    mention = scene.mention_at.get(word.index)
    return mention is not None and mention.kind == "place"


def _shares_case(scene: Scene, head: Token, mention: Mention) -> bool:
    if any(token.upos == "ADP" for token in scene.between(mention.first - 1, mention.first)):
        return False
    case = head.feats.get("Case", "Nom")
    if case == "Nom":
        return not scene.is_inflected(mention)
    cases = {token.feats.get("Case") for token in scene.between(mention.first, mention.last)}
    men = {"Acc", "Gen"}  # of men's names one form is both, and its tag a guess
    return cases == {None} or case in cases or (case in men and bool(cases & men))


def is_subject(scene: Scene, mention: Mention, reported: frozenset[int]) -> bool:
    """Say whether a person is the subject of a sentence that nobody reports, or may be one by its case."""
    if mention.kind != "person" or mention.first in reported or scene.is_teaser(mention.first):
        return False
    if is_in_title(scene, mention.first, mention.last):
        return False
    words = list(scene.between(mention.first, mention.last))
    before = scene.tokens[mention.first - 1] if mention.first else None
    if before is not None and (before.upos == "ADP" or before.form == "("):
        return False
    if any(is_dep(word, "nsubj", "root") for word in words):
        return True
    is_object = is_dep(token_of(scene, mention), "obj", "iobj", "obl")  # "zacytował Koran"
    return not is_object and all(word.feats.get("Case", "Nom") == "Nom" for word in words)


def is_in_title(scene: Scene, first: int, last: int) -> bool:
    """Say whether words are a part of a title in quotation marks: "ustawa „lex [Kowalski]”"."""
    quote = scene.quote_at.get(first)
    return quote is not None and last - first < quote.last - quote.first <= TITLE
