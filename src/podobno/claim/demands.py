"""Tell whether a word of a main clause demands: what somebody should, must or may not do.

In:   a scene and a word of a main clause.
Out:  yes or no.
Not:  the other stances: claim/stances.py.
"""

from podobno.claim.ahead import NEAR, is_future
from podobno.claim.mains import is_would
from podobno.claim.opinions import is_predicate
from podobno.claim.scene import Scene
from podobno.records.parsed import Token

REACH = 6  # words from "ważne" to its clause: "ważne jest dla nas, żeby"
IMPERATIVE = "impt"  # part of speech of the dictionary
VERBAL = frozenset(("perf", "imperf"))  # values that verbs have in the dictionary


def demands(scene: Scene, token: Token) -> bool:
    """Say whether a word demands: "musi", "trzeba", "nie wolno", an imperative."""
    rules = scene.words.stance
    if is_imperative(scene, token):
        return not _turns_to_hearer(scene, token)
    if is_reckoned(scene, token):
        return False
    if token.lemma in rules["urging"] and _urges(scene, token):
        return True
    if token.lemma in rules["bound"]:
        return token.upos == "ADJ" and _goes_to_act(scene, token)
    if token.form.casefold() in rules["belongs"] and _belongs(scene, token):
        return False
    if _is_of_all(token, rules["belongs"]) and _goes_with(scene, token, "stressing"):
        return False
    if token.lemma in rules["deontic"] or token.form.casefold() in rules["deontic"]:
        is_need = token.lemma in rules["needing"] and scene.is_negated(token)  # "nie musi": it may be otherwise
        return token.upos in ("VERB", "AUX", "ADJ", "PART", "ADV") and not is_need and not _is_past_need(scene, token)
    if token.lemma in rules["necessary"]:
        return _is_needed(scene, token)
    is_own = token.feats.get("Person") == "1" and token.feats.get("Number") == "Sing"  # "nie mogę się powstrzymać"
    # "Nie mógłby pomóc", "nie mógł przyjść": what would be, what was not possible.
    would = is_would(scene, token) or token.feats.get("Tense") == "Past"
    if token.lemma in rules["duty"]:
        return token.feats.get("Case") in ("Ins", "Nom") and is_predicate(scene, token)  # "to nasz [obowiązek]"
    is_forbidden = token.lemma in rules["forbid"] and scene.is_negated(token) and not is_own and not would
    return is_forbidden and not is_unsure(scene, token)


def _is_needed(scene: Scene, token: Token) -> bool:
    """ "[Konieczne] jest zamknięcie portu", but not "konieczne było", "rozmowy są konieczne", "konieczne naprawy"."""
    after = scene.tokens[token.index + 1] if token.index + 1 < len(scene.tokens) else token
    is_now = after.lemma in scene.words.stance["being"] and after.feats.get("Tense") != "Past"
    return is_now and after.feats.get("Number") == "Sing" and not scene.is_negated(token)


def is_reckoned(scene: Scene, token: Token) -> bool:
    """ "Muszą [liczyć się] z kosztami", "mgły [powinny] ustąpić": what will come, whatever they do."""
    duties = scene.words.stance["deontic"]
    if token.lemma not in duties and token.form.casefold() not in duties:
        return False
    subject = scene.tree.child(token, "nsubj")
    if subject is not None and token.lemma in scene.words.stance["should"]:
        courses = (scene.words.stance["measured"], scene.words.stance["courses"])
        return any(subject.lemma in course for course in courses)
    near = list(scene.between(token.index + 1, min(token.index + NEAR, scene.sentence(token)[1])))
    reckons = any(word.lemma in scene.words.stance["reckoning"] for word in near)
    return reckons and any(word.lemma in scene.words.stance["reflexive"] for word in near)


def _urges(scene: Scene, token: Token) -> bool:
    """ "[Najważniejsze] jest, żeby", "[zależy] nam na tym, by": what one wants to be done."""
    near = scene.between(token.index + 1, min(token.index + REACH, scene.sentence(token)[1]))
    is_bare = _is_neuter(scene, token) if token.upos == "ADJ" else token.feats.get("Tense") == "Pres"
    return is_bare and any(scene.words.among("purpose", word.lemma) for word in near)


def _is_neuter(scene: Scene, token: Token) -> bool:
    """Say whether an adjective tells of no thing: neuter by its tag, or by its form beside a verb of one."""
    verb = scene.tree.child(token, "cop")
    is_one = verb is not None and verb.feats.get("Number") == "Sing"
    readings = scene.words.inflection.readings.look_up(token.form.casefold()) if is_one else ()
    return token.feats.get("Gender") == "Neut" or any({"sg", "n", "nom"} <= reading.values for reading in readings)


def _goes_to_act(scene: Scene, token: Token) -> bool:
    """ "Prokurator jest [zobowiązany] powiadomić sąd"."""
    near = scene.between(token.index + 1, min(token.index + REACH, scene.sentence(token)[1]))
    return any(word.feats.get("VerbForm") == "Inf" for word in near)


def is_imperative(scene: Scene, token: Token) -> bool:
    """Say whether a verb is one of command: "odejdź", "nie bądźmy"; the dictionary knows it better than the tags."""
    if token.upos not in ("VERB", "AUX") or "Mood" not in token.feats:
        return False
    first, _ = scene.sentence(token)
    joins = token.form in scene.words.stance["joining"] and token.index > first and not scene.is_mark(token.index - 1)
    if joins and scene.tokens[token.index - 1].upos != "PART":
        return False  # "do [bądź] z Gdyni", but not "nie [bądź]"
    told = token.feats["Mood"] == "Imp"
    readings = scene.words.inflection.readings.look_up(token.form)
    verbs = [one for one in readings if VERBAL & one.values]
    if not verbs:
        return told and token.feats.get("Person") == "2"
    return all(one.pos == IMPERATIVE for one in (verbs if told else readings))


def _turns_to_hearer(scene: Scene, token: Token) -> bool:
    """ "Wyobraź sobie, że", "pamiętajmy, że", "miejmy nadzieję, że": an imperative from which nobody has to act."""
    rules = scene.words.stance
    near = scene.between(token.index + 1, min(token.index + 3, scene.sentence(token)[1]))
    hopes = token.lemma in rules["having"] and any(word.lemma in rules["believing"] for word in near)
    return hopes or token.lemma in rules["attention"] or token.lemma in rules["stressing"]


def _is_of_all(token: Token, impersonal: list[str]) -> bool:
    """ "Trzeba przyznać, że", "musimy przyznać, że", but not "Rosja musi przyznać, że"."""
    return token.feats.get("Person", "1") == "1" or token.form.casefold() in impersonal


def _is_past_need(scene: Scene, token: Token) -> bool:
    """ "Musieliśmy czekać", "trzeba było zamknąć drogę": what was needed then is told, not demanded."""
    if token.lemma in scene.words.stance["should"] or token.form.casefold() in scene.words.stance["should"]:
        return False
    if is_future(scene, token):
        return False  # "będzie musiał ustąpić"
    after = scene.tokens[token.index + 1] if token.index + 1 < len(scene.tokens) else token
    past = (token, after) if after.lemma in scene.words.stance["being"] else (token,)
    return any(word.feats.get("Tense") == "Past" and not is_would(scene, word) for word in past)


def is_unsure(scene: Scene, token: Token) -> bool:
    """ "Nie może tego potwierdzić": who does not know forbids and foresees nothing."""
    return (
        token.lemma in scene.words.stance["forbid"] and scene.is_negated(token) and _goes_with(scene, token, "knowing")
    )


def _goes_with(scene: Scene, token: Token, kind: str) -> bool:
    """Say whether a verb of a kind follows: "należy *pamiętać*, że", a way to begin; "nie może *potwierdzić*"."""
    near = scene.between(token.index + 1, min(token.index + NEAR, scene.sentence(token)[1]))
    infinitive = next((word for word in near if word.feats.get("VerbForm") == "Inf"), None)
    return infinitive is not None and infinitive.lemma in scene.words.stance[kind]


def _belongs(scene: Scene, token: Token) -> bool:
    """ "Decyzja należy do Ukrainy" demands nothing: an infinitive must follow."""
    near = scene.between(token.index + 1, min(token.index + NEAR, scene.sentence(token)[1]))
    return not any(word.feats.get("VerbForm") == "Inf" for word in near)
