"""A person is shown the newest claims of many; a program gets all."""

import json

import pytest
from tests.fakes import FakeClock
from tests.links import a_report, keep

from podobno.ledger.opening import open_ledger
from podobno.show import questions
from podobno.show.cli import run_command


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "book.db"
    with open_ledger(path, clock=FakeClock()) as book:
        for number in range(questions.MOST_SHOWN + 5):
            keep(book, a_report(f"most numer {number} stoi", published=f"{1800 + number}-05-15"))
    return str(path)


def test_only_the_newest_claims_are_shown_and_what_is_left_is_told(ledger, capsys):
    run_command(["claims", "--ledger", ledger])
    told = capsys.readouterr()
    assert "most numer 4 stoi" not in told.out
    assert f"most numer {questions.MOST_SHOWN + 4} stoi" in told.out
    assert "200 claims; there are older ones" in told.err


def test_a_program_gets_all_claims(ledger, capsys):
    run_command(["claims", "--json", "--ledger", ledger])
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == questions.MOST_SHOWN + 5


def test_a_limit_gives_the_newest_in_order(ledger, capsys):
    run_command(["claims", "--json", "--limit", "2", "--ledger", ledger])
    days = [json.loads(line)["article"]["published"] for line in capsys.readouterr().out.splitlines()]
    assert days == ["2003-05-15", "2004-05-15"]
