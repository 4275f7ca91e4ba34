"""Read files into the form of the gold, with no ledger.

In:   paths, settings, the stages.
Out:  one dict an article, in the order of the paths, and the problems met on the way.
Not:  the form itself, which is run/goldform.py.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from podobno.read.files import list_folder
from podobno.read.paths import STDIN, read_paths
from podobno.read.settings import ReadSettings
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.goldform import gold_line
from podobno.run.pipeline import Stages


def read_gold(paths: Iterable[str], settings: ReadSettings, stages: Stages) -> Iterator[dict[str, Any] | Problem]:
    """Yield a line for each article; its name is the file's without ending, numbered from the second on."""
    for path in paths:
        for file in _files(path):
            if isinstance(file, Problem):
                yield file
            else:
                yield from _lines(file, settings, stages)


def _files(path: str) -> Iterator[str | Problem]:
    if path == STDIN or not Path(path).is_dir():
        yield path
        return
    for found in list_folder(Path(path)):
        yield found if isinstance(found, Problem) else str(found)


def _lines(file: str, settings: ReadSettings, stages: Stages) -> Iterator[dict[str, Any] | Problem]:
    name = "stdin" if file == STDIN else Path(file).stem
    number = 0
    for thing in read_paths([file], settings):
        if isinstance(thing, Article):
            number += 1
            reading = next(stages.read([thing]))
            yield from reading.problems
            yield gold_line(reading, name if number == 1 else f"{name}-{number}")
        else:
            yield thing
