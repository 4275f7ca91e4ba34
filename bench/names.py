"""Score names: where they stand, their kinds, their base forms, the time. `python -m bench.names [CORPORA]`

On the Polish part of the corpus of the Slavic NER shared tasks, which no training saw; rules were written while
looking at it. A mention is right where its first and last letter are; a base form where it is the gold's
but for case and the shape of an apostrophe.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from podobno.find.namegrammar import name_grammar
from podobno.find.names import find_names
from podobno.lang.inflection import open_inflection
from podobno.lang.pack import open_pack
from podobno.lang.weights import load_parser
from podobno.measure.names import NamedText, read_named_texts, score_names
from podobno.parse.articles import parse_article
from podobno.records.text import Article
from podobno.records.values import Mention


def main(corpora: Path) -> None:
    """Print the scores with their counts, and the share of the time that names take."""
    folder = corpora / "slavicner"
    if not folder.is_dir():
        print(f"skipped: there is no corpus at {folder}")
        return
    spent = {"parse": 0.0, "names": 0.0}
    for name, score in score_names(_found(folder, spent)).items():
        sides = "" if score.precision is None else f"P {score.precision:.3f}  R {score.recall:.3f}"
        print(f"{name:36s} {score.value:.4f}   {sides:18s}  n {score.count}")
    share = spent["names"] / max(spent["parse"], 1e-9)
    print(f"time: parse {spent['parse']:.1f} s, names {spent['names']:.1f} s, which is {share:.1%} of it")


def _found(folder: Path, spent: dict[str, float]) -> Iterator[tuple[NamedText, tuple[Mention, ...]]]:
    pack = open_pack("pl")
    grammar, parser = name_grammar(pack, open_inflection(pack)), load_parser()
    for text in read_named_texts(folder):
        start = time.process_time()
        parsed = parse_article(Article(text=text.text, language="pl"), parser)
        middle = time.process_time()
        mentions = find_names(parsed, grammar)
        spent["parse"] += middle - start
        spent["names"] += time.process_time() - middle
        yield text, mentions


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpora"))
