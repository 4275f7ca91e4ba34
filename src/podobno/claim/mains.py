"""The main clauses of a stretch of reported words.

In:   a scene and a stretch.
Out:  the finite verbs and the words of its main clauses.
Not:  what they mean: claim/stances.py, claim/conditions.py.

By commas and the words behind them, not by the tree: its labels for clauses are wrong too often in long sentences.
"""

from podobno.claim.scene import Part, Scene
from podobno.records.parsed import Token


def main_verbs(scene: Scene, part: Part) -> list[Token]:
    """Return the finite verbs of the main clauses; of "jestem pewien, że P" those of P too."""
    mains: list[Token] = []
    opens, subordinate, believes = True, False, False
    for token in scene.between(*part):
        if opens and not scene.is_mark(token.index):
            subordinate = opens_subordinate(scene, token) and not (believes and scene.words.among("that", token.lemma))
            opens = token.upos in ("ADP", "CCONJ") and not subordinate
        elif token.form in ",;:":
            opens = True
        if scene.is_finite(token) and not subordinate:
            mains.append(token)
        believes = believes or (not subordinate and token.lemma in scene.words.stance["believing"])
    return mains or [token for token in scene.between(*part) if scene.is_finite(token)][:1]


def opens_subordinate(scene: Scene, token: Token) -> bool:
    """Say whether a word opens a clause that hangs on another."""
    lists = ("antecedents", "that", "purpose", "parenthetic")
    return token.upos == "SCONJ" or any(scene.words.among(name, token.lemma) for name in lists)


def main_words(scene: Scene, part: Part, verbs: list[Token]) -> list[Token]:
    """Return the words of the main clauses: the verbs, and what stands between their commas."""
    heads = {verb.index for verb in verbs}
    found: list[Token] = []
    clause: list[Token] = []
    for token in scene.between(*part):
        if token.form in ",;:":
            found += clause if not heads or heads & {word.index for word in clause} else []
            clause = []
        else:
            clause.append(token)
    return found + (clause if not heads or heads & {word.index for word in clause} or not found else [])
