"""What a word of a name may be an inflected form of.

In:   one word; the dictionary; the pack's endings for words that the dictionary lacks.
Out:  FormReading: nominative, case, number, gender, and how far to trust it.
Not:  which of them is meant in a name of several words: lang/namephrases.py.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from podobno.lang.pack import Pack
from podobno.lang.readings import Reading, Readings

CACHE_SIZE = 50_000  # words
CASES = ("nom", "gen", "dat", "acc", "inst", "loc")  # nobody is called upon in the news
NOUNS = ("subst",)
PREPOSITION = "prep"
ADJECTIVES = ("adj", "ppas", "pact")
GENDERS = ("m", "f", "n")
DEGREES = ("com", "sup", "neg")  # "najwyższy" is of "wysoki", but stays what it is
PLURAL_ONLY = "pt"
MASCULINE = ("m1", "m2", "m3")
SHORTEST_STEM = 2  # letters
VOWELS = "aeiouy"
HYPHEN = "-"
OPEN_VOWELS = "aeou"
LONGEST_ACRONYM = 6  # letters; a longer word in capitals is a shout


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReading:
    """One way to read a word of a name."""

    nominative: str  # with the form's own capital letters
    case: str  # one of CASES
    number: str  # "sg" or "pl"
    gender: str  # "m", "f", "n", or "m1" in the plural
    is_adjective: bool
    is_known: bool  # the dictionary has it
    is_proper: bool  # the dictionary writes its base form with a capital letter
    labels: tuple[str, ...]  # what kind of name the dictionary says it is
    is_fixed: bool = False  # the form is left as it stands in all cases
    not_of: str = ""  # kind of name that never takes this ending; empty: all take it
    is_doubtful: bool = False  # the form has an ending that hardly any base form has


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An ending of an inflected name."""

    letters: str
    nominative: str  # what stands in its place in the nominative
    cases: tuple[str, ...]  # of CASES
    gender: str  # "m" or "f"
    not_of: str  # one of NAME_KINDS that never takes it; empty: all take it
    is_sure: bool  # hardly any base form ends so


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """Names that the dictionary lacks, or knows as other words only."""

    genders: Mapping[str, frozenset[str]]  # first name in its base form to "m", "f" or both
    labels: tuple[str, ...]  # what the dictionary would call them
    open_endings: tuple[tuple[str, str, tuple[str, ...]], ...]  # ending of a first name, the nominative's, its cases
    twins: tuple[tuple[str, str], ...]  # ending of a surname, ending of another with the same forms


class NameForms:
    """The readings of words, with the words that were asked last."""

    def __init__(self, endings: Sequence[Mapping[str, str]], listed: NameLists, readings: Readings) -> None:
        """Take the endings of unknown names, names that the dictionary lacks, and the dictionary."""
        import morfeusz2

        self._listed = listed
        self._endings = _by_last_letter(endings)
        self._readings = readings
        self._generate: Callable[[str], list[Any]] = morfeusz2.Morfeusz(analyse=False).generate
        self._seen: dict[str, tuple[FormReading, ...]] = {}
        self._bases: dict[str, frozenset[str]] = {}
        self._all_bases: dict[str, frozenset[str]] = {}
        self._paradigms: dict[str, dict[tuple[Any, ...], str]] = {}

    def read(self, form: str) -> tuple[FormReading, ...]:
        """Return every reading of a word, the dictionary's in its order; never empty."""
        found = self._seen.get(form)
        if found is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
                self._bases.clear()
            found = self._seen[form] = tuple(dict.fromkeys(self._read(form)))
        return found

    def as_unknown(self, form: str) -> tuple[FormReading, ...]:
        """Return what read() would if the dictionary had no such word; none where it has none."""
        return () if not self.knows(form) else (*self._inflected(form), *_unchanged(form))

    def bases(self, form: str) -> frozenset[str]:
        """Return all nominatives that a word may have."""
        found = self._bases.get(form)
        if found is None:
            found = self._bases[form] = frozenset(one.nominative for one in self.read(form))
        return found

    def all_bases(self, form: str) -> frozenset[str]:
        """Return all nominatives that a word may have, those too that it had if the dictionary lacked it."""
        found = self._all_bases.get(form)
        if found is None:
            if len(self._all_bases) >= CACHE_SIZE:
                self._all_bases.clear()
            found = self._all_bases[form] = self.bases(form) | {one.nominative for one in self.as_unknown(form)}
        return found

    def knows(self, form: str) -> bool:
        """Say whether the dictionary has a word."""
        return bool(self._readings.look_up(form))

    def is_common(self, form: str) -> bool:
        """Say whether the dictionary has a word that is written with a small letter: it may be no name."""
        return any(not reading.lemma[:1].isupper() for reading in self._readings.look_up(form))

    def governed(self, form: str) -> frozenset[str]:
        """Return the cases that a preposition asks for; none for any other word."""
        tags = (reading.tag.split(":") for reading in self._readings.look_up(form.lower()))
        return frozenset(tag[1] for tag in tags if tag[0] == PREPOSITION and tag[1] in CASES)

    def labels(self, form: str) -> frozenset[str]:
        """Return all that the dictionary calls a word."""
        return frozenset(label for reading in self.read(form) for label in reading.labels)

    def _read(self, form: str) -> Iterator[FormReading]:
        known = [*self._known(form), *self._first_names(form)]
        known += [twin for one in known for twin in self._twins(one)]
        if _is_acronym(form):
            # "PISM" is an acronym, though the dictionary has a common word for its letters.
            known = [one for one in known if one.is_proper]
        if known or not form[-1:].isalpha():
            yield from known or _unchanged(form)
        elif "-" in form.strip("-"):
            yield from self._compound(form)
        else:
            yield from self._guessed(form)

    def _first_names(self, form: str) -> Iterator[FormReading]:
        """Readings by the pack's list; without an ending of Polish the name may stand for all cases."""
        genders = self._listed.genders
        whole = _unchanged(form) if form in genders else ()
        for one in (*self._inflected(form), *self._open_ended(form), *whole):
            if one.gender in genders.get(one.nominative, ()):
                is_declined = one.is_fixed and one.gender == "m" and form[-1:] not in VOWELS
                if not is_declined:
                    yield replace(one, is_known=True, labels=self._listed.labels)

    def _open_ended(self, form: str) -> Iterator[FormReading]:
        """First names that end in a vowel and lose it: "Pedra", "Dmytrem"."""
        for letters, nominative, cases in self._listed.open_endings:
            name = form.removesuffix(letters) + nominative
            if form.endswith(letters) and name in self._listed.genders:
                yield from (_guess(name, case, "m") for case in cases)

    def _twins(self, one: FormReading) -> Iterator[FormReading]:
        """The other name whose forms are the same: "Łukaszenki" is of Łukaszenko and of Łukaszenka."""
        for ending, other in self._listed.twins:
            if one.gender == "m" and one.is_proper and one.case != "nom" and one.nominative.endswith(ending):
                yield replace(one, nominative=one.nominative.removesuffix(ending) + other, is_known=False)

    def _known(self, form: str) -> Iterator[FormReading]:
        for reading in self._readings.look_up(form):
            # Of letters alone the dictionary knows the common word too: "ING" is no form of "Inga".
            is_other = _is_acronym(form) and not _is_acronym(reading.lemma)
            if reading.segments == 1 and reading.pos in NOUNS + ADJECTIVES and not is_other:
                yield from self._of(reading, form)

    def _of(self, reading: Reading, form: str) -> Iterator[FormReading]:
        parts = [part.split(".") for part in reading.tag.split(":")]
        if len(parts) < 4:
            return
        is_fixed = len([case for case in parts[2] if case in CASES]) == len(CASES)
        for number in parts[1]:
            for gender in dict.fromkeys(_gender(gender, number) for gender in parts[3]):
                nominative = form if is_fixed else self._nominative(reading, number, gender)
                if nominative is None:
                    continue
                made = partial(
                    FormReading,
                    nominative=_like(nominative, form),
                    number=number,
                    gender=gender,
                    is_adjective=reading.pos in ADJECTIVES,
                    is_known=True,
                    is_proper=reading.lemma[:1].isupper(),
                    labels=reading.labels,
                    is_fixed=is_fixed,
                )
                yield from (made(case=case) for case in parts[2] if case in CASES)

    def _nominative(self, reading: Reading, number: str, gender: str) -> str | None:
        parts = reading.tag.split(":")
        if reading.pos in NOUNS and (number == "sg" or parts[-1] == PLURAL_ONLY):
            return reading.lemma
        marks = tuple(mark for mark in DEGREES if mark in parts)
        return self._paradigm(reading.lemma).get((reading.pos, reading.labels, marks, number, gender))

    def _paradigm(self, lemma: str) -> dict[tuple[Any, ...], str]:
        """All nominatives of a base form, by part of speech, labels, degree, number and gender."""
        found = self._paradigms.get(lemma)
        if found is None:
            if len(self._paradigms) >= CACHE_SIZE:
                self._paradigms.clear()
            found = self._paradigms[lemma] = {}
            for form, _, tag, labels, _ in self._generate(lemma):
                if "nom" in tag:
                    for key in _places(tag.split(":"), tuple(labels)):
                        found.setdefault(key, str(form))
        return found

    def _compound(self, form: str) -> Iterator[FormReading]:
        """Each part of a double name may be inflected: "Szymańskiej-Borginon"; an ending may follow: "MSZ-u"."""
        first, _, last = form.rpartition("-")
        if last.islower() and _is_acronym(first):
            yield from self._guessed(form)
            return
        for tail in self.read(last):
            heads = [h for h in self.read(first) if _agree(h, tail)]
            best = max(heads, key=lambda h: _closeness(h, tail), default=None)
            yield replace(tail, nominative=f"{best.nominative if best else first}-{tail.nominative}", labels=())

    def _guessed(self, form: str) -> Iterator[FormReading]:
        """A word that the dictionary lacks: by its ending, or left as it stands."""
        yield from self._inflected(form)
        is_doubtful = any(one.is_sure and form.endswith(one.letters) for one in self._endings.get(form[-1:], ()))
        yield from _unchanged(form, is_doubtful=is_doubtful)

    def _inflected(self, form: str) -> Iterator[FormReading]:
        if form.isupper():
            return
        for ending in self._endings.get(form[-1:], ()):
            stem = form.removesuffix(ending.letters)
            if form.endswith(ending.letters) and len(stem) >= SHORTEST_STEM and not _is_open(stem, ending):
                made = partial(replace, _guess(stem + ending.nominative, "", ending.gender), not_of=ending.not_of)
                yield from (made(case=case) for case in ending.cases)


CASES_OF = {"Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc", "Ins": "inst", "Loc": "loc"}


def open_name_forms(pack: Pack, readings: Readings) -> NameForms:
    """Open the endings and first names of a pack."""
    genders: dict[str, frozenset[str]] = {}
    for row in pack.lexicon("first_names"):
        genders[row["name"]] = genders.get(row["name"], frozenset()) | {row["gender"][:1].lower()}
    rules = pack.rules["names"]
    twins = tuple((ending, other) for ending, other in rules["twins"])
    opened = tuple((row["ending"], row["nominative"], tuple(row["cases"])) for row in rules["open_endings"])
    listed = NameLists(genders=genders, labels=tuple(rules["first_name"]), open_endings=opened, twins=twins)
    return NameForms([row.cells for row in pack.lexicon("name_endings")], listed, readings)


def _by_last_letter(rows: Sequence[Mapping[str, str]]) -> dict[str, list[Ending]]:
    endings: dict[str, list[Ending]] = {}
    for row in sorted(rows, key=lambda row: -len(row["ending"])):
        ending = Ending(
            letters=row["ending"],
            nominative=row["nominative"],
            cases=tuple(CASES_OF[case] for case in row["cases"].split()),
            gender=row["gender"][:1].lower(),
            not_of=row["not_of"],
            is_sure=bool(row["sure"]),
        )
        endings.setdefault(ending.letters[-1], []).append(ending)
    return endings


def _is_open(stem: str, ending: Ending) -> bool:
    """Say whether a stem takes no such ending: "Trudeau" is no form of "Trudea", "NFZ-cie" none of "NFZ-t"."""
    if stem[-1] == HYPHEN and ending.letters[0] != HYPHEN:
        return True
    return ending.letters[0] in VOWELS and not ending.nominative and stem[-1] in OPEN_VOWELS


def _is_acronym(form: str) -> bool:
    if form.isupper():
        return len(form) <= LONGEST_ACRONYM
    return form[1:-1] != form[1:-1].lower() and "-" not in form


def _places(parts: list[str], labels: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    if len(parts) > 3 and "nom" in parts[2].split("."):
        marks = tuple(mark for mark in DEGREES if mark in parts)
        for number in parts[1].split("."):
            for gender in parts[3].split("."):
                yield parts[0], labels, marks, number, _gender(gender, number)


def _gender(mark: str, number: str) -> str:
    if number == "pl" and mark == "m1":
        return "m1"
    return "m" if mark in MASCULINE else mark[:1]


def _agree(one: FormReading, other: FormReading) -> bool:
    return (one.case, one.number) == (other.case, other.number)


def _closeness(one: FormReading, other: FormReading) -> tuple[bool, bool, bool]:
    return one.is_known, one.gender == other.gender, one.is_fixed


def _guess(
    nominative: str, case: str, gender: str, *, is_fixed: bool = False, is_doubtful: bool = False
) -> FormReading:
    return FormReading(
        nominative=nominative,
        case=case,
        number="sg",
        gender=gender,
        is_adjective=False,
        is_known=False,
        is_proper=True,
        labels=(),
        is_fixed=is_fixed,
        is_doubtful=is_doubtful,
    )


def _unchanged(form: str, *, is_doubtful: bool = False) -> Iterator[FormReading]:
    for case in CASES:
        for gender in GENDERS:
            yield _guess(form, case, gender, is_fixed=case != "nom", is_doubtful=is_doubtful)


def _like(made: str, form: str) -> str:
    if form.isupper() and len(form) > 1:
        return made.upper()
    return made[:1].upper() + made[1:] if form[:1].isupper() else made
