"""No language in the code: what differs between languages is data in packs."""

import ast
from collections.abc import Iterator

from tests.rules.sources import CODE, Source, docstrings, sources

LANGUAGE_NAMES = {"lang", "language", "code"}


def test_no_string_of_the_code_has_a_letter_outside_ascii():
    assert [fault for source in sources() for fault in _foreign_letters(source)] == []


def _foreign_letters(source: Source) -> Iterator[str]:
    told = docstrings(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            letters = {letter for letter in node.value if letter.isalpha() and not letter.isascii()}
            if letters:
                yield f"{source.name}:{node.lineno}: {''.join(sorted(letters))}"


def test_no_code_asks_which_language_it_reads():
    assert [fault for source in sources() for fault in _language_tests(source)] == []


def _language_tests(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            names = {getattr(side, "id", getattr(side, "attr", "")) for side in sides}
            texts = [side for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)]
            if names & LANGUAGE_NAMES and texts:
                yield f"{source.name}:{node.lineno}: {ast.unparse(node)}"


def test_packs_hold_no_python():
    assert [path.as_posix() for path in (CODE / "packs").rglob("*.py")] == []
