"""Read stored articles again and show what is read otherwise.

In:   articles as a person names them, the ledger's file.
Out:  the differences on standard output, problems and progress on standard error, an exit code.
Not:  the reading, which is run/reread.py.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from podobno.ask.articles import find_article
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.records.claims import Claim
from podobno.records.entries import Maker
from podobno.records.text import Article, Span
from podobno.run.clock import SystemClock
from podobno.run.makers import tell_maker
from podobno.run.pipeline import open_stages
from podobno.run.reread import Change, Difference, reread_into
from podobno.show.answers import article_dict, claim_dict
from podobno.show.lines import json_line
from podobno.show.problems import print_problem
from podobno.show.progress import progress
from podobno.show.settings import read_settings
from podobno.show.words import ARROW, SHORT_ID, UNKNOWN, bounds_words, chain_words, counted, known, speaker_words

DONE, PROBLEMS, STOPPED = 0, 1, 130  # exit codes, as in show/cli/faults.py
LONGEST = 70  # code points of a quotation: a line
DOTS = "\u2026"


def report_rereading(given: Sequence[str], ledger: Path | None, *, is_all: bool, as_json: bool) -> int:
    """Read articles again, all that another maker read last where none is named, and return the exit code."""
    asked = read_settings()
    place = ledger or asked.ledger
    with open_ledger(place):  # reading again makes no ledger
        pass
    stages = open_stages(parser=asked.parser)
    maker = tell_maker(stages)
    with open_ledger(place, clock=SystemClock()) as book:
        ids = _ids(book, given, None if is_all or given else maker)
        tally: Counter[str] = Counter()
        try:
            _tell_all(reread_into(book, ids, stages, maker), len(ids), tally, as_json)
        except KeyboardInterrupt:
            told = f"{_tally_words(tally)} of {len(ids):,}. What was read is kept; the same command again goes on"
            sys.stderr.write(f"\npodobno: stopped: {told}{', but begins anew with --all' if is_all else ''}.\n")
            return STOPPED
    if not as_json:
        sys.stdout.write(_tally_words(tally) + "\n")
    return PROBLEMS if tally["problems"] else DONE


def _ids(book: Ledger, given: Sequence[str], maker: Maker | None) -> list[str]:
    return [find_article(book, one).id for one in given] or book.article_ids(not_by=maker)


def _tell_all(differences: Iterator[Difference], total: int, tally: "Counter[str]", as_json: bool) -> None:
    with progress(has_lines=as_json) as update:
        for difference in differences:
            told = {"same": difference.same, "new": len(difference.new), "gone": len(difference.gone)}
            tally.update(
                {**told, "articles": 1, "changed": len(difference.changed), "problems": len(difference.problems)}
            )
            for problem in difference.problems:
                print_problem(problem, as_json)
            if as_json:
                sys.stdout.write(json_line(difference_dict(difference)) + "\n")
            elif not difference.is_empty:
                sys.stdout.write("\n".join(_difference_lines(difference)) + "\n")
            update(f"{tally['articles']:,} of {counted(total, 'article')} read again")


def _tally_words(tally: "Counter[str]") -> str:
    counts = f"{tally['new']:,} new, {tally['gone']:,} gone, {tally['changed']:,} changed, {tally['same']:,} as before"
    problems = f", {counted(tally['problems'], 'problem')}" if tally["problems"] else ""
    return f"{counted(tally['articles'], 'article')} read again: claims {counts}{problems}"


def difference_dict(difference: Difference) -> dict[str, Any]:
    """Return a difference for JSON: claims by id, of a changed one both with the fields that differ."""
    article = difference.article
    return {
        "article": article_dict(article),
        "same": difference.same,
        "new": [{"id": id_, **claim_dict(claim, article)} for id_, claim in difference.new.items()],
        "gone": [{"id": id_, **claim_dict(claim, article)} for id_, claim in difference.gone.items()],
        "changed": [_change_dict(change, article) for change in difference.changed],
        "recorded": difference.is_recorded,
    }


def _change_dict(change: Change, article: Article) -> dict[str, Any]:
    told = {name: [_value(name, one, article) for one in (change.old, change.new)] for name in change.fields}
    return {"old": change.old_id, "new": change.new_id, "fields": told}


def _difference_lines(difference: Difference) -> Iterator[str]:
    article = difference.article
    note = "" if difference.is_recorded else " (by the same maker: not recorded)"
    yield f"{article.id[:SHORT_ID]}  {known(article.published)}  {article.title or article.text[:LONGEST]!r}{note}"
    for sign, claims in (("+", difference.new), ("-", difference.gone)):
        for id_, claim in claims.items():
            yield f"  {sign} {id_[:SHORT_ID]}  {speaker_words(claim)}, {claim.stance}: {_words(claim, article)}"
    for change in difference.changed:
        ids = f"{change.old_id[:SHORT_ID]}{ARROW}{change.new_id[:SHORT_ID]}"
        yield f"  ~ {ids}  {speaker_words(change.new)}: {_words(change.new, article)}"
        for name in change.fields:
            old, new = (_value(name, one, article) for one in (change.old, change.new))
            yield f"      {name}: {old}{ARROW}{new}"


def _words(claim: Claim, article: Article) -> str:
    return _quoted(claim.content, article)


def _quoted(spans: Sequence[Span], article: Article) -> str:
    words = " ".join(f" {DOTS} ".join(article.quotation(span) for span in spans).split())
    return repr(words if len(words) <= LONGEST else words[:LONGEST] + DOTS)


def _value(name: str, claim: Claim, article: Article) -> str:
    """Return a field of a claim as a person reads it."""
    value = getattr(claim, name)
    if name == "content":
        return f"{_quoted(value, article)} {' '.join(f'[{span.start}:{span.end}]' for span in value)}"
    if name == "chain":
        return chain_words(value)
    if name == "figures":
        return ", ".join(f"{bounds_words(one)} {one.unit or ''} {one.kind}" for one in value) or UNKNOWN
    if name == "about":
        return ", ".join(one.value for one in value) or UNKNOWN
    if isinstance(value, Span):
        return f"{_quoted((value,), article)} [{value.start}:{value.end}]"
    return UNKNOWN if value is None else str(value)
