"""Give spaCy an embedding that sees what the dictionary says of a word.

In:   spaCy documents.
Out:  one vector for each token, made of hashed features: form, affixes, shape and the readings of Morfeusz 2.
Not:  training, which is the `training` package; the pipeline's parts, which the weights' own settings name.
"""

from collections.abc import Callable
from typing import Any

import numpy
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    clone,
    concatenate,
    expand_window,
    residual,
    with_array,
)

from podobno.lang.readings import Reading, Readings

ARCHITECTURE = "podobno.Readings.v1"
FEATURE_LAYER = "podobno_readings"
BLOCK = 32  # words whose vectors are computed together
VECTORS_SIZE = 60_000  # words whose vectors are kept: about 60 MB for both halves
FEATURES = 10  # as many as _parts gives
CACHE_SIZE = 100_000  # words whose features are kept
QUOTES = "\u201e\u201d\u201c\u00ab\u00bb\u2033"  # opening and closing marks, all seen as one
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
MARKS = str.maketrans(QUOTES + DASHES, '"' * len(QUOTES) + "-" * len(DASHES))
Word = tuple[str, bool]  # a form, and whether a full stop follows: then it may be an abbreviation
FIRST_SEED = 10  # any number: hash tables must differ from each other, and be the same on every machine


def register_embedding(readings: Readings) -> None:
    """Make the architecture known to spaCy, under the name that the weights' settings use.

    All pipelines that are loaded then share the dictionary's answers and the features made of them.
    """
    hashed = WordFeatures(readings)

    def build(width: int, depth: int, rows: list[int], embed_width: int) -> Model[Any, Any]:
        return build_embedding(hashed, width, depth, rows, embed_width)

    registry.architectures.register(ARCHITECTURE, func=build)


def build_embedding(
    hashed: "WordFeatures", width: int, depth: int, rows: list[int], embed_width: int
) -> Model[Any, Any]:
    """Build the embedding: one hash table for each feature, mixed, then ``depth`` windows of three tokens."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(embed_width, count, column=place, seed=FIRST_SEED + place, dropout=0.0)
        for place, count in enumerate(rows)
    ]
    mix = Maxout(width, embed_width * len(rows), nP=3, dropout=0.0, normalize=True)
    layer = residual(chain(expand_window(1), Maxout(width, width * 3, nP=3, dropout=0.0, normalize=True)))
    layers: Model[Any, Any] = with_array(clone(layer, depth), pad=depth)
    model: Model[Any, Any] = chain(_feature_layer(hashed), with_array(chain(concatenate(*tables), mix)), layers)
    model.set_dim("nO", width)
    return model


def _feature_layer(hashed: "WordFeatures") -> Model[Any, Any]:
    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
        return [hashed.of_words(_words(doc)) for doc in docs], lambda _d: []

    return Model(FEATURE_LAYER, forward, attrs={FEATURE_LAYER: hashed})


def remember_words(model: Model[Any, Any]) -> None:
    """Let a trained embedding compute what depends on a word alone once for each word.

    That is its first two layers: features, hash tables and their mixture, half of the embedding's work.
    """
    if model.layers and model.layers[0].name == FEATURE_LAYER:
        vectors = _WordVectors(model.layers[0].attrs[FEATURE_LAYER], model.layers[1])
        model.layers[:2] = [Model("podobno_words", vectors.forward)]


class _WordVectors:
    """Vectors of words before their neighbours are seen, with those that were asked last."""

    def __init__(self, hashed: "WordFeatures", mix: Model[Any, Any]) -> None:
        self._hashed, self._mix = hashed, mix
        self._seen: dict[Word, Any] = {}

    def forward(
        self, model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[list[Any], Callable[[Any], Any]]:
        if len(self._seen) >= VECTORS_SIZE:
            self._seen.clear()
        words = [_words(doc) for doc in docs]
        self._learn(list(dict.fromkeys(word for doc in words for word in doc if word not in self._seen)))
        return [numpy.stack([self._seen[word] for word in doc]) for doc in words], lambda _d: []

    def _learn(self, fresh: list[Word]) -> None:
        # Blocks of one size: so a word's vector is the same to the last bit, whatever was read before it.
        for start in range(0, len(fresh), BLOCK):
            part = fresh[start : start + BLOCK]
            block = numpy.zeros((BLOCK, FEATURES), dtype="uint64")
            block[: len(part)] = self._hashed.of_words(part)
            self._seen.update(zip(part, self._mix.predict([block])[0], strict=False))


def _words(doc: Doc) -> list[Word]:
    forms = [token.text for token in doc]
    return [(form, after == ".") for form, after in zip(forms, [*forms[1:], ""], strict=True)]


class WordFeatures:
    """Hashed features of words, with those that were asked last."""

    def __init__(self, readings: Readings) -> None:
        """Take the dictionary."""
        self._readings = readings
        self._seen: dict[Word, bytes] = {}

    def of_words(self, words: list[Word]) -> Any:
        """Return an array with a row of hashes for each word."""
        rows = b"".join(map(self._row, words))
        return numpy.frombuffer(rows, dtype="uint64").reshape(-1, FEATURES)

    def _row(self, word: Word) -> bytes:
        row = self._seen.get(word)
        if row is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
            form, dotted = word
            parts = _parts(form, self._readings.look_up(form, dotted=dotted))
            hashes = [hash_string(f"{place}{part}") for place, part in enumerate(parts)]
            row = self._seen[word] = numpy.array(hashes, dtype="uint64").tobytes()
        return row


def _parts(form: str, readings: tuple[Reading, ...]) -> tuple[str, ...]:
    low = form.lower().translate(MARKS)
    tags = {reading.tag for reading in readings}
    values = {value for tag in tags for part in tag.split(":")[1:] for value in part.split(".")}
    return (
        low,
        low[:3],
        low[-3:],
        low[-4:],
        _shape(form),
        _joined({reading.pos + "+" * (reading.segments > 1) for reading in readings}),
        _joined(values),
        _joined({f"{reading.tag}+{reading.rest}" for reading in readings}),
        "|".join(sorted({reading.lemma for reading in readings})[:2]),
        _joined({label for reading in readings for label in reading.labels}),
    )


def _shape(form: str) -> str:
    first = "X" if form[:1].isupper() else "x"
    mark = "" if form[:1].isalnum() else form[:3].translate(MARKS)
    return first + "d" * any(c.isdigit() for c in form) + "U" * (form.isupper() and len(form) > 1) + mark


def _joined(values: set[str]) -> str:
    return "|".join(sorted(values))
