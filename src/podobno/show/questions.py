"""Ask a ledger and show the answers, as pages for people or as JSON lines.

In:   questions, the ledger's file.
Out:  answers on standard output; what should be known beside them on standard error.
Not:  the answers themselves, which are ask; how they look, which is show/pages.py.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.entities import Question, with_other_names
from podobno.ask.figures import FigureAnswer, FigureQuestion, ask_figures
from podobno.ledger.check import check_ledger
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.read.dates import parse_date
from podobno.records.claims import STANCES
from podobno.records.clocks import Clocks
from podobno.records.errors import BadUse
from podobno.run.words import open_lemmas, open_names
from podobno.show.answers import answer_dict, figure_dict
from podobno.show.lines import print_line
from podobno.show.problems import print_problem
from podobno.show.settings import read_settings
from podobno.show.words import counted

BLANK = " "
MOST_SHOWN = 200  # claims or figures on a screen, the newest; of more, those that --limit asks for
OLDER = "; there are older ones: --limit NUMBER shows more"
NOUNS = {"problem": "reading problem"}  # of an entry, not of the ledger

if TYPE_CHECKING:
    from rich.console import Console


def open_book(ledger: Path | None) -> Ledger:
    """Open the ledger that is named, or the one of the settings, to be read."""
    return open_ledger(ledger or read_settings().ledger)


def check_clocks(as_of: str | None, known: str | None, said: str | None, about: str | None) -> Clocks:
    """Return the clocks of a question; what is no day raises BadUse."""
    return Clocks(as_of=check_day(as_of), known=check_day(known), said=check_days(said), about=check_days(about))


def check_day(given: str | None) -> str | None:
    """Return a day, month or year as it is; anything else raises BadUse."""
    if given is None:
        return None
    day = parse_date(given)
    if day is None:
        raise BadUse(f"{given!r} is no day. Write 2024-10-23, 2024-10 or 2024.")
    return day


def check_days(given: str | None) -> str | None:
    """Return a day, month, year or two of them with a slash between, as EDTF; anything else raises BadUse."""
    if given is None:
        return None
    ends = [parse_date(end) if end.strip(" .") else "" for end in given.split("/")]
    if len(ends) > 2 or None in ends or not any(ends):
        raise BadUse(f"{given!r} are no days. Write 2024-10-23, 2024-10, 2024, or 2024-10-01/2024-10-23.")
    return "/".join(end or ".." for end in ends)


def check_stance(given: str | None) -> str | None:
    """Return a stance as it is; anything else raises BadUse."""
    if given is not None and given not in STANCES:
        raise BadUse(f"{given!r} is no stance. Write one of {', '.join(STANCES)}.")
    return given


def as_meant(book: Ledger, question: Question) -> Question:
    """Return a question by a name as one by all names of whoever is meant."""
    return question if question.by is None else with_other_names(book, question, open_names(), open_lemmas())


def cut(question: Question, as_json: bool) -> tuple[Question, bool]:
    """Return what is asked for a screen, one more than it shows, and whether that is so.

    A person reads no thousands; a program that asks for lines gets all.
    """
    is_cut = question.limit is None and not as_json
    return (replace(question, limit=MOST_SHOWN + 1) if is_cut else question), is_cut


def show_claims(question: ClaimQuestion, ledger: Path | None, as_json: bool) -> None:
    """Show the claims that a question asks for."""
    with open_book(ledger) as book:
        asked, is_cut = cut(question, as_json)
        answers = list(ask_claims(book, as_meant(book, asked), open_lemmas()))
        more = is_cut and len(answers) > MOST_SHOWN
        answers = answers[-MOST_SHOWN:] if more else answers
        if as_json:
            print_lines(map(answer_dict, answers))
        else:
            from podobno.show.pages import claim_blocks

            print_pages(claim_blocks(answers))
        tell(counted(len(answers), "claim") + (OLDER if more else ""), book, question.clocks.as_of, as_json)


def show_figures(question: FigureQuestion, ledger: Path | None, as_json: bool) -> None:
    """Show the figures that a question asks for."""
    with open_book(ledger) as book:
        lemmas = open_lemmas()
        asked, is_cut = cut(as_meant(book, question), as_json)
        answers, more = _newest(ask_figures(book, asked, lemmas), is_cut)
        found = counted(len(answers), "figure")
        if not answers and not as_json:  # a program asked for just these
            answers, more = _newest(ask_figures(book, replace(asked, anything=True), lemmas), is_cut)
            found += f" of it; shown: {counted(len(answers), 'figure')} of other things beside it" if answers else ""
        if as_json:
            print_lines(figure_line(one) for one in answers)
        elif answers:
            from podobno.show.pages import figures_table

            print_pages(figures_table(answers))
        tell(found + (OLDER if more else ""), book, question.clocks.as_of, as_json)


def _newest(answers: Iterator[FigureAnswer], is_cut: bool) -> tuple[list[FigureAnswer], bool]:
    """Return what a screen shows of figures, and whether there are more."""
    found = list(answers)
    more = is_cut and len(found) > MOST_SHOWN
    return (found[-MOST_SHOWN:] if more else found), more


def check_book(ledger: Path | None, as_json: bool) -> int:
    """Check the ledger, print what is wrong, and return how many problems there are."""
    with open_book(ledger) as book:
        problems = 0
        for problem in check_ledger(book):
            print_problem(problem, as_json)
            problems += 1
        held = book.counts()
    kinds = ", ".join(counted(number, NOUNS.get(kind, kind)) for kind, number in held.items())
    verdict = "all is well" if problems == 0 else f"{counted(problems, 'problem')} found"
    print_line({**held, "problems_found": problems}, as_json, f"{verdict}. Entries checked: {kinds or 'none'}")
    return problems


def figure_line(answer: Any) -> dict[str, Any]:
    """Return a figure with its claim as a dict."""
    figure = figure_dict(answer.figure, answer.claim.kept.article)
    marks = {"is_capacity": answer.is_capacity, "is_forecast": answer.is_forecast, "meant": answer.meant}
    return {**figure, **marks, "claim": answer_dict(answer.claim)}


def print_lines(told: Iterable[dict[str, Any]]) -> None:
    """Print a JSON line for each answer."""
    for one in told:
        print_line(one, as_json=True, words="")


def print_pages(pages: Iterable[Any]) -> None:
    """Print what rich can print, without the blanks at the ends of lines."""
    console = screen()
    with console.capture() as caught:
        for page in pages:
            console.print(page)
    # What rich fills up to the edge with blanks is no part of an answer that goes into a file.
    sys.stdout.write("".join(f"{line.rstrip(BLANK)}\n" for line in caught.get().splitlines()))


def screen() -> "Console":
    """Return where pages are printed."""
    from rich.console import Console

    return Console(highlight=False)


def tell(found: str, book: Ledger, as_of: str | None, as_json: bool) -> None:
    """Say beside the answers how many they are, and what an as-of view leaves out."""
    undated = book.undated() if as_of else 0
    left = f"; {counted(undated, 'article')} without a date left out" if undated else ""
    if left or not as_json:
        sys.stderr.write(f"{found}{left}\n")
