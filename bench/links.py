"""Score links on the gold, given the gold's own claims. `python -m bench.links [GOLD]`

Prints for each kind how many pairs of claims are right, and lists the false ones. Pairs of whole utterances count as in
the gold: what holds for one of its claims holds for all.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

from podobno.run.goldlinks import link_gold
from podobno.run.pipeline import open_stages

SHOWN_CHARS = 100  # of a content
Pairs = set[tuple[str, str]]


def main(gold: Path) -> None:
    """Print the scores and the false pairs."""
    if not (gold / "links.json").is_file():
        print(f"skipped: there is no gold at {gold}")
        return
    told = json.loads((gold / "links.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    held = [one for one in lines if one["doc"] in told["articles"]]
    found = _link(held, gold / "texts")
    shown = {
        f"{one['doc']}#{claim['id']}": _content(claim, one["doc"], gold) for one in held for claim in one["claims"]
    }
    groups = {claim: one["claims"] for one in told["utterances"] for claim in one["claims"]}
    _tell("same, across articles", _across(told["utterances"]), _across(found["utterances"]), shown)
    for relation in ("agrees", "conflicts", "denies", "succeeds"):
        sides = (set(_widened(one["pairs"], relation, groups)) for one in (told, found))
        _tell(relation, *sides, shown)


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


def _tell(name: str, gold: Pairs, found: Pairs, shown: dict[str, str]) -> None:
    right = len(gold & found)
    precision, recall = right / max(len(found), 1), right / max(len(gold), 1)
    print(f"{name:24s} P {precision:.3f}  R {recall:.3f}   n {len(gold)}")
    for a, b in sorted(found - gold):
        print(f"    false: {a} {shown[a]!r}\n           {b} {shown[b]!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/gold/dev"))
