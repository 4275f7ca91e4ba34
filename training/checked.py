"""Read the trees that annotators checked: sentences of NKJP, kept by their place, without their words.

In:   `checked.tsv` beside this file, and NKJP.
Out:  sentences with trees; tags are those of the weights so far.
Not:  gold trees: training/treebanks.py; trees that nobody checked: training/silver.py.

A line is a sentence: the document's key, the sentence's number in it, a hash of its words, and for each word its head's
number and its relation ("5:obl"); the root names itself. A star marks a head that three parsers disagreed on and that
an annotator decided, after Universal Dependencies as PUD has them; on the other heads the parsers agreed. Of 715 such
heads in sentences of UD_Polish-PDB dev, mixed in unseen, annotators named 644 as the treebank does, where a parser
alone named 354.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.names import Document
from training.silver import parsed
from training.treebanks import Sentence

FILE = Path(__file__).with_name("checked.tsv")
HASH = 12  # hex digits kept of the hash of the words
Link = tuple[int, str]  # place of the head, relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The tree of one sentence of NKJP."""

    key: str
    sentence: int
    digest: str
    links: tuple[Link, ...]
    decided: frozenset[int]  # places of the words whose head an annotator decided


def read_checked(path: Path = FILE) -> Iterator[Checked]:
    """Yield the checked trees, in file order."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            key, sentence, digest, cells = line.rstrip("\n").split("\t")
            marked = cells.split(" ")
            yield Checked(
                key=key,
                sentence=int(sentence),
                digest=digest,
                links=tuple(_link(cell) for cell in marked),
                decided=frozenset(place for place, cell in enumerate(marked) if cell.startswith("*")),
            )


def _link(cell: str) -> Link:
    head, _, dep = cell.removeprefix("*").partition(":")
    return int(head), dep


def digest_of(forms: Iterable[str]) -> str:
    """Return the hash by which the words of a sentence are known again."""
    return hashlib.sha256(" ".join(forms).encode()).hexdigest()[:HASH]


def checked_sentences(nlp: Any, documents: Iterable[Document], trees: Iterable[Checked]) -> Iterator[Sentence]:
    """Yield the checked sentences that NKJP has as they were, with the tags that a pipeline gives them."""
    wanted: dict[str, list[Checked]] = {}
    for tree in trees:
        wanted.setdefault(tree.key, []).append(tree)
    for document in documents:
        for tree in wanted.get(document.key, ()):
            here = document.sentences[tree.sentence : tree.sentence + 1]
            forms = [word.form for sentence in here for word in sentence]
            if digest_of(forms) == tree.digest:
                words = parsed(nlp, forms)
                yield [replace(w, head=h, dep=d) for w, (h, d) in zip(words, tree.links, strict=True)]
