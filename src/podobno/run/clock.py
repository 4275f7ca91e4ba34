"""Tell the moment by the machine's clock.

In:   nothing.
Out:  moments in UTC.
Not:  a fixed clock for tests, which is tests/fakes.py.
"""

from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
