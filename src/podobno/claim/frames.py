"""In which case a noun stands, as a reporting word sees it: "Gen", "o+Loc".

In:   a scene and a token.
Out:  frames of the kind that the lexicon lists, and what the dictionary knows of a form.
Not:  which of them a reporting word takes: claim/nominals.py.
"""

from podobno.claim.scene import Scene
from podobno.lang.inflection import CASES
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

LED = "Loc"  # stands behind prepositions only
GERUND = "ger"  # part of speech of the dictionary
OBJECTS = ("obj", "iobj", "obl", "nmod", "xcomp")


def frame_of(scene: Scene, token: Token) -> str:
    """Return the case of a token as it was read, with the preposition before it: "o+Loc"."""
    case = token.feats.get("Case", "")
    preposition = preposition_of(scene, token)
    return f"{preposition}+{case}" if preposition else case


def misread_frame(scene: Scene, token: Token) -> frozenset[str]:
    """Return the frames that a form may have beside the one that was read, or where that one cannot be.

    "Zaprzecza [zaangażowaniu]" is no locative without a preposition, "o nadchodzącej [agresji]" no genitive; and
    "wspomniał o [możliwości]" may be the accusative or the locative.
    """
    case, preposition = token.feats.get("Case"), preposition_of(scene, token)
    if preposition:
        cases = scene.words.rules["cases_of"].get(preposition, ())
        return frozenset(f"{preposition}+{one}" for one in cases if may_be_case(scene, token, one))
    if case is None or not is_dep(token, *OBJECTS):
        return frozenset()
    if case == "Gen" and _is_counted(scene, token):
        return frozenset(("Acc",))
    if case != LED and not (case == "Nom" and is_dep(token, "obj", "iobj")):
        return frozenset()
    return frozenset(one for one in CASES if one not in (LED, "Nom", "Voc") and may_be_case(scene, token, one))


def _is_counted(scene: Scene, token: Token) -> bool:
    """ "Ujawnił 11 [nazwisk]": a genitive that its number governs is an object."""
    number = scene.tree.child(token, "nummod")
    return is_dep(token, "obj") and number is not None and number.index < token.index


def preposition_of(scene: Scene, token: Token) -> str:
    """Return the preposition before a token that belongs to it, or ""."""
    word = next((child for child in scene.tree.children(token, "case") if child.index < token.index), None)
    return word.lemma if word is not None else ""


def may_be_case(scene: Scene, token: Token, case: str) -> bool:
    """Say whether the dictionary knows the form in a case: "Gen"."""
    return any(CASES[case] in reading.values for reading in scene.words.inflection.readings.look_up(token.form))


def is_gerund(scene: Scene, token: Token) -> bool:
    """Say whether a noun may be the name of a deed: "zamknięcie"."""
    return any(reading.pos == GERUND for reading in scene.words.inflection.readings.look_up(token.form))
