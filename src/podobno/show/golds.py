"""Print what is found in articles in the form of the gold, with no ledger.

In:   paths and settings.
Out:  a JSON line an article on standard output, problems and progress on standard error, an exit code.
Not:  the form, which is run/goldform.py.
"""

from pathlib import Path

from podobno.read.settings import ReadSettings
from podobno.records.errors import BadUse
from podobno.records.problems import Problem
from podobno.run.gold import read_gold
from podobno.run.goldlinks import link_gold
from podobno.run.pipeline import open_stages
from podobno.show.lines import print_line
from podobno.show.problems import print_problem
from podobno.show.progress import progress
from podobno.show.settings import read_settings
from podobno.show.words import counted

DONE, PROBLEMS = 0, 1  # exit codes, as in show/cli/faults.py


def print_gold(paths: list[str], settings: ReadSettings) -> int:
    """Print a line for each article, and return the exit code."""
    code, read = DONE, 0
    with progress(has_lines=True) as update:
        for told in read_gold(paths, settings, open_stages(parser=read_settings().parser)):
            if isinstance(told, Problem):
                print_problem(told, as_json=False)
                code = PROBLEMS
                continue
            print_line(told, as_json=True, words="")
            read += 1
            update(f"{counted(read, 'article')} read")
    return code


def print_links(claims: Path, texts: Path, form: str) -> None:
    """Print the links among the articles of a file of claims; an unknown form or a missing file raises BadUse."""
    if form != "gold":
        raise BadUse(f"{form!r} is no form of links. Write gold.")
    links = link_gold(claims, texts, open_stages(parser=read_settings().parser))
    print_line(links, as_json=True, words="")
