"""Run all finders over an article.

In:   a parsed article.
Out:  Found: mentions, times, figures, quotes.
Not:  how each is found, which is the module of its name.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from podobno.find.figures import FigureGrammar, figure_grammar, find_figures
from podobno.find.namegrammar import NameGrammar, name_grammar
from podobno.find.names import find_names
from podobno.find.quotes import QuoteMarks, find_quotes, quote_marks
from podobno.find.times import TimeGrammar, find_times, time_grammar
from podobno.lang.inflection import Inflection
from podobno.lang.pack import Pack
from podobno.records.parsed import Parsed
from podobno.records.values import Figure, Found, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Finders:
    """The finders of one language, ready to run."""

    names: NameGrammar
    times: TimeGrammar
    figures: FigureGrammar
    quotes: QuoteMarks


def open_finders(pack: Pack, inflection: Inflection) -> Finders:
    """Read what the finders need from a pack."""
    return Finders(
        names=name_grammar(pack, inflection),
        times=time_grammar(pack),
        figures=figure_grammar(pack),
        quotes=quote_marks(pack),
    )


def find_all(parsed: Parsed, finders: Finders) -> Found:
    """Return everything the finders see."""
    times = find_times(parsed, finders.times)
    figures = find_figures(parsed, finders.figures, times)
    return Found(
        mentions=find_names(parsed, finders.names),
        times=_without_ages(times, figures, finders.figures.rules["year"]),
        figures=figures,
        quotes=find_quotes(parsed, finders.quotes),
    )


def _without_ages(times: Iterable[Time], figures: Iterable[Figure], year: str) -> tuple[Time, ...]:
    """Leave out the lengths of time that are somebody's age, which is a figure of this unit: "miał [47 lat]"."""
    ages = [figure.span for figure in figures if figure.unit == year]  # in text order, as all figures
    starts = [age.start for age in ages]
    last = ((time, bisect_left(starts, time.span.end) - 1) for time in times)  # the last age that starts before its end
    return tuple(time for time, at in last if at < 0 or not ages[at].overlaps(time.span))
