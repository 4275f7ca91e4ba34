"""The stretches of an article that are somebody's reported words.

In:   the drafts of an article.
Out:  Reported: which tokens may not name the speaker of a draft, and where to look for one.
Not:  who the speaker is: claim/speakers.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from podobno.claim.drafts import Draft
from podobno.claim.scene import Part, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Reported words, by tokens."""

    parts: tuple[Part, ...]  # of all drafts but those whose words are a mere object: "zapowiedział [strajk]"
    tokens: frozenset[int]

    def window(self, scene: Scene, draft: Draft) -> Part:
        """Return where the speaker may be named: the sentence of the cue, or the report that holds the cue."""
        if draft.cue is None:
            return 0, 0
        first, last = scene.sentence(draft.cue.token)
        if draft.clause is not None and draft.rule.startswith("speech"):
            first, last = draft.clause
        holder = self._holder(draft)
        return (first, last) if holder is None else (max(first, holder[0]), min(last, holder[1]))

    def blocked(self, draft: Draft) -> frozenset[int]:
        """Return the tokens of reported words that do not hold the cue, and the draft's own words."""
        own = {index for part in draft.content for index in range(*part)}
        if draft.cue is None:
            return frozenset(own)
        place = draft.cue.token.index
        closed = (range(first, last) for first, last in self.parts if not first <= place < last)
        return frozenset(own.union(*closed))

    def _holder(self, draft: Draft) -> Part | None:
        place = draft.cue.token.index if draft.cue is not None else -1
        holding = [part for part in self.parts if part[0] <= place < part[1] and part not in draft.content]
        return min(holding, key=lambda part: part[1] - part[0], default=None)


def reported_words(drafts: Iterable[Draft]) -> Reported:
    """Gather the reported words of all drafts."""
    parts = tuple(part for draft in drafts if draft.rule != "nominal" for part in draft.content)
    return Reported(parts=parts, tokens=frozenset(i for part in parts for i in range(*part)))
