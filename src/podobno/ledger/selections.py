"""Say which claims are asked for, and the conditions in SQL that choose them.

In:   a selection.
Out:  conditions and their values.
Not:  running them: ledger/store.py.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from podobno.ledger.places import places_until
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds

# The newest reading of an article, of those that were known.
NEWEST = "(SELECT r.maker FROM reading r WHERE r.article = {article}{when} ORDER BY r.recorded DESC, r.maker LIMIT 1)"
WHEN = " AND substr(r.recorded, 1, ?) <= ?"
FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"  # where a question names no end
DAYS = "SELECT d.place FROM day d WHERE d.clock = ?"
WITHIN = "d.begin >= ? AND d.end <= ?"  # an open end is within nothing
COUNTED = "EXISTS (SELECT 1 FROM json_each(?) j JOIN counted f ON f.word = j.value AND f.place = c.place)"
TOUCHING = f"COALESCE(d.end, '{LAST_DAY}') >= ? AND COALESCE(d.begin, '{FIRST_DAY}') <= ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which claims are asked for; what is left out does not narrow."""

    words: tuple[tuple[str, ...], ...] = ()  # each word's possible lemmas; all words must be there
    by: tuple[str, ...] | None = None  # folded names; one of them must be in the chain; None: anybody's claims
    judged: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # folded chains that a person set right, by claim
    stance: str | None = None
    counting: tuple[str, ...] | None = None  # folded; only claims with a figure that has one of these words or units
    clocks: Clocks = ALL
    article: str | None = None  # id
    claim: str | None = None  # the start of its id, in hex digits
    ids: tuple[str, ...] | None = None  # whole ids of claims; None: any
    min_score: float | None = None  # 0 to 1
    limit: int | None = None  # only so many, those that were published last
    with_replaced: bool = False  # also claims of articles in whose stead another one is shown
    newest_first: bool = False  # by day of publication from the last: who wants a few need not wait for all


def score_column(selection: Selection) -> tuple[str, tuple[Any, ...]]:
    """The score that the newest reading gave, of those that were known."""
    known = selection.clocks.known
    when = "" if known is None else " AND (m.maker = e.maker OR substr(m.recorded, 1, ?) <= ?)"
    newest = f"m.score IS NOT NULL{when} ORDER BY m.recorded DESC, m.maker LIMIT 1"
    score = f"COALESCE((SELECT CAST(m.score AS REAL) FROM made m WHERE m.entry = e.id AND {newest}), 1.0)"
    return score, () if known is None else (len(known), known)


def choose(selection: Selection, replaced: Collection[str] = ()) -> tuple[str, str, tuple[Any, ...]]:
    """Return the tables to look in, with the claim as c, the conditions on it and its entry e, and their values.

    The first of the tables gives its rows by place, so that nothing need be sorted. replaced: articles, not to be seen.
    """
    told = [*_content_conditions(selection), *clock_conditions(selection.clocks, replaced)]
    where, values = " AND ".join(part for part, _ in told), tuple(value for _, values in told for value in values)
    return ("word JOIN claim c ON c.place = word.rowid" if selection.words else "claim AS c"), where, values


Condition = tuple[str, tuple[Any, ...]]


def _content_conditions(selection: Selection) -> Iterator[Condition]:
    if selection.words:
        match = " AND ".join("(" + " OR ".join(map(_quoted, word)) + ")" for word in selection.words)
        yield "word MATCH ?", (match,)
    if selection.counting is not None:
        yield COUNTED, (json.dumps(selection.counting),)
    if selection.by is not None:
        yield _by_condition(selection.by, selection.judged)
    if selection.stance is not None:
        yield "json_extract(e.body, '$.stance') = ?", (selection.stance,)
    if selection.min_score is not None:
        score, known = score_column(selection)
        yield f"{score} >= ?", (*known, selection.min_score)
    if selection.article is not None:
        yield "c.article = ?", (selection.article,)
    if selection.claim is not None:
        # "g" comes after every hex digit; the index serves a range
        yield "c.id BETWEEN ? AND ? || 'g'", (selection.claim, selection.claim)
    if selection.ids is not None:
        yield "c.id IN (SELECT value FROM json_each(?))", (json.dumps(selection.ids),)


def _by_condition(by: tuple[str, ...], judged: Mapping[str, tuple[str, ...]]) -> Condition:
    speaker = "c.place IN (SELECT place FROM speaker WHERE folded IN (SELECT value FROM json_each(?)))"
    if not judged:
        return speaker, (json.dumps(by),)
    told = [id_ for id_, chain in judged.items() if not set(by).isdisjoint(chain)]
    values = (json.dumps(by), json.dumps(list(judged)), json.dumps(told))
    listed = "c.id {}IN (SELECT value FROM json_each(?))"
    return f"({speaker} AND {listed.format('NOT ')} OR {listed.format('')})", values


def unreplaced(column: str, replaced: Collection[str]) -> Iterator[Condition]:
    """Yield the condition that an article is none of these; nothing, where there are none."""
    if replaced:
        yield f"{column} NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(replaced)),)


def clock_conditions(clocks: Clocks, replaced: Collection[str] = ()) -> Iterator[Condition]:
    """Yield the conditions on a claim c, and for `known` its entry e, that the clocks and replaced articles make."""
    known = clocks.known
    yield from unreplaced("c.article", replaced)
    # What a newer reading of the same article no longer says is the program's own older view, and not shown.
    newest = NEWEST.format(article="c.article", when="" if known is None else WHEN)
    values = () if known is None else (len(known), known)
    yield f"EXISTS (SELECT 1 FROM made m WHERE m.entry = c.id AND m.maker = {newest})", values
    if known is not None:
        yield "substr(e.recorded, 1, ?) <= ?", values
    if clocks.as_of is not None:
        yield "c.place BETWEEN ? AND ?", places_until(edtf_bounds(clocks.as_of)[1] or LAST_DAY)
    if clocks.said is not None:
        yield f"c.place IN ({DAYS} AND {WITHIN})", ("said", *_days(clocks.said))
    if clocks.about is not None:
        yield f"c.place IN ({DAYS} AND {TOUCHING})", ("about", *_days(clocks.about))


def choose_steps(clocks: Clocks, replaced: Collection[str] = ()) -> tuple[str, str, tuple[Any, ...]]:
    """Return the tables in which the steps s of chains lie with their claims, the conditions on these, their values."""
    told = list(clock_conditions(clocks, replaced))
    # CROSS JOIN: by the steps, which are few, and not by the claims of a stretch of days.
    entries = "" if clocks.known is None else " CROSS JOIN entry e ON e.id = c.id"
    where, values = " AND ".join(part for part, _ in told), tuple(value for _, values in told for value in values)
    return f"speaker s CROSS JOIN claim c ON c.place = s.place{entries}", where, values


def _days(value: str) -> tuple[str, str]:
    begin, end = edtf_bounds(value)
    return begin or FIRST_DAY, end or LAST_DAY


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
