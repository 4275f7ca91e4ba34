"""Tell whether a word of a main clause values or doubts.

In:   a scene and a word of a main clause.
Out:  yes or no.
Not:  the other stances: claim/stances.py.
"""

from podobno.claim.ahead import NEAR
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token


def values(scene: Scene, token: Token) -> bool:
    """Say whether a word values, and is the predicate of its clause or goes with it: "jest ważnym krokiem"."""
    words = {token.lemma}
    if token.upos in ("ADJ", "VERB"):
        words |= set(scene.words.inflection.lemmas(token.form))  # "przesadzone"
    if not words & set(scene.words.stance["value"]):
        return False
    if is_predicate(scene, token):
        return True
    head = scene.tree.head(token)
    if head is None or not is_dep(token, "amod"):
        return False
    case = token.feats.get("Case")
    while is_dep(head, "conj") and scene.tree.head(head) is not None:
        head = scene.tokens[head.head]  # "to żmudne zadanie i [trudna] misja"
    is_apart = case == "Nom" and head.feats.get("Case") != case  # "są zdaniem ekspertów [niedopuszczalne]"
    return is_apart or is_predicate(scene, head)


def is_predicate(scene: Scene, token: Token) -> bool:
    """Say whether a word is what a clause says of its subject."""
    above = scene.tree.head(token)
    if above is not None and is_dep(token, "nsubj") and above.lemma in scene.words.stance["predicative"]:
        return above.index < token.index  # "to [skandal]"
    if scene.tree.child(token, "cop") is not None:
        return True
    if token.upos == "ADJ" and not is_dep(token, "amod"):
        return token.feats.get("Case", "Nom") in ("Nom", "Ins")
    return is_dep(token, "root", "parataxis", "ccomp", "xcomp") or (
        is_dep(token, "obl") and token.feats.get("Case") == "Ins"
    )


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
