"""Draw a sketch of an article: the base forms, names and negations by which it is linked.

In:   a parsed article, what was found in it, its claims with their ids.
Out:  Sketch.
Not:  comparing two of them: the other modules of link.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from podobno.link.grammar import LinkGrammar
from podobno.link.qualities import CONTENT_WORDS, find_qualities
from podobno.records.claims import Claim
from podobno.records.parsed import Parsed, Token
from podobno.records.sketches import ClaimSketch, NameSketch, Sketch
from podobno.records.text import Span
from podobno.records.values import Found, Mention

NAME, FOREIGN, AUXILIARY, PARTICLE = "PROPN", "X", "AUX", "PART"
CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "acl"})  # what a negation above them takes back, too
# By way of these it gets there: "no chance of it that ..."
THROUGH = frozenset({"obj", "iobj", "obl", "nmod", "nsubj"})
LIMIT_WITHIN = 2  # words after the negation
ROOT, RELATIVE = "root", "acl:relcl"


def draw_sketch(parsed: Parsed, found: Found, claims: Iterable[tuple[str, Claim]], grammar: LinkGrammar) -> Sketch:
    """Return the sketch of an article; claims: each with its id."""
    tokens = parsed.syntax.tokens
    held, named = list(claims), frozenset(_named(found.mentions, tokens))
    return Sketch(
        article=parsed.article,
        names=tuple(_names(found.mentions, [claim for _, claim in held])),
        lemmas=tuple(sorted(Counter(map(_lemma, filter(_is_content, tokens))).items())),
        claims=tuple(_inner(_claim(one, tokens, (found.mentions, named), grammar), held) for one in held),
    )


def _names(mentions: Sequence[Mention], claims: Sequence[Claim]) -> Iterator[NameSketch]:
    roles: dict[str, set[str]] = defaultdict(set)
    for source in (source for claim in claims for source in claim.chain):
        if source.role:
            roles[source.name].add(source.role)
    counts = Counter((mention.entity, mention.kind) for mention in mentions)
    for (base, kind), count in sorted(counts.items()):
        yield NameSketch(base=base, kind=kind, count=count, roles=tuple(sorted(roles[base])))


def _claim(
    held: tuple[str, Claim],
    tokens: Sequence[Token],
    names: tuple[Sequence[Mention], frozenset[int]],
    grammar: LinkGrammar,
) -> ClaimSketch:
    (id_, claim), (mentions, named) = held, names
    inside = list(_inside(claim.content, tokens))
    negated = _negated(inside, tokens, grammar)
    given = {one.index for one in inside if one.index in named or one.upos == NAME}
    under = (one for one in inside if one.head in negated and _relation(one) in THROUGH and one.index not in given)
    return ClaimSketch(
        id=id_,
        claim=claim,
        lemmas=tuple(_lemma(token) for token in inside if _is_content(token)),
        negated=tuple(_lemma(token) for token in inside if token.index in negated),
        names=tuple(m.entity for m in mentions if _lies_in(m.span.start, m.span.end, claim.content)),
        qualities=tuple(find_qualities(inside, tokens, grammar)),
        under=tuple(sorted({_lemma(one) for one in under if _is_content(one)})),
        given=tuple(sorted({_lemma(one) for one in inside if one.index in given})),
    )


def _inner(sketch: ClaimSketch, held: Sequence[tuple[str, Claim]]) -> ClaimSketch:
    """Leave out the qualities that stand in a claim within this one: they are told, not held, by this one's speaker."""
    inner = [claim.content for _, claim in held if _is_inside(claim, sketch.claim)]
    own = (one for one in sketch.qualities if not any(_lies_in(one.start, one.end, content) for content in inner))
    return replace(sketch, qualities=tuple(own))


def _is_inside(inner: Claim, outer: Claim) -> bool:
    size = sum(span.end - span.start for span in inner.content), sum(span.end - span.start for span in outer.content)
    return size[0] < size[1] and all(_lies_in(span.start, span.end, outer.content) for span in inner.content)


def _negated(inside: Sequence[Token], tokens: Sequence[Token], grammar: LinkGrammar) -> set[int]:
    """Return what a negation reaches: its head, for an auxiliary the predicate, and the clauses that hang below."""
    reached: set[int] = set()
    for token in inside:
        if grammar.is_negation(token) and not _is_limited(token, tokens):
            head = tokens[token.head]
            reached.add(head.head if head.upos == AUXILIARY and head.dep != ROOT else head.index)
    below, size = set(reached), -1
    while size != len(below):
        size = len(below)
        below |= {token.index for token in inside if token.head in below and _relation(token) in (*CLAUSES, *THROUGH)}
    return reached | {index for index in below if _relation(tokens[index]) in CLAUSES}


def _relation(token: Token) -> str:
    return token.dep if token.dep == RELATIVE else token.dep.partition(":")[0]


def _is_limited(token: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a negation takes away no more than a limit: "not only", "is not just"."""
    after = tokens[token.index + 1 : token.index + 1 + LIMIT_WITHIN]
    return any(one.sentence == token.sentence and one.upos == PARTICLE for one in after)


def _named(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the words of names, the number of a name ("Apollo 11") with them."""
    for index, token in enumerate(tokens):
        if token.form.isdigit() and index > 0 and tokens[index - 1].upos in (NAME, FOREIGN):
            yield index
    for mention in mentions:
        yield from range(mention.first, mention.last)


def _is_content(token: Token) -> bool:
    return token.upos in CONTENT_WORDS


def _lemma(token: Token) -> str:
    return token.lemma.casefold()


def _inside(spans: Sequence[Span], tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens that lie in a content, in text order."""
    for span in sorted(spans, key=lambda span: span.start):
        for token in tokens[bisect_left(tokens, span.start, key=_start) :]:
            if token.end > span.end:
                break
            yield token


def _start(token: Token) -> int:
    return token.start


def _lies_in(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)
