"""Where the server listens, who may come in, and how long it waits for whom."""

import socket
import threading

import pytest
import uvicorn

from podobno.records.errors import BadUse
from podobno.show.cli import run_command
from podobno.show.cli.faults import WRONG_USE
from podobno.show.web import patience
from podobno.show.web.serving import LEAST_TOKEN, is_loopback, plan_serving


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_on_this_machine_alone_no_token_is_needed(host):
    plan = plan_serving(host, 8010, None)
    assert is_loopback(host)
    assert (plan.doors.token, plan.doors.numbers) == (None, False)
    assert host in plan.doors.names


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "desk", "127.evil.example"])
def test_from_other_machines_a_new_token_is_needed_each_time(host):
    plans = [plan_serving(host, 8010, None) for _ in range(2)]
    assert len({plan.doors.token for plan in plans}) == 2
    assert all(len(plan.doors.token) >= LEAST_TOKEN and plan.doors.token in plan.address for plan in plans)


def test_a_token_of_ones_own_is_taken_if_it_is_long(monkeypatch):
    assert plan_serving("127.0.0.1", 8010, "x" * LEAST_TOKEN).doors.token == "x" * LEAST_TOKEN
    with pytest.raises(BadUse, match="PODOBNO_TOKEN has 5 characters"):
        plan_serving("0.0.0.0", 8010, "short")


def test_an_address_of_version_six_stands_in_brackets():
    assert plan_serving("::1", 8010, None).address == "http://[::1]:8010/"


def test_a_ledger_that_is_not_there_is_told_before_anything_is_served(capsys, tmp_path):
    assert run_command(["serve", "--ledger", str(tmp_path / "none.db")]) == WRONG_USE
    assert "there is no ledger" in capsys.readouterr().err


@pytest.fixture
def impatient(app, monkeypatch):
    """A server that waits for a fifth of a second."""
    monkeypatch.setattr(patience, "REQUEST_S", 0.2)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        free.listen()
        running = uvicorn.Server(uvicorn.Config(app, http=patience.Patience, log_level="error", lifespan="off"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [free]}, daemon=True)
        thread.start()
        yield free.getsockname()
        running.should_exit = True
        thread.join(5)


def told(connection):
    connection.settimeout(5)
    held = b""
    while piece := connection.recv(65536):
        held += piece
    return held


@pytest.mark.parametrize("begun", [b"", b"GET /stories HTTP/1.1\r\nHost: localhost\r\n"])
def test_who_does_not_finish_a_request_is_hung_up_on(impatient, begun):
    with socket.create_connection(impatient) as slow:
        slow.sendall(begun)
        assert told(slow) == b""


def test_who_does_not_finish_a_second_request_is_hung_up_on_too(impatient):
    request = b"GET /claims HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(impatient) as slow:
        slow.sendall(request + request[:-2])
        assert told(slow).count(b"200 OK") == 1
