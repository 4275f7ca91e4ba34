"""Tell which articles are not shown, since a person set their dates right, and which is shown in the stead of each.

In:   the judgements of dates, when they and the articles were recorded.
Out:  the id of each replaced article with the id of the one in its stead, as the ledger held them on a day.
Not:  leaving them out, which is done where articles, claims and names are selected.

An article that was read stands where the judgements of its date lead, from one date to the next. An article that came
into the ledger with such a judgement is shown only where one leads to it: when the judgement is undone, it goes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from podobno.ledger.database import Database
from podobno.ledger.judgements import JudgementTable, KeptJudgement
from podobno.records.text import Article

# In canonical JSON the quotation marks inside a text are written otherwise.
HAS_DATES = """SELECT 1 FROM entry WHERE kind = 'judgement' AND instr(body, '"verdict":"date"') LIMIT 1"""
RECORDED = "SELECT recorded FROM entry WHERE id = ? AND kind = 'article'"
MOST_HELD = 16  # days of recording at which one looks back and forth


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A judgement of a date: the same text is one article under the old date, and another one under the new."""

    old: str  # id of the article that was judged
    new: str  # id of the article with the right date
    recorded: str  # when the judgement was
    stands: bool


class ReplacementTable:
    """The replaced articles of an open ledger."""

    def __init__(self, database: Database, judgements: JudgementTable, read: Callable[[str], Article]) -> None:
        """Take an open database; read: gives an article by its id."""
        self._database, self._judgements, self._read = database, judgements, read
        self._state: tuple[int, int] | None = None
        self._held: dict[str | None, Mapping[str, str]] = {}

    def of(self, known: str | None = None) -> Mapping[str, str]:
        """Return the id of each replaced article with that of the one in its stead; known: as it was by that day."""
        state = self._database.state()
        if state != self._state or len(self._held) > MOST_HELD:
            self._state, self._held = state, {}
        if known not in self._held:
            self._held[known] = self._found(known)
        return self._held[known]

    def _found(self, known: str | None) -> Mapping[str, str]:
        if self._database.one(HAS_DATES) is None:
            return {}
        kept = [one for one in self._judgements.all(known=known) if one.judgement.verdict == "date"]
        subjects = {one.judgement.subjects[0] for one in kept}
        recorded = self._recorded(subjects, known)
        moves = [self._move(one) for one in kept if one.judgement.subjects[0] in recorded]
        recorded |= self._recorded({move.new for move in moves}, known)
        # Of a text that a person took out of the ledger's text form, what is there must go on being shown.
        return find_replaced([one for one in moves if one.new in recorded and one.new != one.old], recorded)

    def _recorded(self, ids: set[str], known: str | None) -> dict[str, str]:
        """Return when those articles were recorded that were by then."""
        rows = {id_: self._database.one(RECORDED, (id_,)) for id_ in ids}
        held = {id_: row[0] for id_, row in rows.items() if row is not None}
        return {id_: when for id_, when in held.items() if known is None or when[: len(known)] <= known}

    def _move(self, kept: KeptJudgement) -> Move:
        old = self._read(kept.judgement.subjects[0])
        new = replace(old, published=kept.judgement.value)
        return Move(old=old.id, new=new.id, recorded=kept.recorded, stands=kept.stands)


def find_replaced(moves: Sequence[Move], recorded: Mapping[str, str]) -> dict[str, str]:
    """Return each article that is not shown with the one in its stead; moves: oldest first; recorded: of articles."""
    givers = _givers(moves, recorded)
    leading = {move.old: place for place, move in enumerate(moves) if move.stands}  # of two the newer
    all_ = {id_ for move in moves for id_ in (move.old, move.new)}
    ends = {id_: _end(id_, leading, moves) for id_ in all_}
    shown = {ends[id_] for id_ in all_ if id_ not in givers}
    replaced = {}
    for id_ in all_ - shown:
        start = id_
        while ends[start] not in shown:
            start = givers[start]
        replaced[id_] = ends[start]
    return replaced


def _givers(moves: Sequence[Move], recorded: Mapping[str, str]) -> dict[str, str]:
    """Return the articles that came with a judgement, each with the one that was judged."""
    givers: dict[str, str] = {}
    own: set[str] = set()  # they were there to be judged before any judgement led to them
    for move in moves:
        own |= {move.old} - givers.keys()
        if move.new not in own and recorded[move.new] >= move.recorded:
            givers.setdefault(move.new, move.old)
    return givers


def _end(start: str, leading: Mapping[str, int], moves: Sequence[Move]) -> str:
    """Return where the judgements lead from an article; of some that lead round in a ring the newest has the word."""
    way = [start]
    while way[-1] in leading:
        following = moves[leading[way[-1]]].new
        if following in way:
            ring = way[way.index(following) :]
            return moves[max(leading[id_] for id_ in ring)].new
        way.append(following)
    return way[-1]
