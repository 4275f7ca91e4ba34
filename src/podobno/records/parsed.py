"""Parsed records: an article as sentences, tokens and a Universal Dependencies tree.

In:   nothing.
Out:  Token, Name, Syntax (what a parser gives for a text), Parsed (an article with its syntax).
Not:  walking the tree, which is lang/trees.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.records.text import Article

NAME_KINDS = ("person", "body", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark of a text, with its place in the tree."""

    index: int  # place in Syntax.tokens
    start: int  # code points in the text
    end: int  # code points, excluded
    form: str  # text[start:end]
    lemma: str  # base form; the form itself where none is known
    upos: str  # Universal part of speech: "NOUN", "VERB", ...
    feats: Mapping[str, str]  # Universal features: {"Case": "Nom"}; empty where there are none
    head: int  # index of the head in Syntax.tokens; its own index for a root
    dep: str  # Universal relation with its subtype: "nsubj", "parataxis:obj", "root"
    sentence: int  # place in Syntax.sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the weights saw: tokens first..last-1."""

    first: int  # index of the first token
    last: int  # index after the last token
    kind: str  # one of NAME_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """What a parser gives for a text."""

    tokens: tuple[Token, ...]  # in text order, no white space among them
    sentences: tuple[tuple[int, int], ...]  # first token, index after the last; together they cover all tokens
    names: tuple[Name, ...]  # in text order, not overlapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article with its syntax."""

    article: Article
    syntax: Syntax
