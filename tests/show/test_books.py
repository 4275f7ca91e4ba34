"""podobno merge, log, print, load: from end to end."""

import json

import pytest
from tests.books import make_book
from tests.ledger.test_store import a_reading

from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE

ONE, TWO = a_reading(), a_reading("Drugi tekst o tym, że most pęka.")


@pytest.fixture
def ask(tmp_path, capsys):
    place = make_book(tmp_path / "one.db", [(ONE, 0), (ONE, 1)])
    make_book(tmp_path / "two.db", [(TWO, 3)], minute=30)

    def ask(*arguments, ledger=place):
        code = run_command([*map(str, arguments), "--ledger", str(ledger)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return ask


def test_what_was_new_is_told(ask, tmp_path):
    code, out, _ = ask("merge", tmp_path / "two.db")
    assert code == DONE
    assert "two.db: 5 entries, new: 1 article, 1 claim, 3 judgements" in out
    assert "new: none" in ask("merge", tmp_path / "two.db")[1]
    assert json.loads(ask("merge", tmp_path / "two.db", "--json")[1])["new"] == {}
    assert "all is well" in ask("check")[1]


def test_a_ledger_that_cannot_be_merged_is_told(ask, tmp_path):
    code, out, err = ask("merge", tmp_path / "one.db")
    assert (code, out) == (WRONG_USE, "")
    assert "itself" in err


def test_the_log_tells_what_was_recorded_when_and_by_whom(ask, tmp_path):
    ask("merge", tmp_path / "two.db")
    lines = ask("log")[1].splitlines()
    assert [line.split()[2] for line in lines] == [
        "article",
        "claim",
        "reading",
        "article",
        "claim",
        *["judgement"] * 3,
    ]
    assert lines[1].startswith("2024-05-15 12:00:01  claim")
    assert "Łukasz Wójt, asserts: 'most pęka'" in lines[1]
    assert "read again" in lines[2]
    assert "[Anna Nowak]" in lines[-1]


def test_the_log_of_one_article_and_of_one_day(ask, tmp_path):
    ask("merge", tmp_path / "two.db")
    kinds = [json.loads(line)["kind"] for line in ask("log", "--article", TWO.article.id, "--json")[1].splitlines()]
    assert kinds == ["article", "claim", "judgement"]
    assert ask("log", "--known", "2024-05-14")[1] == ""
    assert ask("log", "--known", "someday")[0] == WRONG_USE


def test_what_is_printed_loads_and_prints_the_same(ask, tmp_path):
    _, text, _ = ask("print", ledger=tmp_path / "two.db")
    (tmp_path / "two.txt").write_text(text, encoding="utf-8")
    code, out, _ = ask("load", tmp_path / "two.txt", ledger=tmp_path / "three.db")
    assert code == DONE
    assert "5 entries, new: 1 article, 1 claim, 3 judgements" in out
    assert ask("print", ledger=tmp_path / "three.db")[1] == text


@pytest.mark.parametrize("content", [b"", b"no ledger\n", b"\xff\xfe", b"Podobno ledger 1\nnonsense\n"])
def test_what_is_no_text_of_a_ledger_is_told(ask, tmp_path, content):
    (tmp_path / "odd.txt").write_bytes(content)
    code, out, err = ask("load", tmp_path / "odd.txt")
    assert (code, out) == (WRONG_USE, "")
    assert "odd.txt" in err
