"""Cut a text into the words by which two texts are compared.

In:   a sketch, the words of the outlets' furniture.
Out:  words: where they stand, their stem, and whether they are a speaker's own words.
Not:  comparing them, which is link/alignment.py; tokens of the parser, which sketches do not keep.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podobno.link.grammar import LinkGrammar
from podobno.link.memory import remembered
from podobno.records.sketches import Sketch

WORD = re.compile(r"\w+")
STEM = 6  # letters: what light editing changes most is the ending of a word
MARKS = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'  # quotation marks of any language
QUOTED = re.compile(
    '\u201e[^\u201e\u201d\u201c"\\n]+[\u201d\u201c"]|\u00ab[^\u00ab\u00bb\\n]+\u00bb|\u201c[^\u201c\u201d\\n]+\u201d'
    '|"[^"\\n]+"'
)
# A line whose first mark is a closing one: the opening one was lost. An article on one line is no quote.
UNOPENED = re.compile(f'^[^{MARKS}\\n]{{0,300}}[^{MARKS}\\s]["\u201d\u00bb](?=[\\s.,;:?!]|$)', re.MULTILINE)
NOBODY: frozenset[str] = frozenset()
TOUCH = 2  # letters between words and the mark that closes them: a full stop, a space


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text as words; all but ``named`` have an item for each."""

    stems: tuple[str, ...]  # case folded, cut to STEM letters
    places: tuple[tuple[int, int], ...]  # start and end in the text, in code points
    is_given: tuple[bool, ...]  # whether its first letter is that of a name or a number
    quoted: tuple[bool, ...]  # whether the article gives the word as somebody's own
    media: tuple[frozenset[str], ...]  # who handed the word on, as the article says; empty: nobody is named
    named: frozenset[str]  # whomever the article names, case folded


@remembered
def cut_words(sketch: Sketch, grammar: LinkGrammar) -> Wording:
    """Return the words of an article's text, in text order, without what an outlet puts under all of its articles."""
    plain = plain_text(sketch, grammar)
    places = tuple(match.span() for match in WORD.finditer(plain))
    return Wording(
        stems=cut_stems(sketch, grammar),
        places=places,
        is_given=tuple(not plain[start].islower() for start, _ in places),
        quoted=tuple(_inside(places, sorted(_quoted(sketch)))),
        media=tuple(_media(sketch, places)),
        named=frozenset(name.base.casefold() for name in sketch.names),
    )


@remembered
def cut_stems(sketch: Sketch, grammar: LinkGrammar) -> tuple[str, ...]:
    """Return the stems of these words alone: more is asked of few articles, those that share words with another."""
    return tuple(word.casefold()[:STEM] for word in WORD.findall(plain_text(sketch, grammar)))


@remembered
def plain_text(sketch: Sketch, grammar: LinkGrammar) -> str:
    """Return an article's text with spaces for what an outlet puts under all of its articles."""
    return grammar.furniture.blank(sketch.article.text)


def _quoted(sketch: Sketch) -> Iterator[tuple[int, int]]:
    """Yield what stands in quotation marks, and the content of claims that are given word for word."""
    text = sketch.article.text
    for pattern in (QUOTED, UNOPENED):
        for match in pattern.finditer(text):
            yield match.span()
    for claim in (one.claim for one in sketch.claims):
        for span in claim.content:
            # Of a mixed claim only the part beside a mark: the other mark may have been lost on the way.
            if claim.mode == "direct" or (claim.mode == "mixed" and _touches(text, span.start, span.end)):
                yield span.start, span.end


def _touches(text: str, start: int, end: int) -> bool:
    return any(letter in MARKS for letter in text[max(0, start - TOUCH) : start] + text[end : end + TOUCH])


def _inside(places: Sequence[tuple[int, int]], stretches: Sequence[tuple[int, int]]) -> Iterator[bool]:
    reach, ahead = 0, 0
    for start, end in places:
        while ahead < len(stretches) and stretches[ahead][0] <= start:
            reach = max(reach, stretches[ahead][1])
            ahead += 1
        yield end <= reach


def _media(sketch: Sketch, places: Sequence[tuple[int, int]]) -> Iterator[frozenset[str]]:
    """Yield for each word the outer sources of the claims that hold it."""
    told = [
        (span.start, span.end, source.name.casefold())
        for claim in (one.claim for one in sketch.claims)
        for source in claim.chain[:-1]
        for span in claim.content
    ]
    for start, end in places:
        yield frozenset(name for first, last, name in told if first <= start and end <= last) if told else NOBODY
