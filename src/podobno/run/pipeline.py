"""The order of the stages: parse, find, claim.

In:   articles.
Out:  readings, one for each article, in order; a fault in one article never stops the others.
Not:  where articles come from and where readings go: run/local.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podobno.claim.claims import make_claims
from podobno.claim.words import Words, claim_words
from podobno.find.finders import Finders, find_all, open_finders
from podobno.lang.inflection import open_inflection
from podobno.lang.pack import open_pack
from podobno.lang.readings import Readings
from podobno.lang.weights import load_parser
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.link.sketches import draw_sketch
from podobno.parse.articles import parse_article, parse_articles
from podobno.records.canonical import claim_id
from podobno.records.parsed import Parsed
from podobno.records.ports import Parser
from podobno.records.problems import Problem
from podobno.records.readings import Reading
from podobno.records.text import Article
from podobno.records.values import Found
from podobno.run.batches import in_batches
from podobno.run.words import BaseForms, open_base_forms

SHOWN_CHARS = 40  # of a text that cannot be read: enough to know it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The stages of one language, ready to run."""

    code: str
    parser: Parser
    base_forms: BaseForms
    finders: Finders
    words: Words
    links: LinkGrammar

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield a reading for each article."""
        for batch in in_batches(articles):
            parsed = self._parse([article for article in batch if self._can_read(article)])
            for article in batch:
                yield self._one(article, parsed.get(article.id))

    def _can_read(self, article: Article) -> bool:
        return article.language in (None, self.code)

    def _parse(self, articles: Sequence[Article]) -> Mapping[str, Parsed]:
        """Return articles parsed together, by id; nothing, where one of them cannot be: then each is tried alone."""
        try:
            return {one.article.id: one for one in parse_articles(articles, self.parser)}
        except Exception:  # noqa: BLE001 - the one that is at fault is found, and told of, when it is tried alone
            return {}

    def _one(self, article: Article, parsed: Parsed | None) -> Reading:
        if not self._can_read(article):
            return _other_language(article, self.code)
        try:
            parsed = parsed or parse_article(article, self.parser)
            found = find_all(parsed, self.finders)
            claims = make_claims(parsed, found, self.words)
        except Exception as error:  # noqa: BLE001 - one article's fault must not end the run; it is recorded
            return _unread(article, "CLAIM-FAILED", f"{type(error).__name__}: {error}")
        sketch = draw_sketch(parsed, found, ((claim_id(claim), claim) for claim in claims), self.links)
        return Reading(article=article, found=found, claims=claims, problems=(), sketch=sketch)


def open_stages(code: str = "pl", *, parser: str | None = None) -> Stages:
    """Open the pack, the weights and all grammars of a language."""
    pack, readings = open_pack(code), Readings()
    inflection = open_inflection(pack, readings)
    return Stages(
        code=code,
        parser=load_parser(parser, code=code, readings=readings),
        base_forms=open_base_forms(pack, inflection),
        finders=open_finders(pack, inflection),
        words=claim_words(pack, inflection),
        links=open_linking(pack, readings),
    )


def _other_language(article: Article, code: str) -> Reading:
    words = article.text.strip()[:SHOWN_CHARS]
    said = f"the article is in {article.language!r}, for which there is no pack: {words!r}"
    did = f"kept the article, read no claims; if it is in {code!r}, read it with --language {code}"
    return _unread(article, "LANG-NO-PACK", said, did)


def _unread(article: Article, code: str, said: str, did: str = "kept the article, read no claims") -> Reading:
    where = article.url or article.title or f"article {article.id}"
    problem = Problem(code=code, where=where, said=said, did=did)
    return Reading(article=article, found=Found(), claims=(), problems=(problem,))
