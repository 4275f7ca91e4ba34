"""The commands that ask across articles, on links made by hand."""

import json

import pytest
from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ledger.opening import open_ledger
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE

FIRST = a_report("most stoi", published="2024-05-01", outlet="Kurier")
SECOND = a_report("stoi most", published="2024-05-02", outlet="Goniec", chain=("Reuters", "Anna Zając"))
DENIAL = a_report("nie ma mostu", published="2024-05-03", outlet="Echo", chain=("Jan Lis",))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("linked") / "book.db"
    with open_ledger(path, clock=FakeClock()) as book:
        keep(book, FIRST)
        keep(book, SECOND, *(a_link(kind, FIRST, SECOND) for kind in ("same", "story", "copy")), others=[FIRST])
        keep(book, DENIAL, a_link("denies", DENIAL, FIRST), others=[FIRST])
    return str(path)


@pytest.fixture
def asked(ledger, capsys):
    def ask(*arguments):
        code = run_command([*arguments, "--ledger", ledger])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return ask


def test_an_utterance_shows_its_reports_with_outlet_and_chain(asked):
    code, out, err = asked("utterances", "--articles", "2")
    assert code == DONE
    assert "2 reports in 2 articles" in out
    assert "Goniec · through Reuters" in out
    assert "1 utterance" in err


def test_a_conflict_shows_both_sides_and_the_reason(asked):
    _, out, _ = asked("conflicts")
    assert out.index("nie ma mostu") < out.index("denies") < out.index("most stoi")
    assert "because: the same words" in out


def test_a_relation_that_is_none_is_told(asked):
    code, _, err = asked("conflicts", "--kind", "quarrels")
    assert code == WRONG_USE
    assert "conflicts, denies, succeeds" in err


def test_a_story_is_listed_and_shown_by_the_start_of_its_id(asked):
    _, out, _ = asked("stories")
    assert FIRST.article.id[:8] in out
    assert "2024-05-01..2024-05-02  2 articles, 2 outlets" in out
    _, out, _ = asked("stories", SECOND.article.id[:8])
    assert "Kurier" in out
    assert "because:" in out


def test_a_copy_shows_both_passages(asked):
    _, out, err = asked("copies", FIRST.article.id)
    assert "most stoi" in out
    assert "stoi most" in out
    assert "likely taken from Kurier, which had them earlier" in " ".join(out.split())
    assert "1 copy" in err


@pytest.mark.parametrize("command", ["utterances", "conflicts", "stories", "copies"])
def test_each_answer_has_its_json_line_with_words_and_spans(asked, command):
    code, out, _ = asked(command, "--json")
    assert code == DONE
    told = [json.loads(line) for line in out.splitlines()]
    evidence = [one for each in told for link in each.get("links", [each]) for one in link.get("evidence", [])]
    assert {one["a"]["text"] for one in evidence} <= {"most stoi", "stoi most", "nie ma mostu"}
    assert all(one["a"]["span"] == [20, 20 + len(one["a"]["text"])] for one in evidence)


def test_days_that_are_none_are_told(asked):
    code, _, err = asked("utterances", "--said", "2024-02-30/soon")
    assert code == WRONG_USE
    assert "2024-10-01/2024-10-23" in err
