"""Count in how many texts each base form stands: ``python -m training.frequencies CORPORA``.

In:   the texts of NKJP, parsed with the pack's own weights, so that base forms are cut as sketches cut them.
Out:  frequencies.tsv in the folder of the weights: the base forms of three texts or more, the commonest first.
Not:  reading it, which is lang/frequencies.py.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from podobno.lang.frequencies import FILE
from podobno.lang.weights import load_parser
from podobno.link.sketches import draw_sketch
from podobno.parse.articles import parse_article
from podobno.records.ports import Parser
from podobno.records.text import Article
from podobno.records.values import Found
from training.names import Document, read_names

PACK = Path(__file__).parent.parent / "src" / "podobno" / "packs" / "pl" / "weights"
FEWEST = 3  # texts: below it a count says little, and the table would be three times as long
SPACE_BEFORE_MARK = re.compile(r" (?=[,.;:?!…)\]”])|(?<=[(\[„]) ")


def main() -> None:
    """Parse the corpus, count, and write the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path, help="the folder that holds ner/")
    documents = list(read_names(options.parse_args().corpora / "ner" / "pl"))
    counts = count_texts(documents, load_parser())
    (PACK / FILE).write_text(table(counts, len(documents)), encoding="utf-8")


def count_texts(documents: Iterable[Document], parser: Parser) -> Counter[str]:
    """Return in how many of the documents each base form of a content word stands."""
    counts: Counter[str] = Counter()
    for document in documents:
        parsed = parse_article(Article(text="\n\n".join(_sentences(document)), language="pl"), parser)
        counts.update(lemma for lemma, _ in draw_sketch(parsed, Found(), ()).lemmas)
    return counts


def table(counts: Counter[str], texts: int) -> str:
    """Return the lines of the file: the number of texts first, then each base form with its count."""
    rows = sorted((-count, lemma) for lemma, count in counts.items() if count >= FEWEST and lemma.isprintable())
    return "".join(f"{lemma}\t{count}\n" for lemma, count in [("", texts), *((lemma, -n) for n, lemma in rows)])


def _sentences(document: Document) -> Iterator[str]:
    for sentence in document.sentences:
        yield SPACE_BEFORE_MARK.sub("", " ".join(word.form for word in sentence))


if __name__ == "__main__":
    main()
