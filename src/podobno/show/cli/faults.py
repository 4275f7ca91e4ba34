"""Turn whatever goes wrong into a message and an exit code: a traceback never reaches a user.

In:   a command, ready to run.
Out:  its exit code: 0 done, 1 done with problems, 2 wrong use, 3 a fault of the program, 130 stopped.
Not:  problems of the material, which each command reports itself (show/problems.py).
"""

import errno
import os
import sys
import traceback
from collections.abc import Callable
from tempfile import gettempdir

from typer import Abort, TyperException

from podobno.records.errors import PodobnoError
from podobno.show.settings import read_settings

DONE, PROBLEMS, WRONG_USE, FAULT, STOPPED = 0, 1, 2, 3, 130
FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)  # errors of a disk with no room
NEXT = {
    errno.ENOENT: "Check the spelling.",
    errno.ENOTDIR: "Check the spelling.",
    errno.EACCES: "Ask for the right to use it, or name another.",
    errno.EPERM: "Ask for the right to use it, or name another.",
}


def guard(command: Callable[[], object]) -> int:
    """Run a command and return its exit code; never raises but for SystemExit."""
    try:
        code = command()
    except TyperException as fault:
        told = getattr(fault, "format_message", fault.__str__)()
        return _say(f"{told.rstrip('.')}. See `podobno --help`.", WRONG_USE)
    except PodobnoError as fault:
        return _say(str(fault), WRONG_USE)
    except (KeyboardInterrupt, Abort):
        return _say("stopped", STOPPED)
    except OSError as fault:
        return _say(_disk_words(fault), WRONG_USE)
    except Exception as fault:  # noqa: BLE001 - the last stop before the user
        return _report(fault)
    return code if isinstance(code, int) else DONE


def _disk_words(fault: OSError) -> str:
    place, said = fault.filename, fault.strerror or str(fault)
    if fault.errno in FULL:
        where = f"{place} cannot grow" if place else "a file cannot grow: the output, or a temporary one"
        return f"{where} ({said}). Make room, also in {gettempdir()}, and run the command again."
    what_next = NEXT.get(fault.errno or 0, "Look at it, or name another.")
    return f"{place or 'the machine'}: {said}. {what_next}"


def _say(message: str, code: int) -> int:
    print(f"podobno: {message}", file=sys.stderr)
    return code


def _report(fault: Exception) -> int:
    from importlib.metadata import version  # takes 20 ms, and is hardly ever needed

    if read_settings().debug:
        traceback.print_exception(fault)
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}:{last.lineno}"
    _say(f"a fault of the program, not of your input: {type(fault).__name__} at {where}: {fault}", FAULT)
    told = f"version {version('podobno')}, the command and, if you may share it, the text"
    return _say(f"please report it with {told}; PODOBNO_DEBUG=1 shows more. The ledger is whole.", FAULT)
