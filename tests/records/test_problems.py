"""Problem codes."""

import re
from pathlib import Path

import pytest

from podobno.records.errors import BadRecord
from podobno.records.problems import CODES, Problem

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "problems.md"
ROW = re.compile(r"^\| `([A-Z-]+)` \| (.+?) \|", re.MULTILINE)


def test_the_docs_list_every_code_with_its_meaning():
    assert dict(ROW.findall(PAGE.read_text(encoding="utf-8"))) == CODES


def test_a_problem_with_an_unknown_code_cannot_be_built():
    with pytest.raises(BadRecord):
        Problem(code="NO-SUCH", where="a", said="b", did="c")
