"""The judgements of an open ledger: kept like any entry, and standing until another one undoes them.

In:   a judgement.
Out:  the judgements that stand, as this ledger held them on a day.
Not:  which claims they are about today, which is ask/judgements.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from podobno.ledger.entries import EntryTable
from podobno.records.canonical import judgement_id, to_json
from podobno.records.entries import Person
from podobno.records.judgements import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptJudgement:
    """A judgement as the ledger keeps it."""

    id: str
    judgement: Judgement
    recorded: str  # moment, ISO 8601 in UTC
    stands: bool = True  # no judgement that stands undoes it


class JudgementTable:
    """The judgements of an open ledger."""

    def __init__(self, entries: EntryTable, read: Callable[[str], Judgement]) -> None:
        """Take the entries of an open ledger; read: gives a judgement by its body, or raises LedgerError."""
        self._entries, self._read = entries, read

    def add(self, judgement: Judgement) -> str:
        """Keep a judgement, and return its id."""
        key = judgement_id(judgement)
        with self._entries.writing():
            self._entries.add("judgement", None, to_json(judgement), Person(name=judgement.by), id_=key)
        return key

    def all(self, *, known: str | None = None) -> list[KeptJudgement]:
        """Return what was recorded by the end of a day, oldest first, each with whether it stands."""
        held = list(self._held(known))
        undoing: dict[str, list[str]] = {}
        for one in held:
            if one.judgement.verdict == "undo":
                undoing.setdefault(one.judgement.subjects[0], []).append(one.id)
        standing = _standing([one.id for one in held], undoing)
        return [
            KeptJudgement(id=one.id, judgement=one.judgement, recorded=one.recorded, stands=one.id in standing)
            for one in held
        ]

    def standing(self, *, known: str | None = None) -> list[KeptJudgement]:
        """Return the judgements that nothing undoes, oldest first; those that undo others are not among them."""
        return [one for one in self.all(known=known) if one.stands and one.judgement.verdict != "undo"]

    def _held(self, known: str | None) -> Iterator[KeptJudgement]:
        entries = self._entries.all("judgement")
        held = (one for one in entries if known is None or one.recorded[: len(known)] <= known)
        read = (KeptJudgement(id=one.id, judgement=self._read(one.body), recorded=one.recorded) for one in held)
        yield from sorted(read, key=lambda one: (one.judgement.moment, one.id))


def _standing(ids: list[str], undoing: dict[str, list[str]]) -> set[str]:
    """Return those that no standing one undoes. An id is a hash that covers what it undoes: no circle is possible."""
    stands: dict[str, bool] = {}
    waiting = list(ids)
    while waiting:
        one = waiting[-1]
        open_ = [other for other in undoing.get(one, ()) if other not in stands]
        if open_:
            waiting += open_
            continue
        stands[waiting.pop()] = not any(stands[other] for other in undoing.get(one, ()))
    return {one for one in ids if stands[one]}
