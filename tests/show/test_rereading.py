"""podobno reread: what changed, in words and in JSON."""

import json

import pytest
from tests.fakes import FakeClock
from tests.run.test_local import ARTICLES
from tests.run.test_reread import OLD, otherwise, read_before

from podobno.ledger.opening import open_ledger
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE


@pytest.fixture
def ask(tmp_path, capsys, stages):
    place = tmp_path / "book.db"
    with open_ledger(place, clock=FakeClock()) as ledger:
        for article in ARTICLES[:2]:
            read_before(ledger, stages, article, otherwise)

    def ask(*arguments):
        code = run_command([*arguments, "--ledger", str(place)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return ask


def test_a_change_is_shown_field_by_field_from_old_to_new(ask):
    code, out, _ = ask("reread")
    assert code == DONE
    assert "stance: denies → asserts" in out
    assert "chain: Most → Jan Nowak" in out
    assert "content: 'most ma 101' [" in out
    assert " → 'most ma 101 m' [" in out
    assert "2 articles read again: claims 0 new, 0 gone, 2 changed, 0 as before" in out
    assert "0 articles read again" in ask("reread")[1]


def test_one_article_in_json(ask):
    _, out, _ = ask("reread", ARTICLES[0].id[:8], "--json")
    (line,) = map(json.loads, out.splitlines())
    assert line["changed"][0]["fields"]["stance"] == ["denies", "asserts"]
    assert line["recorded"]
    assert OLD.name not in out


def test_reading_again_makes_no_ledger_and_names_what_is_not_there(ask, tmp_path, capsys):
    assert run_command(["reread", "--ledger", str(tmp_path / "none.db")]) == WRONG_USE
    assert "there is no ledger" in capsys.readouterr().err
    assert ask("reread", "nosuch")[0] == WRONG_USE
