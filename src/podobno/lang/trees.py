"""Walk a Universal Dependencies tree.

In:   a Syntax.
Out:  Tree: children, subtrees, heads, the tokens between two places.
Not:  what a relation means for a claim, which is find and claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from podobno.records.parsed import Syntax, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A syntax with its children looked up once."""

    syntax: Syntax
    below: tuple[tuple[int, ...], ...]  # for each token, the indices of its children in text order

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, in text order."""
        return self.syntax.tokens

    def head(self, token: Token) -> Token | None:
        """Return the head, or None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> Iterator[Token]:
        """Yield the children, in text order; with ``deps`` only those of a relation or of its subtypes."""
        for index in self.below[token.index]:
            child = self.tokens[index]
            if not deps or is_dep(child, *deps):
                yield child

    def child(self, token: Token, *deps: str) -> Token | None:
        """Return the first child of a relation, or None."""
        return next(self.children(token, *deps), None)

    def is_subject(self, token: Token) -> bool:
        """ "[Nowiny] krytykują", "dziennik [Nowiny] krytykuje": a subject, or a name set beside one."""
        above = self.head(token) if is_dep(token, "nmod", "appos", "flat") else None
        return is_dep(token, "nsubj") or (above is not None and is_dep(above, "nsubj"))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads from the nearest to the root."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def subtree(self, token: Token, *, without: frozenset[int] = frozenset()) -> list[int]:
        """Return the indices of the token and all below it, sorted, leaving out branches from ``without``."""
        found, open_ = [], [token.index]
        while open_:
            index = open_.pop()
            found.append(index)
            open_.extend(child for child in self.below[index] if child not in without)
        return sorted(found)

    def sentence(self, token: Token) -> tuple[Token, ...]:
        """Return the tokens of the sentence that holds the token."""
        first, last = self.syntax.sentences[token.sentence]
        return self.tokens[first:last]


def grow_tree(syntax: Syntax) -> Tree:
    """Look the children of every token up."""
    below: list[list[int]] = [[] for _ in syntax.tokens]
    for token in syntax.tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Tree(syntax=syntax, below=tuple(map(tuple, below)))


def is_dep(token: Token, *deps: str) -> bool:
    """Say whether the token's relation is one of these, or a subtype of one: "nsubj:pass" is "nsubj"."""
    return any(token.dep == dep or token.dep.startswith(dep + ":") for dep in deps)
