"""Write a name as it sounds, so that spellings and alphabets of one name come to the same.

In:   a word of a name; the pack's letters.
Out:  a key that folds case, accents, alphabets and the ways to write one sound; the frame of consonants.
Not:  which names are one entity: link/people.py, link/bodies.py.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

CACHE_SIZE = 200_000  # words
APOSTROPHES = re.compile(r"['`\u2018\u2019\u02bc\u00b4]")
MORE_VOWELS = 1  # that an alphabet may need for the same sounds: a diphthong is one letter or two
DOUBLED = re.compile(r"([^\W\d])\1+")


class Spelling:
    """How words sound, with the words that were asked last."""

    def __init__(self, rules: Mapping[str, Any], twins: Sequence[Sequence[str]]) -> None:
        """Take the letters of a pack, and the endings that papers write one for the other."""
        self._sounds: list[tuple[str, str]] = [(before, after) for before, after in rules["sounds"]]
        self._vowels = frozenset(rules["vowels"])
        self._softening = re.compile(f"{rules['soft']}+(?=[{rules['vowels']}])")
        self._classes = str.maketrans({letter: to for letters, to in rules["classes"] for letter in letters})
        self._twins = [(ending, other) for ending, other in twins]
        self._seen: dict[str, str] = {}

    def sound(self, word: str) -> str:
        """Return a word as it sounds; empty where it has neither letters nor digits."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
            found = self._seen[word] = self._sound(word)
        return found

    def frame(self, word: str) -> str:
        """Return the consonants of a word, those that languages give for one another made one."""
        consonants = "".join(letter for letter in self.sound(word) if letter not in self._vowels)
        return DOUBLED.sub(r"\1", consonants.translate(self._classes))

    def is_like(self, word: str, other: str) -> bool:
        """Say whether two words may be one in two alphabets: the same consonants, the same vowel if it is first."""
        one, two = self.sound(word), self.sound(other)
        is_same_start = one[:1] == two[:1] or self._vowels.isdisjoint((one[:1], two[:1]))
        vowels = [sum(letter in self._vowels for letter in sound) for sound in (one, two)]
        is_near = abs(vowels[0] - vowels[1]) <= MORE_VOWELS
        return is_same_start and is_near and self.frame(word) == self.frame(other)

    def _sound(self, word: str) -> str:
        text = unicodedata.normalize("NFC", APOSTROPHES.sub("", word).casefold())
        for before, after in self._sounds:
            text = text.replace(before, after)
        text = DOUBLED.sub(r"\1", self._softening.sub("", fold(text)))
        for ending, other in self._twins:
            if text.endswith(ending):
                return text.removesuffix(ending) + other
        return text


def letters(word: str) -> str:
    """Return the letters of an acronym: they are names of letters and no sounds."""
    return fold(word.casefold())


def fold(text: str) -> str:
    """Return a text without accents and marks."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if letter.isalnum() or letter == " ")


def is_latin(text: str) -> bool:
    """Say whether the first letter of a text is of the Latin alphabet."""
    letter = next((letter for letter in text if letter.isalpha()), "a")
    return unicodedata.name(letter, "").startswith("LATIN")
