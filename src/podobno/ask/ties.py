"""Tell what two reports have in common: a speaker, an informant, an agency, a copied passage.

In:   two reports, the copies among their articles, a function that knows one source under two names.
Out:  evidence that they have the same origin; evidence of what else they share, so that neither proves the other.
Not:  the counting of origins: ask/independence.py.

How like two titles or two wordings are is no evidence here: only what the articles say of their sources, or a copy.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.records.claims import Source
from podobno.records.links import Evidence, Link
from podobno.records.text import Article, Span

SameSource = Callable[[Source, Article, Source, Article], bool]  # each source with the article that names it
OUTLET = "outlet"  # code of evidence that the outlet's own people know it
HALF = 0.5  # of the longer of two contents must lie in the same place of a passage
SHORTEST = 3  # letters: shorter words of a role are mostly prepositions

REASONS = {  # the code of a piece of evidence, in words
    "origin": "the same origin",
    "step": "the origin of one is a step of the other's chain",
    "passage": "the same passage carries both",
    "agency": "the same agency",
    "byline": "the same byline",
    "outlet": "the same outlet",
    "article": "the same article",
    "words": "reports of the same words",
    "through": "the same step of the chain",
    "copied": "the articles share a passage",
    "role": "the same words in their roles",
    "speaker": "first-hand",
    "stated": "said to be independent",
    "apart": "said to be independent of it",
    "unproven": "nothing shows that either side knows it by itself",
    "one side": "first-hand on one side alone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A claim that reports what is asked about."""

    kept: KeptClaim
    utterance: str  # id of the utterance that it reports
    firsthand: tuple[Evidence, ...] = ()  # words that show what its origin knows by itself

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.kept.id

    @property
    def article(self) -> Article:
        """The article that holds it."""
        return self.kept.article

    @property
    def place(self) -> str:
        """Id of that article; to work it out from the article means to hash its text."""
        return self.kept.claim.article

    @property
    def is_bare(self) -> bool:
        """Say whether no origin is named but the outlet's own people."""
        return not self.kept.claim.chain or any(one.code == OUTLET for one in self.firsthand)

    @property
    def origins(self) -> tuple[Source, ...]:
        """The last step of the chain; where nobody is named, the agencies of the article, else its outlet."""
        if not self.is_bare:
            return self.kept.claim.chain[-1:]
        names = agencies(self.article) or (self.article.outlet or f"article {self.place}",)
        return tuple(Source(name=name) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What reports can have in common."""

    copies: Mapping[tuple[str, str], Link]  # by the ids of the two articles, the smaller first
    same_source: SameSource


def same_folded(a: Source, near_a: Article, b: Source, near_b: Article) -> bool:
    """Say whether two sources have the same name but for case and accents, whichever articles name them."""
    return fold(a.name) == fold(b.name)


def same_origin(a: Report, b: Report, ties: Ties) -> tuple[Evidence, ...]:
    """Return why two reports have the same origin, the plainest reason first; empty: nothing says so."""
    found = [*_same_sources(a, b, ties)]
    if a.is_bare and b.is_bare:
        found += (one for one in _same_makers(a, b) if one not in found)
    passage = copied(a, b, ties)
    found += [passage] if passage is not None else []
    if a.utterance == b.utterance:
        found.append(Evidence(code="words", a=a.kept.claim.content[0], b=b.kept.claim.content[0]))
    return tuple(found)


def shared(a: Report, b: Report, ties: Ties) -> tuple[Evidence, ...]:
    """Return what two reports of different origins share, so that one does not confirm the other."""
    found = [*_same_steps(a, b, ties), *_same_makers(a, b), *_agency_steps(a, b, ties)]
    link = ties.copies.get((min(a.place, b.place), max(a.place, b.place)))
    if link is not None and link.evidence:
        first = link.evidence[0]
        sides = (first.a, first.b) if link.a == a.place else (first.b, first.a)
        found.append(Evidence(code="copied", a=sides[0], b=sides[1]))
    return (*found, *_same_roles(a, b))


def copied(a: Report, b: Report, ties: Ties) -> Evidence | None:
    """Return both contents, if they lie at the same place of passages that the articles share; else None."""
    contents = a.kept.claim.content, b.kept.claim.content
    passages: list[tuple[Span, Span]] = []
    if a.place == b.place:
        whole = Span(article=a.place, start=0, end=len(a.article.text))
        passages = [(whole, whole)]
    elif (link := ties.copies.get((min(a.place, b.place), max(a.place, b.place)))) is not None:
        passages = list(_passages(link, a.place))
    longer = max(sum(map(len, content)) for content in contents)
    common = sum(_common(contents, passage) for passage in passages)
    return Evidence(code="passage", a=contents[0][0], b=contents[1][0]) if common >= HALF * longer else None


def agencies(article: Article) -> tuple[str, ...]:
    """Return the agencies of an article's line, each by itself."""
    return tuple(one for one in (article.agency or "").split(", ") if one)


def _same_sources(a: Report, b: Report, ties: Ties) -> Iterator[Evidence]:
    for one, other in product(a.origins, b.origins):
        if ties.same_source(one, a.article, other, b.article):
            yield Evidence(code=_code(a, b), a=_place(one, a), b=_place(other, b))
    for one, other in product(a.kept.claim.chain[:-1], b.origins):
        if ties.same_source(one, a.article, other, b.article):
            yield Evidence(code="step", a=one.span, b=_place(other, b))
    for one, other in product(a.origins, b.kept.claim.chain[:-1]):
        if ties.same_source(one, a.article, other, b.article):
            yield Evidence(code="step", a=_place(one, a), b=other.span)


def _code(a: Report, b: Report) -> str:
    if not (a.is_bare and b.is_bare):
        return "origin"
    return "agency" if a.article.agency else "outlet"


def _place(source: Source, report: Report) -> Span | None:
    """Where a report names a source; of an agency, where its line stands in the text."""
    if source.span is not None or report.kept.claim.origin == source:
        return source.span or report.kept.claim.speaker
    return _find(report.article, source.name)


def _same_steps(a: Report, b: Report, ties: Ties) -> Iterator[Evidence]:
    ends = a.kept.claim.origin, b.kept.claim.origin
    for one, other in product(a.kept.claim.chain, b.kept.claim.chain):
        # Two who are last are the origins themselves: one and the same, or each outlet's own reporter.
        if (one is not ends[0] or other is not ends[1]) and ties.same_source(one, a.article, other, b.article):
            yield Evidence(code="through", a=one.span, b=other.span)


def _agency_steps(a: Report, b: Report, ties: Ties) -> Iterator[Evidence]:
    for one, name in product(a.kept.claim.chain, agencies(b.article)):
        if ties.same_source(one, a.article, Source(name=name), b.article):
            yield Evidence(code="agency", a=one.span, b=_find(b.article, name))
    for name, other in product(agencies(a.article), b.kept.claim.chain):
        if ties.same_source(Source(name=name), a.article, other, b.article):
            yield Evidence(code="agency", a=_find(a.article, name), b=other.span)


def _same_makers(one: Report, other: Report) -> Iterator[Evidence]:
    """Yield what the two articles' makers have in common: agency, byline, outlet, or that it is one article."""
    if one.place == other.place:
        yield Evidence(code="article")
        return
    a, b = one.article, other.article
    for name in agencies(a):
        if name in agencies(b):
            yield Evidence(code="agency", a=_find(a, name), b=_find(b, name))
    theirs = {fold(name) for name in _authors(b)}
    for name in _authors(a):
        if fold(name) in theirs:
            yield Evidence(code="byline", a=_find(a, name), b=_find(b, name))
    if a.outlet and b.outlet and fold(a.outlet) == fold(b.outlet):
        yield Evidence(code="outlet")


def _authors(article: Article) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in (article.byline or "").split("/")) if fold(name))


def _same_roles(a: Report, b: Report) -> Iterator[Evidence]:
    """Yield the origins whose roles share a word: two people of one body may know it from one another."""
    for one, other in product(a.origins, b.origins):
        if not _role_words(one).isdisjoint(_role_words(other)):
            yield Evidence(code="role", a=_place(one, a), b=_place(other, b))


def _role_words(source: Source) -> set[str]:
    """Return the words of a role; a name in small letters is one: "eksperci z Rady"."""
    role = f"{source.role or ''} {source.name if source.name[:1].islower() else ''}"
    return {word for word in fold(role).split() if len(word) >= SHORTEST}


def _find(article: Article, words: str) -> Span | None:
    """Where an article's edge names its maker: the last place."""
    start = article.text.rfind(words)
    return Span(article=article.id, start=start, end=start + len(words)) if start >= 0 else None


def _passages(link: Link, first: str) -> Iterator[tuple[Span, Span]]:
    for one in link.evidence:
        if one.a is not None and one.b is not None:
            yield (one.a, one.b) if link.a == first else (one.b, one.a)


def _common(contents: tuple[tuple[Span, ...], tuple[Span, ...]], passage: tuple[Span, Span]) -> float:
    """Return how many letters of the second content lie where the passage carries the first one."""
    here, there = passage
    scale = len(there) / len(here)
    total = 0.0
    for one, other in product(*contents):
        start, end = max(one.start, here.start), min(one.end, here.end)
        if start < end:
            begin, last = (there.start + (place - here.start) * scale for place in (start, end))
            total += max(0.0, min(last, other.end, there.end) - max(begin, other.start, there.start))
    return total
