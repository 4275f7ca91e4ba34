"""Find figures: how many, how much, which share; with their bounds and what they count.

In:   a parsed article, its times, the number words and units of a pack.
Out:  figures in text order; none overlap each other, and none a time, but that ages are figures.
Not:  dates and lengths of time: find/times.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from podobno.find.bounds import Bounds, bound_before, bound_behind, bounded, read_bounds
from podobno.find.compounds import Compounds, read_compound, read_compounds
from podobno.find.counted import Counted, Units, before_amount, is_temperature, read_counted, read_units
from podobno.find.drafts import Draft
from podobno.find.ellipsis import bare_unit, bounded_unit, carried_unit, is_gapped, shared_unit
from podobno.find.labels import is_age, is_age_sign, is_label, is_no_share, is_of_so_many
from podobno.find.modality import is_capacity, is_forecast
from podobno.find.numbers import Amount, NumberWords, number_words, read_amount, tidy
from podobno.find.rates import Rates, rated, read_rates
from podobno.lang.pack import Pack
from podobno.records.parsed import Parsed, Token
from podobno.records.text import Span
from podobno.records.values import Figure, Time

SEEN = 30_000  # forms of which is remembered whether they may start a figure


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGrammar:
    """The words of number and measure of a language."""

    numbers: NumberWords
    units: Units
    compounds: Compounds
    bounds: Bounds
    rates: Rates
    shares: Mapping[str, Decimal]  # words that are a share by themselves, to percent
    rules: Mapping[str, Any]
    seen: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)  # whether a form may start a figure

    def may_start(self, form: str) -> bool:
        """Say whether a figure may start with a word: most words are passed over by their form alone."""
        found = self.seen.get(form)
        if found is None:
            if len(self.seen) >= SEEN:
                self.seen.clear()
            low = form.casefold()
            is_listed = low in self.numbers.values or low in self.shares
            found = self.seen[form] = (
                form[0].isdigit() or is_listed or self.compounds.pattern.fullmatch(low) is not None
            )
        return found


def figure_grammar(pack: Pack) -> FigureGrammar:
    """Read the words of number of a pack."""
    rows = pack.lexicon("number_words")
    return FigureGrammar(
        numbers=number_words(pack),
        units=read_units(pack),
        compounds=read_compounds(pack),
        bounds=read_bounds(pack),
        rates=read_rates(pack),
        shares={row["form"]: Decimal(row["low"]) for row in rows if row["kind"] == "share"},
        rules=pack.rules["figures"],
    )


def find_figures(parsed: Parsed, grammar: FigureGrammar, times: tuple[Time, ...] = ()) -> tuple[Figure, ...]:
    """Return the figures of an article."""
    busy = tuple((time.span.start, time.span.end) for time in times)
    reading = _Reading(parsed=parsed, grammar=grammar, busy=busy)
    figures: list[Figure] = []
    before: list[Draft] = []
    at = 0
    while at < len(parsed.syntax.tokens):
        draft = reading.at(at, before) if grammar.may_start(parsed.syntax.tokens[at].form) else None
        if draft is None:
            at += 1
            continue
        figures.append(reading.figure(draft))
        before.append(draft)
        at = draft.last
    return tuple(figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Reads a figure that starts at a token."""

    parsed: Parsed
    grammar: FigureGrammar
    busy: tuple[tuple[int, int], ...]  # code points of the times

    @property
    def _tokens(self) -> tuple[Token, ...]:
        return self.parsed.syntax.tokens

    def at(self, place: int, before: Sequence[Draft]) -> Draft | None:
        """Return the figure whose number starts here; ``before`` are the figures before it."""
        form = self._tokens[place].form
        known = form[0].isdigit() or form.casefold() in self.grammar.numbers.values
        amount = read_amount(self._tokens, place, self.grammar.numbers) if known else None
        if amount is not None:
            return self._of_amount(amount, before) or self._compound(place)
        if form.casefold() in self.grammar.shares:
            return self._share_word(place, before)
        return self._compound(place)

    # Kinds of figures

    def _compound(self, place: int) -> Draft | None:
        found = read_compound(self._tokens, place, self.grammar.compounds)
        if found is None or self._is_busy(place, place + 1):
            return None
        amount = Amount(low=found.low, high=found.high, first=place, last=place + 1)
        return Draft(amount=amount, unit=found.unit, kind=found.kind, first=place, last=found.last)

    def _share_word(self, place: int, before: Sequence[Draft]) -> Draft | None:
        value = self.grammar.shares[self._tokens[place].form.casefold()]
        amount = Amount(low=value, high=value, first=place, last=place + 1, kind="share")
        return self._share(amount, before)

    def _share(self, amount: Amount, before: Sequence[Draft]) -> Draft | None:
        if self._is_busy(amount.first, amount.last) or is_no_share(self._tokens, amount, self.grammar.units):
            return None
        draft = Draft(
            amount=amount, unit=self.grammar.rules["percent"], kind="share", first=amount.first, last=amount.last
        )
        return self._bounded(draft, before)

    def _of_amount(self, amount: Amount, before: Sequence[Draft]) -> Draft | None:
        tokens, units = self._tokens, self.grammar.units
        if amount.kind == "share":
            return self._share(amount, before)
        counted = read_counted(tokens, amount, units) or before_amount(tokens, amount, units)
        if counted is not None and counted.kind == "time":
            return self._age(amount, counted, before)
        if self._is_busy(amount.first, amount.last):
            return None
        if self._is_label(amount, counted) and not (counted is None and is_gapped(tokens, amount, before, units.rules)):
            return None
        if counted is None and (draft := self._bounded_inside(amount, before)) is not None:
            return draft
        if counted is not None and is_of_so_many(tokens, amount, counted, before, self.grammar.rules):
            return None
        if counted is None:
            counted = self._elided(amount, before)
            if counted is not None and counted.kind == "time":
                return self._age(amount, counted, before)
        elif counted.is_bare:
            counted = bare_unit(tokens, counted, before, self.grammar.rules)
        return None if counted is None else self._whole(amount, counted, before)

    def _bounded_inside(self, amount: Amount, before: Sequence[Draft]) -> Draft | None:
        """ "Czworo i więcej dzieci": the bound stands between the number and its noun."""
        length, side = bound_behind(self._tokens, amount.last, self.grammar.bounds)
        if not length:
            return None
        counted = read_counted(self._tokens, replace(amount, last=amount.last + length), self.grammar.units)
        if counted is None or counted.kind == "time":
            return None
        return replace(self._whole(amount, counted, before), bound=side)

    def _is_label(self, amount: Amount, counted: Counted | None) -> bool:
        """Say whether a number only names; one that a word bounds does not."""
        is_bounded = counted is not None and self._side(amount) != ""
        return not is_bounded and is_label(self._tokens, amount, counted, self.grammar.rules)

    def _elided(self, amount: Amount, before: Sequence[Draft]) -> Counted | None:
        rules = self.grammar.rules
        shared = shared_unit(self._tokens, amount, self.grammar.numbers, self.grammar.units)
        counted = shared or carried_unit(self._tokens, amount, before, rules)
        return counted or (bounded_unit(self._tokens, amount, before, rules) if self._side(amount) == "low" else None)

    def _side(self, amount: Amount) -> str:
        bare = Draft(amount=amount, unit=None, kind="count", first=amount.first, last=amount.last)
        return bound_before(self._tokens, bare, self.grammar.bounds).side

    def _age(self, amount: Amount, counted: Counted, before: Sequence[Draft]) -> Draft | None:
        draft = Draft(amount=amount, unit=counted.unit, kind="measure", first=amount.first, last=counted.last)
        draft = self._bounded(draft, before)
        is_told = is_age(self._tokens, draft, before[-1] if before else None, self.grammar.rules)
        return replace(draft, unit=self.grammar.rules["year"]) if is_told else None

    def _whole(self, amount: Amount, counted: Counted, before: Sequence[Draft]) -> Draft:
        tokens, floor = self._tokens, before[-1].last if before else 0
        draft = self._bounded(self._joined(self._draft(amount, counted)), before)
        if is_age_sign(tokens, draft, self.grammar.rules):
            return replace(draft, unit=self.grammar.rules["year"], kind="measure")
        draft = rated(tokens, draft, before[-1].used if before else 0, self.grammar.rates)
        if is_temperature(tokens, draft.first, draft.unit, self.grammar.rules):
            return replace(draft, unit=self.grammar.rules["celsius"])
        can_hold = draft.kind in ("count", "measure") and draft.unit not in self.grammar.rules["power_units"]
        if can_hold and is_capacity(tokens, draft.first, floor, self.grammar.rules):
            return replace(draft, kind="capacity")
        return draft

    # Parts of a figure

    def _draft(self, amount: Amount, counted: Counted) -> Draft:
        """The number with its unit, which may stand before it: "$20"."""
        scaled = replace(amount, low=amount.low * counted.scale, high=amount.high * counted.scale)
        sign = before_amount(self._tokens, amount, self.grammar.units) if counted.last == amount.last else None
        first = amount.first - (sign is not None and sign.unit == counted.unit)
        return Draft(
            amount=scaled, unit=counted.unit, kind=counted.kind, first=first, last=counted.last, noun=counted.noun
        )

    def _is_busy(self, first: int, last: int) -> bool:
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        return any(begin < end and start < until for begin, until in self.busy)

    def _joined(self, draft: Draft) -> Draft:
        """ "Od 10 proc. do 15 proc.": the unit behind the first end too."""
        tokens, pairs = self._tokens, self.grammar.numbers.pairs
        opens = tokens[draft.first - 1].form.casefold() if draft.first else ""
        if draft.last >= len(tokens) or tokens[draft.last].form.casefold() not in pairs.get(opens, ()):
            return draft
        other = read_amount(tokens, draft.last + 1, self.grammar.numbers)
        counted = None if other is None else read_counted(tokens, other, self.grammar.units)
        if other is None or counted is None or counted.unit != draft.unit or other.low < draft.amount.low:
            return draft
        return replace(draft, amount=replace(draft.amount, high=other.high), last=counted.last, noun=counted.noun)

    def _bounded(self, draft: Draft, before: Sequence[Draft]) -> Draft:
        return bounded(self._tokens, draft, before[-1] if before else None, self.grammar.bounds)

    # The record

    def figure(self, draft: Draft) -> Figure:
        """Return the record of a draft."""
        low, high = tidy(draft.amount.low), tidy(draft.amount.high)
        return Figure(
            span=self._span(draft.first, draft.last),
            low=None if draft.bound == "high" else low,
            high=None if draft.bound == "low" else high,
            approximate=draft.is_about,
            unit=draft.unit,
            per=draft.per,
            kind=draft.kind,
            forecast=is_forecast(self.parsed.syntax, draft.amount.first, self.grammar.rules),
            counted=None if draft.noun is None else self._span(min(draft.amount.last, draft.noun), draft.last),
        )

    def _span(self, first: int, last: int) -> Span:
        tokens = self._tokens
        return Span(article=self.parsed.article.id, start=tokens[first].start, end=tokens[last - 1].end)
