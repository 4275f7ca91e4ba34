"""Set a copy for a terminal: the passages side by side, and who likely took them from whom.

In:   a copy link, its two articles, the taking.
Out:  what rich prints.
Not:  finding copies, which is link/copies.py.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from podobno.records.links import Link, Taking
from podobno.records.text import Article
from podobno.show.words import SHORT_ID, UNKNOWN

WORD = re.compile(r"\w+")
EDITED = "bold yellow"  # words that the other side has not
SIGNS = {"agency": "both name the agency", "byline": "both name the author"}


def copy_page(link: Link, a: Article, b: Article, taking: Taking) -> RenderableType:
    """Return the passages of two articles in two columns; the words that only one of them has stand out."""
    table = Table(box=None, pad_edge=False, expand=True)
    table.add_column(_head(a), ratio=1)
    table.add_column(_head(b), ratio=1)
    for one in link.evidence:
        if one.a is not None and one.b is not None:
            table.add_row(*_sides(_line(a.quotation(one.a)), _line(b.quotation(one.b))))
            table.add_row("", "")
    said = [SIGNS[one.code] for one in link.evidence if one.code in SIGNS]
    return Group(table, Text("; ".join([taking_words(taking, a, b), *said]), "dim"))


def taking_words(taking: Taking, a: Article, b: Article) -> str:
    """Say from whom the words were likely taken, and why."""
    if taking.reason == "unknown":
        return "who took them from whom is not known"
    if taking.agency is not None:
        return f"likely taken from the agency {taking.agency}"
    giver, taker = (a, b) if taking.source == a.id else (b, a)
    if taking.span is not None:
        return f"likely taken from {_name(giver)}, which {_name(taker)} names: {taker.quotation(taking.span)!r}"
    return f"likely taken from {_name(giver)}, which had them earlier"


def _head(article: Article) -> str:
    return f"{article.id[:SHORT_ID]}  {_name(article)}, {article.published or UNKNOWN}"


def _name(article: Article) -> str:
    return article.outlet or article.title or f"article {article.id}"


def _line(words: str) -> str:
    return " ".join(words.split())


def _sides(a: str, b: str) -> tuple[Text, Text]:
    """Return both passages, each with the words that the other has not in another style."""
    left, right = Text(a), Text(b)
    words_a, words_b = list(WORD.finditer(a)), list(WORD.finditer(b))
    for start, end in only_here(words_a, words_b):
        left.stylize(EDITED, start, end)
    for start, end in only_here(words_b, words_a):
        right.stylize(EDITED, start, end)
    return left, right


def only_here(words: list[re.Match[str]], others: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of words that have no equal on the other side, in order; case does not matter."""
    mine, theirs = ([word.group().casefold() for word in side] for side in (words, others))
    for kind, first, last, _, _ in SequenceMatcher(a=mine, b=theirs, autojunk=False).get_opcodes():
        if kind in ("replace", "delete"):
            yield words[first].start(), words[last - 1].end()
