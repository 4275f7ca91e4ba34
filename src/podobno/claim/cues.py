"""Find the words that report: verbs, nouns, adjectives, phrases.

In:   a scene.
Out:  cues in text order, at most one for a token.
Not:  what they report, which is claim/direct.py, claim/clauses.py and their neighbours.
"""

from collections.abc import Iterator
from dataclasses import replace

from podobno.claim.drafts import Cue
from podobno.claim.narrating import narrating_cue
from podobno.claim.scene import Scene
from podobno.claim.words import Entry
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

CUE_POS = ("VERB", "AUX", "ADJ", "NOUN")  # of all cues but the phrases that name a source
DESCRIBING = ("adj", "ppas")  # parts of speech of the dictionary
ACTIVE = "pact"  # part of speech of the dictionary
ACTIVE_FEATS = {"VerbForm": "Part", "Voice": "Act"}
SPEECH = "speech"  # what an entry of the lexicon may take
NEAR = 6  # tokens between the verb and the noun of a phrase: "wyraził też w Brukseli przekonanie"


def find_cues(scene: Scene) -> tuple[Cue, ...]:
    """Return every reporting word of the article."""
    cues = [cue for token in scene.tokens if (cue := _cue(scene, token)) is not None]
    held = {index for cue in cues if cue.kind == "phrase" for index in range(cue.first, cue.last)}
    return tuple(cue for cue in cues if cue.kind == "phrase" or cue.token.index not in held)


def _cue(scene: Scene, token: Token) -> Cue | None:
    if token.upos not in CUE_POS:
        return _source_phrase(scene, token)
    for look in (_source_phrase, _verb_phrase, _verb, _noun, _adjective):
        cue = look(scene, token)
        if cue is not None:
            return _telling(scene, cue)
    return narrating_cue(scene, token)


def _telling(scene: Scene, cue: Cue) -> Cue:
    """ "– Dość tego – [przedstawił stanowisko] wójt": behind speech any verb may tell of it."""
    if cue.kind not in ("verb", "phrase") or SPEECH in cue.entry.takes or narrating_cue(scene, cue.token) is None:
        return cue
    return replace(cue, entry=replace(cue.entry, takes=cue.entry.takes | {SPEECH}))


def _make(scene: Scene, token: Token, kind: str, entry: Entry) -> Cue:
    return Cue(
        token=token,
        kind=kind,
        entry=entry,
        is_negated=scene.is_negated(token),
        first=token.index,
        last=token.index + 1,
    )


def _source_phrase(scene: Scene, token: Token) -> Cue | None:
    if token.form.casefold() not in scene.words.source_ends:
        return None
    for length in (2, 1):
        words = list(scene.between(max(token.index - length + 1, 0), token.index + 1))
        owner = words[0] if length > 1 and scene.words.among("possessive", words[0].form.casefold()) else None
        if owner is not None and owner.index > 0:
            words[0] = scene.tokens[owner.index - 1]  # "w [jego] opinii"
        entry = scene.words.sources.get(tuple(word.form.casefold() for word in words))
        if entry is None or len(words) < length:
            continue
        head = next((word for word in words if word.upos != "ADP"), words[-1])  # of "zgodnie z" the cue is "zgodnie"
        first = words[0].index
        return Cue(token=head, kind="source", entry=entry, is_negated=False, first=first, last=token.index + 1)
    return None


def _verb_phrase(scene: Scene, token: Token) -> Cue | None:
    if token.upos not in ("VERB", "AUX", "ADJ"):
        return None
    if token.lemma not in scene.words.phrase_verbs and token.feats.get("VerbForm") != "Conv":
        return None
    first, last = scene.sentence(token)
    for other in _around(scene, token, first, last):
        phrases = scene.words.phrases
        entry = phrases.get((token.lemma, other.lemma)) or phrases.get((token.lemma, other.form))  # "jest zdania"
        if entry is None and token.feats.get("VerbForm") == "Conv":  # "mając": of two base forms one is rare
            lemmas = scene.words.inflection.lemmas(token.form)
            entry = next((phrases[lemma, other.lemma] for lemma in lemmas if (lemma, other.lemma) in phrases), None)
        if entry is not None:
            cue = _make(scene, token, "phrase", entry)
            return Cue(
                token=cue.token,
                kind=cue.kind,
                entry=entry,
                is_negated=cue.is_negated,
                first=token.index,
                last=max(token.index, other.index) + 1,
            )
    return None


def _around(scene: Scene, token: Token, first: int, last: int) -> Iterator[Token]:
    for other in scene.between(token.index + 1, min(last, token.index + NEAR)):
        if other.form == ",":
            break
        yield other
    yield from scene.between(max(first, token.index - 3), token.index)


def _verb(scene: Scene, token: Token) -> Cue | None:
    token = _as_verb(scene, token)
    entry = scene.words.verbs.get(token.lemma)
    if entry is None or token.upos not in ("VERB", "ADJ", "AUX"):
        return None
    passive = token.feats.get("Voice") == "Pass" and not scene.words.among("questions", token.lemma)
    if token.upos == "ADJ" and (token.feats.get("VerbForm") != "Part" or passive):
        return None
    return _make(scene, token, "verb", entry)


def _as_verb(scene: Scene, token: Token) -> Token:
    """ "Kobieta [twierdząca], że": an active participle with the base form of its verb, as the dictionary has it."""
    if token.upos != "ADJ" or token.feats.get("VerbForm") == "Part" or token.lemma in scene.words.verbs:
        return token
    readings = scene.words.inflection.readings.look_up(token.form.casefold())
    verb = next((r.lemma for r in readings if r.pos == ACTIVE and r.lemma in scene.words.verbs), None)
    return token if verb is None else replace(token, lemma=verb, feats={**token.feats, **ACTIVE_FEATS})


def _noun(scene: Scene, token: Token) -> Cue | None:
    entry = scene.words.nouns.get(token.lemma)
    return _make(scene, token, "noun", entry) if entry is not None and token.upos == "NOUN" else None


def _adjective(scene: Scene, token: Token) -> Cue | None:
    if token.upos not in ("ADJ", "VERB"):
        return None
    lemmas = (token.lemma, *scene.words.inflection.lemmas(token.form))
    entry = next((scene.words.adjectives[lemma] for lemma in lemmas if lemma in scene.words.adjectives), None)
    if entry is None or (token.upos == "VERB" and not _may_describe(scene, token)):
        return None
    if entry.is_passive and _only_describes(scene, token):
        return None
    is_nobodys = token.feats.get("Gender") == "Neut" and scene.tree.child(token, "nsubj") is None
    if is_nobodys:
        return None  # "jest [pewne], że ceny spadną"
    return _make(scene, token, "adjective", entry)


def _may_describe(scene: Scene, token: Token) -> bool:
    """ "Jest [zaskoczony]", whatever its tag, but not "[zaskoczyła] ich"."""
    readings = scene.words.inflection.readings.look_up(token.form.casefold())
    return any(reading.pos in DESCRIBING for reading in readings)


def _only_describes(scene: Scene, token: Token) -> bool:
    """ "Nazwiska osób [podejrzanych] o oszustwa", "została oskarżona o kradzież": beside the point, and a deed."""
    being = scene.tree.child(token, "cop", "aux")
    if being is None:
        has_verb = any(map(scene.is_finite, scene.between(*scene.sentence(token))))  # a headline has none
        return has_verb and is_dep(token, "amod", "acl")
    is_charge = any(scene.words.among("charging", lemma) for lemma in scene.words.inflection.lemmas(token.form))
    return is_charge and scene.words.among("passive", being.lemma)
