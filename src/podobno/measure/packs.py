"""Check a pack: each row of each lexicon is found in its own example.

In:   the stages of the pack's language.
Out:  a line for each row that is at fault: what, where, what to do.
Not:  scores: measure/scores.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from podobno.lang.pack import Pack, Row, open_pack
from podobno.records.parsed import Syntax
from podobno.records.text import Article
from podobno.run.pipeline import Stages

# What signs an article is found before it is parsed, first-hand words after: tests/read and tests/ask check these rows.
ELSEWHERE = ("agencies", "firsthand")
Places = frozenset[tuple[int, int]]
MARKED = re.compile(r"\[([^\[\]]+)\]")


def check_pack(code: str, stages: Stages) -> list[str]:
    """Return what is wrong with the pack; an empty list, where all is well."""
    pack = open_pack(code)
    rows = [row for name in sorted(pack.lexicons) if name not in ELSEWHERE for row in pack.lexicons[name]]
    marked = [row for row in rows if MARKED.search(row["example"])]
    texts = dict.fromkeys(map(_text, marked))
    # All texts at once: the weights take many short ones in an eighth of the time of one by one.
    syntaxes = dict(zip(texts, stages.parser.parse(texts), strict=True))
    parsed = replace(stages, parser=_ParsedAhead(stages.parser.name, syntaxes))
    read = cache(lambda text: frozenset(_found(text, pack, parsed)))
    return [*_unsorted(pack), *(fault for row in marked for fault in _faults(row, parsed, read))]


class _ParsedAhead:
    """A parser of texts that were parsed before."""

    def __init__(self, name: str, syntaxes: Mapping[str, Syntax]) -> None:
        self.name, self._syntaxes = name, syntaxes

    def parse(self, texts: Iterable[str]) -> Iterator[Syntax]:
        """Yield one Syntax for each text, in order."""
        return (self._syntaxes[text] for text in texts)


def _unsorted(pack: Pack) -> Iterator[str]:
    for _, rows in sorted(pack.lexicons.items()):
        keys = [next(iter(row.cells.values())) for row in rows]
        for before, after, row in zip(keys, keys[1:], rows[1:], strict=False):
            if after < before:
                yield f"{row.place}: {after!r} stands behind {before!r}. Sort the rows. [PACK-ORDER]"
                break


def _text(row: Row) -> str:
    return MARKED.sub(r"\1", row["example"])


def _faults(row: Row, stages: Stages, read: Callable[[str], Places]) -> Iterator[str]:
    """Yield what is wrong with a row whose example marks its word; read: gives where something is found in a text."""
    text, (start, end, word) = _text(row), _mark(row)
    found = frozenset(_tokens(text, stages)) if "leading" in row.cells else read(text)
    if (start, end) not in found:
        said = f"nothing is found at {word!r} in its own example {text!r}"
        yield f"{row.place}: {said}. Mend the row or the example. [PACK-ROW]"


def _mark(row: Row) -> tuple[int, int, str]:
    """Return where the marked word starts and ends in the text without marks, and the word."""
    match = next(MARKED.finditer(row["example"]))
    return match.start(), match.end() - 2, match[1]


def _found(text: str, pack: Pack, stages: Stages) -> Iterator[tuple[int, int]]:
    article = Article(text=text, published=pack.settings["now"], language=pack.code)
    reading = next(stages.read([article]))
    found = reading.found
    spans = [thing.span for group in (found.mentions, found.times, found.figures, found.quotes) for thing in group]
    spans += [span for claim in reading.claims for span in (claim.cue, claim.speaker) if span is not None]
    yield from ((span.start, span.end) for span in spans)


def _tokens(text: str, stages: Stages) -> Iterator[tuple[int, int]]:
    """An abbreviation is right where it is one token."""
    yield from ((token.start, token.end) for token in next(stages.parser.parse([text])).tokens)
