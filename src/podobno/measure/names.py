"""Score names against gold: where they stand, of what kind they are, their base forms.

In:   documents with gold names, and the mentions that were found in each.
Out:  for each measure precision, recall, F1 or a share, with the number of gold names behind it.
Not:  which names are one entity across articles; the floors: measure/floors.py.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from podobno.lang.tokens import straight
from podobno.measure.scores import Score
from podobno.records.errors import BadUse
from podobno.records.parsed import NAME_KINDS
from podobno.records.values import Mention

KINDS = {"PER": "person", "ORG": "body", "LOC": "place"}  # the corpus has also products and events
COLUMNS = 6  # start, end, mention, base form, category, id across languages


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldName:
    """One name as an annotator marked it."""

    start: int  # code points
    end: int  # code points, excluded
    base: str  # base form
    kind: str | None  # one of NAME_KINDS; None: a product or an event, which we do not seek
    entity: str  # id across articles and languages: "PER-Angela-Merkel"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A text with its gold names."""

    doc: str  # "brexit/brexit_pl.txt_file_10"
    text: str
    names: tuple[GoldName, ...]  # in text order


def read_named_texts(folder: Path, code: str = "pl") -> Iterator[NamedText]:
    """Yield the texts of a corpus in the form of the Slavic NER shared tasks; a missing folder raises BadUse."""
    if not folder.joinpath("ner").is_dir():
        raise BadUse(f"there is no ner/ in {folder}. Name the folder that holds raw/ and ner/.")
    for path in sorted(folder.glob(f"ner/*/{code}/*.tsv")):
        event = path.parent.parent.name
        text = (folder / "raw" / event / code / f"{path.stem}.txt").read_bytes().decode("utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        names = tuple(_gold_name(line) for line in lines if line.count("\t") == COLUMNS - 1)
        yield NamedText(doc=f"{event}/{path.stem}", text=text, names=names)


def _gold_name(line: str) -> GoldName:
    start, end, _, base, category, entity = line.split("\t")
    return GoldName(start=int(start), end=int(end), base=base, kind=KINDS.get(category), entity=entity)


def score_names(pairs: Iterable[tuple[NamedText, Sequence[Mention]]]) -> dict[str, Score]:
    """Score the mentions of each text."""
    counts: Counter[str] = Counter()
    for text, mentions in pairs:
        _count(counts, text, mentions)
    return dict(_scores(counts))


def _count(counts: Counter[str], text: NamedText, mentions: Sequence[Mention]) -> None:
    sought = {(name.start, name.end): name for name in text.names if name.kind is not None}
    found = {(mention.span.start, mention.span.end): mention for mention in mentions}
    # A product or an event is no name of our three kinds, but nobody is wrong who names it.
    other = {place for name in text.names if name.kind is None for place in range(name.start, name.end)}
    counts["pred"] += sum(place in sought or not other & set(range(*place)) for place in found)
    counts["pred strict"] += len(found)
    for place, gold in sought.items():
        ours = found.get(place)
        counts["gold"] += 1
        counts[f"gold {gold.kind}"] += 1
        if ours is not None:
            counts["span"] += 1
            counts["kind"] += ours.kind == gold.kind
            counts[f"found {gold.kind}"] += 1
            counts[f"base {gold.kind}"] += same_base(ours.base, gold.base)
    _count_forms(counts, text, [place for place in found if place in sought or not other & set(range(*place))])


def _count_forms(counts: Counter[str], text: NamedText, places: Iterable[tuple[int, int]]) -> None:
    """Each form once in a document, as the shared tasks count."""
    gold = {text.text[name.start : name.end] for name in text.names if name.kind is not None}
    pred = {text.text[start:end] for start, end in places}
    counts["gold forms"] += len(gold)
    counts["pred forms"] += len(pred)
    counts["forms"] += len(gold & pred)


def same_base(one: str, other: str) -> bool:
    """Say whether two base forms are the same but for case, white space and the shape of an apostrophe."""
    return _plain(one) == _plain(other)


def _plain(form: str) -> str:
    return straight(re.sub(r"\s+", " ", form)).casefold().strip()


def _scores(counts: Counter[str]) -> Iterator[tuple[str, Score]]:
    yield "names span", _f1(counts["span"], counts["gold"], counts["pred"])
    yield "names span and kind", _f1(counts["kind"], counts["gold"], counts["pred"])
    yield "names span, products count as wrong", _f1(counts["span"], counts["gold"], counts["pred strict"])
    yield "names forms", _f1(counts["forms"], counts["gold forms"], counts["pred forms"])
    for kind in NAME_KINDS:
        found, gold = counts[f"found {kind}"], counts[f"gold {kind}"]
        yield f"{kind}: found", Score(precision=None, recall=None, value=found / max(gold, 1), count=gold)
        for name, among in (("of the found", found), ("of all", gold)):
            value = counts[f"base {kind}"] / max(among, 1)
            yield f"{kind}: base {name}", Score(precision=None, recall=None, value=value, count=among)


def _f1(hits: int, gold: int, pred: int) -> Score:
    value = 2 * hits / (gold + pred) if gold + pred else 0.0
    return Score(precision=hits / max(pred, 1), recall=hits / max(gold, 1), value=value, count=gold)
