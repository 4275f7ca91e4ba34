"""Reported clauses: "dodał, że ...", "wezwał, by ...", "zapytany, czy ...".

In:   a scene and its cues.
Out:  drafts of indirect speech, one for a cue.
Not:  objects without a verb ("zapowiedział strajk"): claim/nominals.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue, Draft
from podobno.claim.scene import Scene
from podobno.claim.spans import clause_end, skip_marks, trim_end, unquoted
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

REACH = 24  # tokens from a cue to its conjunction: "poinformował w środę po rozmowach w Wilnie, że"
STEPS = 3  # heads from the clause to its cue: "dał do zrozumienia, że" hangs on the noun


def clause_drafts(scene: Scene, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """Yield a draft for each cue that has a clause with a conjunction."""
    by_token = {cue.token.index: cue for cue in cues if cue.kind != "source"}
    taken: set[int] = set()
    for token in scene.tokens:
        if not _opens_clause(scene, token):
            continue
        cue = _owner(scene, token, by_token)
        if cue is None or cue.token.index in taken:
            continue
        taken.add(cue.token.index)
        draft = _draft(scene, cue, token)
        if draft is not None:
            yield draft


def _opens_clause(scene: Scene, token: Token) -> bool:
    words = scene.words
    if words.among("that", token.lemma):
        before = scene.tokens[token.index - 1].form.casefold() if token.index else ""
        return not words.among("before_that", before)  # "powiedział prawdę, mimo [że] był chory"
    after_comma = (token.index > 0 and scene.tokens[token.index - 1].form in (",", ":")) or _after_preposition(
        scene, token
    )
    return after_comma and (words.among("purpose", token.lemma) or words.among("asking", token.lemma))


def _is_relative(scene: Scene, token: Token) -> bool:
    """ "Powiedział to, co wszyscy widzą", "mówił w Kazaniu, gdzie trwa szczyt": no question follows."""
    before = scene.tokens[token.index - 2] if token.index > 1 else None
    if before is not None and scene.words.among("places_of", token.lemma) and before.feats.get("Case") == "Loc":
        return before.upos in ("NOUN", "PROPN")
    if token.index < 2 or not scene.words.among("antecedents", token.lemma):
        return False
    pointed = scene.tokens[token.index - 2]
    is_one = pointed.feats.get("Number") == token.feats.get("Number") and scene.words.among("relatives", token.lemma)
    is_described = pointed.upos in ("NOUN", "PROPN") and is_one  # "o dwóch strzałach, które słyszał"
    return scene.tokens[token.index - 1].form == "," and (pointed.feats.get("PronType") == "Dem" or is_described)


def _after_preposition(scene: Scene, token: Token) -> bool:
    return token.index > 1 and scene.tokens[token.index - 1].upos == "ADP" and scene.tokens[token.index - 2].form == ","


def _owner(scene: Scene, token: Token, cues: dict[int, Cue]) -> Cue | None:
    """The cue that the clause hangs on; where the tree names none, the nearest one before it."""
    cue = _owner_by_tree(scene, token, cues)
    if cue is None or not _takes(scene, cue, token):
        cue = _owner_by_place(scene, token, cues)
    return _verb_of_venue(scene, cue, cues) or cue


def _verb_of_venue(scene: Scene, noun: Cue | None, cues: dict[int, Cue]) -> Cue | None:
    """ "[Ocenił] w oświadczeniu, że": a noun that tells where somebody said it reports nothing beside his verb."""
    if noun is None or noun.kind != "noun":
        return None
    first, _ = scene.sentence(noun.token)
    for index in range(noun.token.index - 1, first - 1, -1):
        verb = cues.get(index)
        if verb is not None and verb.kind == "verb" and "that" in verb.entry.takes:
            between = scene.between(index + 1, noun.token.index)
            return verb if any(token.lemma == scene.words.rules["within"] for token in between) else None
        if scene.is_finite(scene.tokens[index]) or scene.tokens[index].form == ",":
            return None
    return None


def _owner_by_tree(scene: Scene, token: Token, cues: dict[int, Cue]) -> Cue | None:
    if not is_dep(token, "mark", "advmod", "obj", "nsubj", "obl", "det", "cc"):
        return None
    head = scene.tokens[token.head]
    for step, above in enumerate(scene.tree.ancestors(head)):
        if step >= STEPS or above.index > token.index:
            return None
        if above.index in cues and above.sentence == token.sentence:
            return cues[above.index]
        if scene.is_finite(above):
            return None
    return None


def _owner_by_place(scene: Scene, token: Token, cues: dict[int, Cue]) -> Cue | None:
    first, _ = scene.sentence(token)
    if token.index > 1 and scene.words.among("such", scene.tokens[token.index - 2].lemma):
        return None  # "stanowisko, z którym się zgadza, jest [takie], że"
    for index in range(token.index - 1, max(first, token.index - REACH) - 1, -1):
        cue = cues.get(index)
        if cue is not None and _takes(scene, cue, token):
            return None if cue.kind == "noun" and _is_cut_off(scene, cue, token) else cue
        is_verb = scene.is_finite(scene.tokens[index]) and cue is None
        if is_verb and (not _is_inside(scene, index) or _takes_itself(scene, index, token)):
            return None
    return None


def _takes_itself(scene: Scene, verb: int, token: Token) -> bool:
    """ "Rada utrzymuje łączność, co [pokazuje], że": the clause is of the verb right before it, whoever tells it."""
    entry = scene.words.verbs.get(scene.tokens[verb].lemma)
    return verb == token.index - 2 and entry is not None and "that" in entry.takes


def _is_cut_off(scene: Scene, cue: Cue, token: Token) -> bool:
    """ "Stawiając zarzuty, pokazać, że": another verb stands between the noun and the clause."""
    between = scene.between(cue.last, token.index)
    return any(other.feats.get("VerbForm") == "Inf" for other in between)


def _is_inside(scene: Scene, index: int) -> bool:
    """A verb in a relative clause between the cue and its conjunction."""
    token = scene.tokens[index]
    return is_dep(token, "acl", "aux", "cop") or token.upos == "AUX"


def _takes(scene: Scene, cue: Cue, token: Token) -> bool:
    words, takes = scene.words, cue.entry.takes
    if words.among("that", token.lemma):
        return "that" in takes
    if _is_pointed_at(scene, token) and "o+Loc" in takes:
        return True
    near = token.index - cue.last <= (REACH if _is_asked(scene, cue) else REACH // 3)
    if words.among("purpose", token.lemma):
        asks = (_asks_of_others(scene, cue) or _is_close(cue, token)) if near else _asks_far(scene, cue, token)
        return "that" in takes and asks
    return near and (_is_asked(scene, cue) or ("question" in takes and not _is_relative(scene, token)))


def _asks_far(scene: Scene, cue: Cue, token: Token) -> bool:
    """ "Zwrócił się do kierowców ze starej zajezdni w Sanoku, by": far behind a demand, with no other verb between."""
    between = scene.between(cue.last, token.index - 1)
    return cue.entry.stance == "demands" and not any(map(scene.is_finite, between))


def _asks_of_others(scene: Scene, cue: Cue) -> bool:
    """ "Wezwał islamistów, by", "ostrzegł ich, by": what a clause of purpose far behind it may be of."""
    return cue.entry.stance in ("demands", "denies", "doubts") or cue.token.lemma in scene.words.stance["cautioning"]


def _is_pointed_at(scene: Scene, token: Token) -> bool:
    """ "Opowiedziała o tym, [jak] zbudowano most"."""
    if token.index < 3 or scene.words.among("antecedents", token.lemma) or token.upos == "SCONJ":
        return False
    points, about = scene.tokens[token.index - 2], scene.tokens[token.index - 3]
    if _is_relative(scene, token):
        return False
    is_about = about.lemma == scene.words.rules["about"] and points.feats.get("PronType") == "Dem"
    return is_about and scene.tokens[token.index - 1].form == ","


def _is_close(cue: Cue, token: Token) -> bool:
    return token.index - cue.last <= 1


def _is_asked(scene: Scene, cue: Cue) -> bool:
    return scene.words.among("questions", cue.token.lemma)


def _draft(scene: Scene, cue: Cue, token: Token) -> Draft | None:
    _, last = scene.sentence(token)
    keeps = scene.words.among("asking", token.lemma) and not scene.words.among("whether", token.lemma)
    start = token.index if keeps else skip_marks(scene, token.index + 1, last)
    if start >= last:
        return None
    part = unquoted(scene, (start, _past_sentence(scene, clause_end(scene, start, cue), token)))
    if part[1] - part[0] < 2 and not scene.is_finite(scene.tokens[part[0]]):
        return None  # "twierdzi, że tak" reports nothing by itself
    rule = "clause-purpose" if scene.words.among("purpose", token.lemma) else "clause"
    return Draft(content=(part,), cue=cue, rule=rule, clause=(scene.sentence(cue.token)[0], token.index))


def _past_sentence(scene: Scene, end: int, token: Token) -> int:
    """ "Mówił, że A. [I że B.]": a sentence that opens with the same conjunction goes on with the report."""
    first = scene.sentence(token)[1]
    opens = list(scene.between(first, first + 2))
    if end < first - 1 or len(opens) < 2 or opens[0].upos != "CCONJ" or opens[1].lemma != token.lemma:
        return end
    if scene.paragraph_at[first] != scene.paragraph_at[token.index]:
        return end
    return trim_end(scene, opens[1].index, scene.sentence(opens[0])[1])
