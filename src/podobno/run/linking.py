"""Link an article that was read with those that came before.

In:   a reading, what linking needs of the language, the neighbours.
Out:  Linking: the sketch, its keys, the links; nothing is recorded.
Not:  the links themselves, which are `link`; keeping them, which is the ledger.
"""

from collections.abc import Iterator

from podobno.link.entitygroups import article_names, name_keys
from podobno.link.grammar import LinkGrammar
from podobno.link.links import link_article, link_pair, sketch_keys
from podobno.records.links import Link
from podobno.records.ports import Neighbours
from podobno.records.readings import Linking, Reading
from podobno.records.sketches import Sketch


def link_reading(reading: Reading, grammar: LinkGrammar, neighbours: Neighbours) -> Linking | None:
    """Return what linking gives for a reading; None where the article could not be parsed."""
    if reading.sketch is None:
        return None
    keys = tuple(sketch_keys(reading.sketch, grammar))
    others = tuple(neighbours.near(reading.article, keys))
    return Linking(
        sketch=reading.sketch,
        keys=keys,
        links=tuple(_links(reading.sketch, others, grammar)),
        articles=_articles((reading.sketch, *others)),
        names=tuple((name, name_keys(name, grammar.entities)) for name in article_names(reading.sketch)),
    )


def _links(sketch: Sketch, others: tuple[Sketch, ...], grammar: LinkGrammar) -> Iterator[Link]:
    yield from link_article(sketch, grammar)
    for other in others:
        yield from link_pair(sketch, other, grammar)


def _articles(sketches: tuple[Sketch, ...]) -> dict[str, str]:
    of = {sketch.article.id: sketch.article.id for sketch in sketches}
    for sketch in sketches:
        of.update((claim.id, sketch.article.id) for claim in sketch.claims)
    return of
