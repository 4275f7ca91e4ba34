"""Find names of people, bodies and places, with their base forms.

In:   a parsed article, whose syntax marks names; the media and names of the pack.
Out:  mentions in text order; none overlap. Each with its base form and the fullest name of the same entity here.
Not:  entities across articles; the parts of the work: find/namespans.py, namekinds.py, nameentities.py.
"""

from collections.abc import Iterator

from podobno.find.nameentities import with_entities
from podobno.find.namegrammar import NameGrammar
from podobno.find.namekinds import settle_kinds
from podobno.find.namespan import NameSpan, scene_of
from podobno.find.namespans import find_spans
from podobno.lang.namephrases import NamePhrases
from podobno.records.parsed import Parsed
from podobno.records.text import Span
from podobno.records.values import Mention


def find_names(parsed: Parsed, grammar: NameGrammar) -> tuple[Mention, ...]:
    """Return the mentions of people, bodies and places."""
    phrases = NamePhrases(grammar.ballot, _words(parsed))
    spans = find_spans(parsed, grammar, phrases)
    bases = [_base(parsed, span, phrases) for span in spans]
    settled = settle_kinds(parsed, spans, bases, grammar)
    article = parsed.article.id  # a hash of the text, so it is asked for once
    mentions = [_mention(parsed, span, _base(parsed, span, phrases), article) for span in settled]
    return tuple(with_entities(parsed, mentions, grammar))


def _words(parsed: Parsed) -> Iterator[str]:
    """The words that may stand in names."""
    tokens = parsed.syntax.tokens
    for name in parsed.syntax.names:
        yield from (token.form for token in tokens[name.first : name.last])
    yield from (token.form for token in tokens if token.upos in ("PROPN", "X") and token.form[:1].isupper())


def _base(parsed: Parsed, span: NameSpan, phrases: NamePhrases) -> str:
    return span.medium or phrases.base(scene_of(parsed, span))


def _mention(parsed: Parsed, span: NameSpan, base: str, article: str) -> Mention:
    tokens = parsed.syntax.tokens
    place = Span(article=article, start=tokens[span.first].start, end=tokens[span.last - 1].end)
    return Mention(span=place, kind=span.kind, base=base, entity=base, first=span.first, last=span.last)
