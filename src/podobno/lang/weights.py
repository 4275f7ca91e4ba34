"""Run trained weights: the pack's own, or any installed spaCy pipeline that gives Universal Dependencies.

In:   texts.
Out:  Syntax for each: sentences, tokens with their tree, names; places are exact in the text.
Not:  training, which is the `training` folder; the embedding, which is lang/embedding.py.
"""

import hashlib
import io
import lzma
import tarfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from podobno.lang.cases import Cases
from podobno.lang.legal import legal_feats
from podobno.lang.lemmas import Lemmas
from podobno.lang.pack import Pack, open_pack
from podobno.lang.readings import Readings
from podobno.lang.seams import Seams
from podobno.lang.slips import Slips
from podobno.lang.tokens import Piece, Tokenizer
from podobno.records.errors import WeightsError
from podobno.records.parsed import NAME_KINDS, Name, Syntax, Token
from podobno.records.ports import Parser

CACHE_SIZE = 100_000  # words with their tags
BATCH = 128  # pieces parsed together: larger batches are no quicker and take more memory
ANIMACY = {"Masc1": "Hum", "Masc2": "Nhum", "Masc3": "Inan"}  # LFG's SubGender in Universal features
LABELS = {  # names of other pipelines for our kinds
    **{kind: kind for kind in NAME_KINDS},
    "PER": "person",
    "PERSON": "person",
    "persName": "person",
    "ORG": "body",
    "orgName": "body",
    "LOC": "place",
    "GPE": "place",
    "placeName": "place",
    "geogName": "place",
}


def load_parser(name: str | None = None, *, code: str = "pl", readings: Readings | None = None) -> Parser:
    """Load the weights of a pack, or the spaCy pipeline of that name; missing or changed ones raise WeightsError.

    readings: the dictionary, where others look words up in it too; None: one of the parser's own.
    """
    pack, readings = open_pack(code), readings or Readings()
    pipelines, told = _own(code, readings) if name is None else (_installed(name), name)
    return _SpacyParser(pack, pipelines, told, readings)


def _own(code: str, readings: Readings) -> tuple[list[Any], str]:
    folder = files("podobno").joinpath("packs", code, "weights")
    if not folder.joinpath("weights.toml").is_file():
        raise WeightsError(f"pack {code!r} has no weights. Train them with `make weights`, or name a parser.")
    about = tomllib.loads(folder.joinpath("weights.toml").read_text(encoding="utf-8"))
    data = folder.joinpath(about["file"]).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != about["sha256"]:
        raise WeightsError(
            f"packs/{code}/weights/{about['file']} is not the file that weights.toml names. Install again."
        )
    return _unpack(data, readings), f"{code}-weights {digest[:12]}"


def _unpack(data: bytes, readings: Readings) -> list[Any]:
    import spacy

    from podobno.lang.embedding import register_embedding

    register_embedding(readings)
    with TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(lzma.decompress(data))) as tar:
            tar.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 knows none yet
            tar.extractall(place)
        halves = sorted(folder for folder in Path(place).iterdir())
        for model in Path(place).rglob("model"):
            _widen(model)
        return [_quick(spacy.load(half)) for half in halves]


def _quick(nlp: Any) -> Any:
    """Multiply matrices with numpy, three times as quick here as spaCy's own kernels; compute each word once."""
    from podobno.lang.embedding import remember_words

    nlp.vocab.lex_attr_getters = {}  # the embedding sees the form alone: what else spaCy tells of words is never asked
    for name, pipe in nlp.pipeline:
        if name == "tok2vec":
            remember_words(pipe.model)
        for node in pipe.model.walk():
            node.ops.use_blis = False
    return nlp


def _widen(path: Path) -> None:
    import srsly

    path.write_bytes(srsly.msgpack_dumps(_full(srsly.msgpack_loads(path.read_bytes()))))


def _full(thing: Any) -> Any:
    if hasattr(thing, "dtype") and thing.dtype == "float16":
        return thing.astype("float32")
    if isinstance(thing, dict):
        return {key: _full(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_full(value) for value in thing]
    return thing


def _installed(name: str) -> list[Any]:
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError:
        raise WeightsError(f"the parser {name!r} is not installed. Install it, or leave the setting empty.") from None
    if "parser" not in nlp.pipe_names:
        raise WeightsError(f"the parser {name!r} gives no trees. Name one that has a step called 'parser'.")
    return [nlp]


class _SpacyParser:
    """Parses texts piece by piece and puts the pieces together."""

    def __init__(self, pack: Pack, pipelines: list[Any], name: str, readings: Readings) -> None:
        rows = pack.lexicon("abbreviations")
        leading = [row["form"] for row in rows if row["leading"] == "word"]
        units = [row["form"] for row in rows if row["leading"] == "number"]
        counting = [row["form"] for row in rows if row["leading"] == "counted"]
        self.name = name
        forms = [row["form"] for row in rows]
        self._tokenizer = Tokenizer(forms, leading, readings, units=units, counting=counting)
        self._slips, self._seams = Slips(pack, readings), Seams(pack, readings)
        self._readings, self._cases = readings, Cases(readings)
        self._lemmas = Lemmas(readings, (row["lemma"] for row in pack.lexicon("rare_lemmas")))
        self._pipelines = pipelines
        self._seen: dict[tuple[str, int, int, bool], tuple[str, Mapping[str, str], str]] = {}
        self._feats: dict[int, Mapping[str, str]] = {}  # by spaCy's number of the features; a pack has some hundreds

    def parse(self, texts: Iterable[str]) -> Iterator[Syntax]:
        """Yield one Syntax for each text, in order; short ones that come together are parsed together."""
        waiting: list[tuple[str, list[Piece]]] = []
        for text in texts:
            pieces = self._tokenizer.cut(text)
            waiting.append((text, [self._mended(piece) for piece in pieces]))
            if sum(len(pieces) for _, pieces in waiting) >= BATCH:
                yield from self._together(waiting)
                waiting = []
        yield from self._together(waiting)

    def _mended(self, piece: Piece) -> Piece:
        """The words as they were meant, and the sentences that must start where a heading ends."""
        opening = frozenset(piece.opening).union(self._seams.openings(piece.forms))
        return replace(piece, forms=self._slips.meant(piece.forms), opening=tuple(sorted(opening)))

    def _together(self, texts: list[tuple[str, list[Piece]]]) -> Iterator[Syntax]:
        runs = self._run([piece for _, pieces in texts for piece in pieces])
        for text, pieces in texts:
            yield self._syntax(text, pieces, runs)

    def _syntax(self, text: str, pieces: list[Piece], runs: Iterator[tuple[Any, ...]]) -> Syntax:
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        names: list[Name] = []
        for piece in pieces:
            docs = next(runs)
            base = len(tokens)
            starts = _starts(piece, docs)
            names += [Name(first=base + n.first, last=base + n.last, kind=n.kind) for n in _names(docs)]
            sentences += [(base + a, base + b) for a, b in zip(starts, [*starts[1:], len(piece.forms)], strict=True)]
            read = self._tokens(text, piece, _tree(docs), starts, (base, len(sentences) - len(starts)))
            tokens += self._cases.mended(tuple(read))
        return Syntax(tokens=tuple(tokens), sentences=tuple(sentences), names=tuple(names))

    def _run(self, pieces: list[Piece]) -> Iterator[tuple[Any, ...]]:
        """Yield what each pipeline makes of each piece; the first tells the others where sentences start."""
        runs: list[list[Any]] = []
        for nlp in self._pipelines:
            starts = [_starts(piece, (doc,)) for piece, doc in zip(pieces, runs[0], strict=True)] if runs else None
            docs = [_doc(nlp, piece, starts[place] if starts else None) for place, piece in enumerate(pieces)]
            runs.append(list(nlp.pipe(docs, batch_size=BATCH)))
        yield from zip(*runs, strict=True)

    def _tokens(self, text: str, piece: Piece, doc: Any, starts: list[int], base: tuple[int, int]) -> Iterator[Token]:
        sentence = -1
        first = set(starts)
        heads, after = _heads(doc, starts), [*piece.forms[1:], ""]
        # Numbers, not words: spaCy makes a Python object of every word that is looked at.
        for place, (pos, morph, dep) in enumerate(doc.to_array(["POS", "MORPH", "DEP"]).tolist()):
            sentence += place in first
            start, end = piece.spans[place]
            key = (piece.forms[place], pos, morph, after[place] == ".")
            upos, feats, lemma = self._seen.get(key) or self._look_up(key, doc[place])
            yield Token(
                index=base[0] + place,
                start=start,
                end=end,
                form=text[start:end],
                lemma=lemma,
                upos=upos,
                feats=feats,
                head=base[0] + heads[place],
                dep="root" if heads[place] == place else doc.vocab.strings[dep],
                sentence=base[1] + sentence,
            )

    def _look_up(self, key: tuple[str, int, int, bool], word: Any) -> tuple[str, Mapping[str, str], str]:
        """Return part of speech, features and base form of a form that was tagged so."""
        form, _, morph, is_dotted = key
        feats = self._feats.setdefault(morph, _one_standard(word.morph.to_dict()))
        feats = legal_feats(self._readings, form, word.pos_, feats)
        if len(self._seen) >= CACHE_SIZE:
            self._seen.clear()
        found = word.pos_, feats, self._lemmas.lemma(form, word.pos_, feats, is_dotted=is_dotted)
        self._seen[key] = found
        return found


def _one_standard(feats: dict[str, str]) -> dict[str, str]:
    """Tell the animacy of masculine words in one way: LFG has a feature of its own for it."""
    animacy = ANIMACY.get(feats.pop("SubGender", ""))
    return {**feats, "Animacy": animacy} if animacy is not None else feats


def _doc(nlp: Any, piece: Piece, starts: list[int] | None) -> Any:
    from spacy.tokens import Doc

    first = set(starts or ())
    known: list[bool | int | None] | None = (
        None if starts is None else [place in first for place in range(len(piece.forms))]
    )
    return Doc(nlp.vocab, words=list(piece.forms), spaces=_spaces(piece), sent_starts=known)


def _spaces(piece: Piece) -> list[bool]:
    after = [*piece.spans[1:], (piece.spans[-1][1] + 1, 0)]
    return [end < start for (_, end), (start, _) in zip(piece.spans, after, strict=True)]


def _tree(docs: tuple[Any, ...]) -> Any:
    return next(doc for doc in docs if doc.has_annotation("DEP"))


def _starts(piece: Piece, docs: tuple[Any, ...]) -> list[int]:
    """Sentence starts of the half that was trained on running text; else those of the tree."""
    doc = next((doc for doc in docs if not doc.has_annotation("DEP")), docs[0])
    starts = {place for place, mark in enumerate(doc.to_array("SENT_START")) if mark == 1 or place == 0}
    found = sorted((starts - set(piece.bound)) | set(piece.opening) | {0})
    return [found[0], *(after for before, after in pairwise(found) if not _is_mark(piece.forms[before:after]))]


def _is_mark(forms: tuple[str, ...]) -> bool:
    """One mark alone is no sentence: it opens the next one."""
    return len(forms) == 1 and not forms[0][:1].isalnum()


def _heads(doc: Any, starts: list[int]) -> list[int]:
    """Heads within each sentence: a head beyond its bound makes a root of the token."""
    heads = [place + int(step) for place, step in enumerate(doc.to_array("HEAD").astype("int64"))]
    for first, last in zip(starts, [*starts[1:], len(heads)], strict=True):
        roots = [place for place in range(first, last) if not first <= heads[place] < last or heads[place] == place]
        for place in roots:
            heads[place] = roots[0] if doc[place].pos_ == "PUNCT" and roots[0] != place else place
    return heads


def _names(docs: tuple[Any, ...]) -> Iterator[Name]:
    for doc in docs:
        for entity in doc.ents:
            if entity.label_ in LABELS:
                yield Name(first=entity.start, last=entity.end, kind=LABELS[entity.label_])
