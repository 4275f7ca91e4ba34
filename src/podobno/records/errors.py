"""The errors that Podobno raises.

    PodobnoError
    ├── BadRecord      a record that cannot be true was about to be built
    ├── BadPack        a language pack is missing, incomplete or at fault in a row
    ├── BadUse         a caller asked for something that cannot be done as asked
    ├── LedgerError    the ledger cannot be opened, read or written
    │   └── LedgerBusy another process is writing and did not finish in time
    └── WeightsError   trained weights are missing or are not the ones the pack names

Faults of the *material* are no errors: they are Problem records (records/problems.py), and the run goes on.
A message says what, where, and what to do next.
"""


class PodobnoError(Exception):
    """Anything that Podobno raises on purpose."""


class BadRecord(PodobnoError):
    """A record that cannot be true."""


class BadPack(PodobnoError):
    """A language pack that is missing, incomplete or at fault in a row."""


class BadUse(PodobnoError):
    """A call that cannot be carried out as asked."""


class LedgerError(PodobnoError):
    """The ledger cannot be opened, read or written."""


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger and did not finish in time."""


class WeightsError(PodobnoError):
    """Trained weights that are missing or are not the ones the pack names."""
