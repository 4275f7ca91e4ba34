"""On whom a report says it relies: "jak podaje Reuters, powołując się na [urzędników]", "podał „Fakt” za [PAP]".

In:   a scene and a draft.
Out:  the head token of the phrase, or None.
Not:  the speaker that the sentence names, which is claim/speakers.py.
"""

from podobno.claim.drafts import Cue, Draft
from podobno.claim.scene import Scene
from podobno.records.parsed import Token

LAWS = ("laws", "parts_of_laws")  # lists of nouns on which a report founds what it says, and which say nothing
TELLING = ("papers", "kinds_of_information", "studies", "findings", "media")  # lists of nouns that tell something


def relied_on(scene: Scene, draft: Draft) -> Token | None:
    """Return whom the report relies on: "jak podaje Reuters, powołując się na [urzędników]"."""
    if draft.cue is None:
        return None
    inside = {index for part in draft.content for index in range(*part)}
    for verb in scene.between(*scene.sentence(draft.cue.token)):
        if verb.index in inside or not scene.words.among("relying", verb.lemma) or verb.feats.get("VerbForm") != "Conv":
            continue
        nouns = (one for one in scene.tree.children(verb, "obl", "obj", "nmod") if one.upos in ("NOUN", "PROPN"))
        noun = next((one for one in nouns if one.index not in inside), None)
        if noun is not None and _may_tell(scene, noun):
            return noun
        after = scene.tokens[verb.index + 1] if verb.index + 1 < len(scene.tokens) else verb
        if scene.words.roles.kind(after) is not None and after.index not in inside:
            return after  # "cytując [premier] Annę Lis"
    return _copied_from(scene, draft.cue, inside)


def _may_tell(scene: Scene, noun: Token) -> bool:
    """ "Cytując [raport]", "powołując się na [urzędników]", but not "przytaczając [przykład]", "na [przepis]"."""
    if any(scene.words.among(key, noun.lemma) for key in LAWS):
        return False
    if noun.index in scene.mention_at or noun.upos == "PROPN" or noun.feats.get("Animacy") == "Hum":
        return True
    return scene.words.roles.kind(noun) is not None or any(scene.words.among(key, noun.lemma) for key in TELLING)


def _copied_from(scene: Scene, cue: Cue, inside: set[int]) -> Token | None:
    """ "Podał „Fakt” za [agencją Reuters]"."""
    for token in scene.between(cue.last, scene.sentence(cue.token)[1]):
        if token.lemma != scene.words.rules["relying_on"] or token.index in inside:
            continue
        for other in scene.between(token.index + 1, token.index + 4):
            mention = scene.mention_at.get(other.index)
            if mention is not None and scene.is_medium(mention.base):
                return other
    return None
