"""podobno check: hold every span against its text and every id against its content.

In:   a ledger.
Out:  what is wrong with it, or that all is well.
Not:  the check itself, which is ledger/check.py.
"""

from podobno.show.cli.faults import DONE, PROBLEMS
from podobno.show.cli.options import Json, LedgerFile


def check(ledger: LedgerFile = None, as_json: Json = False) -> int:
    """Check that every quotation stands in its article and every id fits its content."""
    from podobno.show.questions import check_book

    return PROBLEMS if check_book(ledger, as_json) else DONE
