"""Tell whether a word of a main clause values or doubts.

In:   a scene and a word of a main clause.
Out:  yes or no.
Not:  the other stances: claim/stances.py.
"""

from podobno.claim.ahead import NEAR
from podobno.claim.scene import Part, Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NEAR_THAT = 3  # words from "szkoda" to its clause, the comma among them
GOVERNED = ("Gen", "Dat")  # cases in which no noun is a predicate


def values(scene: Scene, token: Token) -> bool:
    """Say whether a word values, and is the predicate of its clause or goes with it: "jest ważnym krokiem"."""
    listed = scene.words.stance["value"]
    if token.lemma in scene.words.stance["moved"]:
        return token.upos == "ADJ" and scene.tree.child(token, "cop", "aux") is not None
    lemmas = scene.words.inflection.lemmas(token.form) if token.upos in ("ADJ", "VERB") else ()  # "przesadzone"
    if not any(lemma in listed for lemma in (token.lemma, *lemmas)) or _is_reading(scene, token):
        return False
    if is_predicate(scene, token) or _is_before_being(scene, token):
        return True
    head = scene.tree.head(token)
    if head is None or not is_dep(token, "amod"):
        return False
    case = token.feats.get("Case")
    while is_dep(head, "conj") and scene.tree.head(head) is not None:
        head = scene.tokens[head.head]  # "to żmudne zadanie i [trudna] misja"
    # "Są zdaniem ekspertów [niedopuszczalne]", but not "rozwijają systemy dowodzenia [potrzebne] do walki".
    is_apart = case == "Nom" and head.feats.get("Case") != case and _is_behind_being(scene, token)
    return is_apart or (is_predicate(scene, head) and not _is_governed(scene, token, head))


def _is_before_being(scene: Scene, token: Token) -> bool:
    """ "[Przydatne] jest ograniczenie": the predicate stands first, wherever the tree hangs it."""
    if token.upos != "ADJ" or token.index + 1 == len(scene.tokens) or token.feats.get("Case") not in ("Nom", "Acc"):
        return False
    after = scene.tokens[token.index + 1]
    return after.lemma in scene.words.stance["being"] and scene.is_finite(after)


def _is_behind_being(scene: Scene, token: Token) -> bool:
    near = scene.between(max(token.index - NEAR, scene.sentence(token)[0]), token.index)
    return any(word.lemma in scene.words.stance["being"] for word in near)


def _is_reading(scene: Scene, token: Token) -> bool:
    """ "Stan rannych jest [poważny]", "rów jest [większy] niż staw": what is measured is no opinion."""
    if token.feats.get("Degree") == "Cmp" and token.lemma in scene.words.stance["sizes"]:
        return True
    subject = scene.tree.child(token, "nsubj", "nsubj:pass")
    return token.upos == "ADJ" and subject is not None and subject.lemma in scene.words.stance["measured"]


def _is_governed(scene: Scene, token: Token, head: Token) -> bool:
    """ "Jest świadomy [trudnej] sytuacji" values nothing; "jest [godny] zaufania" does, whatever its tags say."""
    return head.feats.get("Case") in GOVERNED and not scene.words.inflection.may_be_nominative(token.form)


def is_verdict(scene: Scene, token: Token) -> bool:
    """ "[Szkoda], że most runął", "to jest nie do [przyjęcia]"."""
    rules = scene.words.stance
    first, last = scene.sentence(token)
    if token.form.casefold() in rules["verdicts"]:
        after = list(scene.between(token.index + 1, min(token.index + NEAR_THAT, last)))
        if any(scene.words.among("that", word.lemma) for word in after):
            return True
        if token.form.casefold() in rules["hard"]:  # "trudno mówić o sukcesie"
            return any(word.feats.get("VerbForm") == "Inf" for word in after)
        # "Miło było was zobaczyć"
        return bool(after) and after[0].lemma in rules["being"] and after[-1].feats.get("VerbForm") == "Inf"
    before = tuple(word.form.casefold() for word in scene.between(max(token.index - 2, first), token.index))
    return before == tuple(rules["beyond"]) and token.feats.get("Case") == "Gen"


def is_label(scene: Scene, token: Token, part: Part) -> bool:
    """ "Most – wielka [porażka] gminy": a noun that values, behind a mark that stands for a verb."""
    if token.upos != "NOUN" or token.feats.get("Case") != "Nom" or token.lemma not in scene.words.stance["value"]:
        return False
    return any(scene.is_dash(word.index) for word in scene.between(part[0], token.index))


def is_turn(scene: Scene, token: Token) -> bool:
    """Say whether a word values together with the words beside it: "to [jedyny] sposób", "[ma] ogromne znaczenie"."""
    rules = scene.words.stance
    if token.lemma in rules["sole"]:
        after = scene.between(token.index + 1, token.index + 3)
        return any(word.lemma in rules["ways"] for word in after)
    if token.lemma in rules["having"]:
        nouns = rules["room"] if scene.is_negated(token) else rules["bearing"]
        return _is_present(token) and any(word.lemma in nouns for word in _behind(scene, token))
    return False


def _behind(scene: Scene, token: Token) -> list[Token]:
    return list(scene.between(token.index + 1, min(token.index + NEAR, scene.sentence(token)[1])))


def _is_present(token: Token) -> bool:
    return token.feats.get("Tense") == "Pres" and token.feats.get("Person") == "3"


def is_predicate(scene: Scene, token: Token) -> bool:
    """Say whether a word is what a clause says of its subject."""
    above = scene.tree.head(token)
    if above is not None and is_dep(token, "nsubj") and above.lemma in scene.words.stance["predicative"]:
        return above.index < token.index  # "to [skandal]"
    if scene.tree.child(token, "cop") is not None or _is_behind_to(scene, token):
        return True
    if token.upos == "ADJ" and not is_dep(token, "amod"):
        beside = is_dep(token, "conj") and above is not None and scene.tree.child(above, "cop") is not None
        return beside or token.feats.get("Case", "Nom") in ("Nom", "Ins")
    if is_dep(token, "obl"):  # "jawi się [klęską]", "mówi z [sensem]", but not "walczy z [klęską]"
        is_bare = scene.tree.child(token, "case") is None or token.lemma in scene.words.stance["manners"]
        return is_bare and token.feats.get("Case") == "Ins"
    return is_dep(token, "root", "parataxis", "ccomp", "xcomp")


def _is_behind_to(scene: Scene, token: Token) -> bool:
    """ "Moim zdaniem to zła [decyzja]", wherever the tree hangs it."""
    if token.upos != "NOUN" or token.feats.get("Case") != "Nom":
        return False
    first, _ = scene.sentence(token)
    before = (scene.tokens[i] for i in range(token.index - 1, max(first, token.index - NEAR) - 1, -1))
    marked = (other for other in before if other.index not in scene.quote_at or not scene.is_mark(other.index))
    word = next((other for other in marked if other.upos not in ("ADJ", "ADV", "PART")), token)
    return word.upos == "AUX" and word.lemma in scene.words.stance["predicative"]


def doubts(scene: Scene, token: Token) -> bool:
    """A verb or predicate of doubt; "na podstawie wątpliwych dowodów" doubts nothing."""
    if token.lemma not in scene.words.stance["doubt"] or _is_undoubted(scene, token):
        return False
    after = scene.tokens[token.index + 1] if token.index + 1 < len(scene.tokens) else token
    return token.upos != "ADJ" or after.upos not in ("NOUN", "PROPN", "ADJ")


def _is_undoubted(scene: Scene, token: Token) -> bool:
    """ "Nie mam [wątpliwości]", "nie wątpię": who doubts nothing is sure."""
    above = scene.tree.head(token)
    near = scene.between(max(token.index - NEAR, scene.sentence(token)[0]), token.index)
    verbs = [other for other in near if scene.is_finite(other)]
    holders = [token, *verbs[-1:], *([above] if above is not None else [])]
    return any(scene.is_negated(holder) for holder in holders)
