"""The scorer: right on right, nothing on nothing, and the pack's own rows."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from podobno.lang.pack import open_pack
from podobno.measure.matching import best_pairs, overlap, same_name
from podobno.measure.packs import check_pack
from podobno.measure.scores import score, score_folder

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
DOC = {
    "claims": [{"content": [[0, 10]], "chain": ["Jan Wilk"], "stance": "asserts", "conditional": False}],
    "figures": [{"text": [3, 8], "low": 3, "high": 3, "unit": "kot"}],
    "times": [{"text": [20, 25], "value": "2024"}],
}


def test_what_is_like_gold_scores_one():
    assert {one.value for one in score({"a": DOC}, {"a": DOC}).values()} == {1.0}


def test_an_article_that_is_missing_scores_nothing():
    assert {one.value for one in score({"a": DOC}, {}).values()} == {0.0}


def test_a_wrong_stance_leaves_a_claim_found_but_not_complete():
    other = {**DOC, "claims": [{**DOC["claims"][0], "stance": "denies"}]}
    scores = score({"a": DOC}, {"a": other})
    assert (scores["claims found"].value, scores["claims complete"].value) == (1.0, 0.0)


def test_pairs_are_one_to_one_and_the_most_alike_first():
    pairs = best_pairs([[0, 10], [20, 30]], [[0, 9], [0, 10]], lambda a, b: overlap([a], [b]), 0.5)
    assert pairs == [([0, 10], [0, 10])]


@pytest.mark.parametrize(
    ("one", "other", "same"), [("Seibert", "Steffen Seibert", True), ("Łukasz", "Lukasz", True), ("Jan", "", False)]
)
def test_names_are_the_same_when_the_words_of_one_stand_in_the_other(one, other, same):
    assert same_name(one, other) is same


def test_every_row_of_the_polish_pack_is_found_in_its_own_example(stages):
    assert check_pack("pl", stages) == []


def test_a_row_that_is_not_found_where_its_example_marks_it_is_told(stages, monkeypatch):
    pack = open_pack("pl")
    (first, second, *_), abbreviation = pack.lexicon("speech_verbs"), pack.lexicon("abbreviations")[0]
    wrong = {"example": "Wójt powiedział, że [most] pęka."}
    rows = (first, replace(second, cells={**second.cells, **wrong}))
    cut = replace(abbreviation, cells={**abbreviation.cells, "example": "Stoi tu [mos]t."})
    few = replace(pack, lexicons={"abbreviations": (cut,), "speech_verbs": rows})
    monkeypatch.setattr("podobno.measure.packs.open_pack", lambda code: few)
    faults = check_pack("pl", stages)
    assert [fault.partition(": ")[0] for fault in faults] == [abbreviation.place, second.place]
    assert "'most'" in faults[1]


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold is not beside this folder")
def test_our_scorer_agrees_with_the_one_that_came_with_the_gold(stages, tmp_path):
    import csv
    import subprocess
    import sys

    from podobno.records.text import Article
    from podobno.run.goldform import gold_line

    with (GOLD / "articles.tsv").open(encoding="utf-8", newline="") as file:
        about = {row["doc"]: row for row in csv.DictReader(file, delimiter="\t")}
    lines = []
    for name, row in list(about.items()):
        text = (GOLD / "texts" / f"{name}.txt").read_bytes().decode()
        article = Article(text=text, published=row["published"] or None, url=row["url"] or None, language="pl")
        lines.append(json.dumps(gold_line(next(stages.read([article])), name)))
    (tmp_path / "pred.jsonl").write_text("\n".join(lines), encoding="utf-8")
    theirs = subprocess.run(
        [sys.executable, str(GOLD.parent / "score.py"), str(GOLD / "gold.jsonl"), str(tmp_path / "pred.jsonl")],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONDONTWRITEBYTECODE": "1"},
    ).stdout
    ours = score_folder(GOLD, stages)
    for label, name in (
        ("claims found (overlap >= 0.5)", "claims found"),
        ("claims complete", "claims complete"),
        ("figures: bounds ", "figures bounds"),
        ("times: value", "times value"),
    ):
        line = next(line for line in theirs.splitlines() if line.startswith(label))
        assert f"F1 {ours[name].value:.3f}" in line
