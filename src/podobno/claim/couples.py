"""Two names that speak together: "Jan Kos i wójt Anna Wilk ogłosili".

In:   a scene, a name, the verb that reports.
Out:  the second name, or None where the first one speaks alone.
Not:  what the two are called as one speaker, which is claim/voices.py.
"""

from podobno.claim.scene import Scene
from podobno.records.parsed import Token
from podobno.records.values import Mention

REACH = 6  # words from "i" to the second of two names: "Jan Kos i wójt gminy [Anna Wilk]"


def joined_name(scene: Scene, mention: Mention, verb: Token | None) -> Mention | None:
    """Return the second of two names of one kind, where the verb is in the plural or there is none."""
    last = scene.sentence(scene.tokens[mention.first])[1]
    after = scene.tokens[mention.last] if mention.last < last else None
    if after is None or not scene.words.among("joining", after.form.casefold()) or not _is_of_many(verb):
        return None
    for token in scene.between(mention.last + 1, min(mention.last + REACH, last)):
        other = scene.mention_at.get(token.index)
        if other is not None:
            return other if _is_partner(scene, mention, other) else None
        if token.upos not in ("NOUN", "ADJ"):
            return None
    return None


def _is_of_many(verb: Token | None) -> bool:
    return verb is None or verb.upos not in ("VERB", "AUX") or verb.feats.get("Number") == "Plur"


def _is_partner(scene: Scene, one: Mention, other: Mention) -> bool:
    """ "Jan Kos i [Anna Wilk]", but not "Jan Kos i rzecznik [Anny Wilk]"."""
    return other.kind == one.kind and other.entity != one.entity and not scene.is_inflected(other)
