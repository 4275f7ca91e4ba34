"""Train the two halves of a pack's weights: trees (tags, features, trees) and names (names, sentence starts).

In:   the corpora's folder and the recipe of the pack.
Out:  a spaCy pipeline on disk for each half; the best by its own held-out score.
Not:  packing them into one file, which is training/bundle.py.
"""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from thinc.api import Adam

from podobno.lang.embedding import ARCHITECTURE, register_embedding
from podobno.lang.readings import Readings
from training.checked import checked_sentences, read_checked
from training.names import Document, read_names
from training.silver import compound_prepositions, silver_sentences
from training.treebanks import Sentence, read_treebank

Recipe = dict[str, Any]
TREE_SCORES = ("dep_uas", "dep_las", "pos_acc", "morph_acc")


def train_trees(corpora: Path, recipe: Recipe, out: Path) -> None:
    """Train tags, features and trees."""
    settings = recipe["trees"]
    nlp = _pipeline(settings, ("morphologizer", "parser"))
    sentences = [s for name in settings["train"] for s in _treebank(corpora, name)]
    rng = random.Random(recipe["seed"])
    evaluate = [_tree_example(nlp, [s]) for s in _treebank(corpora, settings["tune"])]

    def batches() -> list[Example]:
        return list(_tree_documents(nlp, sentences, rng))

    _run(nlp, batches, evaluate, Plan(settings=settings, keys=TREE_SCORES, out=out))


def train_again(corpora: Path, recipe: Recipe, out: Path) -> None:
    """Go on from the trees so far with gold and silver trees together."""
    settings = recipe["again"]
    phrases = compound_prepositions(_treebank(corpora, settings["model"]), settings["phrases"])

    def silver(nlp: Any) -> Iterator[Sentence]:
        return silver_sentences(nlp, read_names(corpora / "ner" / "pl"), phrases, settings["silver"])

    _go_on(corpora, {**recipe, **recipe["trees"], **settings}, out, silver)


def train_checked(corpora: Path, recipe: Recipe, out: Path) -> None:
    """Go on from the trees so far with gold trees and those that annotators checked."""

    def checked(nlp: Any) -> Iterator[Sentence]:
        return checked_sentences(nlp, read_names(corpora / "ner" / "pl"), read_checked())

    _go_on(corpora, {**recipe, **recipe["trees"], **recipe["checked"]}, out, checked)


def _go_on(corpora: Path, settings: Recipe, out: Path, more: Callable[[Any], Iterator[Sentence]]) -> None:
    """Train the trees so far with the treebanks and what the weights so far help to make."""
    register_embedding(Readings())
    nlp = spacy.load(out)
    sentences = [s for name in settings["train"] for s in _treebank(corpora, name)] + list(more(nlp))
    rng = random.Random(settings["seed"])
    evaluate = [_tree_example(nlp, [s]) for s in _treebank(corpora, settings["tune"])]

    def batches() -> list[Example]:
        return list(_tree_documents(nlp, sentences, rng))

    _run(nlp, batches, evaluate, Plan(settings=settings, keys=TREE_SCORES, out=out))


def train_names(corpora: Path, recipe: Recipe, out: Path) -> None:
    """Train names and sentence starts."""
    settings = recipe["names"]
    nlp = _pipeline(settings, ("ner", "senter"))
    documents = list(read_names(corpora / "ner" / "pl"))
    rng = random.Random(recipe["seed"])
    held = [d for d in documents if d.is_held_out]
    train = [piece for d in documents if not d.is_held_out for piece in _pieces(d, settings["sentences"])]
    evaluate = [_name_example(nlp, piece) for d in held for piece in _pieces(d, settings["sentences"])]

    def batches() -> list[Example]:
        rng.shuffle(train)
        return [_name_example(nlp, piece) for piece in train]

    _run(nlp, batches, evaluate, Plan(settings=settings, keys=("ents_f", "sents_f", "ents_p", "ents_r"), out=out))


def _treebank(corpora: Path, name: str) -> Iterator[Sentence]:
    yield from read_treebank(corpora / "ud" / "pl" / f"{name}.conllu")


def _pipeline(settings: Recipe, parts: tuple[str, ...]) -> Any:
    fix_random_seed(0)
    register_embedding(Readings())
    nlp = spacy.blank("pl")
    embedding = {"@architectures": ARCHITECTURE, **settings["embedding"]}
    nlp.add_pipe("tok2vec", config={"model": embedding})
    listener = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": settings["embedding"]["width"],
        "upstream": "*",
    }
    for part in parts:
        nlp.add_pipe(part, config={"model": _head(part, listener, settings["hidden"])})
    return nlp


def _head(part: str, listener: Recipe, hidden: int) -> Recipe:
    if part in ("morphologizer", "senter"):
        return {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": part,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }


def _tree_documents(nlp: Any, sentences: list[Sentence], rng: random.Random) -> Iterator[Example]:
    """One to three sentences together: the parser learns long texts, though the treebank's sentences are short."""
    order = sentences[:]
    rng.shuffle(order)
    while order:
        count = rng.choice((1, 1, 2, 3))
        group, order = order[:count], order[count:]
        yield _tree_example(nlp, group)


def _tree_example(nlp: Any, sentences: list[Sentence]) -> Example:
    words, heads = [], []
    for sentence in sentences:
        heads += [len(words) + word.head for word in sentence]
        words += sentence
    forms, spaces = [w.form for w in words], [w.space for w in words]
    morphs = ["|".join(f"{k}={v}" for k, v in sorted(w.feats.items())) for w in words]
    deps = ["ROOT" if heads[i] == i else w.dep for i, w in enumerate(words)]
    gold = Doc(
        nlp.vocab,
        words=forms,
        spaces=spaces,
        pos=[w.upos for w in words],
        morphs=morphs,
        heads=heads,
        deps=deps,
    )
    return Example(Doc(nlp.vocab, words=forms, spaces=spaces), gold)


def _pieces(document: Document, count: int) -> Iterator[list[Any]]:
    sentences = list(document.sentences)
    for start in range(0, len(sentences), count):
        yield sentences[start : start + count]


def _name_example(nlp: Any, sentences: list[Any]) -> Example:
    words = [word for sentence in sentences for word in sentence]
    forms = [word.form for word in words]
    starts = [i == 0 for sentence in sentences for i in range(len(sentence))]
    gold = Doc(nlp.vocab, words=forms, sent_starts=starts)
    gold.ents = [Span(gold, first, last, label=kind) for first, last, kind in _names(words)]
    return Example(Doc(nlp.vocab, words=forms), gold)


def _names(words: list[Any]) -> Iterator[tuple[int, int, str]]:
    start = None
    for place, word in enumerate([*words, None]):
        inside = word is not None and word.name.startswith("I-")
        if start is not None and not inside:
            yield start, place, words[start].name[2:]
            start = None
        if word is not None and word.name.startswith("B-"):
            start = place


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one half is trained, and where its best goes."""

    settings: Recipe
    keys: tuple[str, ...]  # scores to print; the first decides which weights are the best
    out: Path


def _run(nlp: Any, batches: Callable[[], list[Example]], evaluate: list[Example], plan: Plan) -> None:
    first, settings = batches(), plan.settings
    if "again" in settings:
        nlp.resume_training()
    else:
        nlp.initialize(lambda: first)
    optimizer = Adam(0.001, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    begin, best, step = time.time(), 0.0, 0
    while time.time() - begin < settings["seconds"]:
        for batch in minibatch(first, size=settings["batch"]):
            spent = (time.time() - begin) / settings["seconds"]
            optimizer.learn_rate = settings["rate"] * min(1.0, (step + 1) / 200) * max(0.03, 1 - spent)
            nlp.update(batch, sgd=optimizer, drop=settings["drop"])
            step += 1
            if spent > 1:
                break
        score = _score(nlp, optimizer, evaluate, plan.keys)
        print(round(time.time() - begin), score, flush=True)
        if score[plan.keys[0]] > best:
            best = score[plan.keys[0]]
            with nlp.use_params(optimizer.averages):
                nlp.to_disk(plan.out)
        first = batches()


def _score(nlp: Any, optimizer: Adam, evaluate: list[Example], keys: tuple[str, ...]) -> dict[str, float]:
    with nlp.use_params(optimizer.averages):
        blank = [Example(Doc(nlp.vocab, words=[t.text for t in e.reference]), e.reference) for e in evaluate]
        scores = nlp.evaluate(blank)
    return {key: round(scores[key], 4) for key in keys}
