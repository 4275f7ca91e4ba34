"""Tell what speakers say of their own stance: "apeluję", "mam nadzieję", "nie sądzę, by", "chciałbym podziękować".

In:   a scene and the verbs of a main clause.
Out:  the stance that a verb in the first person has in the lexicon, or None.
Not:  what is said of others, or of what somebody said before.
"""

from podobno.claim.ahead import is_of_owned, is_own
from podobno.claim.drafts import Draft
from podobno.claim.scene import Scene
from podobno.claim.words import Entry
from podobno.records.parsed import Token

AVOWED = ("demands", "commits", "predicts", "judges", "doubts")
FREE = ("judges",)  # of these a verb needs nothing beside it: "dziękujemy"
REACH = 12  # words from a verb to the clause that it opens: "apeluję do wszystkich mieszkańców gminy, by"
NEAR = 4  # words from a verb to its noun or infinitive: "mam jednak nadzieję", "chcę raz jeszcze podziękować"
CASES = frozenset(("Acc", "Gen", "Dat", "Ins"))


def avowed(scene: Scene, draft: Draft, verbs: list[Token]) -> str | None:
    """Return the stance of the first verb by which a speaker takes one."""
    now = (v for v in verbs if _is_now(v) or _is_of_owned_now(scene, v, draft) or _is_of_speaker_now(scene, v, draft))
    return next((stance for verb in now if (stance := _stance(scene, verb)) is not None), None)


def _stance(scene: Scene, verb: Token) -> str | None:
    rules = scene.words.stance
    spoken = _wanted(scene, verb) if verb.lemma in rules["wishing"] else verb
    if spoken is None or spoken.lemma in rules["unavowed"]:
        return None
    if spoken.lemma in rules["feeling"]:
        return None if scene.is_negated(verb) else "judges"
    entry = scene.words.verbs.get(spoken.lemma) or _phrase(scene, spoken)
    if entry is None:
        return None
    stance = entry.negated if scene.is_negated(verb) else entry.stance
    if spoken.lemma in rules["awaiting"] and _opens_clause(scene, spoken):
        return "predicts"  # "oczekuję, że ceny spadną", but "oczekuję dymisji"
    return stance if stance in AVOWED and (stance in FREE or _goes_on(scene, spoken, entry)) else None


def _is_now(verb: Token) -> bool:
    """Say whether a verb tells what the speaker does now, or would like to."""
    would = verb.feats.get("Mood") == "Cnd"
    return verb.feats.get("Person") == "1" and (verb.feats.get("Tense") == "Pres" or would)


def _is_of_owned_now(scene: Scene, verb: Token, draft: Draft) -> bool:
    """ "Polska [domaga się] reparacji", said by her minister."""
    return verb.feats.get("Tense") == "Pres" and is_of_owned(scene, verb, draft)


def _is_of_speaker_now(scene: Scene, verb: Token, draft: Draft) -> bool:
    """ "Przyznał, że [cieszy się] z wyniku": what the speaker feels or wants while he tells it."""
    return verb.feats.get("Tense") == "Pres" and draft.rule == "clause" and is_own(scene, verb, draft)


def _wanted(scene: Scene, verb: Token) -> Token | None:
    """ "Chciałbym [podziękować]"."""
    near = scene.between(verb.index + 1, min(verb.index + NEAR, scene.sentence(verb)[1]))
    return next((token for token in near if token.feats.get("VerbForm") == "Inf"), None)


def _phrase(scene: Scene, verb: Token) -> Entry | None:
    """ "Mam [nadzieję]"."""
    near = scene.between(verb.index + 1, min(verb.index + NEAR, scene.sentence(verb)[1]))
    entries = (scene.words.phrases.get((verb.lemma, token.lemma)) for token in near)
    return next((entry for entry in entries if entry is not None), None)


def _goes_on(scene: Scene, verb: Token, entry: Entry) -> bool:
    """Say whether a verb has beside it what it takes: "liczymy [na] pomoc", but not "liczymy głosy"."""
    if _opens_clause(scene, verb):
        return True
    after = list(scene.between(verb.index + 1, min(verb.index + NEAR, scene.sentence(verb)[1])))
    prepositions = {one.partition("+")[0] for one in entry.takes if "+" in one}
    if any(token.upos == "ADP" and token.lemma in prepositions for token in after):
        return True
    return bool(entry.takes & CASES) and any(token.feats.get("Case") in entry.takes for token in after)


def _opens_clause(scene: Scene, verb: Token) -> bool:
    after = scene.between(verb.index + 1, min(verb.index + REACH, scene.sentence(verb)[1]))
    return any(scene.words.among("that", token.lemma) or scene.words.among("purpose", token.lemma) for token in after)
