"""Whose words a headline or a heading quotes.

In:   a scene and the items of an article.
Out:  the items, those that stand without a speaker with the one named near them.
Not:  headlines of the form "X: ...", which are claim/reportive.py.
"""

from dataclasses import replace

from podobno.claim.heard import Naming, Voice
from podobno.claim.nesting import HEAVY, Item
from podobno.claim.scene import Scene

ALIKE = 0.75  # of the words of weight of a headline's quote, that are below in somebody's words
FEWEST_ALIKE = 2  # words of weight; one is anybody's


def with_headline_voices(scene: Scene, items: list[Item]) -> list[Item]:
    """A quote that stands before anybody was heard belongs to whoever is heard next."""
    found: list[Item] = []
    for place, item in enumerate(items):
        heard = [other.naming.voice for other in items[place + 1 :] if other.naming.voice is not None]
        people = [voice for voice in heard if voice.is_person and item.draft.rule == "quote-alone"]
        after = next(iter([*people, *heard]), None)  # what a headline quotes a person said
        named = _quoted_below(scene, item, items) or _named_next(scene, item, items)
        if named is not None:
            item = replace(item, naming=Naming(voice=named, part=None, is_carried=True))
        elif _lacks_voice(item) and after is not None:
            item = replace(item, naming=Naming(voice=after, part=None, is_carried=True))
        found.append(item)
    return found


def _lacks_voice(item: Item) -> bool:
    draft = item.draft
    if item.naming.voice is not None or draft.rule.startswith("evidential"):
        return False
    if draft.cue is not None and draft.cue.token.feats.get("Person") == "0":
        return False  # "przekazano w sprawozdaniu"
    return draft.cue is None or (draft.cue.kind == "verb" and draft.rule.startswith("speech"))


def _quoted_below(scene: Scene, item: Item, items: list[Item]) -> Voice | None:
    """A headline that quotes: whose words stand below it, longer, or nearly the same."""
    if item.draft.rule != "quote-alone":
        return None
    said = _text(scene, item).casefold()
    others = [other for other in items if other is not item and other.naming.voice is not None]
    longer = [other for other in others if said in _text(scene, other).casefold()]
    if not longer and item.naming.part is None:
        longer = _alike(scene, item, others)
    return longer[0].naming.voice if longer else None


def _alike(scene: Scene, item: Item, others: list[Item]) -> list[Item]:
    """ "„Niech odda klucze”", and below "niech on odda nasze klucze": a headline shortens what it quotes."""
    said = _words_of_weight(scene, item)
    if len(said) < FEWEST_ALIKE or scene.paragraph_at[item.draft.content[0][0]] > 0:
        return []
    shared = [(len(said & _words_of_weight(scene, other)) / len(said), other) for other in others]
    most = max((share for share, _ in shared), default=0.0)
    return [other for share, other in shared if share == most and share >= ALIKE]


def _words_of_weight(scene: Scene, item: Item) -> frozenset[str]:
    words = (token for part in item.draft.content for token in scene.between(*part))
    return frozenset(token.lemma.casefold() for token in words if token.upos in HEAVY)


def _text(scene: Scene, item: Item) -> str:
    first, last = item.draft.content[0][0], item.draft.content[-1][1]
    return scene.text[scene.tokens[first].start : scene.tokens[last - 1].end]


def _named_next(scene: Scene, item: Item, items: list[Item]) -> Voice | None:
    """ "„Kto w to wierzy?” Premier Jan Kos uważa": a quotation set as a heading is of whom the next sentence names."""
    if item.draft.rule != "quote-alone" or item.naming.part is not None:
        return None
    end = scene.tokens[item.draft.content[-1][1] - 1].sentence
    cues = [(other.draft.cue, other.naming) for other in items if other.draft.cue is not None]
    after = [(cue, naming) for cue, naming in cues if 0 < cue.token.sentence - end <= 1 and naming.part is not None]
    naming = min(after, key=lambda pair: pair[0].token.index, default=(None, None))[1]
    return naming.voice if naming is not None and not naming.is_carried else None
