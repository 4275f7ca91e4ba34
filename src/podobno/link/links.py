"""Link articles and their claims: the order of the parts.

In:   sketches.
Out:  links; each is a function of its two ends alone, so no order of reading changes them.
Not:  which articles are worth comparing, which is the ledger's index; a person's judgements.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from podobno.link.copies import link_copies
from podobno.link.grammar import LinkGrammar
from podobno.link.relations import link_relations
from podobno.link.stories import link_stories
from podobno.link.utterances import link_utterances
from podobno.records.links import Link
from podobno.records.sketches import Sketch


def link_sketches(sketches: Sequence[Sketch], grammar: LinkGrammar) -> Iterator[Link]:
    """Yield the links within and among all of the articles."""
    for sketch in sketches:
        yield from link_article(sketch, grammar)
    for a, b in combinations(sketches, 2):
        yield from link_pair(a, b, grammar)


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
