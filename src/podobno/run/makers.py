"""Say what makes an entry: this program, the pack's data and the weights, each with its version.

In:   the stages.
Out:  Maker; the same on every machine that has the same three.
Not:  how an entry is kept, which is the ledger.
"""

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from podobno.records.entries import Maker
from podobno.records.text import content_id
from podobno.run.pipeline import Stages

DATA = (
    "lexicon",
    "rules",
)  # folders of a pack that decide what is found; the weights have a hash of their own


def tell_maker(stages: Stages) -> Maker:
    """Return the maker of what these stages find."""
    return Maker(
        program=f"podobno {version('podobno')}",
        pack=f"{stages.code} {pack_id(stages.code)}",
        weights=stages.parser.name,
    )


def pack_id(code: str) -> str:
    """Return the hash of a pack's settings, lexicons and rules."""
    root = files("podobno").joinpath("packs", code)
    parts = [root.joinpath("pack.toml").read_text(encoding="utf-8")]
    for folder in DATA:
        for file in _files(root.joinpath(folder)):
            parts += [f"{folder}/{file.name}", file.read_text(encoding="utf-8")]
    return content_id(*parts)


def _files(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        yield from sorted((file for file in folder.iterdir() if file.is_file()), key=lambda file: file.name)
