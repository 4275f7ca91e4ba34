"""Reports that point back: "Most runął. Tak twierdzi straż."

In:   a scene and its cues.
Out:  drafts whose content is the sentence before the one of the cue.
Not:  what the sentence of the cue reports itself: claim/clauses.py, claim/nominals.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue, Draft
from podobno.claim.scene import STOPS, Scene
from podobno.claim.spans import skip_marks, trim_end

FEWEST = 3  # words of a sentence that somebody may stand by


def backward_drafts(scene: Scene, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """Yield a draft for each cue whose sentence opens with "Tak" and tells nothing else."""
    for cue in cues:
        first, _ = scene.sentence(cue.token)
        if cue.kind != "verb" or "that" not in cue.entry.takes or not _points_back(scene, first, cue):
            continue
        start, end = scene.sentence(scene.tokens[first - 1])
        start = skip_marks(scene, start, end)
        tells = end - start > FEWEST and any(map(scene.is_finite, scene.between(start, end)))
        if tells and scene.tokens[end - 1].form in STOPS and not scene.is_teaser(start):
            part = (start, trim_end(scene, start, end))
            yield Draft(content=(part,), cue=cue, rule="backward", clause=scene.sentence(cue.token))


def _points_back(scene: Scene, first: int, cue: Cue) -> bool:
    """ "[Tak] w poniedziałek zapowiadał minister", but not "Tak, uważam" nor "tak mówił"."""
    if first == 0 or not scene.words.among("so", scene.tokens[first].form.casefold()):
        return False
    is_same_line = scene.paragraph_at[first] == scene.paragraph_at[first - 1]
    before = scene.between(first + 1, cue.token.index)
    is_main = not any(scene.is_finite(token) for token in before) and scene.is_finite(cue.token)
    return is_same_line and is_main and scene.tokens[first + 1].form != ","
