"""Reports within reports: which one holds which, and which of them are claims of their own.

In:   the drafts of an article with their speakers.
Out:  Item, Nest, and what follows from it.
Not:  the claims: claim/claims.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from podobno.claim.drafts import Cue, Draft
from podobno.claim.heard import Naming
from podobno.claim.scene import Scene
from podobno.claim.stances import stance_of
from podobno.lang.trees import is_dep

NESTED_REST = 2  # words of weight that an outer report may hold beside the inner one and still be "nothing but" it
POINTER = 3  # words at most: "ten trudny problem"
HEAVY = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A draft with its speaker and the media that carried it."""

    draft: Draft
    naming: Naming
    media: tuple[str, ...]
    is_asking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nest:
    """Which report holds which."""

    items: tuple[Item, ...]
    above: Mapping[int, int]  # place in items to that of the smallest report that holds the cue; none: missing
    places: Mapping[int, int]  # id() of an item to its place

    def outer(self, item: Item) -> Item | None:
        """Return the smallest report that holds this one's cue."""
        place = self.above.get(self.places[id(item)])
        return None if place is None else self.items[place]

    def inner(self, item: Item) -> list[Item]:
        """Return the reports that this one holds directly."""
        place = self.places[id(item)]
        return [self.items[below] for below, above in self.above.items() if above == place]


def nest_items(items: Sequence[Item]) -> Nest:
    """Look up once which report holds which."""
    above = {}
    for place, item in enumerate(items):
        cue = item.draft.cue
        at = cue.token.index if cue is not None else item.draft.content[0][0]
        holding = [i for i, other in enumerate(items) if i != place and holds(other.draft, at)]
        if holding:
            above[place] = min(holding, key=lambda i: size(items[i].draft))
    return Nest(items=tuple(items), above=above, places={id(item): place for place, item in enumerate(items)})


def outer_steps(item: Item, nest: Nest) -> list[str]:
    """Return the names of those within whose reports an item stands, from the article inward."""
    steps: list[str] = []
    seen = {id(item)}
    outer = nest.outer(item)
    while outer is not None and id(outer) not in seen and outer.naming.voice is not None and not outer.is_asking:
        steps = [*outer.media, outer.naming.voice.name, *steps]
        seen.add(id(outer))
        outer = nest.outer(outer)
    return steps


def holds(draft: Draft, place: int) -> bool:
    """Say whether a token is among the reported words."""
    return any(first <= place < last for first, last in draft.content)


def size(draft: Draft) -> int:
    """Return how many tokens are reported."""
    return sum(last - first for first, last in draft.content)


def is_swallowed(scene: Scene, item: Item, nest: Nest) -> bool:
    """Say whether a report holds nothing but another: then it is only a step of the inner one's chain."""
    return not item.is_asking and any(_is_all(scene, item.draft, other) for other in nest.inner(item))


def is_hedge(item: Item, nest: Nest) -> bool:
    """Say whether a phrase of source names the one who speaks already: "dodał, że jego zdaniem"."""
    outer = nest.outer(item)
    return item.draft.rule == "source-phrase" and outer is not None and outer.naming.voice is item.naming.voice


def is_of_own_paper(scene: Scene, item: Item, nest: Nest) -> bool:
    """ "„[Nasze dane] pokazują, że” – mówi prezes": what speaks in somebody's speech is his own."""
    part, outer = item.naming.part, nest.outer(item)
    if part is None or outer is None or outer.naming.voice is None:
        return False
    return any(scene.words.among("own", token.lemma) for token in scene.between(*part))


def is_over(scene: Scene, item: Item, nest: Nest) -> bool:
    """Say whether somebody tells what he thought himself at that time: "przyznał, że nie [wierzył] w wygraną"."""
    outer, cue, voice = nest.outer(item), item.draft.cue, item.naming.voice
    if outer is None or cue is None or voice is None or outer.naming.voice is not voice:
        return False
    return cue.token.lemma in scene.words.stance["thinking"] and cue.token.feats.get("Tense") == "Past"


def is_pointer(scene: Scene, item: Item, nest: Nest) -> bool:
    """Say whether a report within another only points back: "przypomniał, że na [ten problem] zwracał uwagę X".

    One's own attitude within one's own report, too: "stwierdził, że jest zadowolony z [tego faktu]".
    """
    outer = nest.outer(item)
    if item.draft.rule != "nominal" or size(item.draft) > POINTER or outer is None:
        return False
    words = [token for part in item.draft.content for token in scene.between(*part)]
    points = any(token.feats.get("PronType") == "Dem" or scene.words.among("pointing", token.lemma) for token in words)
    is_same = item.naming.voice is not None and item.naming.voice is outer.naming.voice
    is_own = is_same and not _is_all(scene, outer.draft, item)  # "zastrzegł, że nie wierzy w [te doniesienia]"
    return points and (is_own or stance_of(scene, item.draft, has_speaker=True) == "asserts")


def is_of_himself(scene: Scene, item: Item, nest: Nest) -> bool:
    """Say whether a speaker tells in his own report what he does or feels: "przyznał, że cieszy się z wyniku"."""
    outer, voice = nest.outer(item), item.naming.voice
    if outer is None or voice is None or outer.naming.voice is not voice or item.draft.rule != "nominal":
        return False
    # "Zastrzegł, że wątpi w takie pogłoski": whom he doubts is more than what he does.
    is_bare = item.naming.part is None and outer.draft.rule == "clause"
    is_bare = is_bare and item.draft.cue is not None and not item.draft.cue.is_negated
    return is_bare and _is_all(scene, outer.draft, item)


def _is_all(scene: Scene, outer: Draft, inner: Item) -> bool:
    """Say whether no clause of the outer report is left beside the inner one."""
    draft = inner.draft
    taken = {index for part in draft.content for index in range(*part)}
    if draft.clause is not None and draft.rule.startswith(("aside", "source", "speech")):
        taken |= set(range(*draft.clause))
    if draft.cue is not None:
        taken |= _report_words(scene, draft.cue)
    rest = [scene.tokens[i] for part in outer.content for i in range(*part) if i not in taken]
    if draft.cue is not None and draft.cue.kind in ("verb", "phrase") and not _is_side(draft.cue):
        return not any(scene.is_finite(token) and not is_dep(token, "acl") for token in rest)
    is_light = sum(token.upos in HEAVY for token in rest) <= NESTED_REST
    return is_light and not any(scene.is_finite(token) for token in rest)


def _is_side(cue: Cue) -> bool:
    """A converb or participle reports beside the verb of its sentence, which then is more."""
    return cue.token.feats.get("VerbForm") in ("Conv", "Part")


def _report_words(scene: Scene, cue: Cue) -> set[int]:
    """The cue with the verb that an infinitive hangs on, and its auxiliaries."""
    words = {*range(cue.first, cue.last), *(child.index for child in scene.tree.children(cue.token, "aux", "cop"))}
    above = scene.tree.head(cue.token)
    if above is not None and cue.token.feats.get("VerbForm") == "Inf":
        words.add(above.index)
    return words
