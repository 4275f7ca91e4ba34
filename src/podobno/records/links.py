"""Link records: our judgement that two things belong together, with its reasons.

In:   nothing.
Out:  Evidence, Link, LINK_KINDS, Taking.
Not:  a person's judgement, which is records/judgements.py; where links are kept, which is the ledger.
"""

from dataclasses import dataclass

from podobno.records.errors import BadRecord
from podobno.records.text import Span

CLAIM_LINKS = ("same", "agrees", "conflicts", "denies", "succeeds")  # between claims
ARTICLE_LINKS = ("copy", "story")  # between articles
DIRECTED = ("denies", "succeeds")  # a denies b, a succeeds b; of all others a is the smaller id
LINK_KINDS = (*CLAIM_LINKS, *ARTICLE_LINKS)
TAKINGS = ("agency", "cited", "earlier", "unknown")  # why we think so


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason of a link: what stands on each side."""

    code: str  # "speaker", "words", "figure", "passage", ...: the key of its sentence in docs/reference/links.md
    a: Span | None = None  # in the first end's article; None: nothing in the text, such as the day of publication
    b: Span | None = None  # in the second end's


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two claims or two articles that belong together; a function of the two, so order of reading is nothing to it."""

    kind: str  # one of LINK_KINDS
    a: str  # id of a claim or an article
    b: str  # id of the other
    evidence: tuple[Evidence, ...]  # at least one
    score: float = 1.0  # probability that the link is right, 0 to 1
    rule: str = ""  # name of the rule that made it

    def __post_init__(self) -> None:
        if self.kind not in LINK_KINDS:
            raise BadRecord(f"unknown kind of link {self.kind!r}: one of {', '.join(LINK_KINDS)}")
        if self.a == self.b or (self.kind not in DIRECTED and self.a > self.b):
            raise BadRecord(f"the ends of a link must be two, the smaller id first: {self.a}, {self.b}")
        if not self.evidence:
            raise BadRecord(f"a link needs a reason ({self.kind} {self.a} {self.b})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """From whom the passages that two articles share were likely taken, and why we think so."""

    reason: str  # one of TAKINGS
    source: str | None = None  # id of the article that had them first, None: an agency's or unknown
    agency: str | None = None  # name of the agency whose words they are, None: no agency is named
    span: Span | None = None  # where the article that took them says so, None: it does not

    def __post_init__(self) -> None:
        if self.reason not in TAKINGS:
            raise BadRecord(f"unknown reason of a taking {self.reason!r}: one of {', '.join(TAKINGS)}")
        if (self.source is None and self.agency is None) != (self.reason == "unknown"):
            raise BadRecord(f"a taking for the reason {self.reason!r} names a source or an agency, an unknown one none")
