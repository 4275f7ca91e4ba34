"""Which phrases of source name a source: "według X", and not "zgodnie z planem"; relative ones: "X, według którego".

In:   a scene, the cue of a phrase, the noun behind it.
Out:  yes or no; the noun that a relative word stands for, and where the words behind it end.
Not:  the noun of a phrase and what the phrase is said of, which is claim/asides.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue
from podobno.claim.mains import is_would
from podobno.claim.scene import Part, Scene
from podobno.claim.spans import subordinates
from podobno.records.parsed import Token

SPEAKING = ("papers", "studies", "findings", "kinds_of_information", "rumours")  # lists of nouns that tell something
REACH = 7  # words from a noun to the comma behind it: "raport Komisji ds. Energii z maja,"


def relative_owner(scene: Scene, cue: Cue) -> int | None:
    """ "[Rolnicy], których zdaniem droga jest zła", "[raport], według którego droga jest zła": the first token."""
    noun = _before_relative(scene, cue) or _behind_relative(scene, cue)
    if noun is None:
        return None
    mention = scene.mention_at.get(noun.index)
    return noun.index if mention is None else mention.first


def past_relative(scene: Scene, cue: Cue) -> int:
    """Return the token behind the phrase, and behind its relative word if that follows."""
    return cue.last + 1 if _relative_word(scene, cue) is not None else cue.last


def relative_end(scene: Scene, cue: Cue, part: Part) -> int:
    """ "Raport, według którego [most pęka], trafił do Sejmu": where the clause of its noun goes on, it ends."""
    before = scene.between(scene.sentence(cue.token)[0], cue.first)
    if any(map(scene.is_finite, before)):
        return part[1]  # "trafił raport, według którego"
    told = is_inside = False  # inside: "most, [który stoi w Sanoku], pęka" has a verb before its own
    for token in scene.between(*part):
        if token.form == ",":
            if told and _goes_on(scene, token.index, part[1]):
                return token.index
            is_inside = token.index + 1 < part[1] and subordinates(scene, scene.tokens[token.index + 1])
        elif scene.is_finite(token):
            told, is_inside = told or not is_inside, False
    return part[1]


def _goes_on(scene: Scene, comma: int, last: int) -> bool:
    for token in scene.between(comma + 1, min(comma + 1 + REACH, last)):
        if scene.is_finite(token):
            return True
        if scene.is_mark(token.index) or token.upos == "CCONJ" or subordinates(scene, token):
            return False
    return False


def _before_relative(scene: Scene, cue: Cue) -> Token | None:
    if cue.first < 3 or not scene.words.among("antecedents", scene.tokens[cue.first - 1].lemma):
        return None
    word, comma, noun = (scene.tokens[cue.first - back] for back in (1, 2, 3))
    is_owner = comma.form == "," and word.feats.get("Case") == "Gen" and noun.upos in ("NOUN", "PROPN")
    return noun if is_owner else None


def _behind_relative(scene: Scene, cue: Cue) -> Token | None:
    """The nearest noun before the comma that can tell something, in the number of the relative word."""
    word = _relative_word(scene, cue)
    if word is None or cue.first < 2 or scene.tokens[cue.first - 1].form != ",":
        return None
    told = (t for t in _left_of(scene, cue) if t.feats.get("Number") == word.feats.get("Number"))
    return next((token for token in told if _tells(scene, token)), None)


def _relative_word(scene: Scene, cue: Cue) -> Token | None:
    """ "Według [którego]", and not "według którego z radnych?", which asks."""
    if cue.last >= scene.sentence(cue.token)[1] or not cue.first or scene.tokens[cue.first - 1].form != ",":
        return None
    word = scene.tokens[cue.last]
    return word if scene.words.among("relatives", word.lemma) else None


def _left_of(scene: Scene, cue: Cue) -> Iterator[Token]:
    first, _ = scene.sentence(cue.token)
    for index in range(cue.first - 2, max(first, cue.first - 2 - REACH) - 1, -1):
        token = scene.tokens[index]
        if scene.is_finite(token) or token.form == ",":
            return
        yield token


def _tells(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at.get(token.index)
    if mention is not None:
        return mention.kind == "person" or scene.is_medium(mention.base)
    is_noun = token.upos == "NOUN" and any(scene.words.among(name, token.lemma) for name in SPEAKING)
    return is_noun or scene.words.roles.kind(token) == "person"


# "Zgodnie z planem"


def tells_how(scene: Scene, cue: Cue, head: Token) -> bool:
    """ "Zgodnie z planem ruszył", but not "według przewidywań spółki", "zgodnie z planem most ma stanąć w maju"."""
    if not scene.words.among("no_source", head.lemma) or _is_titled(scene, head):
        return False
    if scene.words.among("foreseen", head.lemma):
        return not (_has_body(scene, head) or _is_ahead(scene, cue, head))
    return not (scene.words.among("laid_down", head.lemma) and _lays_down(scene, cue, head))


def _has_body(scene: Scene, head: Token) -> bool:
    """ "Według przewidywań [spółki]", but not "zgodnie z przewidywaniami"."""
    after = scene.tokens[head.index + 1] if head.index + 1 < len(scene.tokens) else head
    mention = scene.mention_at.get(after.index)
    return scene.words.roles.kind(after) is not None or (mention is not None and mention.kind != "place")


def _is_titled(scene: Scene, head: Token) -> bool:
    """ "Zgodnie z Prawem budowlanym" names a law, "zgodnie z prawem" tells how."""
    return head.form.istitle() and head.index > scene.sentence(head)[0]


def _is_ahead(scene: Scene, cue: Cue, head: Token) -> bool:
    """ "Zgodnie z planem most [ma] stanąć", "most [ma] według planu stanąć", but not "ma jeździć zgodnie z planem"."""
    _, last = scene.sentence(cue.token)
    behind = head.index + 1 + (head.index + 1 < last and scene.tokens[head.index + 1].form == ",")
    stop = next((i for i in range(behind, last) if scene.tokens[i].form in ",;:"), last)
    rest = list(scene.between(behind, stop))
    verbs = [token for token in rest if scene.is_finite(token)]
    acts = any(token.feats.get("VerbForm") == "Inf" for token in rest)
    if _opens(scene, cue):
        return any(token.feats.get("Tense") == "Fut" or _is_to_be(scene, token) for token in verbs[:1])
    return not verbs and acts and _is_to_be(scene, scene.tokens[cue.first - 1])


def _is_to_be(scene: Scene, token: Token) -> bool:
    """ "[Ma] stanąć", "[miałby] stanąć"."""
    is_now = token.feats.get("Tense") == "Pres" or is_would(scene, token)
    return is_now and scene.words.among("evidential", token.lemma)


def _lays_down(scene: Scene, cue: Cue, head: Token) -> bool:
    """ "Zgodnie z prawem pies [musi] nosić kaganiec": what a law at its head says, but not "głosował zgodnie z"."""
    after = scene.between(head.index + 1, scene.sentence(head)[1])
    verb = next((token for token in after if scene.is_finite(token)), None)
    is_so = verb is not None and verb.feats.get("Tense") != "Past" and verb.feats.get("Person") != "1"
    return is_so and _opens(scene, cue)


def _opens(scene: Scene, cue: Cue) -> bool:
    """Say whether nothing of its sentence stands before a phrase."""
    return all(scene.is_mark(index) for index in range(scene.sentence(cue.token)[0], cue.first))
