"""Choose the base form of a word: the dictionary's reading that agrees with the predicted tag.

In:   a form, its universal part of speech and features.
Out:  its lemma; for words that the dictionary does not know, the form itself.
Not:  base forms of names, which are find/names.py.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from podobno.lang.readings import ABBREVIATION, Reading, Readings

GERUND_BASE = "ger:sg:nom"  # its tag in the singular nominative
GERUND = "ger"  # the dictionary's part of speech for nouns made of verbs
POS = {  # parts of speech of the dictionary that a universal one may be
    "NOUN": ("subst", "depr", "ger", "brev", "ppron12", "ppron3"),
    "PROPN": ("subst", "depr", "adj", "brev"),
    "VERB": ("fin", "praet", "impt", "imps", "inf", "pcon", "pant", "winien", "pred", "bedzie", "cond"),
    "AUX": (
        "fin",
        "praet",
        "impt",
        "imps",
        "inf",
        "bedzie",
        "winien",
        "pred",
        "aglt",
        "pcon",
        "cond",
        "part",
    ),
    "ADJ": ("adj", "adja", "adjc", "adjp", "pact", "ppas"),
    "ADV": ("adv", "part", "adjp", "frag"),
    "NUM": ("num", "numcomp", "dig"),
    "DET": ("adj", "num"),
    "PRON": ("ppron12", "ppron3", "siebie", "subst", "adj", "part"),
    "ADP": ("prep",),
    "SCONJ": ("comp", "adv", "part"),
    "CCONJ": ("conj", "part"),
    "PART": ("part", "conj", "adv", "comp"),
    "X": ("brev", "xxx"),
}
VALUES = {  # universal features as the dictionary writes them
    "Case": {
        "Nom": "nom",
        "Gen": "gen",
        "Dat": "dat",
        "Acc": "acc",
        "Ins": "inst",
        "Loc": "loc",
        "Voc": "voc",
    },
    "Number": {"Sing": "sg", "Plur": "pl", "Ptan": "pl"},
    "Gender": {"Masc": "m", "Fem": "f", "Neut": "n"},
}


class Lemmas:
    """Base forms."""

    def __init__(self, readings: Readings, rare: Iterable[str] = ()) -> None:
        """Take the dictionary, and base forms so rare that any other that fits as well is meant."""
        import morfeusz2

        self._readings, self._rare = readings, frozenset(rare)
        self._generate: Callable[[str], list[Any]] = morfeusz2.Morfeusz(analyse=False).generate

    def lemma(self, form: str, upos: str, feats: Mapping[str, str], *, is_dotted: bool = False) -> str:
        """Return the base form; dotted: a full stop follows, so that it may be an abbreviation."""
        readings = self._readings.look_up(form, dotted=is_dotted)
        short = [reading for reading in readings if reading.pos == ABBREVIATION and is_dotted]
        if short:
            return short[0].lemma
        if not readings:
            return form if upos == "PROPN" else form.lower()
        best = max(readings, key=lambda one: (*_fit(one, upos, feats), one.lemma not in self._rare, one.segments == 1))
        return self._noun(best.lemma) if best.pos == GERUND and upos == "NOUN" else best.lemma

    def _noun(self, verb: str) -> str:
        """The noun of a verb in its base form: "zgłoszenie" of "zgłosić"."""
        forms = (arc[0] for arc in self._generate(verb) if arc[2].startswith(GERUND_BASE) and arc[2].endswith("aff"))
        return str(next(forms, verb))


def _fit(reading: Reading, upos: str, feats: Mapping[str, str]) -> tuple[int, int, int, int]:
    fits = reading.pos in POS.get(upos, (reading.pos,))
    is_name = reading.lemma[:1].isupper()
    is_noun = reading.pos != GERUND  # "zgłoszeń" is of the noun rather than of the verb
    agree = _count_agreeing(reading.tag, *(feats.get(name, "") for name in VALUES))
    return int(fits), int((upos == "PROPN") == is_name), int(is_noun), agree


@cache
def _count_agreeing(tag: str, *feats: str) -> int:
    """Return how many of case, number and gender a tag may have; a language has some thousands of such pairs."""
    parts = [part.split(".") for part in tag.split(":")[1:]]
    wanted = (VALUES[name].get(feat, "") for name, feat in zip(VALUES, feats, strict=True))
    return sum(any(_is_value(value, one) for part in parts for value in part) for one in wanted if one)


def _is_value(value: str, wanted: str) -> bool:
    """Say whether a tag's value is one that a feature asks for: "m" is any of "m1", "m2" and "m3"."""
    return value == wanted or (value[:1] == wanted and value[1:].isdigit())
