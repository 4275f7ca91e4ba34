"""Score the parser: tags, trees, lemmas, sentences, names, speed. `python -m bench.parse [CORPORA]`

Trees: on UD_Polish-PDB dev, gold tokens, multiword tokens folded into one, sentence starts by our own weights;
punctuation left out, as spaCy's scorer does. Names and sentences: on the tenth of NKJP that no training saw, exact.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from spacy.tokens import Doc
from training.names import read_names
from training.train import _names
from training.treebanks import read_treebank

from podobno.lang.lemmas import Lemmas
from podobno.lang.readings import Readings
from podobno.lang.weights import _own, load_parser

PIECE = 6  # sentences of NKJP parsed together, as in training
SPEED = 200  # articles for the speed


def main(corpora: Path) -> None:
    """Print the scores as ratios with their counts."""
    if not corpora.is_dir():
        print(f"skipped: there are no corpora at {corpora}")
        return
    pipelines, name = _own("pl", Readings())
    print(name)
    for bank in ("pdb-dev",):
        _trees(corpora, bank, pipelines)
    _named(corpora, pipelines[0])
    _speed(corpora)


def _trees(corpora: Path, bank: str, pipelines: list) -> None:
    counts: Counter[str] = Counter()
    lemmas = Lemmas(Readings())
    for gold in read_treebank(corpora / "ud" / "pl" / f"{bank}.conllu"):
        forms = [word.form for word in gold]
        first = pipelines[0](Doc(pipelines[0].vocab, words=forms))
        starts = [token.i == 0 or bool(token.is_sent_start) for token in first]
        doc = pipelines[1](Doc(pipelines[1].vocab, words=forms, sent_starts=starts))
        for word, token, after in zip(gold, doc, [*forms[1:], ""], strict=True):
            counts["words"] += 1
            counts["UPOS"] += token.pos_ == word.upos
            lemma = lemmas.lemma(word.form, token.pos_, token.morph.to_dict(), is_dotted=after == ".")
            counts["lemma"] += lemma.casefold() == word.lemma.casefold()
            if word.dep == "punct":
                continue
            right = token.head.i == word.head
            counts["heads"] += 1
            counts["UAS"] += right
            counts["LAS"] += right and token.dep_.casefold() == word.dep
    for key, total in (("UPOS", "words"), ("lemma", "words"), ("UAS", "heads"), ("LAS", "heads")):
        print(f"{bank:8s} {key:6s} {counts[key] / counts[total]:.4f}   {counts[key]} of {counts[total]}")


def _named(corpora: Path, nlp: object) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for document in read_names(corpora / "ner" / "pl"):
        if document.is_held_out:
            for start in range(0, len(document.sentences), PIECE):
                _count(counts, nlp, document.sentences[start : start + PIECE])
    for kind in ("all", "person", "body", "place", "sentence"):
        hit, gold, pred = (counts[kind, what] for what in ("hit", "gold", "pred"))
        precision, recall = hit / max(pred, 1), hit / max(gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"NKJP     {kind:9s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.4f}   n {gold}")


def _count(counts: Counter, nlp: object, sentences: tuple) -> None:
    words = [word for sentence in sentences for word in sentence]
    doc = nlp(Doc(nlp.vocab, words=[word.form for word in words]))
    gold, pred = set(_names(words)), {(e.start, e.end, e.label_) for e in doc.ents}
    for kind in ("all", "person", "body", "place"):
        ours, theirs = ({name for name in names if kind in ("all", name[2])} for names in (pred, gold))
        counts[kind, "hit"] += len(ours & theirs)
        counts[kind, "gold"] += len(theirs)
        counts[kind, "pred"] += len(ours)
    starts, place = set(), 0
    for sentence in sentences:
        starts.add(place)
        place += len(sentence)
    found = {token.i for token in doc if token.is_sent_start or token.i == 0}
    counts["sentence", "hit"] += len(starts & found)
    counts["sentence", "gold"] += len(starts)
    counts["sentence", "pred"] += len(found)


def _speed(corpora: Path) -> None:
    with (corpora / "news" / "pl" / "polsat.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(SPEED), lines, strict=False)]
    parser = load_parser()
    start = time.process_time()
    tokens = sum(len(syntax.tokens) for syntax in parser.parse(texts))
    print(f"speed    {tokens / (time.process_time() - start):.0f} tokens a second of processor time   n {tokens}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpora"))
