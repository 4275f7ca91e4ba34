"""Sketches made by hand, for the tests of linking."""

from podobno.lang.pack import open_pack
from podobno.link.grammar import open_linking
from podobno.records.claims import Claim, Source
from podobno.records.sketches import ClaimSketch, NameSketch, Sketch
from podobno.records.text import Article, Span

GRAMMAR = open_linking(open_pack("pl"))


def sketch(text, *, lemmas=(), claims=(), names=(), **about):
    """Return a sketch; lemmas: words of one count each, or pairs of word and count; about: fields of Article."""
    article = Article(text=text, language="pl", **about)
    counts = {}
    for one in lemmas:
        word, count = one if isinstance(one, tuple) else (one, 1)
        counts[word] = counts.get(word, 0) + count
    held = tuple(
        ClaimSketch(id=f"{article.id}#{place}", claim=make(article), lemmas=(), negated=(), names=())
        for place, make in enumerate(claims)
    )
    named = tuple(NameSketch(base=name, kind="body", count=1) for name in sorted(names))
    return Sketch(article=article, names=named, lemmas=tuple(sorted(counts.items())), claims=held)


def claim(text, *parts, mode="indirect", chain=("wójt",), named=None):
    """Return what makes a claim of an article; parts: its content; named: the words that name its first source."""

    def make(article):
        places = [Span(article=article.id, start=text.index(part), end=text.index(part) + len(part)) for part in parts]
        spans = [None] * len(chain)
        if named is not None:
            start = text.index(named)
            spans[0] = Span(article=article.id, start=start, end=start + len(named))
        return Claim(
            content=tuple(places),
            mode=mode,
            cue=None,
            speaker=None,
            chain=tuple(Source(name=name, span=span) for name, span in zip(chain, spans, strict=True)),
            stance="asserts",
            conditional=False,
            carried=False,
        )

    return make
