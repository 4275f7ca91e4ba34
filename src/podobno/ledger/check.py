"""Check a ledger: every span against its text, every id against its content, every end of a link or judgement.

In:   an open ledger.
Out:  a problem for each thing that is not as it should be.
Not:  mending it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from podobno.ledger.spans import claim_spans
from podobno.ledger.store import DAMAGES, Ledger
from podobno.records.canonical import (
    read_article,
    read_claim,
    read_figure,
    read_judgement,
    read_link,
    read_problem,
)
from podobno.records.entries import Entry
from podobno.records.links import Link
from podobno.records.problems import Problem
from podobno.records.text import Span, content_id

MEND = "left it; take the file back from a copy, or read the article again into a new ledger"


def check_ledger(ledger: Ledger) -> Iterator[Problem]:
    """Yield what is wrong; nothing, where all is well."""
    for fault in ledger.faults():
        yield Problem(code="LEDGER-FILE", where=str(ledger.path), said=f"the file is damaged: {fault}", did=MEND)
    places, lengths = ledger.places(), dict[str, int]()
    for entry in ledger.entries():
        try:
            yield from _check_entry(entry, places, lengths)
        except DAMAGES as error:
            yield _problem("LEDGER-ID", entry, f"its content is no record ({error})")
    yield from _check_sketches(ledger, places)


def _check_entry(entry: Entry, places: Mapping[str, str | None], lengths: dict[str, int]) -> Iterator[Problem]:
    spans, names, id_ = tuple(_spans(entry, places)), tuple(_names(entry)), _id_of(entry)
    if entry.kind == "article":
        lengths[entry.id] = len(read_article(entry.body).text)
    if id_ != entry.id:
        yield _problem("LEDGER-ID", entry, "its id is not the hash of its content")
    for span in spans:
        if span.article not in lengths or span.end > lengths[span.article]:
            yield _problem("LEDGER-SPAN", entry, f"the span {span.start}..{span.end} lies outside its article")
    for name in names:
        if name not in places:
            yield _problem("LEDGER-END", entry, f"it is about {name}, which the ledger does not hold")


def _check_sketches(ledger: Ledger, places: Mapping[str, str | None]) -> Iterator[Problem]:
    for article, maker, body in ledger.links.sketches():
        try:
            held = [article, *(claim["id"] for claim in json.loads(body).get("claims", ()))]
        except DAMAGES as error:
            held, said = [], f"it is no record ({error})"
            yield Problem(code="LEDGER-ID", where=f"sketch of article {article} by {maker}", said=said, did=MEND)
        for id_ in (one for one in held if one not in places):
            said = f"it is about {id_}, which the ledger does not hold"
            yield Problem(code="LEDGER-END", where=f"sketch of article {article} by {maker}", said=said, did=MEND)


def _id_of(entry: Entry) -> str:
    return read_article(entry.body).id if entry.kind == "article" else content_id(entry.kind, entry.body)


def _spans(entry: Entry, places: Mapping[str, str | None]) -> Iterator[Span]:
    if entry.kind == "problem":
        problem = read_problem(entry.body)
        yield from (problem.span,) if problem.span is not None else ()
    if entry.kind == "figure":
        yield read_figure(entry.body).span
    if entry.kind == "claim":
        yield from claim_spans(read_claim(entry.body))
    if entry.kind == "link":
        yield from _evidence_spans(read_link(entry.body), places)


def _evidence_spans(link: Link, places: Mapping[str, str | None]) -> Iterator[Span]:
    """Yield the spans of the evidence; what lies in another article than its end lies nowhere."""
    for one in link.evidence:
        for end, span in ((link.a, one.a), (link.b, one.b)):
            if span is not None:
                yield span if span.article == places.get(end) else replace(span, article="")


def _names(entry: Entry) -> Iterator[str]:
    """Yield the ids of other entries that an entry is about."""
    if entry.kind == "link":
        link = read_link(entry.body)
        yield from (link.a, link.b)
    if entry.kind == "judgement":
        judgement = read_judgement(entry.body)
        yield from judgement.subjects if judgement.kind in ("claim", "article", "judgement") else ()


def _problem(code: str, entry: Entry, said: str) -> Problem:
    return Problem(code=code, where=f"{entry.kind} {entry.id}", said=said, did=MEND)
