"""Print problems on standard error: what was wrong, where, and what was done.

In:   problem records.
Out:  one line each, as words or as JSON.
Not:  faults of the program or of its use, which are show/cli/faults.py.
"""

import sys

from podobno.records.problems import Problem
from podobno.show.lines import json_line


def print_problem(problem: Problem, as_json: bool) -> None:
    """Print one problem."""
    sys.stderr.write((json_line(problem_dict(problem)) if as_json else problem_words(problem)) + "\n")


def problem_words(problem: Problem) -> str:
    """Return one line: where, what, what was done, and the code to look up."""
    return f"{problem.where}: {problem.said}; {problem.did}. [{problem.code}]"


def problem_dict(problem: Problem) -> dict[str, object]:
    """Return the problem for JSON."""
    span = [problem.span.start, problem.span.end] if problem.span else None
    told = {"problem": problem.code, "where": problem.where, "said": problem.said, "did": problem.did}
    return {**told, "span": span}
