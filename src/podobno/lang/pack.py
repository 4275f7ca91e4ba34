"""Open a language pack: its settings, lexicons and rules.

In:   a language code, or a folder.
Out:  Pack, read once and never changed.
Not:  whether the rows are right, which is measure/packs.py; the weights, which are lang/weights.py.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from podobno.records.errors import BadPack

REQUIRED = ("example", "source")  # cells that no row may lack


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a lexicon."""

    place: str  # "packs/pl/lexicon/months.csv:4", for messages and `explain`
    cells: Mapping[str, str]  # column to cell, as written

    def __getitem__(self, column: str) -> str:
        """Return a cell; a column that the lexicon lacks raises BadPack."""
        try:
            return self.cells[column]
        except KeyError:
            raise BadPack(f"{self.place}: there is no column {column!r}. Add it to the first line.") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A language as data."""

    code: str  # ISO 639-1: "pl"
    name: str  # English name: "Polish"
    settings: Mapping[str, Any]  # pack.toml as it stands
    lexicons: Mapping[str, tuple[Row, ...]]  # file name without its ending, to its rows in file order
    rules: Mapping[str, Mapping[str, Any]]  # the same for rules/*.toml

    def lexicon(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a lexicon; a missing one raises BadPack."""
        try:
            return self.lexicons[name]
        except KeyError:
            raise BadPack(f"pack {self.code!r} has no lexicon/{name}.csv. Add the file.") from None

    def column(self, name: str, key: str, value: str) -> dict[str, str]:
        """Return one column of a lexicon by another: ``column("months", "form", "month")``."""
        return {row[key]: row[value] for row in self.lexicon(name)}


def pack_codes() -> tuple[str, ...]:
    """Return the codes of the packs that are installed, sorted."""
    folders = (folder for folder in _packs().iterdir() if folder.is_dir())
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("pack.toml").is_file()))


def open_pack(code: str) -> Pack:
    """Read the pack of a language; a language without one raises BadPack."""
    root = _packs().joinpath(code)
    if not code.isalpha() or not root.joinpath("pack.toml").is_file():
        known = ", ".join(pack_codes())
        raise BadPack(f"there is no pack for {code!r}. Installed: {known}.")
    settings = tomllib.loads(root.joinpath("pack.toml").read_text(encoding="utf-8"))
    return Pack(
        code=settings["code"],
        name=settings["name"],
        settings=MappingProxyType(settings),
        lexicons=MappingProxyType(dict(_lexicons(root))),
        rules=MappingProxyType(dict(_rules(root))),
    )


def _packs() -> Traversable:
    return files("podobno").joinpath("packs")


def _lexicons(root: Traversable) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for file in _sorted(root.joinpath("lexicon"), ".csv"):
        yield file.name.removesuffix(".csv"), tuple(_rows(file, f"packs/{root.name}/lexicon/{file.name}"))


def _rows(file: Traversable, place: str) -> Iterator[Row]:
    reader = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    for cells in reader:
        where = f"{place}:{reader.line_num}"
        if None in cells or None in cells.values():
            raise BadPack(f"{where}: the row has not as many cells as the first line. Quote cells with a comma.")
        for column in REQUIRED:
            if not cells.get(column):
                raise BadPack(f"{where}: the row has no {column}. Add one. [PACK-ROW]")
        yield Row(place=where, cells=MappingProxyType(dict(cells)))


def _rules(root: Traversable) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for file in _sorted(root.joinpath("rules"), ".toml"):
        yield (
            file.name.removesuffix(".toml"),
            MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8"))),
        )


def _sorted(folder: Traversable, ending: str) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted((file for file in folder.iterdir() if file.name.endswith(ending)), key=lambda file: file.name)
