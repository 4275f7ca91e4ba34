"""How a claim is meant: stance, condition, mode, sureness.

In:   a scene and a draft.
Out:  one word each.
Not:  who means it so.
"""

from podobno.claim.drafts import Draft
from podobno.claim.scene import Part, Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

SOFT = ("asserts", "judges", "predicts")  # stances that the reported words may turn into another
PLAIN = "asserts"


def stance_of(scene: Scene, draft: Draft, *, has_speaker: bool) -> str:
    """Return the stance: the cue's, unless the reported words say otherwise."""
    if not has_speaker:
        return "hearsay"
    base = _base(draft)
    if base not in SOFT:
        return base
    return _by_words(scene, draft, base) or base


def _base(draft: Draft) -> str:
    if draft.cue is None:
        return PLAIN
    entry = draft.cue.entry
    if draft.cue.is_negated and entry.negated:
        return entry.negated
    if draft.rule == "clause-purpose" and entry.stance == PLAIN:
        return "demands"
    return entry.stance if entry.stance != "hearsay" else PLAIN


def _by_words(scene: Scene, draft: Draft, base: str) -> str | None:
    """The stance that at least half of the reported sentences show."""
    sentences = _sentences(scene, draft)
    votes = [_of_sentence(scene, draft, part, base, is_only=len(sentences) == 1) for part in sentences]
    shown = [vote for vote in votes if vote is not None]
    if not shown or len(shown) * 2 < len(votes):
        return None
    return max(shown, key=lambda vote: (shown.count(vote), -shown.index(vote)))


def _sentences(scene: Scene, draft: Draft) -> list[Part]:
    parts: list[Part] = []
    for first, last in draft.content:
        while first < last:
            _, end = scene.sentence(scene.tokens[first])
            parts.append((first, min(end, last)))
            first = max(end, first + 1)
    return parts


def _of_sentence(scene: Scene, draft: Draft, part: Part, base: str, *, is_only: bool) -> str | None:
    if scene.tokens[part[1] - 1].form == scene.words.stance["question_mark"]:
        return "asks" if base == PLAIN and is_only else None
    verbs = main_verbs(scene, part)
    words = list(scene.between(*part))
    if any(_demands(scene, token) for token in words if _is_main(scene, token, verbs)):
        return "demands"
    if any(token.lemma in scene.words.stance["doubt"] for token in words):
        return "doubts"
    if any(_is_future(scene, verb) for verb in verbs):
        assures = draft.cue is not None and draft.cue.token.lemma in scene.words.stance["assuring"]
        own = assures or any(_is_own(scene, verb, draft) for verb in verbs if _is_future(scene, verb))
        return "commits" if own else "predicts"
    if any(_is_expected(scene, verb) for verb in verbs):
        return "predicts"
    values = any(token.lemma in scene.words.stance["value"] and _is_predicate(scene, token) for token in words)
    return "judges" if base == PLAIN and values else None


def _is_expected(scene: Scene, verb: Token) -> bool:
    """ "Może spaść", "ma nastąpić": a thing that may or shall come to pass."""
    if verb.lemma not in scene.words.stance["expecting"] or verb.feats.get("Tense") != "Pres":
        return False
    below = scene.tree.children(verb, "xcomp", "ccomp", "obj")
    return any(child.feats.get("VerbForm") == "Inf" and child.upos != "AUX" for child in below)


def main_verbs(scene: Scene, part: Part) -> list[Token]:
    """Return the verbs whose head lies outside the part or is another main verb: its main clauses."""
    first, last = part
    mains: list[Token] = []
    for token in scene.between(first, last):
        if not scene.is_finite(token) or is_dep(token, "acl", "advcl", "aux", "ccomp", "csubj"):
            continue
        mains.append(token)
    return mains or [token for token in scene.between(first, last) if scene.is_finite(token)][:1]


def _is_main(scene: Scene, token: Token, verbs: list[Token]) -> bool:
    return token in verbs or scene.tokens[token.head] in verbs


def _demands(scene: Scene, token: Token) -> bool:
    rules = scene.words.stance
    if token.lemma in rules["deontic"] or token.form.casefold() in rules["deontic"]:
        return token.upos in ("VERB", "AUX", "ADJ", "PART", "ADV")
    return token.lemma in rules["forbid"] and scene.is_negated(token)


def _is_future(scene: Scene, verb: Token) -> bool:
    if verb.feats.get("Tense") == "Fut":
        return True
    return any(child.feats.get("Tense") == "Fut" for child in scene.tree.children(verb, "aux", "cop"))


def _is_own(scene: Scene, verb: Token, draft: Draft) -> bool:
    """The speaker's own act: in the first person, or in a clause whose subject is the speaker's."""
    if verb.feats.get("Person") == "1":
        return True
    if draft.is_quoted or draft.cue is None or scene.tree.child(verb, "nsubj") is not None:
        return False
    number = draft.cue.token.feats.get("Number")
    return draft.rule.startswith("clause") and verb.feats.get("Number") == number and verb.feats.get("Person") == "3"


def _is_predicate(scene: Scene, token: Token) -> bool:
    if token.upos == "ADJ":
        return not is_dep(token, "amod") and token.feats.get("Case", "Nom") in ("Nom", "Ins")
    return scene.tree.child(token, "cop") is not None or is_dep(token, "root", "parataxis", "ccomp")


def is_conditional(scene: Scene, draft: Draft) -> bool:
    """Say whether the reported words hold only under a condition that they state."""
    single = {word for word in scene.words.rules["condition"] if " " not in word}
    text = " ".join(scene.text[scene.tokens[a].start : scene.tokens[b - 1].end] for a, b in draft.content).casefold()
    if any(word in text for word in scene.words.rules["condition"] if " " in word):
        return True
    return any(_opens_condition(scene, t, single) for part in draft.content for t in scene.between(*part))


def _opens_condition(scene: Scene, token: Token, words: set[str]) -> bool:
    if token.lemma not in words and token.form.casefold() not in words:
        return False
    after = scene.tokens[token.index + 1].form.casefold() if token.index + 1 < len(scene.tokens) else ""
    return after not in scene.words.rules["no_condition"]


def mode_of(scene: Scene, draft: Draft) -> str:
    """Return direct, indirect, mixed or reportive, by how much of the content stands in marks."""
    if draft.cue is None and not draft.is_quoted and draft.rule != "headline":
        return "reportive"
    inside = [index for part in draft.content for index in range(*part) if not scene.is_mark(index)]
    quoted = [index for index in inside if index in scene.quote_at]
    if draft.is_quoted or (inside and len(quoted) == len(inside)):
        return "direct"
    if draft.rule == "speech-before" and any(
        t.feats.get("Person") == "1" for t in map(scene.tokens.__getitem__, inside)
    ):
        return "direct"
    long = any(sum(1 for i in inside if scene.quote_at.get(i) is scene.quote_at[q]) > 1 for q in quoted)
    return "mixed" if long else "indirect"


def sureness_of(scene: Scene, draft: Draft) -> str | None:
    """Return how sure the speaker sounds, None where no hedge says so."""
    text = " ".join(scene.text[scene.tokens[a].start : scene.tokens[b - 1].end] for a, b in draft.content).casefold()
    lemmas = {token.lemma for part in draft.content for token in scene.between(*part)}
    for word, key in (
        ("possible", "hedges_possible"),
        ("likely", "hedges_likely"),
        ("certain", "hedges_certain"),
    ):
        if any(hedge in lemmas or (" " in hedge and hedge in text) for hedge in scene.words.stance[key]):
            return word
    return None
