"""Start the program: what must be set before anything else is loaded.

In:   the process: its arguments, signals, streams.
Out:  its exit code.
Not:  the commands, which are show/cli.
"""

import gc
import signal
import sys

from podobno.show.blas import set_up_blas

STOPPED = 130  # exit code, as in show/cli/faults.py


def main() -> None:
    """Run the command line on the process's arguments and leave with its exit code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `podobno claims | head` ends in silence
    set_up_blas()
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
