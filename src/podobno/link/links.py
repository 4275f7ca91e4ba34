"""Link articles and their claims: the order of the parts.

In:   sketches.
Out:  links, each a function of its two ends alone, so no order of reading changes them; the keys by which
      articles that may be linked find each other.
Not:  which articles are worth comparing, which is the ledger's index; a person's judgements.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations

from podobno.link.copies import COPY_DAYS, copy_keys, link_copies
from podobno.link.grammar import LinkGrammar
from podobno.link.relations import RELATION_DAYS, link_relations, relation_keys
from podobno.link.stories import STORY_DAYS, link_stories, story_keys
from podobno.link.utterances import SPEECH_DAYS, link_utterances, speech_keys
from podobno.records.links import Link
from podobno.records.sketches import KEY_KINDS, Key, Sketch

BYTES = 8  # of a key: SQLite's integers have 64 bits, one of them the sign


def link_sketches(sketches: Sequence[Sketch], grammar: LinkGrammar) -> Iterator[Link]:
    """Yield the links within and among all of the articles."""
    for sketch in sketches:
        yield from link_article(sketch, grammar)
    for a, b in combinations(sketches, 2):
        yield from link_pair(a, b, grammar)


def sketch_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[Key]:
    """Yield the keys of an article, each once: two that share none within its days have no link."""
    yield from (Key(kind="copy", value=value, days=COPY_DAYS) for value in sorted(copy_keys(sketch, grammar)))
    kinds = (
        ("story", story_keys(sketch, grammar), STORY_DAYS),
        ("speech", speech_keys(sketch, grammar), SPEECH_DAYS),
        ("relation", relation_keys(sketch, grammar), RELATION_DAYS),
    )
    for kind, keys, days in kinds:
        for key in dict.fromkeys(keys):
            yield Key(kind=kind, value=_number(f"{kind} {key}"), days=days)


def link_article(sketch: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield the links among the claims of one article."""
    yield from _link_claims(sketch, sketch, grammar, KEY_KINDS)


def link_pair(a: Sketch, b: Sketch, grammar: LinkGrammar, kinds: Collection[str] = KEY_KINDS) -> Iterator[Link]:
    """Yield the links between two articles and between their claims; kinds: of the keys that they share."""
    if a.article.id > b.article.id:
        a, b = b, a
    copies = tuple(link_copies(a, b, grammar)) if "copy" in kinds else ()
    yield from copies
    if "story" in kinds:
        yield from link_stories(a, b, grammar, copies)
    yield from _link_claims(a, b, grammar, kinds)


def _link_claims(a: Sketch, b: Sketch, grammar: LinkGrammar, kinds: Collection[str]) -> Iterable[Link]:
    if "speech" in kinds:
        yield from link_utterances(a, b, grammar)
    if "relation" in kinds:
        yield from link_relations(a, b, grammar)


def _number(key: str) -> int:
    return int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:BYTES], signed=True)
