"""Parse articles.

In:   articles and a parser.
Out:  Parsed, one for each article, in order.
Not:  how the parser works, which is lang/weights.py.
"""

from collections.abc import Iterable, Iterator
from itertools import tee

from podobno.records.parsed import Parsed
from podobno.records.ports import Parser
from podobno.records.text import Article


def parse_article(article: Article, parser: Parser) -> Parsed:
    """Parse one article."""
    return next(parse_articles([article], parser))


def parse_articles(articles: Iterable[Article], parser: Parser) -> Iterator[Parsed]:
    """Yield the articles parsed, in order, as they come."""
    ahead, again = tee(articles)
    for article, syntax in zip(ahead, parser.parse(one.text for one in again), strict=True):
        yield Parsed(article=article, syntax=syntax)
