"""Look words up in the Morfeusz 2 dictionary.

In:   a word form, and whether a full stop follows it ("proc" is an abbreviation only before one).
Out:  Reading: base form, tag and name labels, as Morfeusz gives them.
Not:  which reading is meant, which is lang/lemmas.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

CACHE_SIZE = 100_000  # words; about 60 MB of readings at the most
ABBREVIATION = "brev"  # Morfeusz's part of speech for abbreviations
UNKNOWN = "ign"  # Morfeusz's part of speech for words it does not know


@dataclass(frozen=True, slots=True)
class Reading:
    """What the dictionary says of one word."""

    lemma: str  # base form, without Morfeusz's ":Sm1" marks
    tag: str  # NKJP tag, alternatives joined by dots: "subst:sg:dat.loc:f"
    labels: tuple[str, ...]  # name labels such as the one for surnames; empty for common words
    segments: int  # how many segments the word was cut into: 2 for a verb with a personal ending
    rest: str  # tags of the segments after the first, joined by "+"; empty for one segment

    @property
    def values(self) -> frozenset[str]:
        """Return the values of the tag after its part of speech: "sg", "nom", "m3"."""
        return frozenset(value for part in self.tag.split(":")[1:] for value in part.split("."))

    @property
    def pos(self) -> str:
        """Return the part of speech that the tag starts with."""
        return self.tag.partition(":")[0]


class Readings:
    """The dictionary, with the words that were asked last."""

    def __init__(self) -> None:
        import morfeusz2

        self._analyse: Callable[[str], list[Any]] = morfeusz2.Morfeusz(generate=False).analyse
        self._seen: dict[tuple[str, bool], tuple[Reading, ...]] = {}

    def look_up(self, form: str, *, dotted: bool = False) -> tuple[Reading, ...]:
        """Return the readings of a word, in the dictionary's order; empty for an unknown word."""
        key = (form, dotted)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
            found = self._seen[key] = self._read(form, dotted)
        return found

    def _read(self, form: str, dotted: bool) -> tuple[Reading, ...]:
        arcs = self._analyse(form)
        found = _whole_words(arcs)
        if dotted:
            found = [r for r in _whole_words(self._analyse(form + ".")) if r.pos == ABBREVIATION] + found
        return tuple(found)


def _whole_words(arcs: list[Any]) -> list[Reading]:
    # Arcs start and end at numbered places; those from place 0 are the first segments of the word.
    end = max((arc[1] for arc in arcs), default=0)
    found = []
    # Rare and dated readings come last: of two that fit, the usual one is meant.
    for begin, after, (_form, lemma, tag, labels, _style) in sorted(arcs, key=lambda arc: bool(arc[2][4])):
        if begin != 0 or tag == UNKNOWN:
            continue
        rest = "+".join(sorted({arc[2][2] for arc in arcs if arc[0] >= after})) if after < end else ""
        found.append(Reading(lemma.partition(":")[0] or lemma, tag, tuple(labels), end, rest))
    return found
