"""Stages are functions from records to records; only show prints; only run and show catch everything."""

import ast
from collections.abc import Iterator

import pytest
from tests.rules.sources import Source, sources

STAGES = {"records", "lang", "parse", "find", "claim", "link"}
WORLD = {"random", "secrets", "socket", "time", "urllib.request", "requests", "uuid"}


def _imports(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_a_stage_asks_no_clock_no_network_and_no_chance():
    asking = [
        f"{source.name}: {name}"
        for source in sources()
        if source.package in STAGES
        for name in _imports(source)
        if name in WORLD
    ]
    assert asking == []


def test_a_stage_never_asks_what_day_it_is():
    asking = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        if source.package in STAGES | {"read"}
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"today", "now", "utcnow"}
    ]
    assert asking == []


def test_nothing_but_show_prints():
    printing = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        if source.package != "show"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert printing == []


def test_only_run_and_show_catch_whatever_comes():
    greedy = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (_name(node.type) in {"Exception", "BaseException"} and source.package not in {"run", "show"})
        )
    ]
    assert greedy == []


def _name(node: ast.expr) -> str:
    return getattr(node, "id", "")


def test_no_function_changes_a_variable_of_its_module():
    changing = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Global)
    ]
    assert changing == []


@pytest.mark.parametrize("source", [s for s in sources() if s.lines], ids=lambda source: source.name)
def test_a_module_says_what_it_is_and_so_do_its_public_functions(source):
    silent = [] if ast.get_docstring(source.tree) else ["the module"]
    for owner in (source.tree, *(node for node in source.tree.body if isinstance(node, ast.ClassDef))):
        if not getattr(owner, "name", "public").startswith("_"):
            silent += [node.name for node in owner.body if _is_public(node) and not ast.get_docstring(node)]
    assert silent == []


def _is_public(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
