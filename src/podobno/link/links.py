"""Link articles and their claims: the order of the parts.

In:   sketches.
Out:  links, each a function of its two ends alone, so no order of reading changes them; the keys by which
      articles that may be linked find each other.
Not:  which articles are worth comparing, which is the ledger's index; a person's judgements.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from podobno.link.copies import COPY_DAYS, copy_keys, link_copies
from podobno.link.grammar import LinkGrammar
from podobno.link.relations import RELATION_DAYS, link_relations, relation_keys
from podobno.link.stories import STORY_DAYS, link_stories, story_keys
from podobno.link.utterances import SPEECH_DAYS, link_utterances, speech_keys
from podobno.records.links import Link
from podobno.records.sketches import Key, Sketch
from podobno.records.text import content_id

HEX, BITS = 16, 64  # digits of an id, bits of a key: SQLite's integers have a sign


def link_sketches(sketches: Sequence[Sketch], grammar: LinkGrammar) -> Iterator[Link]:
    """Yield the links within and among all of the articles."""
    for sketch in sketches:
        yield from link_article(sketch, grammar)
    for a, b in combinations(sketches, 2):
        yield from link_pair(a, b, grammar)


def sketch_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[Key]:
    """Yield the keys of an article, each once: two that share none within its days have no link."""
    yield from (Key(value=value, days=COPY_DAYS) for value in sorted(copy_keys(sketch, grammar)))
    kinds = (
        ("story", story_keys(sketch, grammar), STORY_DAYS),
        ("speech", speech_keys(sketch, grammar), SPEECH_DAYS),
        ("relation", relation_keys(sketch, grammar), RELATION_DAYS),
    )
    for kind, keys, days in kinds:
        for key in dict.fromkeys(keys):
            yield Key(value=_number(content_id(kind, key)), days=days)


def link_article(sketch: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield the links among the claims of one article."""
    yield from _link_claims(sketch, sketch, grammar)


def link_pair(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield the links between two articles and between their claims."""
    if a.article.id > b.article.id:
        a, b = b, a
    copies = list(link_copies(a, b, grammar))
    yield from copies
    yield from link_stories(a, b, grammar, copies)
    yield from _link_claims(a, b, grammar)


def _link_claims(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterable[Link]:
    yield from link_utterances(a, b, grammar)
    yield from link_relations(a, b, grammar)


def _number(id_: str) -> int:
    value = int(id_, HEX)
    return value - (1 << BITS) if value >> (BITS - 1) else value
