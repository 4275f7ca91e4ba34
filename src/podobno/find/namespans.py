"""Find where names stand.

In:   a parsed article, whose weights mark names; the media and listed names of the pack.
Out:  NameSpan: tokens first..last-1 and a kind; none overlap. What is named once is a name wherever it stands.
Not:  the last word on kinds: find/namekinds.py; base forms: lang/namephrases.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from podobno.find.namegrammar import NameGrammar
from podobno.lang.namephrases import NamePhrases, NameScene
from podobno.records.parsed import Name, Parsed, Token

WORDS = ("NOUN", "PROPN", "X", "NUM", "ADJ")
EDGES = ("PUNCT", "SYM", "ADP", "CCONJ")  # no name starts or ends with one


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name before its base form is known."""

    first: int  # index of the first token
    last: int  # index after the last token
    kind: str  # one of NAME_KINDS
    medium: str | None = None  # base form of a medium that the pack lists; None: no medium
    is_listed: bool = False  # the pack lists the name with its kind


def find_spans(parsed: Parsed, grammar: NameGrammar, phrases: NamePhrases) -> list[NameSpan]:
    """Return the names in text order."""
    media = list(_media(parsed, grammar))
    seen = list(_seen(parsed, grammar))
    spans = _merged(media, [*_listed(parsed, grammar, phrases), *seen])
    return _merged(media, [*_repeated(parsed, grammar, spans), *spans])


def _merged(media: Sequence[NameSpan], others: Iterable[NameSpan]) -> list[NameSpan]:
    """Longer names win over shorter ones inside them, earlier in the list over later ones; media over all."""
    taken = {place for span in media for place in range(span.first, span.last)}
    kept = list(media)
    for span in sorted(others, key=lambda span: span.first - span.last):
        places = range(span.first, span.last)
        if not taken.intersection(places):
            taken.update(places)
            kept.append(span)
    return sorted(kept, key=lambda span: span.first)


def _media(parsed: Parsed, grammar: NameGrammar) -> Iterator[NameSpan]:
    tokens, at = parsed.syntax.tokens, 0
    while at < len(tokens):
        step = 1
        for length in range(min(grammar.outlets.longest, len(tokens) - at), 0, -1):
            form = parsed.article.text[tokens[at].start : tokens[at + length - 1].end]
            name = grammar.outlets.canonical(form)
            if name is not None:
                yield NameSpan(first=at, last=at + length, kind="body", medium=name)
                step = length
                break
        at += step


def _seen(parsed: Parsed, grammar: NameGrammar) -> Iterator[NameSpan]:
    """The names of the weights, with their edges set right."""
    for name in parsed.syntax.names:
        trimmed = _trimmed(parsed, name)
        if trimmed is None:
            continue
        for part in _parts(parsed, trimmed, grammar):
            yield _with_first_name(parsed, part, grammar) if part.kind == "person" else part


def _trimmed(parsed: Parsed, name: Name) -> NameSpan | None:
    tokens, first, last = parsed.syntax.tokens, name.first, name.last
    while first < last and tokens[first].upos in EDGES:
        first += 1
    while first < last and tokens[last - 1].upos in EDGES and not _closes(tokens, first, last - 1):
        last -= 1
    if not any(token.form[:1].isupper() and token.upos in WORDS for token in tokens[first:last]):
        return None
    return NameSpan(first=first, last=last, kind=name.kind)


def _closes(tokens: Sequence[Token], first: int, place: int) -> bool:
    """The stop of an abbreviation and the mark that closes one inside are of the name."""
    return place > first and tokens[place].form == "." and len(tokens[place - 1].form) < ABBREVIATED


ABBREVIATED = 4  # letters: "Korea Płn."


def _parts(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> Iterator[NameSpan]:
    """Cut "prezydent Rosji Władimir Putin" before the first name, where the words before are another name."""
    tokens = parsed.syntax.tokens
    for place in range(span.first + 1, span.last - 1):
        if _starts_person(tokens, place, grammar) and _is_other_name(tokens[span.first : place], grammar):
            kind = "place" if span.kind != "body" else "body"
            yield replace(span, last=place, kind=kind)
            yield replace(span, first=place, kind="person")
            return
    yield span


def _starts_person(tokens: Sequence[Token], place: int, grammar: NameGrammar) -> bool:
    readings = grammar.forms.read(tokens[place].form)
    return any(one.case == "nom" and grammar.labels.first_names.intersection(one.labels) for one in readings)


def _is_other_name(tokens: Sequence[Token], grammar: NameGrammar) -> bool:
    """Say whether words that stand before a first name are in another case, and no part of the person's name."""
    last = grammar.forms.read(tokens[-1].form)
    if any(grammar.labels.first_names.intersection(one.labels) for one in last):
        return False
    return all(one.case != "nom" for one in last)


def _with_first_name(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> NameSpan:
    """The weights sometimes leave the first name out."""
    tokens = parsed.syntax.tokens
    before = tokens[span.first - 1] if span.first else None
    if before is None or before.upos != "PROPN" or not before.form.istitle():
        return span
    if before.sentence != tokens[span.first].sentence or before.end + 1 != tokens[span.first].start:
        return span
    is_first_name = grammar.labels.first_names & grammar.forms.labels(before.form)
    same = before.head in (span.first, tokens[span.first].head) and not grammar.forms.knows(before.form)
    return replace(span, first=span.first - 1) if is_first_name or same else span


def _listed(parsed: Parsed, grammar: NameGrammar, phrases: NamePhrases) -> Iterator[NameSpan]:
    """Names that the pack lists, in any case."""
    tokens = parsed.syntax.tokens
    for token in tokens:
        if not _may_be_name(token, parsed, grammar):
            continue
        openings = {one.nominative for one in grammar.forms.read(token.form)} & grammar.openings.keys()
        longest = max((grammar.openings[word] for word in openings), default=0)
        for length in range(min(longest, len(tokens) - token.index), 0, -1):
            span = _listed_at(parsed, token.index, length, phrases)
            if span is not None and span.kind in grammar.labels.listed.values():
                yield span
                break


def _listed_at(parsed: Parsed, first: int, length: int, phrases: NamePhrases) -> NameSpan | None:
    tokens = parsed.syntax.tokens[first : first + length]
    if tokens[-1].sentence != tokens[0].sentence:
        return None
    for kind in ("place", "body"):
        base = phrases.base(scene_of(parsed, NameSpan(first=first, last=first + length, kind=kind)))
        if phrases.listed(base) == kind:
            return NameSpan(first=first, last=first + length, kind=kind, is_listed=True)
    return None


def _may_be_name(token: Token, parsed: Parsed, grammar: NameGrammar) -> bool:
    """Say whether a capital letter makes a name of a word: not where each sentence has one."""
    if not token.form[:1].isupper():
        return False
    starts = token.index == parsed.syntax.sentences[token.sentence][0] or _follows_mark(token, parsed)
    return not starts or not grammar.forms.is_common(token.form)


def _follows_mark(token: Token, parsed: Parsed) -> bool:
    return token.index > 0 and parsed.syntax.tokens[token.index - 1].upos == "PUNCT"


def _repeated(parsed: Parsed, grammar: NameGrammar, spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """The same words again, where the weights saw no name or only a part of one."""
    tokens = parsed.syntax.tokens
    forms = Counter[tuple[tuple[str, ...], str]]()
    for span in spans:
        if span.medium is None:
            forms[tuple(token.form for token in tokens[span.first : span.last]), span.kind] += 1
    kinds = {words: kind for (words, kind), _ in sorted(forms.items(), key=lambda item: item[1])}
    longest = max((len(words) for words in kinds), default=0)
    openings = {words[0] for words in kinds}
    for token in tokens:
        if token.form not in openings or not _may_be_name(token, parsed, grammar):
            continue
        for length in range(min(longest, len(tokens) - token.index), 0, -1):
            words = tuple(other.form for other in tokens[token.index : token.index + length])
            if words in kinds:
                yield NameSpan(first=token.index, last=token.index + length, kind=kinds[words])
                break


def scene_of(parsed: Parsed, span: NameSpan) -> NameScene:
    """Return a name with the word before it."""
    tokens = parsed.syntax.tokens
    before = tokens[span.first - 1] if span.first else None
    if before is not None and before.sentence != tokens[span.first].sentence:
        before = None
    return NameScene(tokens=tokens[span.first : span.last], before=before, kind=span.kind)
