"""Keep a word's case, number and gender within what the dictionary has for its form.

In:   a form, its universal part of speech and predicted features; the dictionary.
Out:  the features, mended where the dictionary has no such form: "karami" is an instrumental, whatever was predicted.
Not:  base forms, which are lang/lemmas.py.

On UD_Polish-PDB dev, which no weights were trained on, one prediction in two hundred is mended: of 15,503 cases 69
become right and 11 wrong.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product

from podobno.lang.lemmas import POS, VALUES
from podobno.lang.readings import Readings

Form = tuple[str, str, str]  # case, number, gender as Universal Dependencies write them; "" where the tag has none
DECLINED = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM")
PLURAL_ONLY = "Ptan"
PREPOSITION, NOUN = "prep", "subst"  # Morfeusz's parts of speech
NOUNLIKE = ("fin", "impt", "praet", "ger", "depr", "adj", "inf")  # what else a form may be that is taken for a verb
CASES = {tag: value for value, tag in VALUES["Case"].items()}
NUMBERS = {tag: value for value, tag in VALUES["Number"].items() if value != PLURAL_ONLY}
GENDERS = {"m1": "Masc", "m2": "Masc", "m3": "Masc", "f": "Fem", "n": "Neut", "n1": "Neut", "n2": "Neut"}
SAME_CASE, SAME_NUMBER, SAME_GENDER, CALLED_UPON = 2.0, 3.0, 1.0, -0.5  # how near a form is to the predicted one


def legal_feats(readings: Readings, form: str, upos: str, feats: Mapping[str, str]) -> Mapping[str, str]:
    """Return the features, or the nearest that the dictionary allows; of unknown words they stay as they are."""
    if upos not in DECLINED or "Case" not in feats:
        return feats
    readable = _forms(readings, form, upos)
    predicted = (feats["Case"], feats.get("Number", ""), feats.get("Gender", ""))
    if not any(readable) or any(predicted in forms for forms in readable):
        return feats
    forms = frozenset[Form]().union(*readable)
    best = max(sorted(forms), key=lambda one: (_nearness(one, feats), one[0] == "Nom"))
    if _nearness(best, feats) >= SAME_CASE + SAME_NUMBER + SAME_GENDER:
        return feats
    case, number, gender = best
    told = {"Case": case, "Number": number if feats.get("Number") != PLURAL_ONLY else "", "Gender": gender}
    return {**feats, **{name: value for name, value in told.items() if value}}


def nominative_noun(readings: Readings, form: str) -> tuple[str, Mapping[str, str]] | None:
    """Return base form and features of a form that can be a noun in the nominative, and else a verb or an adjective."""
    found = readings.look_up(form) or readings.look_up(form.lower())
    if not all(one.pos in (NOUN, *NOUNLIKE) for one in found):
        return None
    for one in found:
        for case, number, gender in sorted(_of(one.tag)) if one.pos == NOUN else ():
            if case == "Nom":
                return one.lemma, {"Case": case, "Number": number, "Gender": gender}
    return None


def legal_cases(readings: Readings, form: str, upos: str, number: str) -> frozenset[str]:
    """Return the cases that a form can have in a number; none of a word that has none, or that the dictionary lacks."""
    if upos not in DECLINED:
        return frozenset()
    return frozenset(
        case for forms in _forms(readings, form, upos) for case, other, _ in forms if number in ("", other, PLURAL_ONLY)
    )


def governed_cases(readings: Readings, preposition: str) -> frozenset[str]:
    """Return the cases that a preposition asks for: "według" the genitive; none of what is no preposition."""
    found = (one for one in readings.look_up(preposition.lower()) if one.pos == PREPOSITION)
    return frozenset(CASES[value] for one in found for value in one.values if value in CASES)


def _nearness(form: Form, feats: Mapping[str, str]) -> float:
    case, number, gender = form
    predicted = feats.get("Number", "")
    total = SAME_CASE if case == feats["Case"] else 0.0
    total += SAME_NUMBER if number in ("", predicted) or predicted in ("", PLURAL_ONLY) else 0.0
    total += SAME_GENDER if gender in ("", feats.get("Gender", gender)) else 0.0
    return total + (CALLED_UPON if case == "Voc" else 0.0)


def _forms(readings: Readings, form: str, upos: str) -> list[frozenset[Form]]:
    found = readings.look_up(form)
    if upos != "PROPN" and not found:
        found = readings.look_up(form.lower())
    fitting = POS[upos]
    return [
        _of(one.tag)
        for one in found
        if one.segments == 1 and one.pos in fitting and (upos != "PROPN" or one.lemma[:1].isupper())
    ]


@cache
def _of(tag: str) -> frozenset[Form]:
    """Return the forms of a tag: "subst:sg:dat.loc:f" has two; a language has some thousands of tags."""
    values = [value for part in tag.split(":")[1:] for value in part.split(".")]
    cases = [CASES[value] for value in values if value in CASES]
    numbers = [NUMBERS[value] for value in values if value in NUMBERS]
    genders = [GENDERS[value] for value in values if value in GENDERS]
    return frozenset(product(cases, numbers or [""], genders or [""]))
