"""Tell whether two articles are about one happening.

In:   two sketches.
Out:  at most one link; the keys by which an index finds its candidates.
Not:  which articles are compared: the ledger's index; how links become stories, which is link/groups.py.

A happening is not a topic: a pipeline that is in the news for two years makes many stories. So the articles must lie
close in time, and share of their words, each weighed by how rare it is in the language at large, more than articles of
one topic do. How often a word stands in the ledger is nothing to it: that would change with each article read.
A passage that both share counts for much, since nobody copies from yesterday's story; yet it does not decide alone:
agencies put the same background under every article of a topic.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile
from math import log, sqrt

from podobno.link.copies import link_copies
from podobno.link.days import days_apart
from podobno.link.grammar import LinkGrammar
from podobno.link.memory import remembered
from podobno.link.wording import WORD, plain_text
from podobno.records.links import Evidence, Link
from podobno.records.sketches import Sketch
from podobno.records.text import Span

STORY_DAYS = 2  # news of a happening comes with it, on the day after, and in the papers of the day after that
LIKE = 0.22  # cosine of the words of two articles about one happening; articles of one topic stay below 0.2 mostly
COPIED = 0.15  # what a shared passage adds to it
LATER = 0.03  # what each day between them takes off
KEYS = 16  # words by which an article is looked up, those that weigh most
SHORT = 2  # letters: words as short as that are initials and units
STEEP = 3  # power of the rarity: a word of every tenth text weighs a fiftieth of one of no text
SHOWN = 5  # words that are shown as reasons
ENDING = 3  # letters of a base form that its other forms may lack


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexis:
    """The words of an article as they weigh."""

    weights: Mapping[str, float]  # by base form
    length: float  # of the vector of them
    heaviest: frozenset[str]  # base forms


def story_keys(sketch: Sketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return the words by which an article's stories are looked up; two that are linked share one at least."""
    return _lexis(sketch, grammar).heaviest


def link_stories(a: Sketch, b: Sketch, grammar: LinkGrammar, copies: Sequence[Link] | None = None) -> Iterator[Link]:
    """Yield at most one link; articles without a date have none, since a happening has its day.

    copies: what link_copies says of the two, None: it is not known yet.
    """
    apart = days_apart(a.article, b.article)
    if apart is None or apart > STORY_DAYS:
        return
    left, right = _lexis(a, grammar), _lexis(b, grammar)
    if left.heaviest.isdisjoint(right.heaviest):
        return
    like = _cosine(left, right) - LATER * apart
    if like < LIKE - COPIED:
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
            *_words(a, b, grammar),
        ),
        score=min(1.0, like / (2 * LIKE)),
        rule="story",
    )


@remembered
def _lexis(sketch: Sketch, grammar: LinkGrammar) -> _Lexis:
    weights = _weights(sketch, grammar)
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return _Lexis(weights=weights, length=length, heaviest=_heaviest(weights))


def _weights(sketch: Sketch, grammar: LinkGrammar) -> dict[str, float]:
    """Weigh the base forms of an article; numbers, years above all, are no words of a happening."""
    hidden = _furniture_lemmas(sketch, grammar)
    return {
        lemma: grammar.rarity(lemma) ** STEEP * (1 + log(count))
        for lemma, count in sketch.lemmas
        if len(lemma) > SHORT and not lemma[0].isdigit() and lemma not in hidden
    }


def _furniture_lemmas(sketch: Sketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return the base forms whose words only stand where an outlet turns to its reader."""
    text = sketch.article.text
    plain = plain_text(sketch, grammar)
    if plain == text:
        return frozenset()
    shown = _words_of(plain)
    hidden = sorted(set(_words_of(text)) - set(shown))
    stems = {lemma: _stem(lemma) for lemma, _ in sketch.lemmas}
    return frozenset(lemma for lemma, stem in stems.items() if _has_start(hidden, stem) and not _has_start(shown, stem))


def _has_start(words: Sequence[str], stem: str) -> bool:
    """Say whether one of some sorted words starts so."""
    place = bisect_left(words, stem)
    return place < len(words) and words[place].startswith(stem)


def _words_of(text: str) -> list[str]:
    return sorted(set(map(str.casefold, WORD.findall(text))))


def _stem(lemma: str) -> str:
    return lemma[: max(ENDING, len(lemma) - ENDING)]


def _heaviest(weights: Mapping[str, float]) -> frozenset[str]:
    return frozenset(sorted(weights, key=lambda lemma: (-weights[lemma], lemma))[:KEYS])


def _cosine(a: _Lexis, b: _Lexis) -> float:
    # In one order, since sums of floats depend on it.
    dot = sum(a.weights[lemma] * b.weights[lemma] for lemma in sorted(a.weights.keys() & b.weights.keys()))
    return dot / (a.length * b.length) if dot > 0 else 0.0


def _words(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Evidence]:
    """Yield the shared words that weigh most, each where it first stands."""
    left, right = _lexis(a, grammar).weights, _lexis(b, grammar).weights
    shared = sorted(left.keys() & right.keys(), key=lambda lemma: (-left[lemma] * right[lemma], lemma))
    for lemma in shared[:SHOWN]:
        places = _place(a, lemma, grammar), _place(b, lemma, grammar)
        if None not in places:
            yield Evidence(code="word", a=places[0], b=places[1])


def _place(sketch: Sketch, lemma: str, grammar: LinkGrammar) -> Span | None:
    """Return the first word that may be a form of a base form; None: its forms look different."""
    words, stem = _word_places(sketch, grammar), _stem(lemma)
    found = takewhile(lambda one: one[0].startswith(stem), islice(words, bisect_left(words, (stem, 0, 0)), None))
    start, end = min(((start, end) for _, start, end in found), default=(0, 0))
    return Span(article=sketch.article.id, start=start, end=end) if end else None


@remembered
def _word_places(sketch: Sketch, grammar: LinkGrammar) -> tuple[tuple[str, int, int], ...]:
    """Return the words of a text, each with where it first stands, sorted."""
    first: dict[str, tuple[int, int]] = {}
    for match in WORD.finditer(sketch.article.text):
        first.setdefault(match.group().casefold(), match.span())
    return tuple(sorted((word, *place) for word, place in first.items()))
