"""What the finder of figures knows about a figure while it reads it.

In:   nothing.
Out:  Draft.
Not:  the record that travels on, which is Figure in records/values.py.
"""

from dataclasses import dataclass

from podobno.find.numbers import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A figure in tokens."""

    amount: Amount
    unit: str | None  # None: the text gives none
    kind: str  # a kind of figure
    first: int  # first token, with the words that bound it
    last: int  # token after the last
    noun: int | None = None  # token of the counted noun; None: a measure, or a noun that is left out
    bound: str = ""  # "low", "high"; empty: none
    is_about: bool = False
    per: str | None = None
    used: int = 0  # token after the last of its rate
