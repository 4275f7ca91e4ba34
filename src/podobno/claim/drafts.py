"""A claim in the making: where its words stand, before it is known who says them.

In:   nothing.
Out:  Draft, Cue.
Not:  the finished record, which is records/claims.py.
"""

from dataclasses import dataclass

from podobno.claim.scene import Part
from podobno.claim.words import Entry
from podobno.records.parsed import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of the article that reports."""

    token: Token  # the verb, noun, adjective or the head of the phrase
    kind: str  # "verb", "phrase", "noun", "adjective", "source"
    entry: Entry
    is_negated: bool
    first: int  # first token of the cue's span
    last: int  # after the last; the clause that follows a phrase starts behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Content and cue of a claim, by tokens."""

    content: tuple[Part, ...]  # in text order
    cue: Cue | None
    rule: str  # the rule that saw it
    speaker: int | None = None  # head token of the noun phrase that names the speaker, None: not in the clause
    clause: Part | None = None  # the reporting clause, where the medium may be named; None: the cue's sentence
    owned: frozenset[str] = frozenset()  # base forms of what the speaker speaks for: "prezydent [Rosji]"
    is_quoted: bool = False  # behind a dash of speech: direct without marks
