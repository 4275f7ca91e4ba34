"""Judgement records: what a person decides, which outranks what the program found.

In:   nothing.
Out:  Judgement, VERDICTS, KINDS.
Not:  how a judgement is applied to a view, which is ask/judgements.py; the program's own links, which are links.py.
"""

from dataclasses import dataclass

from podobno.records.edtf import edtf_bounds
from podobno.records.errors import BadRecord

KINDS = {  # verdict -> what its subjects may be
    "same": ("claim", "article", "entity"),  # one utterance, one story, one person or body
    "apart": ("claim", "article", "entity"),  # the first is none of what the others are
    "chain": ("claim",),  # the chain is wrong; the value is the right one
    "date": ("article",),  # it was published at another time; the value is the right day, month or year
    "grade": ("source", "claim"),  # after the Admiralty: a letter on the source, a digit on the claim
    "undo": ("judgement",),  # as if the judgement had not been given
}
VERDICTS = tuple(KINDS)
RELIABILITY = "ABCDEF"  # of a source: A completely reliable ... E unreliable, F cannot be judged
CREDIBILITY = "123456"  # of a claim: 1 confirmed by others ... 5 improbable, 6 cannot be judged
GRADES = {"source": RELIABILITY, "claim": CREDIBILITY}
STEP = ">"  # between the sources of a right chain, from the article inward to the origin
SEVERAL = ("same", "apart")  # verdicts with two subjects or more; all others have one


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one person decided at one moment."""

    verdict: str  # one of VERDICTS
    kind: str  # what the subjects are: "claim", "article", "entity", "source", "judgement"
    subjects: tuple[str, ...]  # ids of claims, articles or judgements, as they were then; names of entities, sources
    by: str  # who signs it
    moment: str  # when it was given, ISO 8601 with zone
    value: str = ""  # of a chain "Reuters > Steffen Seibert", empty: only wrong; of a grade "B" or "2"; of a date EDTF
    note: str = ""  # in the person's words

    def __post_init__(self) -> None:
        if self.kind not in KINDS.get(self.verdict, ()):
            raise BadRecord(f"there is no judgement {self.verdict!r} of a {self.kind!r}")
        if not self.by.strip():
            raise BadRecord("a judgement must be signed")
        if not all(one.strip() for one in self.subjects) or len(set(self.subjects)) != len(self.subjects):
            raise BadRecord(f"the subjects of a judgement must be different and not empty: {self.subjects}")
        if (len(self.subjects) < 2) if self.verdict in SEVERAL else (len(self.subjects) != 1):
            raise BadRecord(f"a judgement {self.verdict!r} has the wrong number of subjects: {len(self.subjects)}")
        if self.verdict == "grade" and (len(self.value) != 1 or self.value not in GRADES[self.kind]):
            raise BadRecord(f"the grade of a {self.kind} is one of {', '.join(GRADES[self.kind])}, not {self.value!r}")
        if self.verdict == "chain" and self.value and not all(self.chain):
            raise BadRecord(f"a chain is names with {STEP!r} between them, not {self.value!r}")

        if self.verdict == "date" and None in edtf_bounds(self.value):
            raise BadRecord(f"an article is published on a day, in a month or a year, not {self.value!r}")

    @property
    def chain(self) -> tuple[str, ...]:
        """The right chain of a claim, from the article inward; empty: none is given."""
        return tuple(name.strip() for name in self.value.split(STEP)) if self.verdict == "chain" and self.value else ()
