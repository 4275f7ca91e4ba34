"""Read NKJP: running text with names and sentence bounds.

In:   the simplified IOB file, unpacked or as .7z.
Out:  Article-like documents: sentences of words, each with its outermost name.
Not:  trees, which a teacher adds (training/silver.py).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ARCHIVE = "nkjp-nested-simplified-v2.iob.7z"
KINDS = {"persName": "person", "orgName": "body", "placeName": "place", "geogName": "place"}
GLUED = ("aglt",)  # tags of endings that NKJP cuts off their verb
PARTICLES = ("qub", "comp")
HELD_OUT_OF_TEN = 0  # the tenth of the documents, by hash, that no training sees


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One word with its name: "B-person", "I-person", "O"."""

    form: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text of NKJP."""

    key: str
    sentences: tuple[tuple[Named, ...], ...]

    @property
    def is_held_out(self) -> bool:
        """Say whether the document is in the tenth kept for scoring."""
        return int(hashlib.sha256(self.key.encode()).hexdigest(), 16) % 10 == HELD_OUT_OF_TEN


def read_names(folder: Path) -> Iterator[Document]:
    """Yield the documents of the corpus, in file order."""
    blocks = _text(folder).split("-DOCSTART FILE ")[1:]
    for block in blocks:
        key, _, body = block.partition("\n")
        sentences = (_sentence(part) for part in body.strip("\n").split("\n\n"))
        yield Document(key=key.strip(), sentences=tuple(s for s in sentences if s))


def _text(folder: Path) -> str:
    plain = folder / ARCHIVE.removesuffix(".7z")
    if plain.is_file():
        return plain.read_text(encoding="utf-8")
    import py7zr

    with TemporaryDirectory() as place, py7zr.SevenZipFile(folder / ARCHIVE) as archive:
        archive.extractall(place)
        return (Path(place) / plain.name).read_text(encoding="utf-8")


def _sentence(block: str) -> tuple[Named, ...]:
    words: list[Named] = []
    for line in block.split("\n"):
        cells = line.split("\t")
        if len(cells) < 4 or not cells[0].strip():
            continue
        if words and _is_glued(words[-1].form, cells[0], cells[2]):
            words[-1] = Named(form=words[-1].form + cells[0], name=words[-1].name)
        else:
            words.append(Named(form=cells[0], name=_name(cells[3])))
    return tuple(_mended(words))


def _is_glued(before: str, form: str, tag: str) -> bool:
    if tag.startswith(GLUED):
        return before[-1:].isalpha()
    # "robił by" is one word of the text where the verb stands right before.
    past = before.endswith(("ł", "ła", "ło", "li", "ły"))
    return form == "by" and tag.startswith(PARTICLES[0]) and past


def _name(cell: str) -> str:
    outer = cell.split("#")[0]
    mark, _, rest = outer.partition("-")
    kind = KINDS.get(rest.split("-")[0])
    return f"{mark}-{kind}" if kind else "O"


def _mended(words: list[Named]) -> Iterator[Named]:
    before = "O"
    for word in words:
        name = word.name
        if name.startswith("I-") and before[2:] != name[2:]:
            name = "B-" + name[2:]
        before = name
        yield Named(form=word.form, name=name)
