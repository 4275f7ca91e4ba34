"""The four clocks of a claim, by which every question can be narrowed.

In:   nothing.
Out:  Clocks.
Not:  the choosing, which is ledger/selections.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """What is seen of the ledger; what is None does not narrow."""

    as_of: str | None = None  # EDTF day, month or year: published on or before its end
    known: str | None = None  # ISO 8601 moment or the start of one: recorded on or before it
    said: str | None = None  # EDTF: said within these days; a claim that does not tell when is left out
    about: str | None = None  # EDTF: its words name a time that touches these days

    @property
    def of_articles(self) -> "Clocks":
        """The two clocks that articles have; when a claim was said, and what it is about, is nothing to these."""
        return Clocks(as_of=self.as_of, known=self.known)

    @property
    def has_claim_days(self) -> bool:
        """Say whether a clock narrows that only claims have."""
        return self.said is not None or self.about is not None


ALL = Clocks()
