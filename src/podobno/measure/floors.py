"""Hold scores against the floors below which they must not fall.

In:   scores, and a floors file: TOML with the hash of the gold and a floor for each measure.
Out:  a line for each score below its floor; the floors file with the floors raised.
Not:  the scores themselves, which are measure/scores.py.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from podobno.measure.scores import Score
from podobno.records.errors import BadUse

TOLERANCE = 0.0005  # scores are told to three places; half of the last one is no fall


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """What scores must reach on one gold."""

    gold: str  # hash of the gold and its texts: floors mean nothing on other data
    least: Mapping[str, float]  # name of a measure to its floor, 0 to 1


def read_floors(path: Path) -> Floors:
    """Read a floors file; a missing or broken one raises BadUse."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return Floors(gold=str(told["gold"]), least={name: float(least) for name, least in told["floors"].items()})
    except (OSError, KeyError, ValueError, AttributeError) as fault:
        raise BadUse(f"{path} holds no floors ({fault}). Write one with --update.") from None


def below_floors(scores: Mapping[str, Score], floors: Floors, gold: str) -> Iterator[str]:
    """Yield a line for each score below its floor, and one where the gold is not the floors' own."""
    if gold != floors.gold:
        yield f"the gold is {gold}, the floors are for {floors.gold}: look at the scores, then --update"
    for name, least in floors.least.items():
        if name not in scores:
            yield f"{name}: is measured no more; its floor is {least:.3f}"
        elif scores[name].value < least - TOLERANCE:
            yield f"{name}: {scores[name].value:.3f} is below its floor {least:.3f}"


def write_floors(path: Path, scores: Mapping[str, Score], gold: str, *, may_fall: bool) -> None:
    """Write the scores as the new floors; without ``may_fall`` a floor that would fall raises BadUse."""
    if path.is_file() and not may_fall:
        falling = [line for line in below_floors(scores, read_floors(path), gold) if "below" in line]
        if falling:
            raise BadUse(f"{falling[0]}. Floors only rise; --allow-regression lowers them, with a note in changes/.")
    # Cut, not rounded: a floor must not lie above the score that it was made from.
    lines = [f'"{name}" = {int(score.value * 1000) / 1000:.3f}' for name, score in scores.items()]
    head = "# Written by `podobno measure GOLD --floors FILE --update`. `make check` holds the scores against them."
    path.write_text("\n".join([head, f'gold = "{gold}"', "", "[floors]", *lines, ""]), encoding="utf-8")


def gold_hash(folder: Path) -> str:
    """Return the hash of a gold folder: its gold, dates and texts."""
    digest = hashlib.sha256()
    for path in (folder / "gold.jsonl", folder / "articles.tsv", *sorted((folder / "texts").glob("*.txt"))):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
