"""Reach another machine at an address that was checked, and never wait longer than a moment that was set.

In:   a host name; numbers to connect to.
Out:  the numbers of a name; a connection that http.client can use.
Not:  which numbers may be connected to: read/hosts.py.
"""

import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Any

CONNECT_S = 5.0  # to one address
Resolve = Callable[[str, int], list[str]]  # a name and a port, to addresses in numbers
Connect = Callable[[str, int, float], socket.socket]  # an address in numbers, a port, seconds to wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Wires:
    """How names are resolved and machines reached: the system's way, or that of a test."""

    resolve: Resolve
    connect: Connect


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a name, each once; one that is not known raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def connect(number: str, port: int, wait_s: float) -> socket.socket:
    """Connect to an address in numbers: no name is looked up again."""
    return socket.create_connection((number, port), wait_s)


SYSTEM = Wires(resolve=resolve, connect=connect)


def resolve_in_time(wires: Wires, host: str, port: int, deadline: float) -> list[str]:
    """Resolve a name; the system's resolver has no limit of its own, so it is left behind where it takes too long."""
    answers: list[list[str] | Exception] = []

    def ask() -> None:
        try:
            answers.append(wires.resolve(host, port))
        except (OSError, ValueError) as error:  # a name with a NUL, or with a label too long, is no name
            answers.append(error)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(left(deadline))
    if not answers:
        raise TimeoutError
    if isinstance(answers[0], Exception):
        raise OSError(str(answers[0]))
    return answers[0]


def reach(wires: Wires, numbers: list[str], port: int, deadline: float) -> socket.socket:
    """Connect to the first of some addresses that answers."""
    failed: OSError = OSError("it has no address")
    for number in numbers:
        try:
            return wires.connect(number, port, min(CONNECT_S, left(deadline)))
        except OSError as error:
            failed = error
    raise failed


def encrypt(plain: socket.socket, host: str, deadline: float) -> socket.socket:
    """Speak TLS, with the name that was asked for and not with the number: the certificate is checked against it."""
    plain.settimeout(left(deadline))
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def left(deadline: float) -> float:
    """Return the seconds that are left; none raises TimeoutError."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


class TimedSocket:
    """A socket for http.client on which no reading and no writing goes beyond the deadline, however slow the drip."""

    def __init__(self, own: socket.socket, deadline: float) -> None:
        """Take a connected socket; whoever made it closes it."""
        self.own, self.deadline = own, deadline

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        """Return what the other machine sends."""
        return io.BufferedReader(_Incoming(self))

    def sendall(self, data: bytes) -> None:
        """Send."""
        self.own.settimeout(left(self.deadline))
        self.own.sendall(data)

    def close(self) -> None:
        """Do nothing: http.client closes what is still to be read."""


class _Incoming(io.RawIOBase):
    def __init__(self, timed: TimedSocket) -> None:
        self.timed = timed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.timed.own.settimeout(left(self.timed.deadline))
        return self.timed.own.recv_into(buffer)
