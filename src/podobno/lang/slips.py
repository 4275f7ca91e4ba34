"""Slips of the keyboard that change what a word is: ", ze umowa wygasła" for ", że umowa wygasła".

In:   the forms of a line, a pack, the dictionary.
Out:  the forms as they were meant; the text stays as it is.
Not:  how a text is cut into tokens: lang/tokens.py.
"""

import re
from itertools import pairwise

from podobno.lang.pack import Pack
from podobno.lang.readings import Readings

NUMERAL = "num"  # part of speech of the dictionary: ", ze dwa tygodnie" has the preposition
COMMA = ","


class Slips:
    """Puts back the dot of a conjunction that looks like a preposition without it."""

    def __init__(self, pack: Pack, readings: Readings) -> None:
        """Read the conjunction, and before which words the preposition may stand."""
        told = pack.rules["slips"]["undotted"]
        self._form, self._meant = str(told["form"]), str(told["meant"])
        self._other_form = re.compile(told["other_form_before"], re.IGNORECASE)
        self._governed = frozenset(told["governed"])
        self._readings = readings

    def meant(self, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Return the forms of a line as they were meant."""
        if self._form not in forms:
            return forms
        return tuple(
            self._meant if pair == (COMMA, self._form) and not self._is_governed(after) else pair[1]
            for pair, after in zip(pairwise((" ", *forms)), (*forms[1:], " "), strict=True)
        )

    def _is_governed(self, word: str) -> bool:
        """Say whether the preposition may stand before a word: by its first letters, and by its case."""
        if self._other_form.match(word):
            return False
        readings = self._readings.look_up(word)
        return not readings or any(one.pos == NUMERAL or not one.values.isdisjoint(self._governed) for one in readings)
