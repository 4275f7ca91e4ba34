"""Fakes of the ports."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Starts at one moment and goes on by a second at each look."""

    def __init__(self, start: datetime = datetime(2024, 5, 15, 12, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now
