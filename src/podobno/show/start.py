"""Start the program: what must be set before anything else is loaded.

In:   the process: its arguments, signals, streams.
Out:  its exit code.
Not:  the commands, which are show/cli.
"""

import gc
import os
import signal
import sys

STOPPED = 130  # exit code, as in show/cli/faults.py


def main() -> None:
    """Run the command line on the process's arguments and leave with its exit code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `podobno claims | head` ends in silence
    # Products of small matrices: more threads wait for each other longer than they work. Before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Tokens and claims are records without cycles: looking for cycles less often saves a twentieth of the time.
    gc.set_threshold(200_000, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        # A terminal or file of an old encoding gets "\\u017c" for what it cannot hold, which JSON reads as well.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        from podobno.show.cli import run_command  # takes a tenth of a second: time enough for a Ctrl-C
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    sys.exit(run_command(sys.argv[1:]))
