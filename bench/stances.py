"""How statements are meant, in texts of the national corpus. `python -m bench.stances [CORPORA]`

Annotators labelled what the program took for statements in NKJP in November 2026, by the guidelines and by examples of
the development gold: the stance, "none" for what is no statement, whether the speaker and the words are right. Only
places are kept here, no text. Two who labelled the same 60 agreed on 0.90 of the stances.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.names import read_names

from podobno.measure.matching import overlap
from podobno.measure.scores import FOUND
from podobno.records.text import Article
from podobno.run.goldform import gold_line
from podobno.run.pipeline import Stages, open_stages

LABELS = Path(__file__).with_suffix("") / "nkjp.jsonl"
NAMES = ("ner", "pl")  # folder of NKJP in the corpora
PRESS = ("./130", "./120")  # dailies and weeklies
LONGEST = 20_000  # code points of a text that were read
CLOSING, OPENING, STRAIGHT = ".,;:!?)]\u00bb\u201d\u2026%", "([\u00ab\u201e", '"'
Doc = dict[str, Any]


def main(corpora: Path) -> None:
    """Print how many stances are right, and how many of what is no statement is still read as one."""
    folder = corpora.joinpath(*NAMES)
    if not folder.is_dir():
        print(f"skipped: there is no {folder}")
        return
    docs = {doc["key"]: doc for doc in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())}
    counts = count(read_texts(folder, docs), docs, open_stages("pl"))
    for kind in ("press", "other"):
        told, right, kept, gone = (counts[kind, what] for what in ("told", "right", "kept", "gone"))
        print(f"{kind}: stances right {right / max(told, 1):.3f} of {told}", end="; ")
        print(f"read though no statement: {kept} of {kept + gone}")
    print(f"{len(docs) - counts['texts']} texts are not in the corpora as they were")


def read_texts(folder: Path, docs: dict[str, Doc]) -> Iterator[tuple[str, str]]:
    """Yield key and text of the labelled documents, as far as the corpus has them as they were."""
    for document in read_names(folder):
        if document.key in docs:
            text = "\n".join(_join(word.form for word in words) for words in document.sentences)[:LONGEST]
            if hashlib.sha256(text.encode()).hexdigest() == docs[document.key]["sha256"]:
                yield document.key, text


def count(texts: Iterable[tuple[str, str]], docs: dict[str, Doc], stages: Stages) -> Counter[Any]:
    """Read the texts and compare each label with what is read in its place."""
    counts: Counter[Any] = Counter()
    for key, text in texts:
        counts["texts"] += 1
        article = Article(text=text, language="pl")
        ours = gold_line(next(stages.read([article])), key)["claims"]
        kind = "press" if key.startswith(PRESS) else "other"
        for label in docs[key]["claims"]:
            best = max(ours, key=lambda one: overlap(one["content"], label["content"]), default=None)
            is_read = best is not None and overlap(best["content"], label["content"]) >= FOUND
            if label["stance"] == "none" or label["words"] == "n":
                counts[kind, "kept" if is_read else "gone"] += 1
            elif is_read and best is not None:
                counts[kind, "told"] += 1
                counts[kind, "right"] += best["stance"] == label["stance"]
    return counts


def _join(words: Iterable[str]) -> str:
    """Put a sentence together again: NKJP keeps its words, and not the spaces between them."""
    text, opened = "", False
    for word in words:
        if word == STRAIGHT and text:
            text += word if opened else " " + word
            opened = not opened
        elif not text or word in CLOSING or text[-1] in OPENING or (text[-1] == STRAIGHT and opened):
            text += word
        else:
            text += " " + word
    return text


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/corpora"))
