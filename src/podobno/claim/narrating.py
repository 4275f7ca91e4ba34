"""Verbs that tell of speech by where they stand alone: "– Dość tego – [żachnął się] wójt."

In:   a scene and a token.
Out:  the cue, or None.
Not:  verbs that report wherever they stand, which is the lexicon's word: claim/cues.py.

Polish dialogue lets any verb stand behind the dash that closes speech: "zaczął swoją krytykę", "uśmiechała się",
"wyliczała dalej". What counts is the place: speech that a dash or a mark opened, a sentence's own, then the verb with
nobody before it.
"""

from podobno.claim.drafts import Cue
from podobno.claim.scene import STOPS, Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

LEAD = 2  # words between the dash and the verb: "– [po chwili] zaczął"
LEADING = frozenset(("ADV", "PART", "PRON"))
SHORTEST = 3  # words of speech; fewer are a name between dashes
LONGEST = 12  # words of a reporting clause; behind more the article tells on


def narrating_cue(scene: Scene, verb: Token) -> Cue | None:
    """Return the verb as a cue where it stands behind speech and tells of nothing else."""
    if verb.upos != "VERB" or not scene.is_finite(verb) or verb.feats.get("Person") in ("1", "2"):
        return None
    if verb.feats.get("Mood") in ("Imp", "Cnd") or verb.feats.get("Tense") == "Fut":
        return None
    if scene.words.among("relying", verb.lemma):
        return None  # "– [cytuje] wójta „Kurier”": whom it names has said it
    dash = _dash_before(scene, verb)
    if dash is None or not _closes_speech(scene, dash) or not _is_clause(scene, verb):
        return None
    return Cue(
        token=verb,
        kind="verb",
        entry=scene.words.any_verb,
        is_negated=scene.is_negated(verb),
        first=verb.index,
        last=verb.index + 1,
    )


def _dash_before(scene: Scene, verb: Token) -> int | None:
    for index in range(verb.index - 1, max(verb.index - LEAD - 2, 0), -1):
        if scene.is_dash(index):
            return index
        if scene.tokens[index].upos not in LEADING:
            return None
    return None


def _closes_speech(scene: Scene, dash: int) -> bool:
    """Say whether a dash or a mark opened a sentence that ends at this dash."""
    first = scene.sentence(scene.tokens[dash])[0]
    if first == dash and dash and scene.tokens[dash].sentence == scene.tokens[dash - 1].sentence + 1:
        first = scene.sentence(scene.tokens[dash - 1])[0]  # "– Dość tego! [–] żachnął się wójt"
    quote = scene.quote_at.get(dash - 2)
    if quote is not None and quote.last == dash - 1 and scene.tokens[quote.first].form[:1].isupper():
        words = list(scene.between(quote.first, quote.last))
    else:
        words = list(scene.between(first + 1, dash))
        opens = scene.is_dash(first) and scene.tokens[first + 1].form[:1].isupper()
        if not opens or any(scene.is_dash(word.index) for word in words):
            return False
    inside = [word for word in words if not scene.is_mark(word.index)]
    return len(inside) >= SHORTEST and any(scene.is_finite(word) and not is_dep(word, "acl") for word in inside)


def _is_told(scene: Scene, word: Token) -> bool:
    """ "– Most jest pewny – próbował [przekonać] radnych": the report is the infinitive's."""
    return word.lemma in scene.words.verbs and word.feats.get("VerbForm") == "Inf"


def _is_clause(scene: Scene, verb: Token) -> bool:
    """Say whether nothing follows but the verb's own words: no other clause, and no dash that opens a report."""
    last = scene.sentence(verb)[1]
    rest = list(scene.between(verb.index + 1, last))
    dash = next((word.index for word in rest if scene.is_dash(word.index)), last)
    clause = [word for word in rest if word.index < dash]
    if len(clause) > LONGEST or any(scene.is_finite(word) or _is_told(scene, word) for word in clause):
        return False
    after = scene.between(dash + 1, last)
    ends = dash == last or scene.tokens[dash - 1].form in STOPS
    return ends or not any(word.lemma in scene.words.verbs and scene.is_finite(word) for word in after)
