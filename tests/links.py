"""Readings with links made by hand, for what is asked across articles."""

from podobno.records.canonical import claim_id
from podobno.records.claims import Claim, Source
from podobno.records.entries import Maker
from podobno.records.links import DIRECTED, Evidence, Link
from podobno.records.readings import Linking, Reading
from podobno.records.sketches import ClaimSketch, Key, Sketch
from podobno.records.text import Article, Span
from podobno.records.values import Found

MAKER = Maker(program="podobno test", pack="pl 0", weights="none")


def a_report(content, *, published="2024-05-15", outlet="Kurier", chain=("Anna Zając",), stance="asserts"):
    """Return a reading of an article with one claim."""
    article = Article(text=f"Anna Zając mówi, że {content}.", outlet=outlet, language="pl", published=published)
    claim = Claim(
        content=(Span(article=article.id, start=20, end=20 + len(content)),),
        mode="indirect",
        cue=None,
        speaker=Span(article=article.id, start=0, end=10),
        chain=tuple(Source(name=name) for name in chain),
        stance=stance,
        conditional=False,
        carried=False,
    )
    return Reading(article=article, found=Found(), claims=(claim,), problems=())


def a_link(kind, one, other, score=0.9):
    """Return a link between the claims of two readings, or between their articles for a copy or a story."""
    ends = [
        reading.article.id if kind in ("copy", "story") else claim_id(reading.claims[0]) for reading in (one, other)
    ]
    sides = list(zip(ends, (one.claims[0].content[0], other.claims[0].content[0]), strict=True))
    (a, here), (b, there) = sides if kind in DIRECTED else sorted(sides, key=lambda side: side[0])
    return Link(kind=kind, a=a, b=b, evidence=(Evidence(code="words", a=here, b=there),), score=score, rule="by hand")


def keep(ledger, reading, *links, others=(), keys=(), maker=MAKER):
    """Record a reading with links to others that were recorded before."""
    claims = [ClaimSketch(id=claim_id(one), claim=one, lemmas=(), negated=(), names=()) for one in reading.claims]
    sketch = Sketch(article=reading.article, names=(), lemmas=(), claims=tuple(claims))
    articles = {}
    for one in (reading, *others):
        articles |= {one.article.id: one.article.id, **{claim_id(claim): one.article.id for claim in one.claims}}
    linking = Linking(
        sketch=sketch, keys=tuple(Key(value=value, days=days) for value, days in keys), links=links, articles=articles
    )
    ledger.record(reading, maker, ["most"] * len(reading.claims), linking)
