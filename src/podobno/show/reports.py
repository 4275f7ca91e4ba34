"""Read into the ledger and tell how it goes: a line an article, progress, a closing line.

In:   paths and settings.
Out:  lines on standard output, problems and progress on standard error, an exit code.
Not:  the reading itself, which is run/local.py.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from textwrap import shorten
from typing import Any

from podobno.ledger.store import Ledger, open_ledger
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
from podobno.show.settings import read_settings
from podobno.show.words import ELLIPSIS, counted, known

DONE, PROBLEMS, STOPPED = 0, 1, 130  # exit codes, as in show/cli/faults.py
BEFORE_TITLE = 36  # columns that a line takes before the title


@dataclass(slots=True)
class Tally:
    """What a run did so far."""

    new: int = 0
    known: int = 0
    claims: int = 0
    problems: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.article is not None:
            self.known += outcome.is_known
            self.new += not outcome.is_known
        self.claims += outcome.claims
        self.problems += len(outcome.problems)

    def words(self) -> str:
        """Return "12 articles read, 3 known before, 98 claims, 1 problem"."""
        parts = [f"{counted(self.new, 'article')} read", f"{self.known:,} known before" if self.known else ""]
        parts += [counted(self.claims, "claim"), counted(self.problems, "problem") if self.problems else ""]
        return ", ".join(part for part in parts if part)


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
    with _progress(is_wanted=not as_json and sys.stderr.isatty()) as update:
        for outcome in outcomes:
            tally.add(outcome)
            for problem in outcome.problems:
                print_problem(problem, as_json)
            if outcome.article is not None:
                print_line(_outcome_dict(outcome), as_json, _outcome_words(outcome))
            update(tally.words())


@contextmanager
def _progress(*, is_wanted: bool) -> Iterator[Any]:
    if not is_wanted:
        yield lambda words: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    screen = Console(stderr=True)
    # Standard output is rich's to move out of the way only where it is on the same screen.
    with Progress(*columns, console=screen, transient=True, redirect_stdout=sys.stdout.isatty()) as progress:
        task = progress.add_task("reading")
        yield lambda words: progress.update(task, description=words)


def _outcome_dict(outcome: Outcome) -> dict[str, Any]:
    article = article_dict(outcome.article) if outcome.article else {}
    return {**article, "claims": outcome.claims, "figures": outcome.figures, "known": outcome.is_known}


def _outcome_words(outcome: Outcome) -> str:
    article = outcome.article
    if article is None:
        return ""
    room = max(get_terminal_size().columns - BEFORE_TITLE - 1, BEFORE_TITLE)
    head = shorten(article.title or article.text[: 4 * room], room, placeholder=ELLIPSIS)
    did = "known before" if outcome.is_known else counted(outcome.claims, "claim")
    words = f"{article.id[:8]}  {known(article.published):10}  {did:>12}  {head}"
    return words.replace("{", "{{").replace("}", "}}")  # print_line formats its words
