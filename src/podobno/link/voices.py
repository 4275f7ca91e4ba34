"""Say whose words each claim of an article is, where a headline names only the speaker's body or country.

In:   a sketch.
Out:  for each of its claims the origin: as read, or that of the body's claim which the headline repeats.
Not:  who is one speaker: link/speakers.py.

"United States: the pipeline is a weapon", and below: "The pipeline is a weapon, said Jane Doe of the State Department".
"""

from podobno.link.clashes import has_clash
from podobno.link.grammar import LinkGrammar
from podobno.link.likeness import weigh_likeness
from podobno.records.claims import Source
from podobno.records.sketches import ClaimSketch, Sketch

HELD = 0.9  # part of the headline's content that must lie in the claim of the body
SHARED = 1.0  # weight of what they share, so that it is no matter of chance


def find_voices(sketch: Sketch, grammar: LinkGrammar) -> tuple[Source | None, ...]:
    """Return the origin of each claim, in text order; None: hearsay."""
    own = tuple(claim.claim.origin for claim in sketch.claims)
    if not own or own[0] is None or sketch.claims[0].claim.cue is not None or _speaks_again(own[0], own[1:]):
        return own
    found = {claim.claim.origin.name: claim.claim.origin for claim in _bodies(sketch, grammar) if claim.claim.origin}
    return (next(iter(found.values())), *own[1:]) if len(found) == 1 else own


def _speaks_again(origin: Source, others: tuple[Source | None, ...]) -> bool:
    return any(other is not None and other.name == origin.name for other in others)


def _bodies(sketch: Sketch, grammar: LinkGrammar) -> list[ClaimSketch]:
    """Return the claims that the first one, a headline, repeats."""
    head, *rest = sketch.claims
    return [claim for claim in rest if _repeats(head, claim, grammar)]


def _repeats(head: ClaimSketch, claim: ClaimSketch, grammar: LinkGrammar) -> bool:
    likeness = weigh_likeness(head, claim, grammar)
    return likeness.held >= HELD and likeness.shared >= SHARED and not has_clash(head, claim, likeness)
