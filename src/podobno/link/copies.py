"""Find the passages that two articles share, with light edits.

In:   two sketches.
Out:  at most one link: the copy, each passage a piece of evidence; the keys by which an index finds its candidates.
Not:  which articles are compared: the ledger's index; who took from whom, which is link/takings.py.

What is a copy. Two reporters who were at one press conference write down the same words of the minister, and neither
has copied. So what shows a copy are the words of the *reporter*: his narrative, his indirect speech, the frame that he
puts round a quotation. A speaker's words do not show it where both articles give them as quoted, nor where one of them
quotes what both name a third medium for ("in an interview for ..."); an agency is none, since its words are taken as a
reporter's. Where one article quotes and the other tells the
same in the same words, with no such medium named, they are the teller's. Beside enough words of a reporter a quotation
that is cut in the same places says something too. Names and
numbers are given by the matter and count half, and what returns ("Nord Stream 2") counts once.
"""

from collections.abc import Iterator
from itertools import chain

from podobno.link.alignment import Passage, align_words
from podobno.link.days import days_apart
from podobno.link.fingerprints import choose_keys
from podobno.link.grammar import LinkGrammar
from podobno.link.memory import remembered
from podobno.link.wording import Wording, cut_stems, cut_words
from podobno.records.links import Evidence, Link
from podobno.records.sketches import Sketch
from podobno.records.text import Article, Span

COPY_DAYS = 92  # a background paragraph lives on for months; beyond a quarter it says nothing of who took from whom
LONG = 4  # letters: shorter words are mostly grammar, and any two sentences share some
LEAST = 7  # long words of a reporter, each once, that show a copy; phrases of office and trade reach six
QUOTED = 0.2  # what a quoted word is worth beside them: the cut of a quotation is the reporter's
GIVEN = 0.5  # what a name or number is worth: whoever tells the same must use it
OWN = 5  # long words of a reporter that a passage needs in any case
SURE = 16  # words from which on no chance match was ever seen
DOUBTFUL = 0.8  # score of a copy of LEAST words


@remembered
def copy_keys(sketch: Sketch, grammar: LinkGrammar) -> frozenset[int]:
    """Return the keys of an article's wording; two articles that are linked as copies share one at least."""
    return choose_keys(cut_stems(sketch, grammar))


def link_copies(a: Sketch, b: Sketch, grammar: LinkGrammar) -> Iterator[Link]:
    """Yield at most one link: the copy, each passage a piece of evidence."""
    apart = days_apart(a.article, b.article)
    if apart is not None and apart > COPY_DAYS:
        return
    # Passages cut up by edits may share no key; an index would not bring their articles together either.
    if copy_keys(a, grammar).isdisjoint(copy_keys(b, grammar)):
        return
    left, right = cut_words(a, grammar), cut_words(b, grammar)
    weighed = [(_weight(one, left, right, grammar.agencies), one) for one in align_words(left, right)]
    if max((weight for weight, _ in weighed), default=0) < LEAST:
        return
    shown = [passage for weight, passage in weighed if weight >= OWN]
    yield Link(
        kind="copy",
        a=a.article.id,
        b=b.article.id,
        evidence=tuple(chain((_evidence(one, a, b, (left, right)) for one in shown), _signs(a.article, b.article))),
        score=_score(max(weight for weight, _ in weighed)),
        rule="copy",
    )


def _weight(passage: Passage, a: Wording, b: Wording, agencies: frozenset[str]) -> float:
    """Weigh a passage by its long words, each once."""
    told: dict[str, float] = {}
    quoted: dict[str, float] = {}
    for left, right in passage.matches:
        if len(a.stems[left]) >= LONG:
            media = (a.media[left] & (b.media[right] | b.named) | b.media[right] & a.named) - agencies
            worth = GIVEN if a.is_given[left] and b.is_given[right] else 1.0
            (quoted if _is_speakers(a.quoted[left], b.quoted[right], media) else told)[a.stems[left]] = worth
    own = sum(told.values())
    return own + QUOTED * sum(quoted[stem] for stem in quoted.keys() - told.keys()) if own >= OWN else 0.0


def _is_speakers(in_a: bool, in_b: bool, media: frozenset[str]) -> bool:
    """Say whether a word is explained by the speaker: both quote it, or one quotes from where both have it."""
    return (in_a and in_b) or ((in_a or in_b) and bool(media))


def _evidence(passage: Passage, a: Sketch, b: Sketch, wordings: tuple[Wording, Wording]) -> Evidence:
    return Evidence(
        code="passage",
        a=_span(a.article, wordings[0], passage.a),
        b=_span(b.article, wordings[1], passage.b),
    )


def _span(article: Article, wording: Wording, words: tuple[int, int]) -> Span:
    return Span(article=article.id, start=wording.places[words[0]][0], end=wording.places[words[1] - 1][1])


def _signs(a: Article, b: Article) -> Iterator[Evidence]:
    if set(agencies_of(a)) & set(agencies_of(b)):
        yield Evidence(code="agency")
    if a.byline is not None and a.byline == b.byline:
        yield Evidence(code="byline")


def agencies_of(article: Article) -> tuple[str, ...]:
    """Return the agencies that an article names as its makers, in its order."""
    return tuple(one.strip() for one in (article.agency or "").split(",") if one.strip())


def _score(weight: float) -> float:
    return min(1.0, DOUBTFUL + (1 - DOUBTFUL) * (weight - LEAST) / (SURE - LEAST))
