"""Train the weights of a pack: ``python -m training CORPORA [--half trees|names]``, then ``--bundle``."""

import argparse
import tomllib
from pathlib import Path

from training.bundle import bundle
from training.train import train_again, train_checked, train_names, train_trees

PACK = Path(__file__).parent.parent / "src" / "podobno" / "packs" / "pl" / "weights"
RUNS = Path(__file__).parent / "runs"
HALVES = {"trees": train_trees, "again": train_again, "checked": train_checked, "names": train_names}


def main() -> None:
    """Train what is asked for, and pack both halves into the pack's file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path, help="the folder that holds ud/ and ner/")
    options.add_argument("--half", choices=sorted(HALVES), help="train this half only, and do not bundle")
    options.add_argument("--bundle", action="store_true", help="only pack what was trained before")
    given = options.parse_args()
    recipe = tomllib.loads((PACK / "recipe.toml").read_text(encoding="utf-8"))
    for half in [given.half] if given.half else [] if given.bundle else HALVES:
        HALVES[half](given.corpora, recipe, RUNS / ("names" if half == "names" else "trees"))
    if not given.half:
        bundle(RUNS, PACK, recipe)


if __name__ == "__main__":
    main()
