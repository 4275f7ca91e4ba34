"""Tell whether two articles are about one happening, and give a story its title.

In:   two sketches; for a title, those of one story.
Out:  at most one link; the keys by which an index finds its candidates; a title in an article's own words.
Not:  which articles are compared: the ledger's index; how links become stories, which is link/groups.py.

A happening is not a topic: a pipeline that is in the news for two years makes many stories. So the articles must lie
close in time, and share of their words, each weighed by how rare it is in the language at large, more than articles of
one topic do. How often a word stands in the ledger is nothing to it: that would change with each article read.
A passage that both share counts for much, since nobody copies from yesterday's story; yet it does not decide alone:
agencies put the same background under every article of a topic.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt

from podobno.link.copies import link_copies
from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.wording import WORD
from podobno.records.links import Evidence, Link
from podobno.records.sketches import Sketch
from podobno.records.text import Article, Span, content_id

STORY_DAYS = 2  # news of a happening comes with it, on the day after, and in the papers of the day after that
LIKE = 0.21  # cosine of the words of two articles about one happening; articles of one topic stay below 0.2 mostly
COPIED = 0.15  # what a shared passage adds to it
LATER = 0.03  # what each day between them takes off
KEYS = 16  # words by which an article is looked up, those that weigh most
SHORT = 2  # letters: words as short as that are initials and units
STEEP = 3  # power of the rarity: a word of every tenth text weighs a fiftieth of one of no text
SHOWN = 5  # words that are shown as reasons
LAST = "9999"  # an article without a date is no story's first
ENDING = 3  # letters of a base form that its other forms may lack

STORY_DAYS = 0


def story_keys(sketch: Sketch, grammar: LinkGrammar) -> Iterator[str]:
    """Yield nothing yet."""
    yield from ()


def story_keys(sketch: Sketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return the words by which an article's stories are looked up; two that are linked share one at least."""
    return _heaviest(_weights(sketch, grammar))


def link_stories(a: Sketch, b: Sketch, grammar: LinkGrammar, copies: Sequence[Link] | None = None) -> Iterator[Link]:
    """Yield at most one link; articles without a date have none, since a happening has its day.

    copies: what link_copies says of the two, None: it is not known yet.
    """
    apart = days_apart(a.article, b.article)
    if apart is None or apart > STORY_DAYS:
        return
    left, right = _weights(a, grammar), _weights(b, grammar)
    like = _cosine(left, right) - LATER * apart
    if like < LIKE - COPIED or _heaviest(left).isdisjoint(_heaviest(right)):
        return
    if copies is None:
        copies = list(link_copies(a, b, grammar))
    like += COPIED * len(copies)
    if like < LIKE:
        return
    yield Link(
        kind="story",
        a=a.article.id,
        b=b.article.id,
        evidence=(
            Evidence(code="day"),
            *chain.from_iterable(one.evidence for one in copies),
            *_words(a, b, left, right),
        ),
        score=min(1.0, like / (2 * LIKE)),
        rule="story",
    )


def _weights(sketch: Sketch, grammar: LinkGrammar) -> dict[str, float]:
    return {
        lemma: grammar.rarity(lemma) ** STEEP * (1 + log(count)) for lemma, count in sketch.lemmas if len(lemma) > SHORT
    }


def _heaviest(weights: Mapping[str, float]) -> frozenset[str]:
    return frozenset(sorted(weights, key=lambda lemma: (-weights[lemma], lemma))[:KEYS])


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    dot = sum(weight * b[lemma] for lemma, weight in a.items() if lemma in b)
    return dot / (_length(a) * _length(b)) if dot > 0 else 0.0


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


def _words(a: Sketch, b: Sketch, left: Mapping[str, float], right: Mapping[str, float]) -> Iterator[Evidence]:
    """Yield the shared words that weigh most, each where it first stands."""
    shared = sorted(left.keys() & right.keys(), key=lambda lemma: (-left[lemma] * right[lemma], lemma))
    for lemma in shared[:SHOWN]:
        places = _place(a, lemma), _place(b, lemma)
        if None not in places:
            yield Evidence(code="word", a=places[0], b=places[1])


def _place(sketch: Sketch, lemma: str) -> Span | None:
    """Return the first word that may be a form of a base form; None: its forms look different."""
    stem = lemma[: max(ENDING, len(lemma) - ENDING)]
    for match in WORD.finditer(sketch.article.text):
        if match.group().casefold().startswith(stem):
            return Span(article=sketch.article.id, start=match.start(), end=match.end())
    return None


def story_title(sketches: Sequence[Sketch]) -> str:
    """Return the title of a story: that of its earliest article, or the article's first line; ties go by its id."""
    first = _earliest(sketches)
    return first.title or next((line.strip() for line in first.text.splitlines() if line.strip()), "")


def story_id(sketches: Sequence[Sketch]) -> str:
    """Return the id of a story: it stays the same as later articles come to it."""
    return content_id("story", _earliest(sketches).id)


def _earliest(sketches: Sequence[Sketch]) -> Article:
    return min((sketch.article for sketch in sketches), key=lambda article: (article.published or LAST, article.id))
