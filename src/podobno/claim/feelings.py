"""Verbs of moving somebody: "[niepokoi] nas, że most pęka", "zdziwiła ich ocena, że", "hydrologów martwi, że".

In:   a scene and a cue.
Out:  whether it reports, and whom it moves.
Not:  the stance of what is felt, which is claim/stances.py.
"""

from podobno.claim.drafts import Cue
from podobno.claim.scene import Scene
from podobno.records.parsed import Token

NEAR = 3  # words from a verb to its "się"
MOVED = ("obj", "iobj", "nsubj", "obl")  # what a tree makes of an object that opens the clause


def moves_speaker(scene: Scene, cue: Cue) -> bool:
    """ "„[Niepokoi] nas, że most pęka” – mówi wójt": it is the speaker whom it moves, and no other report."""
    if cue.kind != "verb" or not scene.words.among("moving_somebody", cue.token.lemma):
        return False
    near = scene.between(cue.first - 2, cue.last + 3)
    return any(token.upos == "PRON" and token.feats.get("Person") in ("1", "2") for token in near)


def moves_others(scene: Scene, cue: Cue) -> bool:
    """ "[Zdziwiła] ich ocena biegłego, że": only who "zdziwił się" says so, or who is moved by a clause."""
    if cue.kind != "verb" or not scene.words.among("only_reflexive", cue.token.lemma):
        return False
    return not _is_reflexive(scene, cue) and moved_speaker(scene, cue) is None


def moved_speaker(scene: Scene, cue: Cue) -> Token | None:
    """Return whom the clause behind a verb moves: "[hydrologów] niepokoi, że rzeki wysychają"."""
    listed = scene.words.among("moving_somebody", cue.token.lemma)
    after = scene.tokens[cue.last].form if cue.last < len(scene.tokens) else ""
    if not listed or cue.kind != "verb" or after != "," or _is_reflexive(scene, cue):
        return None
    before = (t for t in scene.tree.children(cue.token, *MOVED) if t.index < cue.token.index)
    return next((t for t in before if t.feats.get("Case") in ("Acc", "Gen") and _can_speak(scene, t)), None)


def _is_reflexive(scene: Scene, cue: Cue) -> bool:
    first, last = scene.sentence(cue.token)
    near = scene.between(max(cue.first - NEAR, first), min(cue.last + NEAR, last))
    return any(scene.words.among("reflexive", token.form.casefold()) for token in near)


def _can_speak(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at.get(token.index)
    is_person = mention is not None and mention.kind == "person"
    return is_person or token.feats.get("Animacy") == "Hum" or scene.words.roles.kind(token) is not None
