"""Reports that point back: "Most runął. Tak twierdzi straż.", "Most runął. Poinformował o tym wójt."

In:   a scene and its cues.
Out:  drafts whose content is the sentence before the one of the cue.
Not:  what the sentence of the cue reports itself: claim/clauses.py, claim/nominals.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue, Draft
from podobno.claim.scene import STOPS, Scene
from podobno.claim.spans import skip_marks, trim_end
from podobno.records.parsed import Token

FEWEST = 3  # words of a sentence that somebody may stand by
LONE = 6  # words of a sentence that names a speaker and says no more than that he spoke: "Wójt Jan Wilk potwierdza"


def backward_drafts(scene: Scene, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """Yield a draft for each cue whose sentence points at the one before and tells nothing else."""
    told: set[int] = set()  # sentences that stand by the one before
    for cue in cues:
        first, _ = scene.sentence(cue.token)
        if (
            first == 0
            or cue.token.sentence in told
            or scene.paragraph_at[first] != scene.paragraph_at[first - 1]
            or not _points_back(scene, cue)
        ):
            continue
        start, end = scene.sentence(scene.tokens[first - 1])
        start = skip_marks(scene, start, end)
        tells = end - start > FEWEST and any(map(scene.is_finite, scene.between(start, end)))
        if tells and scene.tokens[end - 1].form in STOPS and not scene.is_teaser(start):
            told.add(cue.token.sentence)
            part = (start, trim_end(scene, start, end))
            yield Draft(content=(part,), cue=cue, rule="backward", clause=scene.sentence(cue.token))


def _points_back(scene: Scene, cue: Cue) -> bool:
    first, last = scene.sentence(cue.token)
    if cue.kind == "verb" and "that" in cue.entry.takes:
        if _stands_so(scene, first, cue):
            return True
        return not _is_reported(scene, first) and (_informs(scene, cue) or _says_no_more(scene, cue, (first, last)))
    if cue.kind not in ("noun", "phrase") or _is_reported(scene, first):
        return False
    opener, noun = scene.tokens[first], scene.tokens[first + 1]
    if noun.index not in range(first if cue.kind == "phrase" else cue.first, cue.last):
        return False
    after = scene.tokens[noun.index + 1] if noun.index + 1 < last else noun
    if (
        after.form == ","
        or after.upos == "ADP"
        or not any(_speaks(scene, token) for token in scene.between(first, last))
    ):
        return False  # "taką opinię o moście", "to słowa, które", "takie informacje krążą"
    is_it = scene.words.among("it_is", opener.form.casefold()) and scene.words.among("of_words", noun.lemma)
    is_such = scene.words.among("such", opener.lemma)
    return is_it or (
        is_such and (cue.kind == "phrase" or any(_brings(scene, one) for one in scene.between(first, last)))
    )


def _brings(scene: Scene, token: Token) -> bool:
    """ "Taką opinię [wyraził] wójt", but not "takie doniesienia szkodzą"."""
    listed = token.lemma in scene.words.verbs or token.lemma in scene.words.rules["bringing"]
    return scene.is_finite(token) and listed


def _speaks(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at.get(token.index)
    return (mention is not None and mention.kind != "place") or scene.words.roles.kind(token) is not None


def _stands_so(scene: Scene, first: int, cue: Cue) -> bool:
    """ "[Tak] w poniedziałek zapowiadał minister", but not "Tak, uważam" nor "tak mówił"."""
    if not scene.words.among("so", scene.tokens[first].form.casefold()):
        return False
    before = scene.between(first + 1, cue.token.index)
    is_main = not any(scene.is_finite(token) for token in before) and scene.is_finite(cue.token)
    return is_main and scene.tokens[first + 1].form != ","


def _is_reported(scene: Scene, first: int) -> bool:
    """Say whether the sentence before is somebody's words already: "Most runął, mówi straż. Donosi o tym radio."."""
    before = scene.between(*scene.sentence(scene.tokens[first - 1]))
    return any(token.index in scene.quote_at or _may_report(scene, token) for token in before)


def _may_report(scene: Scene, token: Token) -> bool:
    listed = scene.is_finite(token) and token.lemma in scene.words.verbs
    return listed or token.form.casefold() in scene.words.source_ends


def _informs(scene: Scene, cue: Cue) -> bool:
    """ "[Poinformował o tym] wójt", "[O sprawie poinformował] wójt", but not "mówił o tym też radny"."""
    if not scene.words.among("informing", cue.token.lemma) or not scene.is_finite(cue.token):
        return False
    first, last = scene.sentence(cue.token)
    for token in scene.between(first, last - 1):
        after = scene.tokens[token.index + 1]
        if token.lemma == scene.words.rules["about"] and scene.words.among("about_it", after.form.casefold()):
            goes_on = after.index + 1 < last and scene.tokens[after.index + 1].form == ","
            return not goes_on and min(token.index, cue.token.index) <= first + 1
    return False


def _says_no_more(scene: Scene, cue: Cue, sentence: tuple[int, int]) -> bool:
    """ "Most runął. [Wójt potwierdza]", as a headline has it: who speaks, a verb that takes a clause, and no clause."""
    first, last = sentence
    if scene.paragraph_at[first] or last != scene.paragraph(first)[1] or last - first > LONE:
        return False
    if not scene.is_finite(cue.token) or cue.token.index != last - 1 - (scene.tokens[last - 1].form in STOPS):
        return False
    return all(token.upos in ("NOUN", "PROPN", "ADJ") for token in scene.between(first, cue.token.index))
