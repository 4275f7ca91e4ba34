"""Claim records: who says what, through whom, how it is meant.

In:   nothing.
Out:  Source, Claim, MODES, STANCES.
Not:  what is kept in the ledger, which is records/entries.py.
"""

from dataclasses import dataclass

from podobno.records.errors import BadRecord
from podobno.records.text import Span
from podobno.records.values import Figure, Time

MODES = ("direct", "indirect", "mixed", "reportive")
STANCES = ("asserts", "denies", "doubts", "predicts", "commits", "demands", "judges", "asks", "hearsay")
SURENESS = ("certain", "likely", "possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One step of a chain: whoever's word it is, or who handed it on."""

    name: str  # canonical: the fullest form of the article, nominative, without titles
    span: Span | None = None  # where the article names it for this claim, None: carried from before
    role: str | None = None  # as printed: "rzecznik MSZ"; None: the article gives none

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise BadRecord("a source needs a name; leave the chain empty when nobody is named")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One reporting act: one cue and all that it reports."""

    content: tuple[Span, ...]  # the reported words alone, in text order, at least one
    mode: str  # one of MODES
    cue: Span | None  # the word that marks the report, None: there is none
    speaker: Span | None  # the origin as this sentence names it, None: it does not
    chain: tuple[Source, ...]  # from the article inward to the origin; empty: hearsay
    stance: str  # one of STANCES: how the origin stands to the content
    conditional: bool  # holds only under a condition that the text states
    carried: bool  # the speaker comes from an earlier sentence
    said: str | None = None  # EDTF, when it was said; None: the text does not tell
    about: tuple[Time, ...] = ()  # times inside the content, in text order
    figures: tuple[Figure, ...] = ()  # figures inside the content, in text order
    sureness: str | None = None  # one of SURENESS: how sure the speaker sounds; None: no hedge
    score: float = 1.0  # probability that we read it right, 0 to 1
    rule: str = ""  # name of the rule that made it, for `explain`

    def __post_init__(self) -> None:
        if not self.content:
            raise BadRecord("a claim without a span cannot be built")
        for left, right in zip(self.content, self.content[1:], strict=False):
            if left.article != right.article or left.end > right.start:
                raise BadRecord(f"the spans of a claim must be in order and apart: {left}, {right}")
        if self.mode not in MODES or self.stance not in STANCES:
            raise BadRecord(f"unknown mode {self.mode!r} or stance {self.stance!r}")
        if (self.stance == "hearsay") != (not self.chain):
            raise BadRecord("hearsay, and hearsay alone, has an empty chain")

    @property
    def article(self) -> str:
        """Id of the article that holds the claim."""
        return self.content[0].article

    @property
    def origin(self) -> Source | None:
        """Last step of the chain: whose word it is in the end. None for hearsay."""
        return self.chain[-1] if self.chain else None
