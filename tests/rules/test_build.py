"""The package as a user gets it: complete, quick to import, and what the tests run against."""

import os
import subprocess
import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
from tests.rules.sources import CODE

import podobno

IMPORT_S = 0.100
HELP_S = 0.300
TRIES = 5  # the best of so many: other programs run on the machine too

BUILT = os.environ.get("PODOBNO_BUILT")


@pytest.mark.skipif(BUILT is None, reason="only `make test` builds the package first")
def test_the_tests_run_against_the_built_package():
    assert Path(podobno.__file__).is_relative_to(BUILT)


@pytest.mark.parametrize("folder", ["packs", "show/web/templates", "show/web/static", "show/web/texts"])
def test_the_package_holds_every_file_of_its_data(folder):
    in_source = {path.relative_to(CODE).as_posix() for path in (CODE / folder).rglob("*") if path.is_file()}
    assert in_source == set(_names(files("podobno").joinpath(folder), folder))


def _names(folder: Traversable, place: str) -> list[str]:
    names = []
    for thing in folder.iterdir():
        inner = f"{place}/{thing.name}"
        names += _names(thing, inner) if thing.is_dir() else [inner]
    return names


def _seconds(*arguments: str) -> float:
    """Processor time of a Python process, the least of some tries."""
    return min(_once(arguments) for _ in range(TRIES))


def _once(arguments: tuple[str, ...]) -> float:
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = os.times()
    spent = after.children_user - before.children_user
    return spent + after.children_system - before.children_system


def test_importing_podobno_takes_under_a_tenth_of_a_second():
    assert _seconds("-c", "import podobno") - _seconds("-c", "pass") < IMPORT_S


def test_importing_podobno_loads_no_library_of_the_stages():
    heavy = {"spacy", "numpy", "trafilatura", "sqlite3", "rich", "fastapi", "jinja2"}
    code = f"import sys, podobno; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def test_the_help_takes_under_three_tenths_of_a_second():
    assert _seconds("-m", "podobno.show.cli", "--help") < HELP_S
