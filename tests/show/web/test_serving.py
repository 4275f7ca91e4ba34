"""Where the server listens and who may come in."""

import pytest

from podobno.records.errors import BadUse
from podobno.show.cli import run_command
from podobno.show.cli.faults import WRONG_USE
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
