"""Score readings against gold: claims, figures, times.

In:   gold and predictions in the gold's form.
Out:  for each measure precision, recall, F1 or a share, with the number of gold items behind it.
Not:  the floors: measure/floors.py.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podobno.measure.matching import best_pairs, overlap, same_name, same_words
from podobno.records.errors import BadUse
from podobno.records.text import Article
from podobno.run.goldform import gold_line
from podobno.run.pipeline import Stages

FOUND, TIGHT, TOUCHING = 0.5, 0.9, 0.3  # shared shares by which things count as matched
Doc = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measure."""

    precision: float | None  # None: the measure is a share of the found
    recall: float | None
    value: float  # F1, or the share, 0 to 1
    count: int  # gold items behind it


def score_folder(folder: Path, stages: Stages) -> dict[str, Score]:
    """Read every text of a gold folder and score it."""
    gold = read_gold_folder(folder)
    articles = gold_articles(folder, gold, stages.code)
    predicted = {name: gold_line(next(stages.read([article])), name) for name, article in articles}
    return score(gold, predicted)


def read_gold_folder(folder: Path) -> dict[str, Doc]:
    """Return the gold of a folder by the names of its articles; a folder without any raises BadUse."""
    path = folder / "gold.jsonl"
    if not path.is_file():
        raise BadUse(f"there is no gold.jsonl in {folder}. Name a folder that holds gold.jsonl and texts/.")
    lines = path.read_text(encoding="utf-8").splitlines()
    return {doc["doc"]: doc for doc in map(json.loads, filter(None, lines))}


def gold_articles(folder: Path, gold: Iterable[str], code: str) -> Iterator[tuple[str, Article]]:
    """Yield the articles of a gold folder that are named, each with its name."""
    about = _about(folder)
    for name in gold:
        row = about.get(name, {})
        text = (folder / "texts" / f"{name}.txt").read_bytes().decode("utf-8")
        article = Article(
            text=text,
            published=row.get("published") or None,
            url=row.get("url") or None,
            language=code,
        )
        yield name, article


def _about(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / "articles.tsv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["doc"]: row for row in csv.DictReader(file, delimiter="\t")}


def score(gold: Mapping[str, Doc], predicted: Mapping[str, Doc]) -> dict[str, Score]:
    """Score predictions; an article that they lack counts as empty."""
    counts: Counter[str] = Counter()
    empty: Doc = {"claims": [], "figures": [], "times": []}
    for name, doc in gold.items():
        other = predicted.get(name, empty)
        _count_claims(counts, doc["claims"], other["claims"])
        _count_figures(counts, doc["figures"], other["figures"])
        _count_times(counts, doc["times"], other["times"])
    return _scores(counts)


def found_claims(gold: list[Doc], pred: list[Doc]) -> list[tuple[Doc, Doc]]:
    """Return the gold claims that were found, each with ours."""
    return best_pairs(gold, pred, lambda a, b: overlap(a["content"], b["content"]), FOUND)


def is_complete(one: Doc, other: Doc) -> bool:
    """Say whether two claims have the same origin and stance."""
    return _same_origin(one, other) and bool(one["stance"] == other["stance"])


def _count_claims(counts: Counter[str], gold: list[Doc], pred: list[Doc]) -> None:
    pairs = found_claims(gold, pred)
    counts["gold claims"] += len(gold)
    counts["pred claims"] += len(pred)
    counts["claims found"] += len(pairs)
    for one, other in pairs:
        origin, stance = _same_origin(one, other), one["stance"] == other["stance"]
        counts["claims tight"] += overlap(one["content"], other["content"]) >= TIGHT
        counts["claims complete"] += is_complete(one, other)
        counts["origin"] += origin
        counts["stance"] += stance
        counts["chain"] += len(one["chain"]) == len(other["chain"]) and all(
            map(same_name, one["chain"], other["chain"])
        )
        counts["conditional"] += bool(one["conditional"]) == bool(other["conditional"])


def _same_origin(one: Doc, other: Doc) -> bool:
    if not one["chain"] or not other["chain"]:
        return not one["chain"] and not other["chain"]
    return same_name(one["chain"][-1], other["chain"][-1])


def _count_figures(counts: Counter[str], gold: list[Doc], pred: list[Doc]) -> None:
    pairs = best_pairs(gold, pred, lambda a, b: overlap([a["text"]], [b["text"]]), TOUCHING)
    counts["gold figures"] += len(gold)
    counts["pred figures"] += len(pred)
    counts["figures span"] += len(pairs)
    for one, other in pairs:
        bounds = (one["low"], one["high"]) == (other["low"], other["high"])
        counts["figures bounds"] += bounds
        counts["figures unit"] += bounds and same_words(one["unit"], other["unit"])


def _count_times(counts: Counter[str], gold: list[Doc], pred: list[Doc]) -> None:
    pairs = best_pairs(gold, pred, lambda a, b: overlap([a["text"]], [b["text"]]), TOUCHING)
    counts["gold times"] += len(gold)
    counts["pred times"] += len(pred)
    counts["times span"] += len(pairs)
    counts["times value"] += sum(_plain(a["value"]) == _plain(b["value"]) for a, b in pairs)


def _plain(value: str) -> str:
    return value.rstrip("~?%")


def _scores(counts: Counter[str]) -> dict[str, Score]:
    both = {
        "claims found": "claims found",
        "claims found tight": "claims tight",
        "claims complete": "claims complete",
        "figures span": "figures span",
        "figures bounds": "figures bounds",
        "figures bounds and unit": "figures unit",
        "times span": "times span",
        "times value": "times value",
    }
    scores = {name: _f1(counts, key, name.split()[0]) for name, key in both.items()}
    found = max(counts["claims found"], 1)
    for key in ("origin", "chain", "stance", "conditional"):
        share = counts[key] / found
        scores[f"of the found: {key}"] = Score(precision=None, recall=None, value=share, count=counts["claims found"])
    return scores


def _f1(counts: Counter[str], key: str, kind: str) -> Score:
    gold, pred = counts[f"gold {kind}"], counts[f"pred {kind}"]
    precision = counts[key] / pred if pred else 0.0
    recall = counts[key] / gold if gold else 0.0
    value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(precision=precision, recall=recall, value=value, count=gold)
