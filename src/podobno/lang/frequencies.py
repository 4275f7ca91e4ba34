"""Say how rare a base form is, by how many texts of a large corpus hold it.

In:   the pack's table of frequencies, a base form.
Out:  its rarity, from 0 (in every text) to 1 (in none).
Not:  what the ledger holds: a link must not depend on what else was read; how the table was counted, which is
training/frequencies.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from math import log
from types import MappingProxyType

FILE = "frequencies.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """In how many texts of a corpus each base form stands."""

    texts: int  # how many the corpus has; 0: the pack has no table, and every base form is as rare as any
    counts: Mapping[str, int]  # base form, case folded, to the number of texts with it; those of very few are left out

    _rarities: dict[int, float] = field(default_factory=dict, repr=False, compare=False)  # by count, as far as asked

    def rarity(self, lemma: str) -> float:
        """Return 0 for a word of every text to 1 for a word of none: the logarithm, as in the inverse frequency.

        Source: Karen Spärck Jones, 1972. A word that the table lacks stands in fewer texts than any that it has.
        """
        count = self.counts.get(lemma, 0)
        found = self._rarities.get(count)
        if found is None:
            found = self._rarities[count] = 1 - log(1 + count) / log(2 + self.texts)
        return found


def open_frequencies(code: str) -> Frequencies:
    """Read the table of a pack; a pack without one has no common words."""
    file = files("podobno").joinpath("packs", code, "weights", FILE)
    if not file.is_file():
        return Frequencies(texts=0, counts=MappingProxyType({}))
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    counts = {lemma: int(count) for lemma, count in rows}
    return Frequencies(texts=counts.pop(""), counts=MappingProxyType(counts))
