"""Ask for figures: how many of something, by whom, said when, meant for when.

In:   words for what is counted, a place, a day.
Out:  one row for each figure of a claim; capacities and forecasts are marked.
Not:  figures of one utterance together, and their series: ask/series.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from podobno.ask.claims import ClaimAnswer, ClaimQuestion, ask_claims
from podobno.ask.names import Lemmas
from podobno.ledger.counted import ANY_FIGURE
from podobno.ledger.folding import fold
from podobno.ledger.store import Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.values import Figure, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureQuestion:
    """Which figures are wanted."""

    words: tuple[str, ...]  # what is counted, in any inflected form
    by: str | None = None  # who says it, or through whom: words of a name or of a role, in any form
    others: tuple[str, ...] = ()  # folded: further names of who is meant by ``by``
    place: str | None = None  # named in the claim's sentence or its article's title
    clocks: Clocks = ALL
    min_score: float | None = None  # of the claim, 0 to 1
    limit: int | None = None  # only so many, those that were published last
    anything: bool = False  # also what counts other things, in claims that hold the words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAnswer:
    """One figure of one claim."""

    claim: ClaimAnswer
    figure: Figure
    written: str  # the figure's words
    meant: str | None  # EDTF: of the times that the claim's content is about, the one next to the figure
    is_forecast: bool
    is_capacity: bool


def ask_figures(ledger: Ledger, question: FigureQuestion, lemmas: Lemmas | None = None) -> Iterator[FigureAnswer]:
    """Yield the figures that a question asks for, by day said, else published; of one day, in text order."""
    wanted = {fold(form) for word in question.words for form in ((*lemmas(word), word) if lemmas else (word,))}
    asked = ClaimQuestion(
        words=question.words,
        by=question.by,
        others=question.others,
        counting=(ANY_FIGURE,) if question.anything else tuple(sorted(wanted)),
        clocks=question.clocks,
        min_score=question.min_score,
        newest_first=question.limit is not None,
    )
    rows = (row for answer in ask_claims(ledger, asked, lemmas) for row in _rows(answer, question, wanted, lemmas))
    return iter(sorted(islice(rows, question.limit), key=_day))


def figure_answer(answer: ClaimAnswer, figure: Figure) -> FigureAnswer:
    """Return one figure of a claim as an answer."""
    meant = _meant(answer, figure)
    return FigureAnswer(
        claim=answer,
        figure=figure,
        written=answer.kept.article.quotation(figure.span),
        meant=None if meant is None else meant.value,
        is_forecast=figure.forecast or answer.stance in ("predicts", "commits") or _is_ahead(answer, meant),
        is_capacity=figure.kind == "capacity",
    )


def _rows(
    answer: ClaimAnswer, question: FigureQuestion, wanted: set[str], lemmas: Lemmas | None
) -> Iterator[FigureAnswer]:
    """Yield the figures of a claim that a question asks for; wanted: its words in all forms, folded."""
    claim, article = answer.kept.claim, answer.kept.article
    for figure in claim.figures:
        if question.place is not None and not _is_placed(answer, figure, question.place, lemmas):
            continue
        written = article.quotation(figure.span)
        if question.anything or _counts(figure, written, wanted):
            yield figure_answer(answer, figure)


def _meant(answer: ClaimAnswer, figure: Figure) -> Time | None:
    """Return the calendar time next to the figure; of two as near, the first."""
    times = [time for time in answer.kept.claim.about if time.begin or time.end]
    return min(times, key=lambda time: abs(time.span.start - figure.span.start), default=None)


def _is_ahead(answer: ClaimAnswer, meant: Time | None) -> bool:
    """Say whether the time meant ends after publication, and began on no day before it."""
    out = edtf_bounds(answer.published)[1] if answer.published else None
    if out is None or meant is None or meant.end is None or meant.end <= out:
        return False
    return meant.begin is None or meant.begin > out


def _counts(figure: Figure, written: str, wanted: set[str]) -> bool:
    return figure.unit is not None and (fold(figure.unit) in wanted or bool(wanted & set(fold(written).split())))


def _is_placed(answer: ClaimAnswer, figure: Figure, place: str, lemmas: Lemmas | None) -> bool:
    """Say whether the figure's clause, the claim's words or the title name the place, each of its words."""
    text = " ".join((*figure.where, answer.quotation, answer.title or ""))
    there = _folded(text, lemmas)
    return all(_folded(word, lemmas) & there for word in place.split())


def _folded(text: str, lemmas: Lemmas | None) -> set[str]:
    """Return the words of a text and their base forms, folded; a start of a word will not do: Rosja, rosnie."""
    return {*fold(text).split(), *(map(fold, lemmas(text)) if lemmas is not None else ())}


def _day(row: FigureAnswer) -> str:
    return row.claim.said or row.claim.published or ""
