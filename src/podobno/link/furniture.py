"""Know the sentences in which an outlet turns to its reader: "read also", "send us a photo".

In:   the pack's words of furniture, a text.
Out:  the text with spaces for these sentences.
Not:  bylines and agency lines, which are read/origins.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from podobno.lang.pack import Pack

STOP = re.compile(r"[.?!]\s+(?=\S)|\n")  # where a sentence ends, unless it goes on in small letters or brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The words with which such sentences begin, or go on to their end."""

    forms: tuple[str, ...]  # in small letters, sorted
    pattern: re.Pattern[str]  # the same, in any case

    def blank(self, text: str) -> str:
        """Put spaces for the sentences, from these words on; all other words stay where they stand."""
        pieces, past = [], 0
        for start, end in self.places(text):
            pieces += [text[past:start], " " * (end - start)]
            past = end
        return "".join([*pieces, text[past:]])

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each such sentence, from these words on, in order."""
        lowered, past = text.lower(), 0
        if not any(form in lowered for form in self.forms):
            return  # most texts have none, and the pattern is slow
        for match in self.pattern.finditer(text):
            if match.start() >= past:
                past = _sentence_end(text, match.end())
                yield match.start(), past


def open_furniture(pack: Pack) -> Furniture:
    """Read the words from a pack."""
    forms = sorted(row["form"] for row in pack.lexicon("furniture"))
    # Longest first, or a shorter form would hide a longer one. No bound before: these lines often stick to a word.
    listed = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return Furniture(forms=tuple(forms), pattern=re.compile(rf"(?:{listed})(?!\w)", re.IGNORECASE))


def _sentence_end(text: str, place: int) -> int:
    for match in STOP.finditer(text, place):
        following = text[match.end() : match.end() + 1]
        if match.group() == "\n" or not (following.islower() or following == "("):
            return match.start()
    return len(text)
