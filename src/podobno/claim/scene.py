"""One article as the rules of attribution see it.

In:   a parsed article and what the finders saw in it.
Out:  Scene: tokens, tree, mentions and quotes by token, paragraphs, small questions about a token.
Not:  the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from podobno.claim.media import article_media
from podobno.claim.words import Words
from podobno.lang.trees import Tree, grow_tree
from podobno.records.parsed import Parsed, Token
from podobno.records.values import Found, Mention, Quote

Part = tuple[int, int]  # tokens first..last-1

STOPS = frozenset(".!?…")  # end a sentence
AFTERWORD = 5  # sentences behind the source of an article that are not of it
SIGNS = frozenset("%\u2030$\u20ac\u00a3")  # say something, and are no punctuation: "o 53%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An article with its tree and finds looked up by token."""

    parsed: Parsed
    found: Found
    words: Words
    tree: Tree
    mention_at: dict[int, Mention]  # by each of its tokens
    quote_at: dict[int, Quote]  # by each of its tokens
    paragraph_at: tuple[int, ...]  # number of the paragraph, by token
    paragraphs: dict[int, Part]  # bounds of each paragraph, by its number
    teasers: frozenset[int]  # numbers of the sentences that lead to another article
    media: frozenset[str]  # base forms of the names that are media

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, in text order."""
        return self.parsed.syntax.tokens

    @property
    def text(self) -> str:
        """The article's text."""
        return self.parsed.article.text

    def sentence(self, token: Token) -> Part:
        """Return the first token of the token's sentence and the one after its last."""
        return self.parsed.syntax.sentences[token.sentence]

    def gap(self, index: int) -> str:
        """Return what stands between a token and the one before it."""
        if not 0 < index < len(self.tokens):
            return ""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def is_dash(self, index: int) -> bool:
        """Say whether a token is a dash that stands alone: " - "."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].form not in self.words.dashes:
            return False
        if self._is_range(index):
            return False
        before = index == 0 or bool(self.gap(index)) or self.is_mark(index - 1)
        if not before or index + 1 == len(self.tokens) or bool(self.gap(index + 1)) or self.is_mark(index + 1):
            return before
        after = self.tokens[index + 1]
        return index > 0 and after.lemma in self.words.verbs and after.form.islower()  # "- Tak –mówił wójt"

    def _is_range(self, index: int) -> bool:
        """Say whether a dash stands between two numbers: "od 23 - 27 lipca"."""
        near = self.tokens[max(index - 1, 0)], self.tokens[min(index + 1, len(self.tokens) - 1)]
        return all(token.form[:1].isdigit() for token in near)

    def is_mark(self, index: int) -> bool:
        """Say whether a token is punctuation."""
        token = self.tokens[index]
        return token.upos == "PUNCT" or not any(sign.isalnum() or sign in SIGNS for sign in token.form)

    def is_teaser(self, index: int) -> bool:
        """Say whether a token stands in a line that leads to another article: "Czytaj także: ..."."""
        first, _ = self.sentence(self.tokens[index])
        if self.tokens[index].sentence not in self.teasers:
            return False
        opened = (i for i in range(first, index) if self.is_dash(i) and self.tokens[i + 1].form[:1].isupper())
        return next(opened, None) is None  # "ZOBACZ: Most runął - To skandal - grzmi wójt": behind the dash it is over

    def is_medium(self, name: str) -> bool:
        """Say whether a name in the nominative is a medium's, of the pack or of this article."""
        return name in self.media or self.words.outlets.is_medium(name)

    def is_finite(self, token: Token) -> bool:
        """Say whether a token is a finite verb, or an impersonal or predicative form that heads a clause."""
        if token.upos not in ("VERB", "AUX"):
            return False
        return token.feats.get("VerbForm", "Fin") == "Fin" or token.feats.get("Person") == "0"

    def is_inflected(self, mention: Mention) -> bool:
        """Say whether a name stands in another form than its nominative."""
        return self.text[mention.span.start : mention.span.end].casefold() != mention.base.casefold()

    def is_of_time(self, token: Token) -> bool:
        """Say whether a token stands in an expression of time."""
        return any(time.span.start <= token.start < time.span.end for time in self.found.times)

    def is_negated(self, token: Token) -> bool:
        """Say whether the token has a negation of its own."""
        before = self.tokens[token.index - 1] if token.index else token
        own = any(
            self.words.among("negation", child.lemma) and not any(map(self.is_dash, range(child.index, token.index)))
            for child in self.tree.children(token, "advmod")
        )  # "okazało się, że nie – mówiła": that "nie" is of the speech
        return own or self.words.among("negation", before.form.casefold())

    def paragraph(self, index: int) -> Part:
        """Return the first token of the token's paragraph and the one after its last."""
        return self.paragraphs[self.paragraph_at[index]]

    def between(self, first: int, last: int) -> Iterator[Token]:
        """Return the tokens first..last-1."""
        return iter(self.parsed.syntax.tokens[max(first, 0) : max(last, 0)])


def set_scene(parsed: Parsed, found: Found, words: Words) -> Scene:
    """Look everything up that the rules ask for again and again."""
    numbers = _paragraphs(parsed)
    return Scene(
        parsed=parsed,
        found=found,
        words=words,
        tree=grow_tree(parsed.syntax),
        mention_at={i: mention for mention in found.mentions for i in range(mention.first, mention.last)},
        quote_at={i: quote for quote in found.quotes for i in range(quote.first, quote.last)},
        paragraph_at=numbers,
        paragraphs=_bounds(numbers),
        teasers=_teasers(parsed, words, numbers),
        media=article_media(parsed, found, words),
    )


def _teasers(parsed: Parsed, words: Words, paragraph_at: tuple[int, ...]) -> frozenset[int]:
    """A line that leads elsewhere, run into a text, goes on to the next sentence if that has no full stop."""
    tokens, sentences = parsed.syntax.tokens, parsed.syntax.sentences
    found = _glued(parsed, words, paragraph_at)
    for number, (first, last) in enumerate(sentences):
        head = " ".join(token.form.casefold() for token in tokens[first : min(first + 2, last)])
        if not any(head == label or head.startswith(label + " ") for label in words.rules["teasers"]):
            found |= _behind_source(head, number, len(sentences), words)
            continue
        found.add(number)
        after = sentences[number + 1] if number + 1 < len(sentences) else None
        if after is None or tokens[last - 1].form not in STOPS or paragraph_at[after[0]] != paragraph_at[first]:
            continue
        rest = tokens[slice(*after)]
        if rest[-1].form not in STOPS or _opens_speech(rest, words) or _is_quoted_title(rest, words):
            found.add(number + 1)
    return frozenset(found)


def _glued(parsed: Parsed, words: Words, paragraph_at: tuple[int, ...]) -> set[int]:
    """ "... do spożyciaCzytaj też: ...": a link sticks to the one before it; links follow to the end of the line."""
    tokens, found = parsed.syntax.tokens, set()
    labels = {label.split()[0].capitalize() for label in words.rules["teasers"]}
    for before, token in pairwise(tokens):
        if token.form in labels and before.end == token.start and before.form[-1:].islower():
            line = paragraph_at[token.index]
            found |= {other.sentence for other in tokens[token.index :] if paragraph_at[other.index] == line}
    return found


def _behind_source(head: str, number: int, count: int, words: Words) -> set[int]:
    """ "Źródło: PAP" closes an article: a line or two behind it lead to others."""
    closes = any(head.startswith(label) for label in words.rules["closing"])
    return set(range(number + 1, count)) if closes and count - number <= AFTERWORD else set()


def _opens_speech(sentence: tuple[Token, ...], words: Words) -> bool:
    """ "Adam Kos o wojnie - Most runął - powiedział wójt": behind the rest of a headline a dash opens speech."""
    pairs = pairwise(sentence[1:])
    return any(mark.form in words.dashes and after.form[:1].isupper() for mark, after in pairs)


def _is_quoted_title(sentence: tuple[Token, ...], words: Words) -> bool:
    """ "Czytaj też: Most runął. „Tego się bałem”": a quote that nobody is said to have said belongs to the link."""
    if sentence[0].form not in words.quotation_marks:
        return False
    close = next((at for at, token in enumerate(sentence) if at and token.form in words.quotation_marks), None)
    after = sentence[close + 1] if close is not None and close + 1 < len(sentence) else None
    return close is not None and (after is None or after.form[:1].isupper() or after.form in STOPS)


def _paragraphs(parsed: Parsed) -> tuple[int, ...]:
    numbers, number, end = [], 0, 0
    for token in parsed.syntax.tokens:
        number += "\n" in parsed.article.text[end : token.start]
        numbers.append(number)
        end = token.end
    return tuple(numbers)


def _bounds(numbers: tuple[int, ...]) -> dict[int, Part]:
    bounds: dict[int, Part] = {}
    for place, number in enumerate(numbers):
        bounds[number] = (bounds.get(number, (place, 0))[0], place + 1)
    return bounds
