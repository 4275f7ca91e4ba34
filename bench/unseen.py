"""Score claims of articles annotated after the rules were written. `python -m bench.unseen [CORPORA] [FOLDER]`

Only the annotations are kept here, by offsets; the texts are taken from the corpora and told by their hashes. With a
folder each set is written there as a gold folder, for `podobno measure FOLDER/SET`.
"""

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from podobno.measure.scores import score_folder
from podobno.run.pipeline import open_stages

SETS = Path(__file__).with_suffix("")  # one file for each set of articles
COLUMNS = ("doc", "published", "url")
Doc = dict[str, Any]


def main(corpora: Path, folder: Path) -> None:
    """Print the scores of each set, and name the articles whose texts the corpora do not have."""
    if not corpora.is_dir():
        print(f"skipped: there are no corpora at {corpora}")
        return
    stages = open_stages("pl")
    for name, gold in write_gold(corpora, folder).items():
        articles = len((gold / "gold.jsonl").read_text(encoding="utf-8").splitlines())
        wanted = len((SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
        print(f"== {name}: {articles} articles; {wanted - articles} without their text")
        for measure, score in score_folder(gold, stages).items():
            print(f"{measure:36} {score.value:.3f}   n {score.count}")


def write_gold(corpora: Path, folder: Path) -> dict[str, Path]:
    """Write each set as a gold folder, as far as the corpora have its texts; return the folders by name."""
    folders = {}
    for path in sorted(SETS.glob("*.jsonl")):
        docs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        folders[path.stem] = folder / path.stem
        _write(list(_with_texts(docs, corpora)), folder / path.stem)
    return folders


def _with_texts(docs: Iterable[Doc], corpora: Path) -> Iterator[tuple[Doc, str]]:
    for doc in docs:
        text = _text(corpora, doc["source"])
        if text is not None and hashlib.sha256(text.encode()).hexdigest() == doc["sha256"]:
            yield doc, text


def _text(corpora: Path, source: str) -> str | None:
    """The text of a file, or of one line of a file of articles: "news/pl/polsat.jsonl#575"; None: there is none."""
    name, _, line = source.partition("#")
    if not (corpora / name).is_file():
        return None
    text = (corpora / name).read_text(encoding="utf-8")
    if not line:
        return text
    lines = text.splitlines()
    article = json.loads(lines[int(line)]) if int(line) < len(lines) else {"title": "", "text": ""}
    return f"{article['title']}\n\n{article['text']}"


def _write(held: Sequence[tuple[Doc, str]], folder: Path) -> None:
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(doc, ensure_ascii=False) for doc, _ in held)
    (folder / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    rows = ["\t".join(COLUMNS), *("\t".join(doc[column] for column in COLUMNS) for doc, _ in held)]
    (folder / "articles.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    for doc, text in held:
        (folder / "texts" / f"{doc['doc']}.txt").write_bytes(text.encode())


if __name__ == "__main__":
    CORPORA = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/corpora")
    with tempfile.TemporaryDirectory() as scratch:
        main(CORPORA, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch))
