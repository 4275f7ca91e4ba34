"""What a caller may say about the articles that are read.

In:   options of the command line, or of a program.
Out:  ReadSettings.
Not:  the dates of the articles themselves: a wrong one is a problem there, and wrong use here.
"""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field

from podobno.read.dates import parse_date
from podobno.records.errors import BadUse

FIELDS = ("title", "text", "url", "published", "outlet")  # of a JSON line, unless the settings name others
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """What holds for every article of one reading; it outranks what the files say."""

    published: str | None = None  # day, month or year: "2023-11"; None: as the article says
    url: str | None = None  # address of the article, None: as the article says
    outlet: str | None = None  # name or host, None: from the address
    language: str | None = None  # ISO 639-1, None: told from the text
    fields: Mapping[str, str] = field(default_factory=dict)  # one of FIELDS to the field name in the lines
    encoding: str | None = None  # name of an encoding: "cp1250"; None: told from the bytes
    size_limit_bytes: int = 64 * MEBIBYTE  # of one file or one JSON line
    page_limit_chars: int = 8 * MEBIBYTE  # of one HTML page: a mebibyte takes more than a second
    text_limit_chars: int = 1_000_000  # of one article: longer ones are archives, and the parser chokes

    def __post_init__(self) -> None:
        unknown = sorted(set(self.fields) - set(FIELDS))
        if unknown:
            raise BadUse(f"unknown field {unknown[0]!r}: name one of {', '.join(FIELDS)}")
        if self.published is not None and parse_date(self.published) is None:
            raise BadUse(f"published {self.published[:80]!r}: there is no such day. Write 2024-10-23, 2024-10 or 2024.")
        if self.encoding is not None:
            _check_encoding(self.encoding)
        if min(self.size_limit_bytes, self.page_limit_chars, self.text_limit_chars) < 1:
            raise BadUse("a limit must be 1 or more")

    def field_name(self, key: str) -> str:
        """Return the name that a JSON line gives to one of FIELDS."""
        return self.fields.get(key, key)


def _check_encoding(name: str) -> None:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        raise BadUse(f"unknown encoding {name!r}: try utf-8, cp1250 or iso-8859-2") from None
    if not codec._is_text_encoding:
        raise BadUse(f"{name!r} is no encoding of text: try utf-8, cp1250 or iso-8859-2")
