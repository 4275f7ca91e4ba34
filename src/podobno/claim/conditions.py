"""Say whether reported words hold only under a condition that they state.

In:   a scene and a draft.
Out:  yes or no.
Not:  the stance: claim/stances.py.
"""

from podobno.claim.drafts import Draft
from podobno.claim.mains import main_verbs, opens_subordinate
from podobno.claim.scene import Part, Scene
from podobno.records.parsed import Token

OPENING = 5  # words at the head of a stretch in which a phrase of condition holds for all of it


def is_conditional(scene: Scene, draft: Draft) -> bool:
    """Say whether the reported words hold only under a condition that they state."""
    return any(_is_conditional(scene, part) for part in draft.content)


def is_condition_word(scene: Scene, token: Token) -> bool:
    """Say whether a word is a conjunction of condition: "jeśli", "gdyby"."""
    words = scene.words.rules["condition"]
    return token.lemma in words or token.form.casefold() in words


def _is_conditional(scene: Scene, part: Part) -> bool:
    if any(_opens_condition(scene, token, part) for token in scene.between(*part)):
        return True
    return _has_phrase(scene, part) or _waits(scene, part)


def _opens_condition(scene: Scene, token: Token, part: Part) -> bool:
    """ "Jeśli", unless the clause before it hangs on another: "zagrożenia, które nastąpią, jeśli"."""
    if not is_condition_word(scene, token):
        return False
    near = scene.between(max(token.index - 1, part[0]), token.index + 2)
    supposes = token.form.casefold() in scene.words.stance["supposing"]  # "nawet gdyby": a condition all the same
    if not supposes and any(word.form.casefold() in scene.words.rules["no_condition"] for word in near):
        return False
    return not _hangs_on_relative(scene, token, part)


def _hangs_on_relative(scene: Scene, token: Token, part: Part) -> bool:
    before = list(scene.between(part[0], token.index))
    commas = [word.index for word in before if word.form == ","]
    if not commas or commas[-1] != token.index - 1:
        return False
    start = (commas[-2] if len(commas) > 1 else part[0] - 1) + 1
    first = next((word for word in scene.between(start, token.index) if word.upos != "ADP"), token)
    return start > part[0] and opens_subordinate(scene, first) and scene.words.among("antecedents", first.lemma)


def _has_phrase(scene: Scene, part: Part) -> bool:
    """ "W razie pożaru", at the head of the words; "o ile", "pod warunkiem, że", anywhere."""
    forms = [token.form.casefold() for token in scene.between(*part)]
    text = " ".join(forms)
    anywhere = any(f" {words} " in f" {text} " for words in scene.words.rules["condition_phrases"])
    return anywhere or any(_opens_with(scene, part, words) for words in scene.words.rules["condition_at_head"])


def _opens_with(scene: Scene, part: Part, words: str) -> bool:
    """ "W przypadku awarii", but not "celem w przypadku [Nord Stream]": with a name it tells of what."""
    phrase = words.split()
    for first in range(part[0], min(part[0] + OPENING, part[1] - len(phrase))):
        behind = scene.tokens[first + len(phrase)]
        if [token.form.casefold() for token in scene.between(first, behind.index)] == phrase:
            return not behind.form[:1].isupper()
    return False


def _waits(scene: Scene, part: Part) -> bool:
    """ "Przestaniemy, gdy nas wysłuchają": a time to come on which something to come depends."""
    if scene.tokens[part[1] - 1].form == scene.words.stance["question_mark"]:
        return False  # "Kiedy wróci prąd?"
    whens = [token for token in scene.between(*part) if scene.words.among("when", token.lemma)]
    whens = [token for token in whens if not _is_meanwhile(scene, token) and not _is_asked(scene, token, part)]
    if not whens or any(_is_past(scene, token, part) for token in whens):
        return False
    return any(verb.feats.get("Tense") == "Fut" or verb.feats.get("Mood") == "Imp" for verb in main_verbs(scene, part))


def _is_asked(scene: Scene, when: Token, part: Part) -> bool:
    """ "Nie wiadomo, [kiedy] most zostanie otwarty": what is not known, no condition."""
    if not scene.words.among("asking", when.lemma):
        return False
    before = [t for t in scene.between(part[0], when.index) if scene.is_finite(t)]
    return bool(before) and scene.words.among("knowing", before[-1].lemma)


def _is_meanwhile(scene: Scene, when: Token) -> bool:
    """ "W czasie, [gdy] rozmawiamy": when, not if."""
    return any(scene.words.among("meanwhile", token.lemma) for token in scene.between(when.index - 2, when.index))


def _is_past(scene: Scene, when: Token, part: Part) -> bool:
    verb = next((token for token in scene.between(when.index + 1, part[1]) if scene.is_finite(token)), None)
    return verb is None or verb.feats.get("Tense") == "Past"
