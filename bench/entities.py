"""Score entities across articles: pairwise precision and recall. `python -m bench.entities [CORPORA]`

On the corpus of the Slavic NER shared tasks, with the base forms and ids that its annotators gave; rules were written
while looking at its Polish part. Two nodes are two names of two articles, or two names of one article; in "forms" each
name counts once, whatever the articles. Inhabitants, whom the corpus marks as persons under their country's id, are
left out: we keep them as such.
"""

import sys
from functools import partial
from itertools import islice
from pathlib import Path

from podobno.lang.pack import open_pack
from podobno.link.entitygrammar import open_entities
from podobno.link.entitygroups import group_names
from podobno.measure.entities import form_nodes, name_nodes, score_entities, wrong_pairs
from podobno.measure.names import read_named_texts
from podobno.records.parsed import NAME_KINDS

LANGUAGES = (("pl",), ("pl", "uk", "ru"))
SHOWN = 15  # pairs of each fault


def main(corpora: Path, shown: int) -> None:
    """Print the scores by kind for names in articles and for distinct names, then the most frequent faults."""
    folder = corpora / "slavicner"
    if not folder.is_dir():
        print(f"skipped: there is no corpus at {folder}")
        return
    grammar = open_entities(open_pack("pl"))
    group = partial(group_names, grammar=grammar)
    for codes in LANGUAGES:
        texts = [text for code in codes for text in read_named_texts(folder, code)]
        for title, make in (("names in articles", name_nodes), ("forms", form_nodes)):
            nodes = make(texts, group)
            print(f"== {' '.join(codes)}, {title}: {len(nodes)}")
            for name, score in score_entities(nodes, NAME_KINDS).items():
                print(f"{name:28s} P {score.precision:.4f}  R {score.recall:.4f}  pairs {score.count}")
            faults = list(wrong_pairs(nodes))
            for what in ("false", "missed"):
                for kind in NAME_KINDS:
                    found = ((n, a, b) for n, how, a, b in faults if how == what and a.kind == kind)
                    told = "; ".join(f"{a.base} | {b.base} ({n})" for n, a, b in islice(found, shown))
                    print(f"{what}, {kind}: {told}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpora"),
        int(sys.argv[2]) if len(sys.argv) > 2 else SHOWN,
    )
