"""Write the values of an entry as lines that a person can review, and read them back.

In:   an entry's content as plain JSON values; the text of each article.
Out:  pairs of a key and what stands after it, every span with its words.
Not:  blocks and whole ledgers, which are ledger/text.py.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from podobno.records.errors import BadUse

LISTS = {  # of each kind of entry, the fields that hold several values: a line for each
    "claim": ("content", "chain", "about", "figures"),
    "figure": ("where",),
    "link": ("evidence",),
    "judgement": ("subjects",),
    "sketch": ("name", "quality"),
}
NAMING = {"link": ("a", "b"), "judgement": ("subjects",)}  # fields that name other entries
RECORDS = ("chain", "about", "figures", "evidence", "name", "quality")  # values of several fields, in one line
SWITCHES = {"true": True, "false": False}
BARE = re.compile(r"[\w.%+:/-]+")  # what needs no quotation marks inside a line
SPAN = re.compile(r'@(?:([\w.-]+):)?(?:(\d+)\.\.(\d+))?(?: ?("(?:[^"\\]|\\.)*"))?')
FIELD = re.compile(r"\s*(\w+)=")
WORD = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|([\w.%+:/-]+))(\S*)')
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\[(?:[^"\]]|"(?:[^"\\]|\\.)*")*\]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where values stand: the kind of entry, its article, and the texts and labels that spans point to."""

    kind: str
    article: str | None  # id; None: the entry belongs to none, and every span names its own
    text: Callable[[str], str]  # of an article, by id; one that is not there raises BadUse
    labels: Mapping[str, str]  # what a person wrote in place of an id, to that id


# Writing


def write_values(plain: Mapping[str, Any], place: Place) -> Iterator[tuple[str, str]]:
    """Yield the fields in the order of their names, those of spans first; a list gives a line for each value."""
    for key in sorted(plain, key=lambda key: (key not in ("span", "content"), key)):
        value = plain[key]
        for one in value if key in LISTS.get(place.kind, ()) else (value,):
            yield key, _written(one, place)


def _written(value: Any, place: Place) -> str:
    if _is_span(value):
        return _written_span(value, place)
    if isinstance(value, dict):
        first = [_written_span(value["span"], place)] if "span" in value else []
        return " ".join(first + [f"{key}={_token(value[key], place)}" for key in sorted(value) if key != "span"])
    if isinstance(value, bool):
        return str(value).lower()
    return value if _is_plain(value) else quoted(value)


def written_word(word: str) -> str:
    """Return a word as one of several in a line, in quotation marks where it would not come back the same."""
    return word if BARE.fullmatch(word) else quoted(word)


def _token(value: Any, place: Place) -> str:
    if isinstance(value, str):
        return written_word(value) if value not in SWITCHES else quoted(value)
    if isinstance(value, list):
        return f"[{','.join(map(quoted, value))}]"
    return _written(value, place)


def _written_span(span: Mapping[str, Any], place: Place) -> str:
    start, end = span["start"], span["end"]
    words = place.text(span["article"])[start:end]
    label = "" if span["article"] == place.article else f"{span['article']}:"
    return f"@{label}{start}..{end} {quoted(words)}"


def _is_span(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"article", "start", "end"}


def _is_plain(value: str) -> bool:
    is_odd = not value or value in SWITCHES or value != value.strip() or value[0] in '"@'
    return not is_odd and value.isprintable()


def quoted(value: str) -> str:
    """Return a text in quotation marks, all that no screen shows as escapes."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in json.dumps(value, ensure_ascii=False))


# Reading


def read_values(lines: Iterable[tuple[str, str]], place: Place) -> dict[str, Any]:
    """Return the fields that the lines give; what cannot be read raises BadUse without its place in the file."""
    plain: dict[str, Any] = {}
    lists = LISTS.get(place.kind, ())
    for key, written in lines:
        value: Any = _record(written, place) if key in RECORDS and key in lists else _value(written, place)
        if isinstance(value, str) and key in NAMING.get(place.kind, ()):
            value = place.labels.get(value, value)
        if key not in lists and key in plain:
            raise BadUse(f"{key!r} is given twice")
        plain[key] = [*plain.get(key, ()), value] if key in lists else value
    return plain


def split_words(written: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a line, each with what stands right behind it."""
    at = 0
    while at < len(written):
        found = WORD.match(written, at)
        if found is None:
            raise BadUse(f"here a word was expected: {written[at:]!r}")
        yield read_json(found[1]) if found[1] else found[2], found[3]
        at = found.end()


def _value(written: str, place: Place) -> Any:
    if written.startswith("@"):
        span, end = _span(written, 0, place)
        if end != len(written):
            raise BadUse(f"nothing may stand after the span: {written[end:]!r}")
        return span
    return read_json(written) if written.startswith('"') else SWITCHES.get(written, written)


def _record(written: str, place: Place) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    at = 0
    if written.startswith("@"):
        plain["span"], at = _span(written, 0, place)
    while at < len(written):
        field = FIELD.match(written, at)
        if field is None:
            raise BadUse(f"here a field was expected, such as name=...: {written[at:]!r}")
        plain[field[1]], at = _field(written, field.end(), place)
    return plain


def _field(written: str, at: int, place: Place) -> tuple[Any, int]:
    if written.startswith("@", at):
        return _span(written, at, place)
    found = QUOTED.match(written, at)
    if found is not None:
        return read_json(found[0]), found.end()
    bare = BARE.match(written, at)
    if bare is None:
        raise BadUse(f"here a value was expected: {written[at:]!r}")
    return SWITCHES.get(bare[0], bare[0]), bare.end()


def _span(written: str, at: int, place: Place) -> tuple[dict[str, Any], int]:
    """Read a span; its words must stand there, and may stand alone where the article has them once."""
    found = SPAN.match(written, at)
    if found is None or not (found[2] or found[4]):
        raise BadUse(f"this is no span: {written[at:]!r}. Write @start..end and the words in quotation marks")
    article = place.labels.get(found[1], found[1]) if found[1] else place.article
    if article is None:
        raise BadUse(f"the span names no article: {written[at:]!r}")
    text = place.text(article)
    words = read_json(found[4]) if found[4] else None
    start, end = (int(found[2]), int(found[3])) if found[2] else _placed(words or "", text)
    if words is not None and text[start:end] != words:
        raise BadUse(f"at {start}..{end} of article {article} stands {text[start:end]!r}, not {words!r}")
    return {"article": article, "start": start, "end": end}, found.end()


def _placed(words: str, text: str) -> tuple[int, int]:
    if text.count(words) != 1:
        raise BadUse(f"the article has the words {words!r} {text.count(words)} times. Give their place: @start..end")
    return text.index(words), text.index(words) + len(words)


def read_json(written: str) -> Any:
    """Return what stands in quotation marks; what cannot be read raises BadUse."""
    try:
        return json.loads(written)
    except json.JSONDecodeError as error:
        raise BadUse(f"{written!r} is no text in quotation marks ({error})") from None
