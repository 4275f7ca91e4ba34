"""Reports that a word of hearsay makes: "podobno", "miał uciec", "ma być ich tysiąc", "spodziewane są opady".

In:   a scene.
Out:  drafts whose content is the clause round the word.
Not:  who says so, which no such word tells; other reports without a cue: claim/reportive.py.
"""

from collections.abc import Iterator
from itertools import pairwise

from podobno.claim.drafts import Draft
from podobno.claim.scene import Part, Scene
from podobno.claim.spans import clause_end_plain, skip_marks, trim_end
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NEAR_INFINITIVE = 5  # words from "ma" to its infinitive, and from that to what it tells


def evidential_drafts(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for each clause that hands its words to hearsay: "podobno", "miał uciec", "ma być ich tysiąc"."""
    for token in scene.tokens:
        if _is_hearsay(scene, token) or _is_expected(scene, token):
            parts = _clause_without(scene, token, token.index + 1)
            if parts:
                yield Draft(content=parts, cue=None, rule=f"evidential:{token.index}")


def _is_hearsay(scene: Scene, token: Token) -> bool:
    if token.upos in ("ADV", "PART") and token.form.casefold() in scene.words.rules["adverbs_of_hearsay"]:
        return True
    if not scene.words.among("evidential", token.lemma) or token.feats.get("Mood") == "Cnd" or scene.is_negated(token):
        return False
    infinitive = _infinitive(scene, token)
    if infinitive is None or is_dep(token, "acl") or _came_to_nothing(scene, infinitive):
        return False
    is_misdeed = scene.words.among("misdeeds", infinitive.lemma)
    if infinitive.lemma in scene.words.verbs and not (is_misdeed and token.feats.get("Tense") == "Past"):
        return False
    if scene.words.among("passive", infinitive.lemma):
        return token.feats.get("Tense") == "Past" and _is_harm(scene, infinitive)  # "miały zostać uzgodnione": a plan
    between = scene.between(token.index + 1, infinitive.index)
    if any(scene.words.among("having", word.lemma) for word in between):
        return False  # "miał szansę wygrać"
    if is_misdeed and token.feats.get("Tense") == "Past":
        return True
    if token.feats.get("Tense") == "Past":
        # The past of a plan has an imperfective one.
        return infinitive.feats.get("Aspect") == "Perf" or _is_alleged(scene, token, infinitive)
    return token.feats.get("Tense") == "Pres" and _tells_a_state(scene, token, infinitive)


def _came_to_nothing(scene: Scene, infinitive: Token) -> bool:
    """ "Koncert miał się odbyć, [lecz] odwołano go": a plan that failed."""
    after = scene.between(infinitive.index + 1, scene.sentence(infinitive)[1])
    return any(
        scene.words.among("contrasts", token.lemma) and scene.tokens[token.index - 1].form == "," for token in after
    )


def _is_harm(scene: Scene, infinitive: Token) -> bool:
    """ "Miała zostać [pobita]": nobody plans so in the news."""
    near = scene.between(infinitive.index + 1, min(infinitive.index + NEAR_INFINITIVE, scene.sentence(infinitive)[1]))
    return any(scene.words.among("harms", lemma) for word in near for lemma in scene.words.inflection.lemmas(word.form))


def _is_alleged(scene: Scene, token: Token, infinitive: Token) -> bool:
    """ "[Powodem] miały być pęknięcia", "za atakiem mieli [stać] hakerzy": what is so by hearsay, and no plan."""
    first, last = scene.sentence(token)
    if scene.words.among("standing", infinitive.lemma):
        words = pairwise(scene.between(first, last))
        return any(
            one.lemma == scene.words.rules["behind"] and after.feats.get("Case") == "Ins" for one, after in words
        )
    if not scene.words.among("existence", infinitive.lemma):
        return scene.words.among("states", infinitive.lemma) or scene.words.among("minds", infinitive.lemma)
    nouns = (t for t in scene.between(first, last) if t.upos == "NOUN" and t.feats.get("Case") == "Ins")
    return any(scene.words.among("alleged", noun.lemma) for noun in nouns)


def _is_expected(scene: Scene, token: Token) -> bool:
    """ "W maju [spodziewana] jest rekordowa liczba turystów": nobody is said to expect it."""
    if not scene.words.among("expected", token.lemma) or token.upos not in ("ADJ", "VERB") or scene.is_negated(token):
        return False
    beside = (token.index - 1, token.index + 1)
    is_so = any(scene.tokens[at].lemma == scene.words.rules["be"] for at in beside if 0 <= at < len(scene.tokens))
    is_form = "VerbForm" not in token.feats or token.feats["VerbForm"] == "Part"
    by = (t for t in scene.between(*scene.sentence(token)) if t.lemma == scene.words.rules["by"])
    return is_so and is_form and token.feats.get("Case", "Nom") == "Nom" and not any(by)


def _infinitive(scene: Scene, token: Token) -> Token | None:
    """The infinitive that goes with an evidential, in the tree or near behind it."""
    below = scene.tree.children(token, "xcomp", "ccomp")
    near = scene.between(token.index + 1, min(token.index + NEAR_INFINITIVE, scene.sentence(token)[1]))
    return next((word for word in (*below, *near) if word.feats.get("VerbForm") == "Inf"), None)


def _tells_a_state(scene: Scene, token: Token, infinitive: Token) -> bool:
    """ "Ma wynikać", "ma być jednym z nich", "ma ich być tysiąc"; what "ma być gotowy" is a plan."""
    if infinitive.lemma in scene.words.rules["states"]:
        return True
    if infinitive.lemma not in scene.words.rules["existence"]:
        return False
    last = scene.sentence(token)[1]
    after = list(scene.between(infinitive.index + 1, min(infinitive.index + NEAR_INFINITIVE, last)))
    number = any(word.upos == "NUM" or word.form[0].isdigit() for word in after)
    first = next((word for word in after if word.upos in ("NOUN", "DET", "ADJ", "PRON", "NUM")), None)
    if first is not None and first.upos == "ADJ" and first.feats.get("Case") == "Nom":
        return False
    is_noun = first is not None and first.feats.get("Case") == "Ins" and first.upos != "PRON"
    return number or (is_noun and scene.tree.child(token, "nsubj") is not None)


def _clause_without(scene: Scene, token: Token, after: int) -> tuple[Part, ...]:
    first, last = scene.sentence(token)
    start = first
    for index in range(token.index - 1, first - 1, -1):
        if scene.tokens[index].form in (",", ";") and any(map(scene.is_finite, scene.between(first, index))):
            start = index + 1
            break
    start = skip_marks(scene, start, token.index)
    if scene.words.among("that", scene.tokens[start].lemma):
        return ()  # "wróżono, że miał uciec": a clause that hangs on another word
    is_with_being = _is_expected(scene, token)  # "spodziewana [jest]"
    until = token.index - 1 if is_with_being and _is_being(scene, token.index - 1) else token.index
    after = after + 1 if is_with_being and _is_being(scene, after) else after
    parts = [(start, trim_end(scene, start, until))] if start < until else []
    rest = skip_marks(scene, after, last)
    if rest < last:
        parts.append((rest, clause_end_plain(scene, rest)))
    return tuple(part for part in parts if part[0] < part[1])


def _is_being(scene: Scene, index: int) -> bool:
    return 0 <= index < len(scene.tokens) and bool(scene.tokens[index].lemma == scene.words.rules["be"])
