"""Check a ledger: every span against its text, every id against its content.

In:   an open ledger.
Out:  a problem for each thing that is not as it should be.
Not:  mending it.
"""

from collections.abc import Iterator

from podobno.ledger.spans import claim_spans
from podobno.ledger.store import DAMAGES, Ledger
from podobno.records.canonical import read_article, read_claim, read_figure, read_problem
from podobno.records.entries import Entry
from podobno.records.problems import Problem
from podobno.records.text import Span, content_id

MEND = "left it; take the file back from a copy, or read the article again into a new ledger"


def check_ledger(ledger: Ledger) -> Iterator[Problem]:
    """Yield what is wrong; nothing, where all is well."""
    for fault in ledger.faults():
        yield Problem(code="LEDGER-FILE", where=str(ledger.path), said=f"the file is damaged: {fault}", did=MEND)
    lengths: dict[str, int] = {}
    for entry in ledger.entries():
        try:
            spans, id_ = tuple(_spans(entry)), _id_of(entry)
        except DAMAGES as error:
            yield _problem("LEDGER-ID", entry, f"its content is no record ({error})")
            continue
        if entry.kind == "article":
            lengths[entry.id] = len(read_article(entry.body).text)
        if id_ != entry.id:
            yield _problem("LEDGER-ID", entry, "its id is not the hash of its content")
        for span in spans:
            if span.article not in lengths or span.end > lengths[span.article]:
                yield _problem("LEDGER-SPAN", entry, f"the span {span.start}..{span.end} lies outside its article")


def _id_of(entry: Entry) -> str:
    return read_article(entry.body).id if entry.kind == "article" else content_id(entry.kind, entry.body)


def _spans(entry: Entry) -> Iterator[Span]:
    if entry.kind == "problem":
        problem = read_problem(entry.body)
        yield from (problem.span,) if problem.span is not None else ()
    if entry.kind == "figure":
        yield read_figure(entry.body).span
    if entry.kind == "claim":
        yield from claim_spans(read_claim(entry.body))


def _problem(code: str, entry: Entry, said: str) -> Problem:
    return Problem(code=code, where=f"{entry.kind} {entry.id}", said=said, did=MEND)
