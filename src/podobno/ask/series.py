"""Ask for series: a figure by source, by day said and by day meant, with what is no count kept apart.

In:   a question for figures.
Out:  series, each of one kind and unit; the points in it, and how they stand to one another.
Not:  which figures are meant: ask/figures.py; how a series is drawn: show/series.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from podobno.ask.figures import FigureAnswer, FigureQuestion, ask_figures
from podobno.ask.names import Lemmas
from podobno.ask.utterances import open_view, utterances_of
from podobno.ledger.store import Ledger
from podobno.records.links import Link
from podobno.records.text import Span

SERIES_KINDS = ("count", "forecast", "rate", "capacity", "money", "share", "measure")  # in this order
FIGURE = "figure"  # code of the evidence that names the figures that a link is about
RELATIONS = ("agrees", "conflicts", "succeeds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a point stands to another one of its series."""

    kind: str  # one of RELATIONS; of "succeeds" the point with the mark is the later one
    other: str  # Point.id
    score: float  # of the link


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of one utterance, with every report of it."""

    reports: tuple[FigureAnswer, ...]  # by day of publication, then article and place; at least one
    marks: tuple[Mark, ...] = ()  # sorted

    @property
    def first(self) -> FigureAnswer:
        """The report that was published first."""
        return self.reports[0]

    @property
    def id(self) -> str:
        """The first report's claim with the place of the figure in its article."""
        return f"{self.first.claim.id}@{self.first.figure.span.start}"

    @property
    def day(self) -> str:
        """EDTF: when it was said, else published; empty: unknown."""
        return self.first.claim.said or self.first.claim.published or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points that can be compared."""

    kind: str  # one of SERIES_KINDS
    unit: str | None  # as in Figure
    per: str | None  # as in Figure
    points: tuple[Point, ...]  # by day said, then source; at least one


def ask_series(ledger: Ledger, question: FigureQuestion, lemmas: Lemmas | None = None) -> Iterator[Series]:
    """Yield the series of what a question asks for, by kind, then unit."""
    rows_asked = list(ask_figures(ledger, question, lemmas))
    of = utterances_of(open_view(ledger, question.clocks), {row.claim.id for row in rows_asked})
    points: dict[tuple[str, ...], list[FigureAnswer]] = defaultdict(list)
    for row in rows_asked:
        points[(*_key(row), of[row.claim.id].id, *_bounds(row))].append(row)
    series: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for key, rows in points.items():
        series[(key[0], key[1], key[2])].append(Point(reports=tuple(sorted(rows, key=_place))))
    ids = {row.claim.id for rows in points.values() for row in rows}
    links = [kept.link for kept in ledger.links.of(sorted(ids), *RELATIONS, known=question.clocks.known)]
    for key in sorted(series, key=lambda key: (SERIES_KINDS.index(key[0]), *key[1:])):
        held = sorted(series[key], key=lambda point: (point.day, point.first.claim.speaker or "", point.id))
        first = held[0].first.figure
        marked = tuple(_marked(held, [link for link in links if link.a in ids and link.b in ids]))
        yield Series(kind=key[0], unit=first.unit, per=first.per, points=marked)


def _key(row: FigureAnswer) -> tuple[str, str, str]:
    """Return what a point's series is told by: kind, unit, per."""
    figure = row.figure
    kind = "rate" if figure.per else figure.kind
    if row.is_forecast:
        kind = "forecast"
    return "capacity" if row.is_capacity else kind, (figure.unit or "").casefold(), figure.per or ""


def _bounds(row: FigureAnswer) -> tuple[str, str]:
    return str(row.figure.low), str(row.figure.high)


def _place(row: FigureAnswer) -> tuple[bool, str, str, int]:
    return row.claim.published is None, row.claim.published or "", row.claim.article, row.figure.span.start


def _marked(points: Sequence[Point], links: Iterable[Link]) -> Iterator[Point]:
    """Yield the points of one series with how they stand to one another."""
    of: Mapping[str, list[Point]] = defaultdict(list)
    for point in points:
        for claim in {row.claim.id for row in point.reports}:
            of[claim].append(point)
    marks: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for link in links:
        for one, other in ((one, other) for one in of.get(link.a, ()) for other in of.get(link.b, ())):
            if one is not other and _is_of(link, one, other):
                ends = [(one, other)] if link.kind == "succeeds" else [(one, other), (other, one)]
                for at, to in ends:
                    held = marks[at.id]
                    held[(link.kind, to.id)] = max(link.score, held.get((link.kind, to.id), 0.0))
    for point in points:
        told = sorted(marks[point.id].items())
        yield replace(point, marks=tuple(Mark(kind=kind, other=other, score=score) for (kind, other), score in told))


def _is_of(link: Link, one: Point, other: Point) -> bool:
    """Say whether a link of two claims is about these figures of theirs: a piece of its evidence names both."""
    named = [evidence for evidence in link.evidence if evidence.code == FIGURE]
    here, there = _spans(one, link.a), _spans(other, link.b)
    return any(
        evidence.a is not None
        and evidence.b is not None
        and any(evidence.a.overlaps(span) for span in here)
        and any(evidence.b.overlaps(span) for span in there)
        for evidence in named
    )


def _spans(point: Point, claim: str) -> list[Span]:
    return [row.figure.span for row in point.reports if row.claim.id == claim]
