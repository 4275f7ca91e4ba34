"""How a claim is meant: stance, mode, sureness.

In:   a scene and a draft.
Out:  one word each.
Not:  who means it so.
"""

from podobno.claim.drafts import Draft
from podobno.claim.mains import main_verbs, main_words
from podobno.claim.scene import Part, Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

SOFT = ("asserts", "judges", "predicts")  # stances that the reported words may turn into another
PLAIN = "asserts"
READY = 5  # words from a verb to the word that it goes with: "jest w pełni gotowy", "może w tym roku spaść"


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
        return _of_facts(scene, draft, base)
    return max(shown, key=lambda vote: (shown.count(vote), -shown.index(vote)))


def _of_facts(scene: Scene, draft: Draft, base: str) -> str | None:
    """ "Ostrzegł, że", "wyraził przekonanie, że": with what is or was so, it is put forward as so."""
    if base != "predicts" or draft.cue is None or draft.rule == "nominal":
        return None
    if any(token.feats.get("Mood") == "Cnd" for part in draft.content for token in scene.between(*part)):
        return None
    words = {draft.cue.token.lemma, *(t.lemma for t in scene.between(draft.cue.first, draft.cue.last))}
    return PLAIN if words & set(scene.words.stance["of_facts_too"]) else None


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
        asks = base == PLAIN and is_only and not draft.rule.startswith("clause")
        return "asks" if asks else None
    verbs = main_verbs(scene, part)
    if any(_demands(scene, token) for token in main_words(scene, part, verbs)):
        return "commits" if any(_is_future(scene, v) and _is_own(scene, v, draft) for v in verbs) else "demands"
    if any(_doubts(scene, token) for token in main_words(scene, part, verbs)):
        return "doubts"
    ahead = _of_what_is_ahead(scene, draft, verbs)
    if ahead is not None or base != PLAIN:
        return ahead
    return "judges" if any(_values(scene, token) for token in main_words(scene, part, verbs)) else None


def _doubts(scene: Scene, token: Token) -> bool:
    """A verb or predicate of doubt; "na podstawie wątpliwych dowodów" doubts nothing."""
    if token.lemma not in scene.words.stance["doubt"]:
        return False
    after = scene.tokens[token.index + 1] if token.index + 1 < len(scene.tokens) else token
    return token.upos != "ADJ" or after.upos not in ("NOUN", "PROPN", "ADJ")


def _of_what_is_ahead(scene: Scene, draft: Draft, verbs: list[Token]) -> str | None:
    """An own act to come is a commitment, anything else to come a prediction."""
    future = [verb for verb in verbs if _is_future(scene, verb)]
    if future:
        assures = draft.cue is not None and draft.cue.token.lemma in scene.words.stance["assuring"]
        return "commits" if assures or any(_is_own(scene, verb, draft) for verb in future) else "predicts"
    if any(_is_ready(scene, verb) and _is_own(scene, verb, draft) for verb in verbs):
        return "commits"
    if _announces(scene, draft) and any(_is_own(scene, v, draft) and _is_present(v) and _is_act(scene, v) for v in verbs):
        return "commits"
    return "predicts" if any(_is_expected(scene, verb) for verb in verbs) else None


def _announces(scene: Scene, draft: Draft) -> bool:
    is_clause = draft.cue is not None and draft.rule.startswith("clause")
    return is_clause and draft.cue is not None and draft.cue.token.lemma in scene.words.stance["announcing"]


def _is_present(verb: Token) -> bool:
    return verb.feats.get("Tense") == "Pres" and verb.upos == "VERB"


def _is_act(scene: Scene, verb: Token) -> bool:
    """What one says or thinks is no act: "oświadczył, że obawia się"."""
    return verb.lemma not in scene.words.verbs and verb.lemma not in scene.words.stance["believing"]


def _is_ready(scene: Scene, verb: Token) -> bool:
    """ "Jest gotowy pomóc", "jesteśmy gotowi do rozmów"."""
    near = scene.between(verb.index, min(verb.index + READY, scene.sentence(verb)[1]))
    return any(token.lemma in scene.words.stance["ready"] for token in near)


def _is_expected(scene: Scene, verb: Token) -> bool:
    """ "Może spaść", "ma nastąpić": a thing that may or shall come to pass."""
    if verb.feats.get("Tense") != "Pres" or verb.lemma not in scene.words.stance["expecting"]:
        return False
    for token in scene.between(verb.index + 1, min(verb.index + READY, scene.sentence(verb)[1])):
        if token.feats.get("VerbForm") == "Inf":
            return token.upos != "AUX" and (
                verb.lemma in scene.words.stance["possible"] or token.feats.get("Aspect") == "Perf"
            )
        if scene.is_mark(token.index):
            return False
    return False


def _demands(scene: Scene, token: Token) -> bool:
    rules = scene.words.stance
    if token.feats.get("Mood") == "Imp" and token.feats.get("Person") == "2" and token.upos == "VERB":
        return True
    if token.form.casefold() in rules["belongs"] and _belongs(scene, token):
        return False
    if token.lemma in rules["deontic"] or token.form.casefold() in rules["deontic"]:
        return token.upos in ("VERB", "AUX", "ADJ", "PART", "ADV")
    is_own = token.feats.get("Person") == "1" and token.feats.get("Number") == "Sing"  # "nie mogę się powstrzymać"
    return token.lemma in rules["forbid"] and scene.is_negated(token) and not is_own


def _belongs(scene: Scene, token: Token) -> bool:
    """ "Decyzja należy do Ukrainy" demands nothing: an infinitive must follow."""
    near = scene.between(token.index + 1, min(token.index + READY, scene.sentence(token)[1]))
    return not any(word.feats.get("VerbForm") == "Inf" for word in near)


def _is_future(scene: Scene, verb: Token) -> bool:
    if verb.feats.get("Tense") == "Fut":
        return True
    return any(child.feats.get("Tense") == "Fut" for child in scene.tree.children(verb, "aux", "cop"))


def _is_own(scene: Scene, verb: Token, draft: Draft) -> bool:
    """The speaker's own act: in the first person, or in a clause whose subject is the speaker's."""
    if verb.feats.get("Person") == "1":
        return True
    if draft.is_quoted or draft.cue is None or _has_subject(scene, verb, draft):
        return False
    number = draft.cue.token.feats.get("Number")
    return draft.rule.startswith("clause") and verb.feats.get("Number") == number and verb.feats.get("Person") == "3"


def _has_subject(scene: Scene, verb: Token, draft: Draft) -> bool:
    """Say whether the verb has a subject, or a noun in the nominative stands before it in the reported words."""
    heads = (verb, scene.tokens[verb.head]) if is_dep(verb, "aux", "cop") else (verb,)
    if any(scene.tree.child(head, "nsubj") is not None for head in heads):
        return True
    first = next((part[0] for part in draft.content if part[0] <= verb.index < part[1]), verb.index)
    before = scene.between(first, verb.index)
    return any(token.upos in ("NOUN", "PROPN") and token.feats.get("Case") == "Nom" for token in before)


def _values(scene: Scene, token: Token) -> bool:
    """Say whether a word values, and is the predicate of its clause or goes with it: "jest ważnym krokiem"."""
    if token.lemma not in scene.words.stance["value"]:
        return False
    if _is_predicate(scene, token):
        return True
    head = scene.tree.head(token)
    return head is not None and is_dep(token, "amod") and _is_predicate(scene, head)


def _is_predicate(scene: Scene, token: Token) -> bool:
    if scene.tree.child(token, "cop") is not None:
        return True
    if token.upos == "ADJ" and not is_dep(token, "amod"):
        return token.feats.get("Case", "Nom") in ("Nom", "Ins")
    return is_dep(token, "root", "parataxis", "ccomp", "xcomp") or (is_dep(token, "obl") and token.feats.get("Case") == "Ins")


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
