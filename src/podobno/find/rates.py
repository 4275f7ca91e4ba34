"""Read what a figure is per: "1 200 żołnierzy dziennie", "90 dolarów za akcję".

In:   tokens, a draft, the rates of a pack.
Out:  the draft with its rate.
Not:  sets of times ("codziennie"), which are times: find/times.py.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from podobno.find.bounds import forms, parts
from podobno.find.drafts import Draft
from podobno.lang.pack import Pack
from podobno.records.parsed import Token

REACH = 4  # words between a figure and its rate: "55 mld m3 gazu z Rosji rocznie"
LONGEST = 4  # words of a rate
ENDS = ("PUNCT", "VERB", "NUM", "CCONJ")  # no rate is looked for behind them


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The rates of a language."""

    forms: Mapping[tuple[str, ...], str]  # words near a figure to what it is per
    before: Collection[str]  # those that may stand before it: "dziennie ginie 20 osób"


def read_rates(pack: Pack) -> Rates:
    """Read the rates of a pack."""
    rows = pack.lexicon("rates")
    return Rates(
        forms={parts(row["form"]): row["per"] for row in rows},
        before=frozenset(pack.rules["figures"]["rates_before"]),
    )


def rated(tokens: Sequence[Token], draft: Draft, floor: int, rates: Rates) -> Draft:
    """Return the draft with its rate; words before ``floor`` belong to another figure."""
    per, end = _behind(tokens, draft, rates) or _before(tokens, draft, floor, rates) or (None, draft.last)
    return replace(draft, per=per, used=end)


def _behind(tokens: Sequence[Token], draft: Draft, rates: Rates) -> tuple[str, int] | None:
    for start in range(draft.last, min(draft.last + REACH + 1, len(tokens))):
        found = _at(tokens, start, rates)
        if found is not None:
            return found
        if tokens[start].upos in ENDS or tokens[start].form[0].isdigit():
            return None
    return None


def _at(tokens: Sequence[Token], start: int, rates: Rates) -> tuple[str, int] | None:
    for length in range(LONGEST, 0, -1):
        per = rates.forms.get(forms(tokens, start, start + length))
        if per is not None:
            return per, start + length
    return None


def _before(tokens: Sequence[Token], draft: Draft, floor: int, rates: Rates) -> tuple[str, int] | None:
    """ "Każdego dnia giną setki osób"; a rate of the figure before is not taken twice."""
    for start in range(draft.first - 1, max(draft.first - REACH, floor) - 1, -1):
        token = tokens[start]
        if token.upos == "PUNCT" or token.form[0].isdigit():
            return None
        found = _at(tokens, start, rates)
        if found is not None and found[0] in rates.before and found[1] <= draft.first:
            return found[0], draft.last
    return None
