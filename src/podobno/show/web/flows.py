"""Draw the web of sources: from the outlets on the left inward to the origins on the right.

In:   the ways of a story's words.
Out:  flows: nodes and ribbons with places in pixels, ready for the template.
Not:  SVG itself, which is templates/flow.html; which ways there are, which is ask/ways.py.

A ribbon is as wide as the reports that came through it are many, and has the colour of whose word it is in the end.
Words that nobody handed on pass the columns between in a lane of their own, so that no ribbon runs behind a name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from podobno.ask.ways import Way
from podobno.ledger.folding import fold

COLOURS = 6  # origins with a colour of their own; the others share one
MOST_ORIGINS, MOST_OUTLETS = 16, 24  # in one drawing; the table has all
MOST_STEPS = 3  # between outlet and origin; of a longer chain, those next to the outlet
MOST_PX, LEAST_PX = 12.0, 2.0  # of one report
TALLEST_PX = 320  # of all reports on top of one another, unless they are very many
NODE_PX = 10
LETTER_PX = 8.5  # of a name, with what is left free beside it
SWEEPS = 4  # over the columns, each placing the nodes beside their neighbours

OUTLET, STEP, LANE, ORIGIN = "outlet", "step", "lane", "origin"
Key = tuple[int, str, str]  # column, kind, folded name; of a lane, the name of its origin
Edge = tuple[Key, Key, str]  # from, to, folded origin


@dataclass(frozen=True, slots=True)
class Size:
    """A drawing in pixels."""

    name: str
    width: int
    left: int  # room for the names of outlets
    right: int  # room for the names of origins
    gap: int  # between two nodes, at least
    slot: int  # of a node with its name, at least
    is_above: bool  # whether names stand above their nodes, and not beside them
    letters: int  # of a name, at most


SIZES = (Size("wide", 760, 180, 210, 8, 18, False, 28), Size("narrow", 340, 0, 0, 22, 14, True, 17))
TOP_PX = 20  # above the first node: room for its name


@dataclass(frozen=True, slots=True)
class Node:
    """An outlet, somebody who hands on, or an origin."""

    name: str | None  # None: an unknown outlet, or nobody named
    kind: str
    reports: int
    colour: int  # of an origin, from 1; 0: one of the many, or no origin
    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Reports of one origin between two nodes."""

    path: str  # of SVG
    width: float
    colour: int


@dataclass(frozen=True, slots=True)
class FlowPanel:
    """The web in one size."""

    size: Size
    height: float
    nodes: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    letters: int  # of a name that is shown


@dataclass(frozen=True, slots=True)
class Flow:
    """The web of sources of one story."""

    panels: tuple[FlowPanel, ...]
    rows: tuple[Way, ...]  # all of them, by origin
    left: int  # reports that are not drawn


@dataclass(frozen=True, slots=True)
class Graph:
    """What is drawn, before it has places."""

    columns: Sequence[Sequence[Key]]
    edges: Mapping[Edge, int]  # with how many reports
    names: Mapping[Key, str | None]
    colours: Mapping[str, int]  # by folded origin

    def reports(self, key: Key) -> int:
        """Return how many reports go through a node."""
        inward = sum(n for (_, to, _), n in self.edges.items() if to == key)
        return inward or sum(n for (start, _, _), n in self.edges.items() if start == key)


def draw_flow(ways: Sequence[Way]) -> Flow | None:
    """Return the web of ways; None where no origin is named: there is nothing to lead to."""
    if not any(way.origin for way in ways):
        return None
    drawn = _most(ways)
    graph = _graph(drawn)
    left = sum(len(way.reports) for way in ways) - sum(len(way.reports) for way in drawn)
    rows = tuple(sorted(ways, key=lambda way: (way.origin is None, -_total(ways, way), way.origin or "")))
    return Flow(tuple(_panel(graph, size) for size in SIZES), rows, left)


def _total(ways: Iterable[Way], of: Way) -> int:
    return sum(len(way.reports) for way in ways if _fold(way.origin) == _fold(of.origin))


def _fold(name: str | None) -> str:
    return fold(name) if name else ""


def _most(ways: Sequence[Way]) -> list[Way]:
    """Return the ways between the origins and outlets that have the most reports."""
    origins, outlets = Counter[str](), Counter[str]()
    for way in ways:
        origins[_fold(way.origin)] += len(way.reports)
        outlets[_fold(way.outlet)] += len(way.reports)
    kept_origins = {name for name, _ in origins.most_common(MOST_ORIGINS)}
    kept_outlets = {name for name, _ in outlets.most_common(MOST_OUTLETS)}
    return [way for way in ways if _fold(way.origin) in kept_origins and _fold(way.outlet) in kept_outlets]


# The graph


def _graph(ways: Sequence[Way]) -> Graph:
    last = 1 + max(len(way.steps[:MOST_STEPS]) for way in ways)
    names: dict[Key, str | None] = {}
    edges: Counter[Edge] = Counter()
    for way in ways:
        keys = _keys(way, last, names)
        for start, end in pairwise(keys):
            edges[start, end, _fold(way.origin)] += len(way.reports)
    totals = Counter[str]()
    for way in ways:
        totals[_fold(way.origin)] += len(way.reports)
    ranked = sorted((name for name in totals if name), key=lambda name: (-totals[name], name))
    colours = {name: place if place <= COLOURS else 0 for place, name in enumerate(ranked, 1)}
    order = {name: place for place, name in enumerate([*ranked, ""])}
    columns = [[key for key in names if key[0] == column] for column in range(last + 1)]
    columns[last].sort(key=lambda key: order[key[2]])
    return Graph(_untangled(columns, edges), edges, names, colours)


def _keys(way: Way, last: int, names: dict[Key, str | None]) -> list[Key]:
    """Return the nodes of a way, one in each column; what they are called goes into names."""
    steps = way.steps[:MOST_STEPS]
    told = [(OUTLET, way.outlet), *((STEP, step) for step in steps)]
    told += [(LANE, way.origin)] * (last - 1 - len(steps))
    told.append((ORIGIN, way.origin))
    keys = [(column, kind, _fold(name)) for column, (kind, name) in enumerate(told)]
    for key, (_, name) in zip(keys, told, strict=True):
        names.setdefault(key, name)
    return keys


def _untangled(columns: list[list[Key]], edges: Mapping[Edge, int]) -> list[list[Key]]:
    """Order each column by where its neighbours stand, from the origins to the outlets and back."""
    for sweep in range(SWEEPS):
        places = range(len(columns) - 2, -1, -1) if sweep % 2 == 0 else range(1, len(columns) - 1)
        step = 1 if sweep % 2 == 0 else -1
        for column in places:
            rank = {key: place for place, key in enumerate(columns[column + step])}
            weights: dict[Key, list[tuple[int, int]]] = defaultdict(list)
            for (start, end, _), count in edges.items():
                own, other = (start, end) if step == 1 else (end, start)
                if other in rank:
                    weights[own].append((rank[other], count))
            columns[column].sort(key=lambda key: (_mean(weights[key]), key[2]))
    return columns


def _mean(weights: Sequence[tuple[int, int]]) -> float:
    total = sum(count for _, count in weights)
    return sum(rank * count for rank, count in weights) / total if total else 0.0


# Places


def _panel(graph: Graph, size: Size) -> FlowPanel:
    total = max(sum(map(graph.reports, column)) for column in graph.columns)
    one = max(LEAST_PX, min(MOST_PX, TALLEST_PX / total))
    heights = [_height(column, graph, size, one) for column in graph.columns]
    tallest = max(heights)
    nodes: dict[Key, Node] = {}
    for number, (column, height) in enumerate(zip(graph.columns, heights, strict=True)):
        x = size.left + number * (size.width - size.left - size.right - NODE_PX) / (len(graph.columns) - 1)
        place = TOP_PX + (tallest - height) / 2
        for key in column:
            own, slot = graph.reports(key) * one, _slot(key, graph, size, one)
            top = place + (slot - own) / 2
            colour = graph.colours.get(key[2], 0) if key[1] == ORIGIN else 0
            nodes[key] = Node(graph.names[key], key[1], graph.reports(key), colour, x, top, top + own)
            place += slot + size.gap
    return FlowPanel(
        size, TOP_PX + tallest + 4, tuple(nodes.values()), tuple(_ribbons(graph, nodes, one)), _letters(graph, size)
    )


def _letters(graph: Graph, size: Size) -> int:
    """Return how long a name may be: above the nodes, the names of many columns stand beside one another."""
    own = int(size.width / len(graph.columns) / LETTER_PX)
    return min(size.letters, own) if size.is_above else size.letters


def _slot(key: Key, graph: Graph, size: Size, one: float) -> float:
    own = graph.reports(key) * one
    return own if key[1] == LANE or size.is_above else max(own, size.slot)


def _height(column: Sequence[Key], graph: Graph, size: Size, one: float) -> float:
    return sum(_slot(key, graph, size, one) for key in column) + size.gap * (len(column) - 1)


def _ribbons(graph: Graph, nodes: Mapping[Key, Node], one: float) -> list[Ribbon]:
    """Return the ribbons; at each node they lie in the order of the nodes at their other ends."""
    leaving, coming = ({key: node.top for key, node in nodes.items()} for _ in range(2))
    begins: dict[Edge, float] = {}
    for edge in sorted(graph.edges, key=lambda edge: (nodes[edge[1]].top, edge[2])):
        begins[edge] = leaving[edge[0]]
        leaving[edge[0]] += graph.edges[edge] * one
    ribbons = []
    for edge in sorted(graph.edges, key=lambda edge: (nodes[edge[0]].top, begins[edge])):
        width = graph.edges[edge] * one
        start, end = begins[edge] + width / 2, coming[edge[1]] + width / 2
        coming[edge[1]] += width
        path = _path((nodes[edge[0]], start), (nodes[edge[1]], end), width)
        ribbons.append(Ribbon(path, round(width, 1), graph.colours.get(edge[2], 0)))
    return ribbons


def _path(start: tuple[Node, float], end: tuple[Node, float], width: float) -> str:
    """Return the outline of a ribbon: a thick line would have horns where it bends more sharply than it is wide."""
    (one, y1), (other, y2) = start, end
    # A lane is no node to stop at: its ribbons go on to its far side.
    x1 = one.x + NODE_PX
    middle = (x1 + other.x) / 2
    x2 = other.x + NODE_PX if other.kind == LANE else other.x
    over1, over2, under1, under2 = y1 - width / 2, y2 - width / 2, y1 + width / 2, y2 + width / 2
    there = f"C{middle:.1f} {over1:.1f} {middle:.1f} {over2:.1f} {other.x:.1f} {over2:.1f}"
    back = f"C{middle:.1f} {under2:.1f} {middle:.1f} {under1:.1f} {x1:.1f} {under1:.1f}"
    return f"M{x1:.1f} {over1:.1f}{there}H{x2:.1f}V{under2:.1f}H{other.x:.1f}{back}Z"
