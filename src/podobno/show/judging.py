"""Take a person's judgements into the ledger, and list those that are there.

In:   ids as a person types them, names, grades, who signs.
Out:  entries of the ledger; a line for each judgement on standard output.
Not:  what follows from a judgement, which is ask/judgements.py.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from podobno.ask.articles import find_article
from podobno.ledger.judgements import KeptJudgement
from podobno.ledger.opening import open_ledger
from podobno.ledger.prefixes import find_claim, find_judgement
from podobno.ledger.store import Ledger
from podobno.records.errors import BadRecord, BadUse
from podobno.records.judgements import CREDIBILITY, RELIABILITY, STEP, Judgement
from podobno.run.clock import SystemClock
from podobno.show.answers import judgement_dict
from podobno.show.lines import print_line
from podobno.show.settings import read_settings
from podobno.show.words import SHORT_ID, judgement_words

Asked = tuple[str, str, tuple[str, ...], str]  # verdict, kind, subjects, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who judges, why, and in which ledger."""

    by: str | None  # None: the setting, else the name that the machine knows the person by
    note: str | None
    ledger: Path | None
    as_json: bool


def judge_together(verdict: str, kind: str, given: Sequence[str], signing: Signing) -> None:
    """Judge that claims, articles or entities are the same, or that the first is none of the others."""
    if len(given) < 2:
        raise BadUse(f"one {kind} alone can be neither the same nor another. Name two or more.")
    with _opened(signing) as book:
        subjects = tuple(_id(book, kind, one) for one in given)
        if len(set(subjects)) < len(subjects):
            raise BadUse(f"two of {', '.join(given)} are one {kind}. Name different ones.")
        _add(book, signing, (verdict, kind, subjects, ""))


def judge_chain(claim: str, right: Sequence[str], signing: Signing) -> None:
    """Judge that the chain of a claim is wrong; right: its right chain, if the person knows it."""
    chain = [name.strip() for name in " ".join(right).split(STEP)]
    if right and not all(chain):
        raise BadUse(f"{' '.join(right)!r} is no chain. Write names from the article inward: 'Reuters > Jan Nowak'.")
    with _opened(signing) as book:
        _add(book, signing, ("chain", "claim", (find_claim(book, claim).id,), f" {STEP} ".join(filter(None, chain))))


def judge_source(name: str, grade: str, signing: Signing) -> None:
    """Grade a source from A to F."""
    letter = grade.strip().upper()
    if len(letter) != 1 or letter not in RELIABILITY:
        raise BadUse(f"{grade!r} is no grade of a source. Write A (completely reliable) to E, or F: cannot be judged.")
    with _opened(signing) as book:
        _add(book, signing, ("grade", "source", (name.strip(),), letter))


def judge_claim(claim: str, grade: str, signing: Signing) -> None:
    """Grade a claim from 1 to 6; with a letter before, B2, also whose word it is."""
    letter, digit = grade.strip().upper()[:-1], grade.strip()[-1:]
    if digit not in CREDIBILITY or not digit or (letter and letter not in RELIABILITY) or len(letter) > 1:
        raise BadUse(
            f"{grade!r} is no grade of a claim. Write 1 (confirmed) to 5, 6: cannot be judged, or B2 for both."
        )
    with _opened(signing) as book:
        kept = find_claim(book, claim)
        if letter and kept.claim.origin is None:
            raise BadUse(f"nobody is named for claim {kept.id}, so there is no source to grade. Write {digit} alone.")
        if letter and kept.claim.origin is not None:
            _add(book, signing, ("grade", "source", (kept.claim.origin.name,), letter))
        _add(book, signing, ("grade", "claim", (kept.id,), digit))


def undo_judgement(given: str, signing: Signing) -> None:
    """Take a judgement back; of one that takes another back, that other stands again."""
    with _opened(signing) as book:
        kept = find_judgement(book, given)
        if not kept.stands:
            raise BadUse(f"judgement {kept.id} is undone already. `podobno judge list --all` shows by which.")
        _add(book, signing, ("undo", "judgement", (kept.id,), ""))


def list_judgements(ledger: Path | None, known: str | None, *, is_all: bool, as_json: bool) -> None:
    """Print the judgements that stand, oldest first; is_all: also those that were undone, and what undid them."""
    with open_ledger(ledger or read_settings().ledger) as book:
        held = book.judgements.all(known=known) if is_all else book.judgements.standing(known=known)
    for kept in held:
        _tell(kept, as_json)
    if not held and not as_json:
        sys.stderr.write("no judgement. `podobno judge --help` tells how to give one.\n")


def _opened(signing: Signing) -> Ledger:
    place = signing.ledger or read_settings().ledger
    with open_ledger(place):  # a judgement is about what is there: it makes no ledger
        pass
    return open_ledger(place, clock=SystemClock())


def _id(book: Ledger, kind: str, given: str) -> str:
    if kind == "claim":
        return find_claim(book, given).id
    return find_article(book, given).id if kind == "article" else given.strip()


def _add(book: Ledger, signing: Signing, asked: Asked) -> None:
    verdict, kind, subjects, value = asked
    moment = SystemClock().now().isoformat(timespec="microseconds")
    told = {"moment": moment, "value": value, "note": signing.note or ""}
    try:
        judgement = Judgement(verdict=verdict, kind=kind, subjects=subjects, by=_signer(signing.by), **told)
    except BadRecord as error:
        raise BadUse(f"{error}. See `podobno judge --help`.") from None
    key = book.judgements.add(judgement)
    _tell(next(kept for kept in book.judgements.all() if kept.id == key), signing.as_json)


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
