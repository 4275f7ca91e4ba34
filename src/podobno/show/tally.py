"""Count what a run of reading did.

In:   outcomes and problems, one after the other.
Out:  numbers, and the words for them.
Not:  where the words stand: show/reports.py and show/progress.py.
"""

from dataclasses import dataclass

from podobno.run.local import Outcome
from podobno.show.words import counted


@dataclass(slots=True)
class Tally:
    """What a run did so far."""

    new: int = 0
    known: int = 0
    claims: int = 0
    problems: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.article is not None:
            self.known += outcome.is_known
            self.new += not outcome.is_known
        self.claims += outcome.claims
        self.problems += len(outcome.problems)

    def words(self) -> str:
        """Return "12 articles read, 3 known before, 98 claims, 1 problem"."""
        parts = [f"{counted(self.new, 'article')} read", f"{self.known:,} known before" if self.known else ""]
        parts += [counted(self.claims, "claim"), counted(self.problems, "problem") if self.problems else ""]
        return ", ".join(part for part in parts if part)
