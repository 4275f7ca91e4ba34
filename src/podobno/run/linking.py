"""Link an article that was read with those that came before.

In:   a reading, what linking needs of the language, the neighbours.
Out:  Linking: the sketch, its keys, the links; of articles that came from another ledger, the links recorded.
Not:  the links themselves, which are `link`; keeping them, which is the ledger.
"""

from collections.abc import Collection, Sequence

from podobno.lang.pack import open_pack
from podobno.ledger.store import Ledger
from podobno.link.entitygroups import article_names, name_keys
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.link.links import link_article, link_pair, sketch_keys
from podobno.records.entries import read_maker
from podobno.records.ports import Neighbours
from podobno.records.readings import Linking, Reading
from podobno.records.sketches import Sketch


def link_reading(reading: Reading, grammar: LinkGrammar, neighbours: Neighbours) -> Linking | None:
    """Return what linking gives for a reading; None where the article could not be parsed."""
    return None if reading.sketch is None else _linking(reading.sketch, grammar, neighbours)


def link_kept(ledger: Ledger, articles: Sequence[str], grammar: LinkGrammar) -> None:
    """Link articles that came from another ledger with those that were here before, as whoever read them last.

    How they are linked with one another came with them, from the other ledger or text.
    """
    came = frozenset(articles)
    for article in articles:
        maker = ledger.newest_maker(article)
        for sketch in ledger.links.sketch(article) if maker is not None else ():
            ledger.record_links(_linking(sketch, grammar, ledger.links, came), read_maker(maker or ""))


def link_joined(ledger: Ledger, articles: Sequence[str]) -> None:
    """Do the same with what linking needs of Polish: what the joining of ledgers calls at its end."""
    link_kept(ledger, articles, open_linking(open_pack("pl")))


def _linking(sketch: Sketch, grammar: LinkGrammar, neighbours: Neighbours, linked: Collection[str] = ()) -> Linking:
    """Return what linking gives; linked: ids of articles among which all links are there already."""
    is_linked = sketch.article.id in linked
    keys, articles = tuple(sketch_keys(sketch, grammar)), _places(sketch)
    links = [] if is_linked else list(link_article(sketch, grammar))
    for other, kinds in neighbours.near(sketch.article, keys):
        if is_linked and other.article.id in linked:
            continue
        found = tuple(link_pair(sketch, other, grammar, kinds))
        links += found
        articles |= _places(other) if found else {}
    return Linking(
        sketch=sketch,
        keys=keys,
        links=tuple(links),
        articles=articles,
        names=tuple((name, name_keys(name, grammar.entities)) for name in article_names(sketch)),
    )


def _places(sketch: Sketch) -> dict[str, str]:
    """Return the article of each end that a link may have here: the article itself, its claims."""
    key = sketch.article.id
    return {key: key, **{claim.id: key for claim in sketch.claims}}
