"""Score entities across articles: pairwise precision and recall. `python -m bench.entities [CORPORA] [SHOWN]`

On the corpus of the Slavic NER shared tasks, with the base forms and ids that its annotators gave; rules were written
while looking at its Polish part. Two nodes are two names of two articles, or two names of one article; in "forms" each
name counts once, whatever the articles, and what is wrong in the corpus weighs as much as what is frequent. "Found" are
the names that we find ourselves in the Polish texts, at the gold's places. Inhabitants, whom the corpus marks as
persons under their country's id, are left out: we keep them as such.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from podobno.find.namegrammar import name_grammar
from podobno.find.names import find_names
from podobno.lang.inflection import open_inflection
from podobno.lang.pack import open_pack
from podobno.lang.weights import load_parser
from podobno.link.entitygrammar import open_entities
from podobno.link.entitygroups import group_names
from podobno.measure.entities import Group, Node, form_nodes, name_nodes, score_entities, with_found, wrong_pairs
from podobno.measure.names import NamedText, read_named_texts
from podobno.parse.articles import parse_article
from podobno.records.parsed import NAME_KINDS
from podobno.records.text import Article

LANGUAGES = (("pl",), ("pl", "uk", "ru"))
SHOWN = 0  # pairs of each fault


def main(corpora: Path, shown: int) -> None:
    """Print the scores by kind for names in articles, distinct names and found names, with the frequent faults."""
    folder = corpora / "slavicner"
    if not folder.is_dir():
        print(f"skipped: there is no corpus at {folder}")
        return
    group: Group = partial(group_names, grammar=open_entities(open_pack("pl")))
    for codes in LANGUAGES:
        texts = [text for code in codes for text in read_named_texts(folder, code)]
        _print(f"{' '.join(codes)}, names in articles", name_nodes(texts, group), shown)
        _print(f"{' '.join(codes)}, forms", form_nodes(texts, group), shown)
    _print("pl, found names in articles", name_nodes(list(_found(folder)), group), shown)


def _found(folder: Path) -> Iterator[NamedText]:
    pack = open_pack("pl")
    grammar, parser = name_grammar(pack, open_inflection(pack)), load_parser()
    for text in read_named_texts(folder):
        parsed = parse_article(Article(text=text.text, language="pl"), parser)
        yield with_found(text, find_names(parsed, grammar))


def _print(title: str, nodes: Sequence[Node], shown: int) -> None:
    print(f"== {title}: {len(nodes)}")
    for name, score in score_entities(nodes, NAME_KINDS).items():
        print(f"{name:28s} P {score.precision:.4f}  R {score.recall:.4f}  pairs {score.count}")
    faults = list(wrong_pairs(nodes)) if shown else []
    for what, kind in ((what, kind) for what in ("false", "missed") for kind in NAME_KINDS if shown):
        found = ((count, a, b) for count, how, a, b in faults if how == what and a.kind == kind)
        told = "; ".join(f"{a.base} | {b.base} ({count})" for count, a, b in islice(found, shown))
        print(f"{what}, {kind}: {told}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0] if given else "../shared/corpora"), int(given[1]) if len(given) > 1 else SHOWN)
