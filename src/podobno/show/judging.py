"""Take a person's judgements into the ledger, and list those that are there.

In:   ids as a person types them, names, grades, who signs.
Out:  entries of the ledger; a line for each judgement on standard output.
Not:  the judging itself, which is show/verdicts.py; what follows from it, which is ask/judgements.py.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from podobno.ledger.judgements import KeptJudgement
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.records.entries import Maker
from podobno.records.errors import BadUse
from podobno.records.judgements import Judgement
from podobno.records.problems import Problem
from podobno.run.clock import SystemClock
from podobno.show.answers import judgement_dict
from podobno.show.lines import print_line
from podobno.show.problems import print_problem
from podobno.show.settings import read_settings
from podobno.show.verdicts import (
    Signature,
    keep_chain,
    keep_claim,
    keep_date,
    keep_source,
    keep_together,
    keep_undoing,
)
from podobno.show.words import SHORT_ID, judgement_words

if TYPE_CHECKING:
    from podobno.run.pipeline import Stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who judges, why, and in which ledger."""

    by: str | None  # None: the setting, else the name that the machine knows the person by
    note: str | None
    ledger: Path | None
    as_json: bool


def judge_together(verdict: str, kind: str, given: Sequence[str], signing: Signing) -> None:
    """Judge that claims, articles or entities are the same, or that the first is none of the others."""
    _judge(signing, lambda book, by: [keep_together(book, verdict, kind, given, by)])


def judge_chain(claim: str, right: Sequence[str], signing: Signing) -> None:
    """Judge that the chain of a claim is wrong; right: its right chain, if the person knows it."""
    _judge(signing, lambda book, by: [keep_chain(book, claim, " ".join(right), by)])


def judge_source(name: str, grade: str, signing: Signing) -> None:
    """Grade a source from A to F."""
    _judge(signing, lambda book, by: [keep_source(book, name, grade, by)])


def judge_claim(claim: str, grade: str, signing: Signing) -> None:
    """Grade a claim from 1 to 6; with a letter before, B2, also whose word it is."""
    _judge(signing, lambda book, by: keep_claim(book, claim, grade, by))


def judge_date(article: str, day: str, signing: Signing) -> int:
    """Judge that an article was published at another time, read it under the right date, and return the exit code."""
    problems: list[Problem] = []

    def keep(book: Ledger, by: Signature) -> Iterator[KeptJudgement]:
        kept, outcome = keep_date(book, article, day, by, _opened)
        problems.extend(outcome.problems)
        yield kept
        if outcome.article is not None and not signing.as_json:
            sys.stdout.write(f"  article {outcome.article.id} is shown in its stead\n")

    _judge(signing, keep)
    for problem in problems:
        print_problem(problem, signing.as_json)
    return int(bool(problems))


def _opened() -> "tuple[Stages, Maker]":
    from podobno.run.makers import tell_maker
    from podobno.run.pipeline import open_stages

    stages = open_stages(parser=read_settings().parser)
    return stages, tell_maker(stages)


def undo_judgement(given: str, signing: Signing) -> None:
    """Take a judgement back; of one that takes another back, that other stands again."""
    _judge(signing, lambda book, by: [keep_undoing(book, given, by)])


def list_judgements(ledger: Path | None, known: str | None, *, is_all: bool, as_json: bool) -> None:
    """Print the judgements that stand, oldest first; is_all: also those that were undone, and what undid them."""
    with open_ledger(ledger or read_settings().ledger) as book:
        held = book.judgements.all(known=known) if is_all else book.judgements.standing(known=known)
    for kept in held:
        _tell(kept, as_json)
    if not held and not as_json:
        sys.stderr.write("no judgement. `podobno judge --help` tells how to give one.\n")


def _judge(signing: Signing, keep: Callable[[Ledger, Signature], Iterable[KeptJudgement]]) -> None:
    place = signing.ledger or read_settings().ledger
    with open_ledger(place):  # a judgement is about what is there: it makes no ledger
        pass
    with open_ledger(place, clock=SystemClock()) as book:
        for kept in keep(book, Signature(by=_signer(signing.by), note=signing.note or "")):
            _tell(kept, signing.as_json)


def _signer(given: str | None) -> str:
    name = given or read_settings().by or ""
    if not name.strip():
        raise BadUse("a judgement must be signed. Say who you are: --by 'Anna Nowak', or PODOBNO_BY.")
    return name.strip()


def _tell(kept: KeptJudgement, as_json: bool) -> None:
    words = judgement_words(kept.judgement, shown=_shown(kept.judgement))
    undone = "" if kept.stands else " (undone)"
    line = f"{kept.id[:SHORT_ID]}  {kept.judgement.moment[:10]}  {words}{undone}"
    print_line(
        {**judgement_dict(kept.id, kept.judgement), "stands": kept.stands},
        as_json,
        line.replace("{", "{{").replace("}", "}}"),
    )


def _shown(judgement: Judgement) -> tuple[str, ...]:
    is_id = judgement.kind in ("claim", "article", "judgement")
    return tuple(one[:SHORT_ID] if is_id else one for one in judgement.subjects)
