"""A name before its base form is known.

In:   nothing.
Out:  NameSpan, and the scene that lang/namephrases.py wants.
Not:  finding spans: find/namespans.py.
"""

from dataclasses import dataclass

from podobno.lang.namephrases import NameScene
from podobno.records.parsed import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name before its base form is known."""

    first: int  # index of the first token
    last: int  # index after the last token
    kind: str  # one of NAME_KINDS
    medium: str | None = None  # base form of a medium that the pack lists; None: no medium


def scene_of(parsed: Parsed, span: NameSpan) -> NameScene:
    """Return a name with the word before it."""
    tokens = parsed.syntax.tokens
    before = tokens[span.first - 1] if span.first else None
    if before is not None and before.sentence != tokens[span.first].sentence:
        before = None
    return NameScene(tokens=tokens[span.first : span.last], before=before, kind=span.kind)
