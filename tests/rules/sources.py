"""Read the code as trees, for the tests about it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPO = Path(__file__).parents[2]
CODE = REPO / "src" / "podobno"


@dataclass(frozen=True)
class Source:
    """One file of the code."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def name(self) -> str:
        """Path from the package, for messages: "find/quotes.py"."""
        return self.path.relative_to(CODE).as_posix()

    @property
    def package(self) -> str:
        """First folder: "find"; empty for podobno/__init__.py."""
        return self.name.partition("/")[0] if "/" in self.name else ""


@cache
def sources() -> tuple[Source, ...]:
    """Every file of the code, sorted."""
    return tuple(_source(path) for path in sorted(CODE.rglob("*.py")))


def _source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path=path, tree=ast.parse(text), lines=len(text.splitlines()))


def functions(source: Source) -> Iterator[ast.FunctionDef]:
    """Every function and method, also those inside others."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef):
            yield node


def docstrings(source: Source) -> set[int]:
    """Identities of the string nodes that are docstrings."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, kinds) and ast.get_docstring(node) is not None
    }


def size(function: ast.FunctionDef) -> int:
    """Lines of a function from its ``def`` to its end, without its docstring."""
    lines = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    told = function.body[0]
    return lines - (told.end_lineno - told.lineno + 1)
