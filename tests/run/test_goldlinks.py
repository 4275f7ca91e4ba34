"""Claims in the gold's form that are no such claims are told, and not a fault of the program."""

import pytest

from podobno.records.errors import BadUse
from podobno.run.goldlinks import link_gold


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"doc": "most", "claims": [{"id": "c1"}]}', "'most'"),
        ('{"doc": "most", "claims": 7}', "'most'"),
        ("no json", "claims.jsonl:1"),
        ('{"claims": []}', "'doc'"),
        ('{"doc": "dom", "claims": []}', "--texts"),
    ],
)
def test_what_is_not_in_the_golds_form_is_told(stages, tmp_path, line, told):
    (tmp_path / "most.txt").write_text("Most stoi.", encoding="utf-8")
    claims = tmp_path / "claims.jsonl"
    claims.write_text(line, encoding="utf-8")
    with pytest.raises(BadUse, match=told):
        link_gold(claims, tmp_path, stages)
