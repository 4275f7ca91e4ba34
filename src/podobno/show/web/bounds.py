"""Keep what visitors send within bounds, while it comes in.

In:   requests with a body.
Out:  the same requests; one that sends too much is told so before it is held.
Not:  how long a body may take: show/web/patience.py.
"""

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 8 * 1024 * 1024  # of a whole request
TOO_MUCH = 413


class Bounds:
    """An application that hears no more of a request than it may."""

    def __init__(self, app: ASGIApp, most_bytes: int = MOST_BYTES) -> None:
        """Take the application to stand before."""
        self.app, self.most_bytes = app, most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        came = int(announced) if announced.isdecimal() else 0
        is_too_much, came = came > self.most_bytes, 0

        async def hear() -> Message:
            nonlocal came
            if is_too_much:
                raise HTTPException(TOO_MUCH)
            message = await receive()
            came += len(message.get("body", b""))
            if came > self.most_bytes:
                raise HTTPException(TOO_MUCH)
            return message

        await self.app(scope, hear, send)
