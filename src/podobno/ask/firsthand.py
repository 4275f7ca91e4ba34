"""Find the words by which a report shows that its origin knows the matter first-hand.

In:   a claim with its article, the pack's lexicon of such words, base forms.
Out:  evidence: a code for whose knowledge it is, and the words.
Not:  whether two origins are independent, for which this is needed on both sides: ask/independence.py.

Worked out when it is asked for: a better lexicon helps an old ledger, too, and nothing of it is kept. What is negated,
asked, conditional or told of the future shows nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from podobno.lang.pack import Pack
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.records.links import Evidence
from podobno.records.text import Article, Span

WHOSE = (
    "speaker",  # "policzyliśmy", inside the speaker's own words
    "outlet",  # "nasz reporter", as the origin or beside a claim of nobody
    "stated",  # "niezależnie potwierdził", with the cue
    "apart",  # "niezależnie od", before the name of another report's source
)
KNOWING = ("asserts", "denies", "hearsay")  # stances that tell what is, not what will or should be
OWN_WORDS = ("direct", "mixed")  # modes in which "we" is the speaker
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?\n]")

Lemmas = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of the lexicon that show first-hand knowledge."""

    words: tuple[str, ...]  # folded
    is_lemma: bool  # the words are base forms
    whose: str  # one of WHOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstHand:
    """What finding first-hand words needs of a language."""

    phrases: tuple[Phrase, ...]
    negation: frozenset[str]  # folded
    lemmas: Lemmas


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    start: int
    end: int
    forms: frozenset[str]  # folded: as written, and its base forms
    written: str  # folded


def open_firsthand(pack: Pack, lemmas: Lemmas) -> FirstHand:
    """Read the lexicon of a pack; a pack need not have one, and then nothing is known first-hand."""
    return FirstHand(
        phrases=tuple(
            Phrase(
                words=tuple(fold(row["form"] or row["lemma"]).split()),
                is_lemma=not row["form"],
                whose=row["whose"],
            )
            for row in pack.lexicons.get("firsthand", ())
        ),
        negation=frozenset(map(fold, pack.rules.get("attribution", {}).get("negation", ()))),
        lemmas=lemmas,
    )


def find_firsthand(kept: KeptClaim, known: FirstHand, others: Iterable[str] = ()) -> tuple[Evidence, ...]:
    """Return the evidence of one report in text order; others: names of sources of the other reports."""
    claim = kept.claim
    if claim.conditional or claim.stance not in KNOWING or not known.phrases:
        return ()
    words = list(_words(kept, known))
    names = {fold(word) for name in others for word in name.split() if word[:1].isupper()}
    found = {
        Evidence(code=phrase.whose, a=Span(article=kept.article.id, start=held[0].start, end=held[-1].end))
        for phrase in known.phrases
        for place, held in _places(phrase, words)
        if _counts(phrase.whose, kept, held, words[place + len(held) :], names)
        and not _is_denied(kept.article, held[0].start, known.negation)
    }
    return tuple(sorted(found, key=lambda one: (one.a or claim.content[0], one.code)))


def _words(kept: KeptClaim, known: FirstHand) -> Iterator[_Word]:
    """Yield the words of the sentences in which the report stands."""
    claim, text = kept.claim, kept.article.text
    spans = [*claim.content, *(span for span in (claim.cue, claim.speaker) if span is not None)]
    spans = [span for span in spans if span.article == kept.article.id]
    start = _sentence(text, min(span.start for span in spans))[0]
    end = _sentence(text, max(span.end for span in spans) - 1)[1]
    for found in WORD.finditer(text, start, end):
        written = fold(found[0])
        yield _Word(
            start=found.start(),
            end=found.end(),
            forms=frozenset((written, *map(fold, known.lemmas(found[0])))),
            written=written,
        )


def _places(phrase: Phrase, words: list[_Word]) -> Iterator[tuple[int, list[_Word]]]:
    length = len(phrase.words)
    for place in range(len(words) - length + 1):
        held = words[place : place + length]
        pairs = zip(phrase.words, held, strict=True)
        if all(want in word.forms if phrase.is_lemma else want == word.written for want, word in pairs):
            yield place, held


def _counts(whose: str, kept: KeptClaim, held: list[_Word], after: list[_Word], names: set[str]) -> bool:
    """Say whether the words stand where they speak of this report's origin."""
    claim = kept.claim
    span = Span(article=kept.article.id, start=held[0].start, end=held[-1].end)
    is_inside = any(content.contains(span) for content in claim.content)
    if whose == "speaker":
        return is_inside and claim.origin is not None and claim.mode in OWN_WORDS
    if is_inside:
        return False
    if whose == "outlet":
        named = (claim.speaker, claim.origin.span if claim.origin is not None else None)
        return claim.origin is None or any(place is not None and place.overlaps(span) for place in named)
    if whose == "stated":
        # Through another's mouth it is that one's word, and not the article's.
        return len(claim.chain) == 1 and claim.cue is not None and claim.cue.overlaps(span)
    # The name must stand right behind: "independently of whether Kirby is right" tells nothing of the kind.
    return bool(after) and not after[0].forms.isdisjoint(names)


def _is_denied(article: Article, place: int, negation: frozenset[str]) -> bool:
    """Say whether a negation stands before it in its sentence, or the sentence asks."""
    start, end = _sentence(article.text, place)
    before = (fold(found[0]) for found in WORD.finditer(article.text, start, place))
    return article.text[end : end + 1] == "?" or any(word in negation for word in before)


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence round a place starts and ends; a shortened word ends it too early, which is safe."""
    ends = [found.end() for found in SENTENCE_END.finditer(text, 0, place)]
    after = SENTENCE_END.search(text, place)
    return (ends[-1] if ends else 0), (after.start() if after is not None else len(text))
