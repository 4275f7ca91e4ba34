"""Print results as lines: JSON for programs, words for people.

In:   plain dicts, or records.
Out:  lines on standard output.
Not:  tables, which are show/tables.py.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any


def print_line(told: Mapping[str, Any], as_json: bool, words: str) -> None:
    """Print one result: as JSON, or by a format string over its keys."""
    sys.stdout.write((json_line(told) if as_json else words.format(**told)) + "\n")


def json_line(told: Mapping[str, Any]) -> str:
    """Return one line of JSON, letters as they are, keys in their order."""
    return json.dumps(told, ensure_ascii=False, default=str)
