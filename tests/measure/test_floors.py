"""Floors: scores must not fall below them, and they only rise."""

import pytest

from podobno.measure.floors import below_floors, gold_hash, read_floors, write_floors
from podobno.measure.scores import Score
from podobno.records.errors import BadUse


def scores(value):
    return {"claims found": Score(precision=value, recall=value, value=value, count=9)}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "floors.toml"
    write_floors(path, scores(0.8046), "g1", may_fall=False)
    return path


def test_scores_that_made_the_floors_reach_them(path):
    assert list(below_floors(scores(0.8046), read_floors(path), "g1")) == []


def test_a_lower_score_is_told_with_its_floor(path):
    assert list(below_floors(scores(0.79), read_floors(path), "g1")) == ["claims found: 0.790 is below its floor 0.804"]


def test_a_measure_that_is_gone_is_told(path):
    assert "is measured no more" in next(below_floors({}, read_floors(path), "g1"))


def test_floors_of_another_gold_are_told(path):
    assert "the floors are for g1" in next(below_floors(scores(0.9), read_floors(path), "g2"))


def test_a_floor_rises_by_itself(path):
    write_floors(path, scores(0.9), "g1", may_fall=False)
    assert read_floors(path).least == {"claims found": 0.9}


def test_a_floor_falls_only_when_that_is_allowed(path):
    with pytest.raises(BadUse, match="only rise"):
        write_floors(path, scores(0.7), "g1", may_fall=False)
    write_floors(path, scores(0.7), "g1", may_fall=True)
    assert read_floors(path).least == {"claims found": 0.7}


@pytest.mark.parametrize("text", ["", "gold = 1", "gold = 'x'\n[floors]\na = 'b'", "not toml"])
def test_a_broken_floors_file_is_wrong_use(tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadUse, match="holds no floors"):
        read_floors(path)


def test_the_hash_of_a_gold_changes_with_a_letter_of_a_text(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "texts" / "a.txt").write_text("Tak.", encoding="utf-8")
    before = gold_hash(tmp_path)
    (tmp_path / "texts" / "a.txt").write_text("Nie.", encoding="utf-8")
    assert gold_hash(tmp_path) != before
