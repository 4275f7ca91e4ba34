"""Whether the people of an article are men or women.

In:   a scene, the mentions of people.
Out:  the gender of each by her full name: "Masc" or "Fem"; those of whom nothing tells it are missing.
Not:  whom a verb or a noun stands for: claim/voices.py.

The tags of foreign names are often wrong ("Theresy May" is no man), so a first name that the pack's list or the
dictionary knows decides; of other names the verbs, their tags and their last letter have votes.
"""

from collections import Counter
from collections.abc import Iterable

from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention

BY_VERB = 3  # votes of a verb for the gender of its subject
BY_LETTER = 2  # votes of the last letter of a first name
GENDERS = {"m1": "Masc", "f": "Fem"}  # as the dictionary has them
NOMINATIVE = "nom"


def genders_of(scene: Scene, people: Iterable[Mention]) -> dict[str, str]:
    """Return the genders of people, by entity."""
    by_name: dict[str, list[Mention]] = {}
    for mention in people:
        by_name.setdefault(mention.entity, []).append(mention)
    told = {name: _by_name(scene, name) or _by_vote(scene, name, own) for name, own in by_name.items()}
    return {name: gender for name, gender in told.items() if gender is not None}


def _by_name(scene: Scene, name: str) -> str | None:
    """The gender of a first name, where it is of one only."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    listed = scene.words.first_names.get(first, frozenset())
    readings = scene.words.inflection.readings.look_up(first) if not listed else ()
    marks = {
        mark
        for reading in readings
        if NOMINATIVE in reading.values and scene.words.name_labels.intersection(reading.labels)
        for mark in reading.values
    }
    found = listed or {gender for mark, gender in GENDERS.items() if mark in marks}
    return next(iter(found)) if len(found) == 1 else None


def _by_vote(scene: Scene, name: str, mentions: Iterable[Mention]) -> str | None:
    """What most of verbs and tags say; of a first name that ends as those of women do, its letter for the tags."""
    first, _, rest = name.partition(" ")
    is_like_hers = bool(rest) and first.endswith(tuple(scene.words.rules["feminine_endings"]))
    votes = Counter({"Fem": BY_LETTER} if is_like_hers else {})
    for mention in mentions:
        tokens = () if is_like_hers else scene.between(mention.first, mention.last)
        votes.update(token.feats["Gender"] for token in tokens if token.feats.get("Gender") in ("Masc", "Fem"))
        verb = _verb_of(scene, mention)
        if verb is not None and verb.feats.get("Gender") in ("Masc", "Fem"):
            votes[verb.feats["Gender"]] += BY_VERB
    return votes.most_common(1)[0][0] if votes else None


def token_of(scene: Scene, mention: Mention) -> Token:
    """Return the head of a name."""
    tokens = list(scene.between(mention.first, mention.last))
    inside = range(mention.first, mention.last)
    return next((token for token in tokens if token.head not in inside or token.head == token.index), tokens[0])


def _verb_of(scene: Scene, mention: Mention) -> Token | None:
    """The verb of which the name alone is the subject."""
    token = token_of(scene, mention)
    verb = scene.tree.head(token)
    alone = scene.tree.child(token, "conj") is None and not scene.is_inflected(mention)
    return verb if alone and is_dep(token, "nsubj") and verb is not None and verb.upos == "VERB" else None
