"""What telling entities needs of a language: other names, variants of first names, base forms, how words sound.

In:   a pack, the dictionary.
Out:  EntityGrammar, NameParts; it keeps what it was asked, so that a name is taken apart once.
Not:  which names are one entity: link/entities.py.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from podobno.lang.nameforms import open_name_forms
from podobno.lang.pack import Pack
from podobno.lang.readings import Readings
from podobno.link.aliases import read_aliases
from podobno.link.spelling import Spelling, is_latin, letters

CACHE_SIZE = 100_000  # names
WORDS = re.compile(r"[^\W_]+(?:['\u2018\u2019\u02bc][^\W_]+)*")
NOMINAL = ("subst", "adj", "ger", "ppas", "pact", "depr", "num")  # parts of speech that names are made of
LONGEST_ACRONYM = 4  # letters: a longer word in capitals may be shouted
LONGEST_WORDLIKE = 3  # letters of an acronym that may well be a word, too
ACRONYM = "^"  # before such an acronym's letters
COUNTRY = "="  # before a country's key, where an adjective or a genitive stands for it
Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart."""

    words: tuple[str, ...]  # as written, without brackets, stops and small words
    sounds: tuple[str, ...]  # the words as they sound
    stems: Phrase  # of a body or place: for each word what it may be a form of, for a country its key
    key: str  # names of a kind with one key are one
    is_listed: bool  # the pack or CLDR has it
    second: str | None = None  # key of what it stands for in an article that names that otherwise, too


class EntityGrammar:
    """Other names, countries and variants, with the names that were taken apart last."""

    def __init__(self, pack: Pack, readings: Readings) -> None:
        """Take a pack and the dictionary."""
        rules = pack.rules["entities"]
        self.spelling = Spelling(rules, pack.rules["names"]["twins"])
        self._readings, self._forms = readings, open_name_forms(pack, readings)
        self._legal_forms = frozenset(rules["legal_forms"])
        self._head_words = frozenset(rules["head_words"])
        self._small, self._epithets = frozenset(rules["small_words"]), frozenset(rules["epithets"])
        self._short: Mapping[str, str] = rules["short_words"]
        self._surnames = frozenset(pack.rules["names"]["person"])
        sound = self.spelling.sound
        self.particles = frozenset(map(sound, pack.rules["names"]["particles"]))
        self._power_words = frozenset(map(sound, rules["power_words"]))
        self._people_words = frozenset(map(sound, rules["people_words"]))
        self._variants = {sound(row["form"]): sound(row["name"]) for row in pack.lexicon("name_variants")}
        self._is_latin = is_latin(rules["power_words"][0])
        self._seen: dict[tuple[str, bool], NameParts] = {}
        self._compared: dict[tuple[str, ...], str | None] = {}
        self._stems_seen: dict[str, frozenset[str]] = {}
        self._aliases = read_aliases(pack, self._plain)
        self._country_adjectives = {form.casefold(): key for form, key in self._aliases.adjectives}
        self._phrases: dict[str, list[tuple[Phrase, str, bool]]] = {}
        # "Stany" alone is a country; in "Departament Stanu" it is not.
        nicknames = [(form, key) for form, key in self._aliases.nicknames if " " in form or not self.is_common(form)]
        for form, key in (*self._aliases.countries_named, *nicknames):
            self._add_phrase(form, key)
        for form, key in self._aliases.adjectives:
            self._add_phrase(form, key, is_adjective=True)

    def parts(self, name: str, kind: str) -> NameParts:
        """Take a name apart."""
        is_person = kind == "person"
        found = self._seen.get((name, is_person))
        if found is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
            found = self._seen[name, is_person] = self._person(name) if is_person else self._thing(name)
        return found

    def remember(self, names: tuple[str, ...], compare: Callable[[], str | None]) -> str | None:
        """Return why names are one entity's; each two are compared once."""
        held = self._compared  # several visitors of the pages ask at once
        if names not in held:
            if len(held) >= CACHE_SIZE:
                held = self._compared = {}
            held[names] = compare()
        return held[names]

    def variant(self, first_name: str) -> str:
        """Return the name of which this one is a variant, itself if of none; both as they sound."""
        return self._variants.get(first_name, first_name)

    def power(self, parts: NameParts) -> str | None:
        """Return the country for which a source speaks: itself, its capital or seat of power, its government."""
        if parts.key in self._aliases.countries:
            return parts.key
        if parts.key in self._aliases.powers:
            return self._aliases.powers[parts.key]
        rest = [stems for stems in parts.stems if stems.isdisjoint(self._power_words)]
        if len(rest) != 1 or len(rest) == len(parts.stems):
            return None
        found = {self._aliases.powers.get(stem, stem.removeprefix(COUNTRY)) for stem in rest[0]}
        return min(found & self._aliases.countries, default=None)

    def is_country(self, key: str) -> bool:
        """Say whether the key of a name is a country's or another territory's."""
        return key in self._aliases.countries

    def country_of(self, adjective: str) -> str | None:
        """Return the key of the country whose adjective a base form is."""
        return self._country_adjectives.get(adjective)

    def inhabited(self, parts: NameParts) -> str | None:
        """Return the country whose people a name is."""
        return self._aliases.inhabitants.get(parts.key)

    def are_people(self, stems: frozenset[str]) -> bool:
        """Say whether a word is one for people who speak unnamed: "eksperci", "prawnicy"."""
        return not stems.isdisjoint(self._people_words)

    def is_common(self, word: str) -> bool:
        """Say whether the dictionary has a word that is no name: "Komisja", but not "Gazprom"."""
        return any(reading.lemma[:1].islower() for reading in self._readings.look_up(word))

    def is_surname(self, word: str) -> bool:
        """Say whether the dictionary has a word as somebody's name."""
        return any(not self._surnames.isdisjoint(reading.labels) for reading in self._readings.look_up(word))

    def is_own(self, name: str) -> bool:
        """Say whether a name is in the alphabet of the pack's language."""
        return is_latin(name) == self._is_latin

    def is_inflected(self, form: str, base: str) -> bool:
        """Say whether a word is a form of another, and can be no base form itself."""
        readings = self._forms.read(form)
        if any(reading.case == "nom" and reading.is_known for reading in readings):
            return False
        return any(reading.nominative == base and reading.case != "nom" for reading in readings)

    def stems(self, word: str) -> frozenset[str]:
        """Return what a word may be a form of, as it sounds."""
        found = self._stems_seen.get(word)
        if found is None:
            if len(self._stems_seen) >= CACHE_SIZE:
                self._stems_seen.clear()
            found = self._stems_seen[word] = frozenset(self._stems(word))
        return found

    def _stems(self, word: str) -> Iterator[str]:
        yield self._heard(word)
        for form in dict.fromkeys((word, word.lower())):
            for reading in self._readings.look_up(form):
                is_acronym = reading.lemma.isupper() and not word.isupper()
                if reading.pos in NOMINAL and not is_acronym:
                    yield self._heard(reading.lemma)

    def _person(self, name: str) -> NameParts:
        found = [word for word in WORDS.findall(name) if word.casefold() not in self._epithets]
        words = tuple(filter(self.spelling.sound, found))
        sounds = tuple(map(self.spelling.sound, words))
        return NameParts(words, sounds, (), " ".join(sounds), False)

    def _thing(self, name: str) -> NameParts:
        words = tuple(self._words(name))
        sounds = tuple(map(self._heard, words))
        plain = " ".join(sounds)
        known, second = self._aliases.keys.get(plain), self._aliases.seconds.get(plain)
        return NameParts(words, sounds, tuple(self._condensed(words)), known or plain, known is not None, second)

    def _words(self, name: str) -> Iterator[str]:
        words = WORDS.findall(name)
        # "dziennik Rzeczpospolita" is the paper; "Agencja Mienia" is called so.
        has_head = len(words) > 1 and words[0] in self._head_words and words[1][0].isupper()
        for word in words[has_head:]:
            low = word.casefold()
            if low in self._legal_forms:
                continue
            is_acronym = word.isupper() and len(word) > 1
            if self.spelling.sound(word) and (low not in self._small or is_acronym):
                yield self._short.get(low, word)

    def _plain(self, name: str) -> str:
        return " ".join(map(self._heard, self._words(name)))

    def _heard(self, word: str) -> str:
        """A word of a body's or place's name as it sounds; of an acronym the letters: "Un" is no "UN"."""
        if not word.isupper() or len(word) > LONGEST_ACRONYM:
            return self.spelling.sound(word)
        return letters(word) if len(word) > LONGEST_WORDLIKE else ACRONYM + letters(word)

    def _condensed(self, words: tuple[str, ...]) -> Iterator[frozenset[str]]:
        """Yield the stems of the words; a country's name becomes its key, and so does its adjective beside others."""
        stems = [self.stems(word) for word in words]
        at = 0
        while at < len(words):
            length, country = self._country(stems, at)
            yield frozenset({COUNTRY + country}) if country else stems[at]
            at += length

    def _country(self, stems: list[frozenset[str]], at: int) -> tuple[int, str]:
        phrases = [one for stem in sorted(stems[at]) for one in self._phrases.get(stem, ())]
        for phrase, country, is_adjective in sorted(phrases, key=lambda one: (-len(one[0]), one[1:])):
            there = stems[at : at + len(phrase)]
            is_there = len(there) == len(phrase) and not any(map(frozenset.isdisjoint, phrase, there))
            if is_there and not (is_adjective and len(stems) == 1):
                return len(phrase), country
        return 1, ""

    def _add_phrase(self, form: str, key: str, *, is_adjective: bool = False) -> None:
        phrase = tuple(map(self.stems, self._words(form)))
        for stem in phrase[0]:
            self._phrases.setdefault(stem, []).append((phrase, key, is_adjective))


def open_entities(pack: Pack, readings: Readings | None = None) -> EntityGrammar:
    """Read what telling entities needs from a pack; readings: where others look words up too."""
    return EntityGrammar(pack, readings or Readings())
