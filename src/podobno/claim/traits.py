"""Tell the traits of a claim: what makes it more or less likely to have been read right.

In:   a scene; a claim with its draft, and the other claims of the article.
Out:  the names of those traits that hold, of scores.TRAITS.
Not:  what each is worth, which is claim/scores.py.
"""

from collections.abc import Iterable, Iterator, Sequence

from podobno.claim.drafts import Draft
from podobno.claim.scene import Scene
from podobno.records.claims import Claim
from podobno.records.parsed import Token

SHORT = 10  # words: below it six claims in ten were read right in the gold, above it seven
MANY_CLAUSES = 4  # finite verbs: from there on the stance of the whole is wrong twice as often


def claim_traits(scene: Scene, claim: Claim, draft: Draft, others: Iterable[Claim]) -> frozenset[str]:
    """Return the traits that hold of a claim; others: the claims of its article, also itself."""
    around = [other for other in others if other is not claim]
    parts = (_place(claim, around), _words(scene, claim, draft), _speaker(claim), _meaning(scene, claim, draft))
    return frozenset((*(name for part in parts for name in part), *_rule(claim)))


def _place(claim: Claim, around: Sequence[Claim]) -> Iterator[str]:
    if any(_holds(other, claim) for other in around):
        yield "nested"
    if any(_holds(claim, other) for other in around):
        yield "holding"


def _holds(outer: Claim, inner: Claim) -> bool:
    place = (inner.cue or inner.content[0]).start
    return any(span.start <= place < span.end for span in outer.content)


def _words(scene: Scene, claim: Claim, draft: Draft) -> Iterator[str]:
    tokens = list(_tokens(scene, draft))
    verbs = sum(scene.is_finite(token) for token in tokens)
    if len(claim.content) > 1:
        yield "cut"
    if sum(token.upos != "PUNCT" for token in tokens) < SHORT:
        yield "short"
    if verbs >= MANY_CLAUSES:
        yield "many-clauses"
    if verbs == 0:
        yield "verbless"


def _tokens(scene: Scene, draft: Draft) -> Iterator[Token]:
    for part in draft.content:
        yield from scene.between(*part)


def _speaker(claim: Claim) -> Iterator[str]:
    origin = claim.origin
    if origin is not None and origin.name[0].islower():
        yield "unnamed"
    if claim.carried:
        yield "carried-by-word" if claim.speaker is not None else "carried"
    if origin is not None and origin.role is not None:
        yield "role"


def _meaning(scene: Scene, claim: Claim, draft: Draft) -> Iterator[str]:
    if draft.cue is not None and claim.stance not in (draft.cue.entry.stance, draft.cue.entry.negated):
        yield "stance-by-words"
    values = scene.words.stance["value"]
    if claim.stance != "judges" and any(token.lemma in values for token in _tokens(scene, draft)):
        yield "valued"


def _rule(claim: Claim) -> Iterator[str]:
    if claim.rule in ("headline", "aside"):
        yield claim.rule
    elif claim.cue is None or claim.rule.endswith("-unmarked"):
        yield "unmarked"
