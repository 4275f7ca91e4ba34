"""Check a pack: each row of each lexicon is found in its own example.

In:   the stages of the pack's language.
Out:  a line for each row that is at fault: what, where, what to do.
Not:  scores: measure/scores.py.
"""

import re
from collections.abc import Iterator

from podobno.lang.pack import Pack, Row, open_pack
from podobno.records.text import Article
from podobno.run.pipeline import Stages

# What signs an article is found before it is parsed, first-hand words after: tests/read and tests/ask check these rows.
ELSEWHERE = ("agencies", "firsthand")
MARKED = re.compile(r"\[([^\[\]]+)\]")


def check_pack(code: str, stages: Stages) -> list[str]:
    """Return what is wrong with the pack; an empty list, where all is well."""
    pack = open_pack(code)
    rows = [row for name in sorted(pack.lexicons) if name not in ELSEWHERE for row in pack.lexicons[name]]
    return [*_unsorted(pack), *(fault for row in rows for fault in _faults(row, pack, stages))]


def _unsorted(pack: Pack) -> Iterator[str]:
    for _, rows in sorted(pack.lexicons.items()):
        keys = [next(iter(row.cells.values())) for row in rows]
        for before, after, row in zip(keys, keys[1:], rows[1:], strict=False):
            if after < before:
                yield f"{row.place}: {after!r} stands behind {before!r}. Sort the rows. [PACK-ORDER]"
                break


def _faults(row: Row, pack: Pack, stages: Stages) -> Iterator[str]:
    match = MARKED.search(row["example"])
    if match is None:
        return
    text = MARKED.sub(r"\1", row["example"])
    wanted = (match.start(), match.end() - 2)
    found = _tokens(text, stages) if "leading" in row.cells else _found(text, pack, stages)
    if wanted not in set(found):
        said = f"nothing is found at {match[1]!r} in its own example {text!r}"
        yield f"{row.place}: {said}. Mend the row or the example. [PACK-ROW]"


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
