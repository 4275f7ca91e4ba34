"""A judgement that cannot be true cannot be built."""

import pytest

from podobno.records.canonical import judgement_id, read_judgement, to_json
from podobno.records.errors import BadRecord
from podobno.records.judgements import Judgement

GOOD = {"verdict": "same", "kind": "claim", "subjects": ("a", "b"), "by": "Anna", "moment": "2024-05-15T12:00:00+00:00"}


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "perhaps"},
        {"kind": "source"},
        {"subjects": ("a",)},
        {"subjects": ("a", "a")},
        {"subjects": ("a", " ")},
        {"by": " "},
        {"verdict": "grade", "subjects": ("a",), "value": "B"},
        {"verdict": "grade", "kind": "source", "subjects": ("a",), "value": "2"},
        {"verdict": "chain", "subjects": ("a",), "value": "Reuters > "},
        {"verdict": "undo", "kind": "judgement", "subjects": ("a", "b")},
    ],
)
def test_what_cannot_be_judged_is_refused(change):
    with pytest.raises(BadRecord):
        Judgement(**{**GOOD, **change})


def test_a_judgement_reads_back_the_same_and_its_id_is_of_all_of_it():
    judgement = Judgement(**GOOD, note="sam słyszałem")
    assert read_judgement(to_json(judgement)) == judgement
    assert judgement_id(judgement) != judgement_id(Judgement(**GOOD))


def test_a_right_chain_is_names_from_the_article_inward():
    judgement = Judgement(**{**GOOD, "verdict": "chain", "subjects": ("a",), "value": "Reuters > Steffen Seibert"})
    assert judgement.chain == ("Reuters", "Steffen Seibert")
