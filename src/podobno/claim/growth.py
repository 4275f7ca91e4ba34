"""Draw the tree of the sentence in which a claim is reported.

In:   a scene and the item of a claim.
Out:  the words of the sentence from the root downwards, each with its depth and what it is in the claim.
Not:  the lines on the screen, which is show/explanations.py.
"""

from collections.abc import Iterator

from podobno.claim.nesting import Item
from podobno.claim.scene import Scene
from podobno.records.explanations import Branch
from podobno.records.parsed import Token
from podobno.records.text import Span

Below = dict[int, list[Token]]  # the words below a word of the sentence, in text order


def draw_tree(scene: Scene, item: Item) -> tuple[Branch, ...]:
    """Return the tree of the cue's sentence, or of the first reported one where there is no cue."""
    cue = item.draft.cue
    start = cue.token if cue is not None else scene.tokens[item.draft.content[0][0]]
    first, last = scene.sentence(start)
    below: Below = {}
    roots = []
    for token in scene.between(first, last):
        if token.head == token.index or not first <= token.head < last:
            roots.append(token)
        else:
            below.setdefault(token.head, []).append(token)
    return tuple(branch for root in roots for branch in _branches(item, root, below, scene.parsed.article.id))


def _branches(item: Item, root: Token, below: Below, article: str) -> Iterator[Branch]:
    # A sentence may be deeper than Python likes to recurse.
    open_ = [(root, 0, True)]
    while open_:
        token, depth, is_last = open_.pop()
        yield Branch(
            span=Span(article=article, start=token.start, end=token.end),
            upos=token.upos,
            dep=token.dep,
            depth=depth,
            is_last=is_last,
            marks=tuple(_marks(item, token.index)),
        )
        children = below.get(token.index, [])
        open_ += [(child, depth + 1, child is children[-1]) for child in reversed(children)]


def _marks(item: Item, index: int) -> Iterator[str]:
    draft, part = item.draft, item.naming.part
    if draft.cue is not None and draft.cue.token.index == index:
        yield "cue"
    if part is not None and part[0] <= index < part[1]:
        yield "speaker"
    if any(first <= index < last for first, last in draft.content):
        yield "content"
