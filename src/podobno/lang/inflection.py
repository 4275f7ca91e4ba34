"""Bring words to the form in which one names them: the nominative.

In:   the tokens of a noun phrase and its head.
Out:  the phrase in the nominative; what does not agree with the head stays as it stands.
Not:  which words are the phrase, and whose name it is: find/names.py and claim/voices.py.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from podobno.lang.pack import Pack
from podobno.lang.readings import Reading, Readings
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

CACHE_SIZE = 100_000  # words
CASES = {"Gen": "gen", "Dat": "dat", "Acc": "acc", "Ins": "inst", "Loc": "loc", "Voc": "voc", "Nom": "nom"}
NUMBERS = {"Sing": "sg", "Plur": "pl", "Ptan": "pl"}
NOUN = "subst"
DEGREES = ("com", "sup", "neg")
AGREEING = ("amod", "det", "flat", "appos", "nummod", "nmod:flat")


class Inflection:
    """The dictionary's paradigms, with the words that were asked last."""

    def __init__(self, endings: Sequence[Mapping[str, str]], readings: Readings) -> None:
        """Take the endings by which unknown names are inflected, and the dictionary."""
        import morfeusz2

        self.readings = readings
        self._generate: Callable[[str], list[Any]] = morfeusz2.Morfeusz(analyse=False).generate
        self._endings = endings
        self._seen: dict[tuple[str, str, str, str, bool], str] = {}

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Return every base form that the dictionary has for a form, a participle's own form among them."""
        found = dict.fromkeys(reading.lemma for reading in self.readings.look_up(form))
        return tuple(found)

    def base_form(self, tokens: Sequence[Token], head: Token) -> str:
        """Return a noun phrase in the nominative, with the white space between its words made one space."""
        heads = _coordinated(tokens, head)
        of_other = {token.index for token in tokens if _is_of_noun_behind(token, tokens)}
        words = [
            token.form
            if token.index in of_other and token is not head
            else self._word(token, heads.get(token.index) or heads.get(token.head) or head)
            for token in tokens
        ]
        return _joined(tokens, words, is_name=head.upos == "PROPN" or tokens[0].upos == "PROPN")

    def nominative(self, form: str, feats: Mapping[str, str]) -> str:
        """Return the nominative of one word, in its own number."""
        case = feats.get("Case", "Nom")
        if case == "Nom":
            return form
        number = NUMBERS.get(feats.get("Number", "Sing"), "sg")
        is_noun = "Noun" in feats
        key = (form, case, number, feats.get("Gender", ""), is_noun)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
            found = self._seen[key] = self._nominative(*key)
        return found

    def may_be_nominative(self, form: str) -> bool:
        """Say whether a form can be a nominative; a form that the dictionary lacks, if no case ending is on it."""
        readings = self.readings.look_up(form)
        if readings:
            return any(_has(reading.tag, "nom") for reading in readings)
        return not any(row["ending"] and form.endswith(row["ending"]) for row in self._endings)

    def _word(self, token: Token, head: Token) -> str:
        case = head.feats.get("Case")
        is_same = token.feats.get("Case", case) == case or self._may_agree(token, head)
        is_below = token.head == head.index and is_dep(token, *AGREEING) and is_same and not _is_other(token, head)
        is_beside = token.upos == "ADJ" and abs(token.index - head.index) == 1 and self._agrees(token, head)
        agrees = token.index == head.index or is_below or is_beside
        if not agrees:
            return token.form
        feats = {**head.feats, **token.feats, "Case": head.feats.get("Case", "Nom")}
        if head.feats.get("Number") == "Plur":
            feats["Gender"] = "Hum" if head.feats.get("Animacy") == "Hum" else "Things"
        return self.nominative(token.form, {**feats, "Noun": "Yes"} if token.upos == "NOUN" else feats)

    def _agrees(self, token: Token, head: Token) -> bool:
        """ "Raportów [polskiego] wywiadu": an adjective beside a noun of another number is not its own."""
        numbers = {token.feats.get("Number"), head.feats.get("Number")} - {None, "Ptan"}
        return token.feats.get("Case") == head.feats.get("Case") and len(numbers) < 2

    def _may_agree(self, token: Token, head: Token) -> bool:
        """Say whether an adjective may have the case and number of its noun, whatever its tags say."""
        if token.upos not in ("ADJ", "DET") or head.feats.get("Case") not in CASES:
            return False
        wanted = (CASES[head.feats["Case"]], NUMBERS.get(head.feats.get("Number", "Sing"), "sg"))
        return any(all(_has(reading.tag, one) for one in wanted) for reading in self.readings.look_up(token.form))

    def _nominative(self, form: str, case: str, number: str, gender: str, is_noun: bool) -> str:
        readings = self.readings.look_up(form)
        nouns = tuple(reading for reading in readings if reading.pos == NOUN) if is_noun else ()
        readings = nouns or readings  # "dane", not the participle "dany"
        fitting = [r for r in readings if _has(r.tag, CASES[case]) and _has(r.tag, number)]
        plural = {"Hum": ("m1",), "Things": ("m2", "m3", "f", "n")}.get(gender)
        wanted = plural or (gender[:1].lower(),)
        genders = [r for r in fitting if not gender or any(_has(r.tag, one) for one in wanted)]
        names = [r for r in genders or fitting if form[:1].isupper() and r.lemma[:1].isupper()]
        for reading in sorted(names or genders or fitting, key=_rank):
            made = self._made(reading, number, plural or _shared(reading, gender))
            if made is not None:
                return _like(made, form)
        return form if readings else self._guess(form, case, number, gender)

    def _made(self, reading: Reading, number: str, wanted: tuple[str, ...]) -> str | None:
        genders = set(wanted or _genders(reading))
        found: list[str] = []
        for form, _, tag, _, _ in self._generate(reading.lemma):
            if not tag.startswith(reading.pos) or not _has(tag, "nom") or not _has(tag, number):
                continue
            if [mark for mark in DEGREES if _has(tag, mark)] != [mark for mark in DEGREES if _has(reading.tag, mark)]:
                continue  # "najnowszy" and "nienowy" are of the same base form as "nowy"
            if not genders or any(_has(tag, gender) for gender in genders):
                found.append(str(form))
        # Of "autorowie" and "autorzy", "Francuzowie" and "Francuzi" the shorter one is said today.
        return min(found, key=len, default=None) if number == "pl" else next(iter(found), None)

    def _guess(self, form: str, case: str, number: str, gender: str) -> str:
        """A name that the dictionary lacks: by its ending."""
        for row in self._endings if number == "sg" else ():
            if case not in row["cases"].split() or (gender and row["gender"] != gender):
                continue
            ending = row["ending"]
            if form.endswith(ending) and len(form) - len(ending) >= 2:
                return form.removesuffix(ending) + row["nominative"]
        return form


def open_inflection(pack: Pack, readings: Readings | None = None) -> Inflection:
    """Open the dictionary of a pack's language; readings: where others look words up in it too."""
    endings = [row.cells for row in pack.lexicon("name_endings")]
    return Inflection(sorted(endings, key=lambda row: -len(row["ending"])), readings or Readings())


def _genders(reading: Reading) -> tuple[str, ...]:
    return tuple(value for part in reading.tag.split(":")[3:4] for value in part.split("."))


def _shared(reading: Reading, gender: str) -> tuple[str, ...]:
    """Of the genders that a form may have, the one asked for: "nowym" with "prawem" is "nowe"; () if it has not."""
    return tuple(one for one in _genders(reading) if gender and one[:1] == gender[:1].lower())


def _is_of_noun_behind(token: Token, tokens: Sequence[Token]) -> bool:
    """ "Szefa [niemieckiego] resortu": an adjective between two nouns, of the case and number of the second."""
    nouns = {one.index: one for one in tokens if one.upos in ("NOUN", "PROPN")}
    before, noun = nouns.get(token.index - 1), nouns.get(token.head)
    if token.upos != "ADJ" or not is_dep(token, "amod") or before is None or noun is None:
        return False
    if noun is before:  # "szefa [niemieckiego] MSZ" hung on the first: the gender tells
        noun = nouns.get(token.index + 1, noun)
        if noun.upos != "PROPN" or token.feats.get("Gender") != noun.feats.get("Gender"):
            return False
        if token.feats.get("Gender") == before.feats.get("Gender"):
            return False
    agree = all(token.feats.get(name) == noun.feats.get(name) for name in ("Case", "Number"))
    return agree and noun.index > token.index


def _is_other(token: Token, head: Token) -> bool:
    """ "Prezydenta [Francji]": a name of another gender behind a noun is not the noun's own."""
    genders = {token.feats.get("Gender"), head.feats.get("Gender")} - {None}
    return token.upos == "PROPN" and head.upos == "NOUN" and len(genders) > 1


def _coordinated(tokens: Sequence[Token], head: Token) -> dict[int, Token]:
    """Return the head and the nouns set beside it, by place: of "polityków i [ekspertów]" both change."""
    heads = {head.index: head}
    for token in tokens:
        same = token.feats.get("Case") == head.feats.get("Case")
        if is_dep(token, "conj") and token.head in heads and same and token.upos in ("NOUN", "PROPN"):
            heads[token.index] = token
    return heads


def _has(tag: str, value: str) -> bool:
    parts = (one for part in tag.split(":")[1:] for one in part.split("."))
    return any(one == value or (one[:1] == value and one[1:].isdigit()) for one in parts)


def _rank(reading: Reading) -> bool:
    # A surname in -ka and one in -ko share most cases; the first kind is far more usual.
    return not (reading.lemma[:1].isupper() and reading.lemma.endswith("a"))


def _like(made: str, form: str) -> str:
    if form.isupper() and len(form) > 1:
        return made.upper()
    return made[:1].upper() + made[1:] if form[:1].isupper() else made


def _joined(tokens: Sequence[Token], words: Sequence[str], *, is_name: bool) -> str:
    text = ""
    for place, (token, word) in enumerate(zip(tokens, words, strict=True)):
        gap = " " if place and token.start > tokens[place - 1].end else ""
        text += gap + word
    first = tokens[0]
    starts_sentence = first.index == 0 or first.sentence >= 0
    common = first.upos not in ("PROPN", "X") and first.form[1:] == first.form[1:].lower()
    return text[:1].lower() + text[1:] if common and starts_sentence and not is_name else text
