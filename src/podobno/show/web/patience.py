"""Speak HTTP with browsers, and hang up on whoever does not finish a request.

In:   connections.
Out:  requests; a connection on which none is complete in time is closed, so that nobody can hold all of them.
Not:  the server itself: show/web/serving.py.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_S = 10.0  # from the connection, or from the last answer, to the end of a request's head
BODY_S = 60.0  # from then to the end of its body: 8 MiB at one megabit a second


class Patience(H11Protocol):
    """A connection with a time limit for the head and the body of each request, which the server itself has not."""

    limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        if self.limit is not None:
            self.limit.cancel()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self.limit is not None:
            self.limit.cancel()
        self.limit = self.loop.call_later(REQUEST_S, self._hang_up)

    def _hang_up(self) -> None:
        is_answering = self.cycle is not None and not self.cycle.response_complete
        if is_answering and self.cycle.more_body:
            self.limit = self.loop.call_later(BODY_S, self._hang_up_on_body, self.cycle)
        elif not is_answering and not self.transport.is_closing():
            self.transport.close()

    def _hang_up_on_body(self, cycle: Any) -> None:
        if cycle is self.cycle and not cycle.response_complete and cycle.more_body and not self.transport.is_closing():
            self.transport.close()
