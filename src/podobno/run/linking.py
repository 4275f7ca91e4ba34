"""Link an article that was read with those that came before.

In:   a reading, what linking needs of the language, the neighbours.
Out:  Linking: the sketch, its keys, the links; of articles that came from another ledger, the links recorded.
Not:  the links themselves, which are `link`; keeping them, which is the ledger.
"""

from collections.abc import Iterable, Iterator, Sequence

from podobno.lang.pack import open_pack
from podobno.ledger.store import Ledger
from podobno.link.entitygroups import article_names, name_keys
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.link.links import link_article, link_pair, sketch_keys
from podobno.records.entries import read_maker
from podobno.records.links import Link
from podobno.records.ports import Neighbours
from podobno.records.readings import Linking, Reading
from podobno.records.sketches import Sketch


def link_reading(reading: Reading, grammar: LinkGrammar, neighbours: Neighbours) -> Linking | None:
    """Return what linking gives for a reading; None where the article could not be parsed."""
    return None if reading.sketch is None else _linking(reading.sketch, grammar, neighbours)


def link_kept(ledger: Ledger, articles: Sequence[str], grammar: LinkGrammar) -> None:
    """Link articles that came from another ledger with all that this one has, as whoever read them last."""
    for article in articles:
        maker = ledger.newest_maker(article)
        for sketch in ledger.links.sketch(article) if maker is not None else ():
            ledger.record_links(_linking(sketch, grammar, ledger.links), read_maker(maker or ""))


def link_joined(ledger: Ledger, articles: Sequence[str]) -> None:
    """Do the same with what linking needs of Polish: what the joining of ledgers calls at its end."""
    link_kept(ledger, articles, open_linking(open_pack("pl")))


def _linking(sketch: Sketch, grammar: LinkGrammar, neighbours: Neighbours) -> Linking:
    keys = tuple(sketch_keys(sketch, grammar))
    others = tuple(neighbours.near(sketch.article, keys))
    return Linking(
        sketch=sketch,
        keys=keys,
        links=tuple(_links(sketch, others, grammar)),
        articles=_articles((sketch, *(other for other, _ in others))),
        names=tuple((name, name_keys(name, grammar.entities)) for name in article_names(sketch)),
    )


def _links(sketch: Sketch, others: Iterable[tuple[Sketch, frozenset[str]]], grammar: LinkGrammar) -> Iterator[Link]:
    yield from link_article(sketch, grammar)
    for other, kinds in others:
        yield from link_pair(sketch, other, grammar, kinds)


def _articles(sketches: tuple[Sketch, ...]) -> dict[str, str]:
    of = {sketch.article.id: sketch.article.id for sketch in sketches}
    for sketch in sketches:
        of.update((claim.id, sketch.article.id) for claim in sketch.claims)
    return of
