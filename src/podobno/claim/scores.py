"""How sure we are that a claim was read right: a logistic function over its traits.

In:   the pack's rules/scores.toml; the traits of a claim.
Out:  a score, 0 to 1, calibrated where `make scores` fitted the pack's numbers.
Not:  which traits a claim has, which is claim/traits.py; the fitting, which is training/scores.py.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from podobno.lang.pack import Pack
from podobno.records.errors import BadPack

# What tells right readings from wrong ones, with its meaning; the order is that of scores.toml.
TRAITS = {
    "nested": "stands inside the words of another claim",
    "holding": "another claim stands inside its words",
    "cut": "its words are cut in two by the report",
    "short": "has few words",
    "many-clauses": "has many finite verbs",
    "verbless": "has no finite verb",
    "unnamed": "the speaker is told by a noun, not by a name",
    "carried": "the sentence names no speaker: he comes from before",
    "carried-by-word": "a word of the sentence stands for a speaker named before",
    "role": "the speaker is named with a role",
    "stance-by-words": "the stance comes from the reported words, not from the cue",
    "valued": "a word of it values, but the stance is another",
    "headline": "read from a headline",
    "aside": "reported between commas or dashes",
    "unmarked": "no word marks the report, or no mark the speech",
}
PLACES = 2  # decimals of a score: more would not be true, and could differ between machines


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The numbers by which a pack's claims get their score."""

    base: float  # log odds of a claim without any trait
    weights: Mapping[str, float]  # what each trait adds to the log odds; empty: nothing was fitted

    def of(self, traits: Iterable[str]) -> float:
        """Return the score of a claim with these traits; 1.0 where nothing was fitted."""
        if not self.weights:
            return 1.0
        odds = self.base + sum(self.weights[trait] for trait in sorted(traits))
        return round(1 / (1 + math.exp(-odds)), PLACES)


NOT_FITTED = Scores(base=0.0, weights={})


def open_scores(pack: Pack) -> Scores:
    """Read rules/scores.toml; without the file nothing is fitted, with other traits than ours it raises BadPack."""
    told = pack.rules.get("scores")
    if told is None:
        return NOT_FITTED
    weights = {name: float(weight) for name, weight in told.get("weights", {}).items()}
    if set(weights) != set(TRAITS) or "base" not in told:
        strange = ", ".join(sorted(set(weights) ^ set(TRAITS))) or "base"
        place = f"packs/{pack.code}/rules/scores.toml"
        raise BadPack(f"{place}: missing or unknown: {strange}. Write the file with `make scores`.")
    return Scores(base=float(told["base"]), weights=weights)
