"""Who is told: the medium behind a reporting verb that hears the words and does not say them.

In:   a scene, a verb or a noun.
Out:  whether a noun is the listener, and the role right behind one that speaks.
Not:  the speaker, who is weighed in claim/speakers.py.
"""

from podobno.claim.scene import Scene
from podobno.records.parsed import Token

ROLE_REACH = 3  # words from a medium to the role behind it: "powiedział PAP [starszy rzecznik]"


def is_told(scene: Scene, token: Token) -> bool:
    """Say whether a noun is the medium to which something was said: "powiedział [gazecie]"."""
    return scene.words.among("media", token.lemma) and token.feats.get("Case") == "Dat"


def role_behind_listener(scene: Scene, verb: Token) -> Token | None:
    """Return the role in the nominative behind the verb and a medium: "powiedziała PAP jej [adwokatka]"."""
    medium = scene.mention_at.get(verb.index + 1)
    if medium is None or scene.is_inflected(medium):
        return None
    is_short = medium.kind == "body" and medium.base.isupper() and " " not in medium.base  # of a medium not known
    if not scene.is_medium(medium.base) and not is_short:
        return None
    for token in scene.between(medium.last, min(medium.last + ROLE_REACH, scene.sentence(verb)[1])):
        if _is_speaking_role(scene, token, verb):
            return token
        is_beside = token.upos == "ADJ" or scene.words.among("possessive", token.form.casefold())
        if not is_beside or scene.words.roles.kind(token) == "person":
            return None
    return None


def _is_speaking_role(scene: Scene, token: Token, verb: Token) -> bool:
    """A role of the verb's number without a name behind it; a name is found by itself, also behind "prof."."""
    name = scene.mention_at.get(token.index + 1)
    if name is not None and name.kind == "person":
        return False
    is_short = token.index + 1 < len(scene.tokens) and scene.tokens[token.index + 1].form == "."
    is_cut = is_short and scene.tokens[token.index + 1].sentence == token.sentence and not _ends(scene, token.index + 1)
    is_role = token.upos == "NOUN" and scene.words.roles.kind(token) == "person" and not is_cut
    agrees = token.feats.get("Number") == verb.feats.get("Number")
    return is_role and agrees and scene.words.inflection.may_be_nominative(token.form)


def _ends(scene: Scene, mark: int) -> bool:
    """Say whether a full stop is the last token of its sentence."""
    return mark + 1 == scene.sentence(scene.tokens[mark])[1]
