"""What one pass over one article gives.

In:   nothing.
Out:  Reading, and Linking: what linking adds to it.
Not:  how it is kept, which is records/entries.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.records.claims import Claim
from podobno.records.entities import KindName
from podobno.records.links import Link
from podobno.records.problems import Problem
from podobno.records.sketches import Key, Sketch
from podobno.records.text import Article
from podobno.records.values import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article with all that the stages found in it."""

    article: Article
    found: Found  # empty where the article could not be parsed
    claims: tuple[Claim, ...]  # in text order of their first span
    problems: tuple[Problem, ...]  # what could not be done; the rest stands
    sketch: Sketch | None = None  # by which it is linked; None where the article could not be parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """An article's sketch, the keys by which others find it, and its links with all that came before."""

    sketch: Sketch
    keys: tuple[Key, ...]
    links: tuple[Link, ...]
    articles: Mapping[str, str]  # each end of a link, to the article that it is or lies in
    names: tuple[tuple[KindName, frozenset[str]], ...] = ()  # that the article gives, each with the keys to find it by
