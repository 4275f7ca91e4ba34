"""The main clauses of a stretch of reported words.

In:   a scene and a stretch.
Out:  the finite verbs and the words of its main clauses.
Not:  what they mean: claim/stances.py, claim/conditions.py.

By commas and the words behind them, not by the tree: its labels for clauses are wrong too often in long sentences.
"""

from podobno.claim.scene import Part, Scene
from podobno.records.parsed import Token

NEAR_INFINITIVE = 7  # words from a verb that is tagged as an adverb to its infinitive
NOUNS = ("subst", "ger")  # parts of speech of the dictionary


def main_verbs(scene: Scene, part: Part) -> list[Token]:
    """Return the finite verbs of the main clauses; of "jestem pewien, że P" those of P too."""
    mains = [t for t in _main_tokens(scene, part) if scene.is_finite(t) or modal_of(scene, t) is not None]
    if mains or any(not scene.is_mark(token.index) for token in _main_tokens(scene, part)):
        return [token for token in mains if not _is_noun(scene, token, mains)]
    return [token for token in scene.between(*part) if scene.is_finite(token)][:1]


def _main_tokens(scene: Scene, part: Part) -> list[Token]:
    """The tokens of the clauses that hang on no other, the marks between them included."""
    mains: list[Token] = []
    opens, subordinate, believes = True, False, False
    first = next((token.index for token in scene.between(*part) if not scene.is_mark(token.index)), part[0])
    for token in scene.between(*part):
        if opens and subordinate and token.feats.get("VerbForm") == "Conv":
            opens = False  # "którzy zabijają, [wierząc], że wygrają": hangs on the clause before
        elif opens and not scene.is_mark(token.index):
            told = believes and scene.words.among("that", token.lemma)
            asked = token.index > first and scene.words.among("asking", token.lemma)  # "nie wiadomo, [kto] wygra"
            subordinate = (asked or opens_subordinate(scene, token)) and not told
            opens = token.upos in ("ADP", "CCONJ") and not subordinate
        elif token.form in ",;:" or (subordinate and scene.is_dash(token.index)):
            opens = True
        elif token.lemma in scene.words.stance["without_comma"]:
            subordinate = True
        if not subordinate or token.form in ",;:":
            mains.append(token)
        believes = believes or (not subordinate and _opens_belief(scene, token))
    return mains


def _opens_belief(scene: Scene, token: Token) -> bool:
    """ "Jestem [pewien], że", but not "[wiedziałem], że tak będzie": what was thought then is over."""
    if token.lemma in scene.words.stance["causing"]:
        return True
    return token.lemma in scene.words.stance["believing"] and token.feats.get("Tense") != "Past"


def _is_noun(scene: Scene, verb: Token, verbs: list[Token]) -> bool:
    """ "[Pozostanie] w kraju jest ryzykowne": of two verbs in one clause the first is a noun with the form of one."""
    after = next((other for other in verbs if other.index > verb.index), None)
    if after is None or verb.upos != "VERB":
        return False
    is_copula = after.lemma in scene.words.stance["predicative"]  # "[powstanie] drogi to sukces"
    if verb.feats.get("Number") != after.feats.get("Number") and not is_copula:
        return False
    between = scene.between(verb.index + 1, after.index)
    apart = any(token.upos in ("CCONJ", "SCONJ", "PUNCT") or token.form in ",;:" for token in between)
    nouns = (reading.pos in NOUNS for reading in scene.words.inflection.readings.look_up(verb.form))
    return not apart and any(nouns)


def modal_of(scene: Scene, token: Token) -> str | None:
    """Return the base form of a verb that is tagged as an adverb: "umowa [może] nie pomóc"."""
    if token.upos not in ("PART", "ADV"):
        return None
    verbs = [one.lemma for one in scene.words.inflection.readings.look_up(token.form) if one.pos == "fin"]
    after = scene.between(token.index + 1, min(token.index + NEAR_INFINITIVE, scene.sentence(token)[1]))
    near = [other for other in after if scene.is_finite(other) or other.feats.get("VerbForm") == "Inf"]
    return verbs[0] if verbs and near and near[0].feats.get("VerbForm") == "Inf" else None


def is_would(scene: Scene, verb: Token) -> bool:
    """Say whether a verb tells what would be: "runąłby", "by runął", also where the tags have it of the past."""
    if verb.feats.get("Mood") == "Cnd":
        return True
    if verb.feats.get("Tense") != "Past":
        return False
    before = scene.tokens[verb.index - 1] if verb.index else verb
    would = scene.words.stance["would"]
    return before.form.casefold() in would or verb.form.casefold().endswith(tuple(would))


def opens_subordinate(scene: Scene, token: Token) -> bool:
    """Say whether a word opens a clause that hangs on another."""
    lists = ("antecedents", "that", "purpose", "parenthetic")
    return token.upos == "SCONJ" or any(scene.words.among(name, token.lemma) for name in lists)


def main_words(scene: Scene, part: Part, verbs: list[Token]) -> list[Token]:
    """Return the words of the main clauses: the verbs, and what stands between their commas."""
    heads = {verb.index for verb in verbs}
    found: list[Token] = []
    clause: list[Token] = []
    for token in _main_tokens(scene, part):
        if token.form in ",;:":
            found += clause if not heads or heads & {word.index for word in clause} else []
            clause = []
        else:
            clause.append(token)
    found += clause if not heads or heads & {word.index for word in clause} or not found else []
    return found or list(scene.between(*part))
