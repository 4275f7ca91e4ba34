"""Read JSON lines: one article a line.

In:   the bytes of one line.
Out:  a draft, or the problem of that line.
Not:  the lines after it: a broken line says nothing of them.
"""

import json
from typing import Any

from podobno.read.charsets import Decoded, decode_bytes
from podobno.read.drafts import Draft
from podobno.read.rules import ReadRules
from podobno.records.problems import Problem

SHOWN_CHARS = 60  # of a broken line


def read_line(line: bytes, where: str, rules: ReadRules) -> Draft | Problem:
    """Return the draft of a JSON line, or what is wrong with it."""
    decoded = decode_bytes(line, rules.charsets, rules.settings.encoding)
    if not decoded.text:
        return Problem(code="READ-JSON", where=where, said=_said(decoded), did="passed the line over; save it as UTF-8")
    try:
        found = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        said = f"{_reason(error)}: {decoded.text.strip()[:SHOWN_CHARS]!r}"
        did = "passed the line over and read on; mend it and read the file again"
        return Problem(code="READ-JSON", where=where, said=said, did=did)
    return _draft(found, where, rules)


def _said(decoded: Decoded) -> str:
    return decoded.said or "the line is empty"


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"the JSON breaks off at character {error.pos + 1} ({error.msg})"
    return "the JSON is nested too deep" if isinstance(error, RecursionError) else "the line is no JSON"


def _draft(found: Any, where: str, rules: ReadRules) -> Draft | Problem:
    name = rules.settings.field_name("text")
    text = found.get(name) if isinstance(found, dict) else None
    if not isinstance(text, str):
        said = f"the object has no text in the field {name!r}" if isinstance(found, dict) else "it is no object"
        did = "passed the line over; name the right field with --fields text=NAME"
        return Problem(code="READ-JSON", where=where, said=said, did=did)
    values = {
        key: _string(found.get(rules.settings.field_name(key))) for key in ("title", "url", "published", "outlet")
    }
    return Draft(where=where, text=text, **values)


def _string(value: Any) -> str | None:
    """Return a field as text: a number may be meant (a year), a list or an object may not."""
    if isinstance(value, str):
        return value if value.strip() else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
