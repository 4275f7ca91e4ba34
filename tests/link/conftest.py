"""What the tests of linking share: sketches of texts read by the whole pipeline."""

import pytest

from podobno.claim.claims import make_claims
from podobno.find.finders import find_all
from podobno.link.links import link_article, link_pair
from podobno.link.sketches import draw_sketch
from podobno.parse.articles import parse_article
from podobno.records.text import Article


@pytest.fixture(scope="session")
def sketch(stages):
    """Read a text and draw its sketch; the ids of its claims end in #1, #2, ..."""

    def draw(text, published="2024-05-15"):
        article = Article(text=text, published=published, language="pl")
        parsed = parse_article(article, stages.parser)
        found = find_all(parsed, stages.finders)
        claims = make_claims(parsed, found, stages.words)
        held = [(f"{article.id}#{number}", claim) for number, claim in enumerate(claims, 1)]
        return draw_sketch(parsed, found, held, stages.links)

    return draw


@pytest.fixture(scope="session")
def linked(sketch, stages):
    """Link two texts, each a text or a text with its day; return kinds of links between their claims."""

    def link(*told, kinds=("same", "agrees", "conflicts", "denies", "succeeds")):
        a, b = (sketch(*((one,) if isinstance(one, str) else one)) for one in told)
        return [one for one in link_pair(a, b, stages.links) if one.kind in kinds]

    return link


@pytest.fixture(scope="session")
def linked_within(sketch, stages):
    """Link the claims of one text."""

    def link(text, published="2024-05-15"):
        return list(link_article(sketch(text, published), stages.links))

    return link
