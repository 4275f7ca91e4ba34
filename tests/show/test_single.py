"""One article or claim, under the clocks, with what persons judged of it."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.fakes import FakeClock
from tests.links import MAKER, a_link, a_report, keep

from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE

FIRST = a_report("most stoi", published="2024-05-01")
SECOND = a_report("most stoi w porcie", published="2024-05-02", outlet="Goniec")
CLAIM, OTHER = (claim_id(one.claims[0]) for one in (FIRST, SECOND))
ARTICLE = FIRST.article.id


@pytest.fixture
def ask(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PODOBNO_BY", "Anna Nowak")
    place = tmp_path / "book.db"
    with open_ledger(place, clock=FakeClock()) as ledger:
        keep(ledger, FIRST)
        keep(ledger, SECOND, a_link("same", FIRST, SECOND), others=[FIRST])

    def ask(*arguments):
        code = run_command([*arguments, "--ledger", str(place)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return ask


@pytest.fixture
def judged(ask):
    """Judge the claim, its speaker, its outlet, the chain of the other claim, and the two together and apart."""
    for words in (
        ("claim", CLAIM, "2", "--note", "z nagrania"),
        ("source", "Anna Zając", "B"),
        ("source", "Kurier", "C"),
        ("chain", CLAIM, "Reuters > Anna Zając"),
        ("same", CLAIM, OTHER),
        ("story", "split", ARTICLE, SECOND.article.id),
    ):
        assert ask("judge", *words)[0] == DONE
    return ask


def plain(out):
    return " ".join(out.split())


def test_an_article_shows_what_was_judged_of_it_and_of_its_claims(judged):
    out = plain(judged("show", ARTICLE)[1])
    assert "judged Kurier graded C, says Anna Nowak (20" in out
    assert f"apart from {SECOND.article.id[:8]}, says Anna Nowak" in out
    assert "1: chain set right, was Anna Zając, says Anna Nowak" in out
    assert "1: Anna Zając graded B, says Anna Nowak" in out
    assert "1: claim graded 2, says Anna Nowak" in out
    assert "z nagrania" in out
    assert f"1: one utterance with {OTHER[:8]}, says Anna Nowak" in out
    assert "Reuters → Anna Zając" in out
    assert out.count("Kurier graded C") == 1


def test_the_other_side_of_a_judgement_shows_it_too(judged):
    out = plain(judged("show", SECOND.article.id)[1])
    assert f"apart from {ARTICLE[:8]}, says" in out
    assert f"1: one utterance with {CLAIM[:8]}, says" in out
    assert "Kurier graded" not in out


def test_an_article_as_a_line_has_its_judgements_and_those_of_its_claims(judged):
    (told,) = map(json.loads, judged("show", ARTICLE, "--json")[1].splitlines())
    assert [(one["verdict"], one["kind"]) for one in told["judged"]] == [("grade", "source"), ("apart", "article")]
    (claim,) = told["claims"]
    assert (claim["id"], claim["chain"]) == (CLAIM, ["Reuters", "Anna Zając"])
    values = {(one["kind"], one["value"]) for one in claim["judged"]}
    assert values == {
        ("claim", "Reuters > Anna Zając"),
        ("source", "B"),
        ("source", "C"),
        ("claim", "2"),
        ("claim", ""),
    }
    assert {one["by"] for one in claim["judged"]} == {"Anna Nowak"}


def test_what_was_undone_is_not_shown(judged):
    for line in judged("judge", "list", "--json")[1].splitlines():
        judged("judge", "undo", json.loads(line)["id"])
    assert "judged" not in judged("show", ARTICLE)[1]
    assert json.loads(judged("show", ARTICLE, "--json")[1])["judged"] == []


def test_a_claim_is_explained_with_what_was_judged_of_it(judged):
    out = plain(judged("explain", CLAIM)[1])
    assert "chain set right, was Anna Zając, says Anna Nowak" in out
    assert f"one utterance with {OTHER[:8]}, says Anna Nowak" in out
    told = json.loads(judged("explain", CLAIM, "--json")[1])
    assert {one["verdict"] for one in told["judged"]} == {"chain", "grade", "same"}


def test_a_claim_that_nobody_judged_is_explained_without_a_heading(ask):
    assert "judged" not in ask("explain", CLAIM)[1]


def test_an_article_that_was_not_out_is_not_shown(ask):
    code, out, err = ask("show", SECOND.article.id, "--as-of", "2024-05-01")
    assert (code, out) == (WRONG_USE, "")
    assert "was not out or not recorded by then" in err
    assert ask("show", SECOND.article.id, "--as-of", "2024-05-02")[0] == DONE
    assert ask("show", ARTICLE, "--known", "2000")[0] == WRONG_USE


def test_a_clock_of_claims_marks_only_what_was_said_then(ask):
    (told,) = map(json.loads, ask("show", ARTICLE, "--said", "2024-05", "--json")[1].splitlines())
    assert told["claims"] == []
    (told,) = map(json.loads, ask("show", ARTICLE, "--json")[1].splitlines())
    assert [one["id"] for one in told["claims"]] == [CLAIM]


def test_origins_finds_a_claim_as_it_was_known(tmp_path, capsys):
    place, later = tmp_path / "book.db", replace(MAKER, pack="pl 1")
    with open_ledger(place, clock=FakeClock()) as ledger:
        keep(ledger, FIRST)
    with open_ledger(place, clock=FakeClock(datetime(2024, 6, 1, tzinfo=UTC))) as ledger:
        keep(ledger, a_report("most stoi", published="2024-05-01", chain=("Jan Lis",)), maker=later)
    asked = ["origins", CLAIM, "--ledger", str(place)]
    assert run_command([*asked, "--known", "2024-05"]) == DONE
    assert "Anna Zając" in capsys.readouterr().out
    assert run_command(asked) == WRONG_USE  # it is no longer read so
