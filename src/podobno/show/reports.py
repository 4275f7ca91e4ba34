"""Read into the ledger and tell how it goes: a line an article, progress, a closing line.

In:   paths and settings.
Out:  lines on standard output, problems and progress on standard error, an exit code.
Not:  the reading itself, which is run/local.py.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from textwrap import shorten
from typing import Any

from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.read.paths import read_paths
from podobno.read.settings import ReadSettings
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.clock import SystemClock
from podobno.run.local import Outcome, read_into
from podobno.run.makers import tell_maker
from podobno.run.pipeline import open_stages
from podobno.run.pool import read_with_jobs
from podobno.show.answers import article_dict
from podobno.show.lines import print_line
from podobno.show.problems import print_problem
from podobno.show.progress import progress
from podobno.show.settings import read_settings
from podobno.show.tally import Tally
from podobno.show.words import ELLIPSIS, counted, known

DONE, PROBLEMS, STOPPED = 0, 1, 130  # exit codes, as in show/cli/faults.py
BEFORE_TITLE = 36  # columns that a line takes before the title


def report_reading(paths: list[str], settings: ReadSettings, ledger: Path | None, jobs: int, as_json: bool) -> int:
    """Read what lies at the paths into the ledger, and return the exit code."""
    asked = read_settings()
    place = ledger or asked.ledger
    tally = Tally()
    with open_ledger(place, clock=SystemClock()) as book:
        try:
            _tell_all(_outcomes(book, read_paths(paths, settings), asked.parser, jobs), tally, as_json)
        except KeyboardInterrupt:
            told = f"stopped: {tally.words()}. What was read is in {place}; the same command again goes on."
            sys.stderr.write(f"\npodobno: {told}\n")
            return STOPPED
    if not as_json:
        sys.stdout.write(f"{tally.words()}, in {place}\n")
    return PROBLEMS if tally.problems else DONE


def _outcomes(book: Ledger, things: Iterable[Article | Problem], parser: str | None, jobs: int) -> Iterator[Outcome]:
    if jobs > 1:
        return read_with_jobs(book, things, parser, jobs)
    stages = open_stages(parser=parser)
    return read_into(book, things, stages, tell_maker(stages))


def _tell_all(outcomes: Iterator[Outcome], tally: Tally, as_json: bool) -> None:
    with progress(has_lines=as_json) as update:
        for outcome in outcomes:
            tally.add(outcome)
            for problem in outcome.problems:
                print_problem(problem, as_json)
            if outcome.article is not None:
                print_line(_outcome_dict(outcome), as_json, _outcome_words(outcome))
            update(tally.words())


def _outcome_dict(outcome: Outcome) -> dict[str, Any]:
    article = article_dict(outcome.article) if outcome.article else {}
    counts = {} if outcome.is_known else {"claims": outcome.claims, "figures": outcome.figures}
    return {**article, "known": outcome.is_known, **counts}


def _outcome_words(outcome: Outcome) -> str:
    article = outcome.article
    if article is None:
        return ""
    room = max(get_terminal_size().columns - BEFORE_TITLE - 1, BEFORE_TITLE)
    head = shorten(article.title or article.text[: 4 * room], room, placeholder=ELLIPSIS.rstrip())
    did = "known before" if outcome.is_known else counted(outcome.claims, "claim")
    words = f"{article.id[:8]}  {known(article.published):10}  {did:>12}  {head}"
    return words.replace("{", "{{").replace("}", "}}")  # print_line formats its words
