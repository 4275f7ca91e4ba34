"""Records are frozen, and every public name of theirs is in NAMES.md."""

import ast
import re
from collections.abc import Iterator

import pytest
from tests.rules.sources import REPO, Source, sources

KEYWORDS = {"frozen", "slots", "kw_only"}


def _dataclasses(source: Source) -> Iterator[tuple[ast.ClassDef, set[str]]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            for mark in node.decorator_list:
                call = mark.func if isinstance(mark, ast.Call) else mark
                if getattr(call, "id", getattr(call, "attr", "")) == "dataclass":
                    yield (
                        node,
                        {word.arg for word in getattr(mark, "keywords", []) if word.value.value is True},
                    )


def test_records_are_frozen_have_slots_and_take_keywords_only():
    loose = [
        f"{source.name}: {node.name} lacks {', '.join(sorted(KEYWORDS - given))}"
        for source in sources()
        if source.package == "records"
        for node, given in _dataclasses(source)
        if given < KEYWORDS
    ]
    assert loose == []


NAMES = (REPO / "NAMES.md").read_text(encoding="utf-8")
LISTED = {name.casefold() for name in re.findall(r"^\| \*\*(.+?)\*\*", NAMES, re.MULTILINE)}


@pytest.mark.parametrize(
    "name",
    [
        node.name
        for source in sources()
        if source.package == "records" and source.name not in {"records/errors.py", "records/ports.py"}
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ],
)
def test_a_record_has_its_line_in_the_names(name):
    assert name.casefold() in LISTED


AVOIDED = re.compile(r"^(get|do|handle|process|manage)_")
VAGUE = {"utils", "helpers", "common", "misc", "base", "manager"}


def test_functions_are_named_for_what_they_do():
    vague = [
        f"{source.name}: {node.name}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef) and AVOIDED.match(node.name)
    ]
    assert vague == []


def test_no_module_is_named_for_nothing():
    assert [source.name for source in sources() if source.path.stem in VAGUE] == []
