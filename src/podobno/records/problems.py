"""Problem records: what the material held that we could not do.

In:   nothing.
Out:  Problem, and CODES with one line for each code; docs/reference/problems.md lists the same.
Not:  exceptions, which are records/errors.py.
"""

from dataclasses import dataclass

from podobno.records.errors import BadRecord
from podobno.records.text import Span

CODES = {
    "READ-EMPTY": "the file or field holds no text",
    "READ-BINARY": "the file is not text",
    "READ-ENCODING": "the bytes are not valid in the encoding they seem to have",
    "READ-NO-ARTICLE": "the page holds no main text",
    "READ-DENIED": "the file may not be read",
    "READ-MISSING": "there is nothing at that path",
    "READ-JSON": "the line is not a JSON object with a text",
    "READ-CHARACTERS": "the text holds characters that no text may hold",
    "READ-LOOP": "a link leads back to itself or to a folder above it",
    "READ-SKIPPED": "files of a folder have endings that hold no articles",
    "READ-TOO-LARGE": "the text is larger than the limit",
    "READ-ADDRESS": "the address is none of the open web",
    "READ-FETCH": "the address could not be fetched",
    "DATE-INVALID": "the date does not exist or is not a date",
    "LANG-NO-PACK": "there is no pack for the article's language",
    "LANG-UNKNOWN": "the article's language could not be told",
    "PARSE-FAILED": "the parser gave no tree for the article",
    "CLAIM-FAILED": "a stage failed on the article; its other entries stand",
    "LEDGER-FILE": "the ledger's file is damaged",
    "LEDGER-SPAN": "an entry's span does not hold the words it says",
    "LEDGER-ID": "an entry's id is not the hash of its content",
    "LEDGER-END": "an entry names another that the ledger does not hold",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the material that we could not do; the run went on."""

    code: str  # key of CODES
    where: str  # path, address, line or article id: what a person can open
    said: str  # what was wrong, with the words at fault
    did: str  # what was done instead, or what to do next
    span: Span | None = None  # the words at fault, None: no article text to point into

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise BadRecord(f"unknown problem code {self.code!r}: add it to CODES and to docs/reference/problems.md")
