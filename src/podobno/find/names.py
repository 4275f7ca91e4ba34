"""Find names of people, bodies and places, with their base forms.

In:   a parsed article, whose syntax marks names; the media and names of the pack.
Out:  mentions in text order; none overlap. Each with its base form and the fullest name of the same entity here.
Not:  entities across articles; the parts of the work: find/namespans.py, namekinds.py, nameentities.py.
"""

from podobno.find.nameentities import with_entities
from podobno.find.namegrammar import NameGrammar
from podobno.find.namekinds import settle_kinds
from podobno.find.namespans import NameSpan, find_spans, scene_of
from podobno.lang.namephrases import NamePhrases
from podobno.records.parsed import Parsed
from podobno.records.text import Span
from podobno.records.values import Mention


def find_names(parsed: Parsed, grammar: NameGrammar) -> tuple[Mention, ...]:
    """Return the mentions of people, bodies and places."""
    words = (token.form for token in parsed.syntax.tokens if token.form[:1].isupper())
    phrases = NamePhrases(grammar.forms, grammar.labels, words)
    spans = find_spans(parsed, grammar, phrases)
    bases = [_base(parsed, span, phrases) for span in spans]
    settled = settle_kinds(parsed, spans, bases, grammar)
    mentions = [
        _mention(parsed, after, base if before is after else _base(parsed, after, phrases))
        for before, after, base in zip(spans, settled, bases, strict=True)
    ]
    return tuple(with_entities(parsed, mentions))


def _base(parsed: Parsed, span: NameSpan, phrases: NamePhrases) -> str:
    return span.medium or phrases.base(scene_of(parsed, span))


def _mention(parsed: Parsed, span: NameSpan, base: str) -> Mention:
    tokens = parsed.syntax.tokens
    place = Span(article=parsed.article.id, start=tokens[span.first].start, end=tokens[span.last - 1].end)
    return Mention(span=place, kind=span.kind, base=base, entity=base, first=span.first, last=span.last)
