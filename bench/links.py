"""Score links on the gold, given the gold's own claims. `python -m bench.links [GOLD] [FLOORS]`

Prints for each kind how many pairs of claims or articles are right, and lists the false ones. Pairs of whole utterances
count as in the gold: what holds for one of its claims holds for all. With a floors file a score below its floor ends
the run with 1.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

from podobno.measure.floors import below_floors, gold_hash, read_floors
from podobno.measure.scores import Score
from podobno.run.goldlinks import link_gold
from podobno.run.pipeline import open_stages

SHOWN_CHARS = 100  # of a content
Pairs = set[tuple[str, str]]


def main(gold: Path, floors: Path | None = None) -> int:
    """Print the scores and the false pairs; return 1 where a score is below its floor."""
    if not (gold / "links.json").is_file():
        print(f"skipped: there is no gold at {gold}")
        return 0
    told = json.loads((gold / "links.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    held = [one for one in lines if one["doc"] in told["articles"]]
    found = _link(held, gold / "texts")
    shown = {
        f"{one['doc']}#{claim['id']}": _content(claim, one["doc"], gold) for one in held for claim in one["claims"]
    }
    groups = {claim: one["claims"] for one in told["utterances"] for claim in one["claims"]}
    scores = _tell("same, across articles", _across(told["utterances"]), _across(found["utterances"]), shown)
    for relation in ("agrees", "conflicts", "denies", "succeeds"):
        sides = (set(_widened(one["pairs"], relation, groups)) for one in (told, found))
        scores |= _tell(relation, *sides, shown)
    scores |= _tell("copies, pairs of articles", *(_copies(one, told["articles"]) for one in (told, found)), shown)
    scores |= _tell_stories(*(_stories(one, told["articles"]) for one in (told, found)))
    return _hold(scores, floors, gold) if floors else 0


def _hold(scores: Mapping[str, Score], floors: Path, gold: Path) -> int:
    below = list(below_floors(scores, read_floors(floors), gold_hash(gold)))
    print("\n".join(below))
    return 1 if below else 0


def _link(held: Iterable[dict[str, Any]], texts: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        claims = Path(folder) / "claims.jsonl"
        claims.write_text("\n".join(map(json.dumps, held)), encoding="utf-8")
        return link_gold(claims, texts, open_stages("pl"))


def _content(claim: dict[str, Any], doc: str, gold: Path) -> str:
    text = (gold / "texts" / f"{doc}.txt").read_text(encoding="utf-8")
    return " ... ".join(text[start:end] for start, end in claim["content"])[:SHOWN_CHARS]


def _across(utterances: Iterable[dict[str, Any]]) -> Pairs:
    pairs = (pair for one in utterances for pair in combinations(sorted(one["claims"]), 2))
    return {(a, b) for a, b in pairs if a.partition("#")[0] != b.partition("#")[0]}


def _widened(pairs: Iterable[dict[str, Any]], relation: str, groups: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        if pair["relation"] == relation:
            ends = (groups.get(pair[end], [pair[end]]) for end in ("a", "b"))
            yield from ((min(ids), max(ids)) for ids in product(*ends))


def _copies(links: dict[str, Any], articles: Sequence[str]) -> Pairs:
    pairs = ((min(one["a"], one["b"]), max(one["a"], one["b"])) for one in links["copies"])
    return {(a, b) for a, b in pairs if a in articles and b in articles}


def _stories(links: dict[str, Any], articles: Sequence[str]) -> dict[str, set[str]]:
    """Return the story of each article; one that is in none is its own."""
    of = {one: {one} for one in articles}
    for story in links["stories"]:
        held = set(story["articles"]) & of.keys()
        of |= dict.fromkeys(held, held)
    return of


def _tell_stories(gold: dict[str, set[str]], found: dict[str, set[str]]) -> dict[str, Score]:
    """Print and return B-cubed: of each article's story the share that is right, of its right one the share found."""
    precision, recall = (
        sum(len(gold[one] & found[one]) / len(side[one]) for one in gold) / len(gold) for side in (found, gold)
    )
    value = 2 * precision * recall / (precision + recall)
    print(f"{'stories, B-cubed':28s} P {precision:.3f}  R {recall:.3f}  F1 {value:.3f}   n {len(gold)}")
    return {"stories, B-cubed": Score(precision=precision, recall=recall, value=value, count=len(gold))}


def _tell(name: str, gold: Pairs, found: Pairs, shown: dict[str, str]) -> dict[str, Score]:
    """Print the scores and what is false; return the scores, by name and P or R: each has a floor of its own."""
    right = len(gold & found)
    precision, recall = right / max(len(found), 1), right / max(len(gold), 1)
    print(f"{name:28s} P {precision:.3f}  R {recall:.3f}   n {len(gold)}")
    for a, b in sorted(found - gold):
        print(f"    false: {a} {shown.get(a, '')!r}\n           {b} {shown.get(b, '')!r}")
    sides = {"P": precision, "R": recall}
    return {
        f"{name} {side}": Score(precision=precision, recall=recall, value=value, count=len(gold))
        for side, value in sides.items()
    }


if __name__ == "__main__":
    told = [Path(one) for one in sys.argv[1:]] or [Path("../shared/gold/dev")]
    sys.exit(main(*told))
