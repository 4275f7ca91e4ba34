"""Take a person's judgement into an open ledger: the same for the command and for the pages.

In:   ids as a person types them, names, grades, who signs; a ledger that is open to be written.
Out:  the judgements that were kept; what is no judgement raises BadUse with what to write instead.
Not:  asking and telling: show/judging.py for the command, show/web/pages/judgements.py for the pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from podobno.ask.articles import find_article
from podobno.ledger.judgements import KeptJudgement
from podobno.ledger.prefixes import find_claim, find_judgement
from podobno.ledger.store import Ledger
from podobno.read.dates import parse_date
from podobno.records.errors import BadRecord, BadUse
from podobno.records.judgements import CREDIBILITY, RELIABILITY, STEP, Judgement
from podobno.run.clock import SystemClock

if TYPE_CHECKING:
    from podobno.run.local import Outcome
    from podobno.run.redating import Opened

Asked = tuple[str, str, tuple[str, ...], str]  # verdict, kind, subjects, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who judges, and why."""

    by: str  # as the person signs; nothing but white space is no name
    note: str = ""  # in the person's words


def keep_together(book: Ledger, verdict: str, kind: str, given: Sequence[str], by: Signature) -> KeptJudgement:
    """Keep that claims, articles or entities are the same, or that the first is none of the others."""
    if len(given) < 2:
        raise BadUse(f"one {kind} alone can be neither the same nor another. Name two or more.")
    subjects = tuple(_id(book, kind, one) for one in given)
    if len(set(subjects)) < len(subjects):
        raise BadUse(f"two of {', '.join(given)} are one {kind}. Name different ones.")
    return _keep(book, by, (verdict, kind, subjects, ""))


def keep_chain(book: Ledger, claim: str, right: str, by: Signature) -> KeptJudgement:
    """Keep that the chain of a claim is wrong; right: its right chain, empty where the person does not know it."""
    chain = [name.strip() for name in right.split(STEP)]
    if right.strip() and not all(chain):
        raise BadUse(f"{right!r} is no chain. Write names from the article inward: 'Reuters > Jan Nowak'.")
    subject = find_claim(book, claim).id
    return _keep(book, by, ("chain", "claim", (subject,), f" {STEP} ".join(filter(None, chain))))


def keep_source(book: Ledger, name: str, grade: str, by: Signature) -> KeptJudgement:
    """Keep a grade of a source, from A to F."""
    letter = grade.strip().upper()
    if len(letter) != 1 or letter not in RELIABILITY:
        raise BadUse(f"{grade!r} is no grade of a source. Write A (completely reliable) to E, or F: cannot be judged.")
    return _keep(book, by, ("grade", "source", (name.strip(),), letter))


def keep_claim(book: Ledger, claim: str, grade: str, by: Signature) -> list[KeptJudgement]:
    """Keep a grade of a claim, from 1 to 6; with a letter before, B2, also one of whose word it is."""
    letter, digit = grade.strip().upper()[:-1], grade.strip()[-1:]
    if digit not in CREDIBILITY or not digit or (letter and letter not in RELIABILITY) or len(letter) > 1:
        raise BadUse(
            f"{grade!r} is no grade of a claim. Write 1 (confirmed) to 5, 6: cannot be judged, or B2 for both."
        )
    kept = find_claim(book, claim)
    if letter and kept.claim.origin is None:
        raise BadUse(f"nobody is named for claim {kept.id}, so there is no source to grade. Write {digit} alone.")
    graded: list[Asked] = [("grade", "claim", (kept.id,), digit)]
    if letter and kept.claim.origin is not None:
        graded.insert(0, ("grade", "source", (kept.claim.origin.name,), letter))
    return [_keep(book, by, one) for one in graded]


def keep_date(book: Ledger, article: str, day: str, by: Signature, opened: "Opened") -> "tuple[KeptJudgement, Outcome]":
    """Keep that an article was published at another time, and read it under the right date."""
    from podobno.run.redating import record_date  # no other judgement needs what reads

    found, published = find_article(book, article), parse_date(day)
    if published is None:
        raise BadUse(f"{day!r} is no day. Write 2024-10-23, 2024-10 or 2024.")
    if found.id in book.replaced():
        other = book.replaced()[found.id]
        raise BadUse(f"article {found.id} was replaced by {other}, since its date was set right. Name that one.")
    if published == found.published:
        raise BadUse(f"article {found.id} has the date {published} already. Give another one.")
    done = record_date(book, _judgement(by, ("date", "article", (found.id,), published)), opened)
    return _kept(book, done.judgement), done.outcome


def keep_undoing(book: Ledger, given: str, by: Signature) -> KeptJudgement:
    """Take a judgement back; of one that takes another back, that other stands again."""
    kept = find_judgement(book, given)
    if not kept.stands:
        raise BadUse(f"judgement {kept.id} is undone already. `podobno judge list --all` shows by which.")
    return _keep(book, by, ("undo", "judgement", (kept.id,), ""))


def _id(book: Ledger, kind: str, given: str) -> str:
    if kind == "claim":
        return find_claim(book, given).id
    return find_article(book, given).id if kind == "article" else given.strip()


def _keep(book: Ledger, by: Signature, asked: Asked) -> KeptJudgement:
    return _kept(book, book.judgements.add(_judgement(by, asked)))


def _kept(book: Ledger, key: str) -> KeptJudgement:
    return next(kept for kept in book.judgements.all() if kept.id == key)


def _judgement(by: Signature, asked: Asked) -> Judgement:
    verdict, kind, subjects, value = asked
    moment = SystemClock().now().isoformat(timespec="microseconds")
    told = {"moment": moment, "value": value, "note": by.note.strip()}
    try:
        return Judgement(verdict=verdict, kind=kind, subjects=subjects, by=by.by.strip(), **told)
    except BadRecord as error:
        raise BadUse(f"{error}. See `podobno judge --help`.") from None
