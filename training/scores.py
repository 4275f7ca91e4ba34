"""Fit the numbers by which claims get their score: ``python -m training.scores SHARED`` (`make scores`).

In:   annotated articles for which no rule was written first, and the gold; the program, which reads them all.
Out:  packs/pl/rules/scores.toml, docs/scores.md with docs/scores.svg, and a line for each measure.
Not:  what a score is made of: claim/traits.py and claim/scores.py; how the page looks: training/reliability.py.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.unseen import write_gold
from numpy.typing import NDArray

from podobno.claim.claims import read_claims
from podobno.claim.scene import set_scene
from podobno.claim.scores import PLACES, TRAITS, Scores
from podobno.claim.traits import claim_traits
from podobno.find.finders import find_all
from podobno.measure.scores import Doc, found_claims, gold_articles, is_complete, read_gold_folder
from podobno.parse.articles import parse_article
from podobno.records.errors import BadPack
from podobno.records.readings import Reading
from podobno.records.text import Article
from podobno.run.goldform import gold_line
from podobno.run.pipeline import Stages, open_stages
from training.reliability import Trial, measures, page, plot

ROOT = Path(__file__).parent.parent
RULES = ROOT / "src" / "podobno" / "packs" / "pl" / "rules" / "scores.toml"
DOCS = ROOT / "docs"
FITTED, TESTED = ("first", "second"), "sealed"  # sets of bench/unseen/
FOLDS = 10  # articles 0, 10, 20, ... are left out together, then 1, 11, 21, ...
PENALTY = 3.0  # half of it times the square of each weight; 0.5 to 5 calibrate alike, 10 squeezes the scores too much
STEPS = 25  # of Newton's method; it stands still after eight

HEADER = """\
# Written by `make scores` (training/scores.py); do not edit. A claim's score is 1 / (1 + exp(-odds)), where odds are
# `base` and the weights of its traits (claim/traits.py) together; docs/scores.md tells what the score is worth.
# Fitted on {claims} claims of {articles} articles (bench/unseen/), logistic regression with an L2 penalty of {penalty}.

"""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One claim that the program made of a gold article."""

    article: int  # number of the article
    traits: frozenset[str]  # some of TRAITS
    is_right: bool  # complete: the content, origin and stance of a gold claim


def main() -> None:
    """Read the gold, fit, and write the pack's numbers and the page about them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("shared", type=Path, help="the folder that holds gold/dev/ and corpora/")
    shared = options.parse_args().shared
    for folder in (shared / "corpora", shared / "gold" / "dev"):
        if not folder.is_dir():
            sys.exit(f"There is no {folder}. Nothing is written.")
    stages = _stages()
    with tempfile.TemporaryDirectory() as scratch:
        fresh = write_gold(shared / "corpora", Path(scratch))
        examples = list(read_examples([fresh[name] for name in FITTED], stages))
        sealed = list(read_examples([fresh[TESTED]], stages))
    known = list(read_examples([shared / "gold" / "dev"], stages))
    if not examples or not sealed:
        sys.exit(f"The texts of bench/unseen/ are not in {shared / 'corpora'}. Nothing is written.")
    held_out, right = cross_validated(examples), [example.is_right for example in examples]
    articles = len({example.article for example in examples})
    scores = fit(examples)
    RULES.write_text(rules_text(scores, len(examples), articles), encoding="utf-8")
    traits = [(name, sum(name in e.traits for e in examples), scores.weights[name]) for name in TRAITS]
    trials = [
        Trial(name="these articles, each scored without itself", scores=held_out, right=right),
        trial(f"the articles of `{TESTED}`, which nobody looked at", scores, sealed),
        trial("the development gold, for which the rules were written", scores, known),
        Trial(
            name="the same by a fit on it alone, each article scored without itself",
            scores=cross_validated(known),
            right=[example.is_right for example in known],
        ),
    ]
    (DOCS / "scores.md").write_text(page(trials, articles, traits), encoding="utf-8")
    (DOCS / "scores.svg").write_text(plot(held_out, right), encoding="utf-8")
    for one in trials:
        print(f"== {one.name}")
        for line in measures(one.scores, one.right):
            print(line)


def trial(name: str, scores: Scores, examples: Sequence[Example]) -> Trial:
    """Score claims that had no part in the fit."""
    told = [scores.of(example.traits) for example in examples]
    return Trial(name=name, scores=told, right=[example.is_right for example in examples])


def _stages() -> Stages:
    """Open the stages; numbers of other traits than today's are what we are here to write anew."""
    try:
        return open_stages()
    except BadPack:
        RULES.unlink(missing_ok=True)
    return open_stages()


def read_examples(folders: Sequence[Path], stages: Stages) -> Iterator[Example]:
    """Yield each claim of the articles of gold folders, in text order."""
    number = 0
    for folder in folders:
        gold = read_gold_folder(folder)
        for name, article in gold_articles(folder, gold, stages.code):
            yield from _examples(number, article, gold[name], stages)
            number += 1


def _examples(number: int, article: Article, gold: Doc, stages: Stages) -> Iterator[Example]:
    parsed = parse_article(article, stages.parser)
    found = find_all(parsed, stages.finders)
    scene = set_scene(parsed, found, stages.words)
    read = read_claims(scene).claims
    claims = tuple(claim for claim, _ in read)
    ours = gold_line(Reading(article=article, found=found, claims=claims, problems=()), "")["claims"]
    right = {other["id"] for one, other in found_claims(gold["claims"], ours) if is_complete(one, other)}
    for (claim, item), told in zip(read, ours, strict=True):
        traits = claim_traits(scene, claim, item.draft, claims)
        yield Example(article=number, traits=traits, is_right=told["id"] in right)


def cross_validated(examples: Sequence[Example]) -> list[float]:
    """Return for each claim the score that a fit without its article, and a tenth of all articles, gives it."""
    told = [0.0] * len(examples)
    for fold in range(FOLDS):
        scores = fit([example for example in examples if example.article % FOLDS != fold])
        for place, example in enumerate(examples):
            if example.article % FOLDS == fold:
                told[place] = scores.of(example.traits)
    return told


def fit(examples: Sequence[Example]) -> Scores:
    """Return the likeliest numbers under the penalty, to as many decimals as the pack keeps."""
    right = np.array([example.is_right for example in examples], dtype=np.float64)
    table = np.array([[1.0, *(name in example.traits for name in TRAITS)] for example in examples], dtype=np.float64)
    base, *weights = (round(float(number), PLACES) for number in _newton(table, right))
    return Scores(base=base, weights=dict(zip(TRAITS, weights, strict=True)))


def _newton(table: Numbers, right: Numbers) -> Numbers:
    penalty = PENALTY * np.eye(table.shape[1])
    penalty[0, 0] = 0.0  # the base is free: else the mean of the scores would miss the share of right claims
    numbers = np.zeros(table.shape[1])
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-table @ numbers))
        slope = table.T @ (told - right) + penalty @ numbers
        bend = (table * (told * (1 - told))[:, None]).T @ table + penalty
        numbers = numbers - np.linalg.solve(bend, slope)
    return numbers


def rules_text(scores: Scores, claims: int, articles: int) -> str:
    """Return the pack's rules/scores.toml."""
    head = HEADER.format(claims=claims, articles=articles, penalty=PENALTY)
    lines = [f"{name} = {weight:.{PLACES}f}" for name, weight in scores.weights.items()]
    return head + "\n".join([f"base = {scores.base:.{PLACES}f}", "", "[weights]", *lines, ""])


if __name__ == "__main__":
    main()
