"""Whatever goes wrong becomes a message and an exit code."""

import pytest
from typer import Exit

from podobno.records.errors import BadUse, LedgerError
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, FAULT, STOPPED, WRONG_USE, guard


def raising(fault):
    def command():
        raise fault

    return command


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (BadUse("no such day"), WRONG_USE, "no such day"),
        (LedgerError("x.db is no ledger"), WRONG_USE, "x.db is no ledger"),
        (FileNotFoundError(2, "No such file", "x.txt"), WRONG_USE, "x.txt: No such file"),
        (PermissionError(13, "Permission denied", "x.txt"), WRONG_USE, "Ask for the right"),
        (OSError(28, "No space left on device", "x.txt"), WRONG_USE, "x.txt cannot grow"),
        (OSError(27, "File too large"), WRONG_USE, "Make room"),
        (KeyboardInterrupt(), STOPPED, "stopped"),
        (ZeroDivisionError("division"), FAULT, "please report it"),
    ],
)
def test_a_fault_becomes_a_message_and_a_code(fault, code, words, capsys):
    assert guard(raising(fault)) == code
    told = capsys.readouterr()
    assert words in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_the_traceback_of_a_fault_of_the_program_is_there_for_who_asks(capsys, monkeypatch):
    monkeypatch.setenv("PODOBNO_DEBUG", "1")
    guard(raising(ZeroDivisionError("division")))
    assert "Traceback" in capsys.readouterr().err


def test_a_command_that_ends_well_gives_done():
    assert guard(lambda: None) == DONE
    assert guard(lambda: 1) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nosuch"], "No such command"),
        (["pack", "list", "--nosuch"], "No such option"),
        (["read"], "Missing argument"),
        (["read", "--form", "silver", "x.txt"], "silver"),
        (["read", "--fields", "title", "x.txt"], "--fields"),
        (["read", "--fields", "sense=x", "x.txt"], "sense"),
        (["read", "--encoding", "no-such", "x.txt"], "no-such"),
    ],
)
def test_wrong_use_is_told_on_standard_error(arguments, words, capsys):
    assert run_command(arguments) == WRONG_USE
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""


@pytest.mark.parametrize("arguments", [[], ["--help"], ["read", "--help"], ["--version"]])
def test_help_goes_to_standard_output(arguments, capsys):
    assert run_command(arguments) == DONE
    assert "podobno" in capsys.readouterr().out


def test_an_exit_keeps_its_code():
    assert guard(lambda: 130) == 130
    with pytest.raises(Exit):
        raise Exit(3)
