"""Value records: what the finders see in one article.

In:   nothing.
Out:  Time, Figure, Mention, Quote, Found.
Not:  who says it, which is records/claims.py.
"""

from dataclasses import dataclass
from decimal import Decimal

from podobno.records.errors import BadRecord
from podobno.records.parsed import NAME_KINDS
from podobno.records.text import Span

FIGURE_KINDS = ("count", "money", "measure", "share", "capacity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A stretch of calendar time, a length of time or a set of times, as the text places it."""

    span: Span  # with its preposition: "od sierpnia"
    value: str  # EDTF level 1, ISO 8601 duration "P2M", set "R/P1D", or PRESENT_REF, PAST_REF, FUTURE_REF
    begin: str | None  # first day, "2023-08-01"; None: open, or no calendar time
    end: str | None  # last day, included; None: open, or no calendar time


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its bounds and what it counts or measures, as the text gives it."""

    span: Span  # from the first bounding word to the unit or the counted noun
    low: Decimal | None  # in plain units ("3 tys." is 3000), included; None: no lower bound stated
    high: Decimal | None  # included; None: no upper bound stated
    approximate: bool  # "około", "prawie", ...
    unit: str | None  # lemma of the counted noun, or a symbol: "%", "PLN", "km"; None: the text gives none
    per: str | None  # "day", "week", "month", "year" or a lemma; None: no rate
    kind: str  # one of FIGURE_KINDS
    forecast: bool = False  # the clause speaks of what will or may come to pass
    counted: Span | None = None  # the counted noun phrase, None: a measure or an elided noun
    where: tuple[str, ...] = ()  # base names of the places in the figure's clause, in text order

    def __post_init__(self) -> None:
        if self.kind not in FIGURE_KINDS:
            raise BadRecord(f"unknown kind of figure {self.kind!r}: one of {', '.join(FIGURE_KINDS)}")
        if self.low is None and self.high is None:
            raise BadRecord(f"a figure needs a bound ({self.span})")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadRecord(f"low {self.low} is above high {self.high} ({self.span})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named."""

    span: Span
    kind: str  # one of NAME_KINDS
    base: str  # nominative form of this mention: "Siergiej Szojgu", "Łukaszenka"
    entity: str  # fullest base name that this article gives the entity: "Alaksandr Łukaszenka"
    first: int  # index of the first token
    last: int  # index after the last token

    def __post_init__(self) -> None:
        if self.kind not in NAME_KINDS:
            raise BadRecord(f"unknown kind of mention {self.kind!r}: one of {', '.join(NAME_KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words inside quotation marks or behind a dash of speech."""

    span: Span  # the words alone, without their marks
    mark: str  # "marks" (opened and closed), "dash" (opened by a dash of speech), "open" (a mark is missing)
    first: int  # index of the first token
    last: int  # index after the last token


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the finders saw in one article, each in text order."""

    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
