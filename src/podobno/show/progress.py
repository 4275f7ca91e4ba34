"""Show on a terminal how far a long run has come.

In:   words for what was done so far.
Out:  a line on standard error that is drawn anew, and gone at the end; nothing where no person looks on.
Not:  what is counted, which is show/tally.py.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(*, has_lines: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that shows some words; has_lines: standard output gets JSON, which nothing may run into."""
    is_wanted = sys.stderr.isatty() and not (has_lines and sys.stdout.isatty())
    if not is_wanted:
        yield lambda words: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    # Standard output is rich's to move out of the way only where it is on the same screen.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()) as drawn:
        task = drawn.add_task("reading")
        yield lambda words: drawn.update(task, description=words)
