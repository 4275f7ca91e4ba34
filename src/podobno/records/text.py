"""Text records: an article and the stretches of its text.

In:   nothing; these are the records that all others stand on.
Out:  Span, Article, and the id of a text.
Not:  tokens and trees, which are records/parsed.py.
"""

import hashlib
from dataclasses import dataclass, field
from functools import total_ordering

from podobno.records.errors import BadRecord

ID_LENGTH = 16  # hex digits: 64 bits; a collision among 10 million entries has odds of about 1 in 370,000


def content_id(*parts: str) -> str:
    """Return the id of some content: a hash over the parts, each joined with its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode("ascii"))
        digest.update(data)
    return digest.hexdigest()[:ID_LENGTH]


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one article's text: ``text[start:end]``, in code points, end excluded."""

    article: str  # Article.id
    start: int  # code points from the start of Article.text, 0 or more
    end: int  # code points, greater than start

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise BadRecord(f"a span must not be empty or negative: {self.start}..{self.end} of {self.article}")

    def __lt__(self, other: "Span") -> bool:
        return (self.article, self.start, self.end) < (other.article, other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a code point of the same article."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether every code point of the other lies in this one."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text, as published at one address and read at one moment."""

    text: str  # the only thing offsets count in; for a text file, the file's text as it stands
    title: str | None = None  # None: unknown. It may also stand at the start of the text
    url: str | None = None  # address as given, None: unknown
    outlet: str | None = None  # name or host ("polsatnews.pl"), None: unknown
    byline: str | None = None  # author as printed, None: unknown
    agency: str | None = None  # agency line at the end ("PAP"), None: unknown
    language: str | None = None  # ISO 639-1 code, None: could not be told
    published: str | None = None  # EDTF: "2023-11-02", or "2023-11" when only the month is known; None: unknown
    updated: str | None = None  # EDTF, None: unknown
    _id: str = field(init=False, repr=False, compare=False)  # hashed once: it is asked for with every span

    def __post_init__(self) -> None:
        object.__setattr__(self, "_id", content_id("article", self.text, self.url or "", self.published or ""))

    @property
    def id(self) -> str:
        """Id of the text with its address and date: the same text at the same place is the same article."""
        return self._id

    def quotation(self, span: Span) -> str:
        """Return the words of a span of this article; another article's span raises BadRecord."""
        if span.article != self.id or span.end > len(self.text):
            raise BadRecord(f"the span {span.start}..{span.end} of {span.article} does not lie in article {self.id}")
        return self.text[span.start : span.end]
