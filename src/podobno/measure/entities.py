"""Score entities across articles against gold: of each two names, are they one, and did we say so?

In:   documents with gold names and their ids across articles; entities made of the names.
Out:  pairwise precision and recall by kind; the pairs that were wrong or missed.
Not:  where the names stand, which is measure/names.py.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from podobno.measure.names import NamedText
from podobno.measure.scores import Score
from podobno.records.entities import Entity, KindName

PERSON_ID = "PER-"  # of a person; the corpus marks inhabitants as persons too, under their country's id
Group = Callable[..., list[Entity]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A name that is to be put with others: of one article, or of all."""

    doc: str  # empty: of all articles
    name: KindName
    gold: str  # id
    ours: KindName  # first name of our entity


def name_nodes(texts: Iterable[NamedText], group: Group) -> list[Node]:
    """Return each name of each article once: first put with others of its article, then with those of all."""
    held = [(text.doc, ids := _ids(text), _members(group(ids, near=True))) for text in texts]
    across = _members(group({name for _, _, near in held for name in near.values()}, near=False))
    return [
        Node(doc=doc, name=name, gold=gold, ours=across[near[name]])
        for doc, ids, near in held
        for name, gold in ids.items()
    ]


def form_nodes(texts: Iterable[NamedText], group: Group) -> list[Node]:
    """Return each name once, whatever the article, with the id that it has most often."""
    counts: dict[KindName, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for name, gold in _ids(text).items():
            counts[name][gold] += 1
    across = _members(group(counts, near=False))
    return [Node(doc="", name=name, gold=_most(ids), ours=across[name]) for name, ids in sorted(counts.items())]


def score_entities(nodes: Sequence[Node], kinds: Sequence[str]) -> dict[str, Score]:
    """Score all pairs of nodes of a kind, and those alone that are written otherwise."""
    scores: dict[str, Score] = {}
    for kind in kinds:
        of_kind = [node for node in nodes if node.name.kind == kind]
        same = [_pairs(of_kind, *keys) for keys in (("gold", "ours"), ("gold",), ("ours",))]
        alike = [_pairs(of_kind, *keys, "name") for keys in (("gold", "ours"), ("gold",), ("ours",))]
        scores[kind] = _score(*same)
        scores[f"{kind}, written otherwise"] = _score(*(all_ - one for all_, one in zip(same, alike, strict=True)))
    return scores


def wrong_pairs(nodes: Sequence[Node]) -> Iterator[tuple[int, str, KindName, KindName]]:
    """Yield how often which two names are wrong, the most frequent first: "false" or "missed"."""
    counts: Counter[tuple[str, KindName, KindName]] = Counter()
    for key in ("gold", "ours"):
        groups: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node in nodes:
            groups[node.name.kind, str(getattr(node, key))].append(node)
        for group in groups.values():
            counts.update(pair for a, b in combinations(group, 2) for pair in _wrong(a, b))
    for (what, one, other), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield count, what, one, other


def _wrong(a: Node, b: Node) -> Iterator[tuple[str, KindName, KindName]]:
    if (a.gold == b.gold) != (a.ours == b.ours):
        one, other = sorted((a.name, b.name))
        yield "missed" if a.gold == b.gold else "false", one, other


def _ids(text: NamedText) -> dict[KindName, str]:
    counts: dict[KindName, Counter[str]] = defaultdict(Counter)
    for name in text.names:
        if name.kind is not None and (name.kind != "person" or name.entity.startswith(PERSON_ID)):
            counts[KindName(" ".join(name.base.split()), name.kind)][name.entity] += 1
    return {name: _most(ids) for name, ids in counts.items()}


def _most(counts: Counter[str]) -> str:
    return max(sorted(counts), key=lambda id_: counts[id_])


def _members(entities: Iterable[Entity]) -> Mapping[KindName, KindName]:
    of: dict[KindName, KindName] = {}
    for entity in entities:
        main = KindName(entity.name, entity.kind)
        of.update(dict.fromkeys((main, *(other.name for other in entity.others)), main))
    return of


def _pairs(nodes: Iterable[Node], *keys: str) -> int:
    counts = Counter(tuple(getattr(node, key) for key in keys) for node in nodes)
    return sum(count * (count - 1) // 2 for count in counts.values())


def _score(both: int, gold: int, ours: int) -> Score:
    value = 2 * both / (gold + ours) if gold + ours else 0.0
    return Score(precision=both / max(ours, 1), recall=both / max(gold, 1), value=value, count=gold)
