"""podobno judge: signed, told, and taken back."""

import json

import pytest
from tests.fakes import FakeClock
from tests.ledger.test_store import MAKER, a_reading

from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE

READINGS = [a_reading(), a_reading("Drugi tekst o tym, że most pęka.")]


@pytest.fixture
def ask(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PODOBNO_BY", "Anna Nowak")
    place = tmp_path / "book.db"
    with open_ledger(place, clock=FakeClock()) as ledger:
        for reading in READINGS:
            ledger.record(reading, MAKER)

    def ask(*arguments):
        code = run_command([*arguments, "--ledger", str(place)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return ask


@pytest.fixture
def claims(ask):
    return [json.loads(line)["id"] for line in ask("claims", "--json")[1].splitlines()]


def last(ask):
    return json.loads(ask("judge", "list", "--json")[1].splitlines()[-1])


def test_a_judgement_is_signed_and_names_its_claims_by_the_start_of_their_ids(ask, claims):
    assert ask("judge", "same", *(one[:6] for one in claims), "--note", "ta sama rozmowa")[0] == DONE
    told = last(ask)
    assert (told["verdict"], told["by"], told["note"]) == ("same", "Anna Nowak", "ta sama rozmowa")
    assert told["subjects"] == claims


def test_a_chain_is_set_right_with_the_person_s_name(ask, claims):
    ask("judge", "chain", claims[0], "Reuters > Steffen Seibert", "--by", "Jan")
    _, out, _ = ask("claims", "--by", "Seiberta")
    assert "Reuters → Steffen Seibert" in out
    assert "says Jan" in " ".join(out.split())
    answer = json.loads(ask("claims", "--json")[1].splitlines()[0])
    assert (answer["speaker"], [one["by"] for one in answer["judged"]]) == ("Steffen Seibert", ["Jan"])


def test_an_article_shows_what_was_judged_of_its_claims(ask, claims):
    ask("judge", "chain", claims[0], "Reuters > Steffen Seibert", "--by", "Jan")
    article = json.loads(ask("claims", "--json")[1].splitlines()[0])["article"]["id"]
    assert "chain set right" in " ".join(ask("show", article)[1].split())
    told = json.loads(ask("show", article, "--json")[1])["claims"][0]
    assert (told["chain"], [one["by"] for one in told["judged"]]) == (["Reuters", "Steffen Seibert"], ["Jan"])


def test_two_grades_may_be_given_at_once(ask, claims):
    ask("judge", "claim", claims[0], "B2")
    assert "Łukasz Wójt graded B" in ask("claims")[1]
    assert "claim graded 2" in ask("claims")[1]


def test_stories_are_judged_by_articles(ask):
    articles = [reading.article.id for reading in READINGS]
    ask("judge", "story", "split", *articles)
    assert (last(ask)["verdict"], last(ask)["kind"]) == ("apart", "article")
    ask("judge", "story", "join", *articles)
    assert last(ask)["verdict"] == "same"


def test_names_are_judged_as_they_are_typed(ask):
    ask("judge", "same", "--names", "Łukaszenka", "Lukashenko")
    assert last(ask)["subjects"] == ["Łukaszenka", "Lukashenko"]


def test_a_date_is_set_right_and_set_back(ask, claims):
    article = READINGS[0].article
    code, out, _ = ask("judge", "date", article.id[:8], "21.05.2024", "--note", "błąd w nagłówku")
    assert code == DONE
    assert "was published 2024-05-21, says Anna Nowak: błąd w nagłówku" in out
    stead = out.split("article ")[-1].split()[0]
    assert article.id not in ask("claims", "--json")[1]
    assert json.loads(ask("show", stead, "--json")[1])["published"] == "2024-05-21"
    assert "published 2024-05-21, set right, says Anna Nowak" in " ".join(ask("show", stead)[1].split())
    assert f"{stead} is shown in its stead" in " ".join(ask("show", article.id)[1].split())
    assert json.loads(ask("show", article.id, "--json")[1])["replaced_by"] == stead
    code, _, err = ask("judge", "date", article.id, "2024-05-22")
    assert (code, f"was replaced by {stead}" in err) == (WRONG_USE, True)
    ask("judge", "undo", last(ask)["id"])
    assert [json.loads(line)["id"] for line in ask("claims", "--json")[1].splitlines()] == claims


def test_what_is_undone_is_listed_only_with_all(ask, claims):
    ask("judge", "claim", claims[0], "2")
    assert ask("judge", "undo", last(ask)["id"][:6])[0] == DONE
    assert ask("judge", "list")[1] == ""
    assert "(undone)" in ask("judge", "list", "--all")[1]


def test_a_judgement_names_no_one_by_itself(ask, claims, monkeypatch):
    for name in ("PODOBNO_BY", "LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    code, _, err = ask("judge", "claim", claims[0], "2")
    assert code == WRONG_USE
    assert "--by" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["same", "CLAIM"], "two or more"),
        (["same", "CLAIM", "CLAIM"], "are one claim"),
        (["apart", "CLAIM", "ffffff"], "no claim in the ledger"),
        (["claim", "CLAIM", "7"], "no grade of a claim"),
        (["claim", "CLAIM", ""], "no grade of a claim"),
        (["source", "PAP", "AB"], "no grade of a source"),
        (["source", " ", "A"], "not empty"),
        (["chain", "CLAIM", "Reuters > "], "is no chain"),
        (["undo", "123"], "no judgement"),
        (["undo", ""], "no judgement"),
        (["story", "join", "nosuch", "neither"], "no article"),
        (["date", "nosuch", "2024-05-21"], "no article"),
        (["date", READINGS[0].article.id, "2024-05-32"], "is no day"),
        (["date", READINGS[0].article.id, "soon"], "is no day"),
        (["date", READINGS[0].article.id, "2024-05-15"], "has the date 2024-05-15 already"),
    ],
)
def test_wrong_use_says_what_to_type_instead(ask, claims, arguments, words):
    code, out, err = ask("judge", *(claims[0] if one == "CLAIM" else one for one in arguments))
    assert (code, out) == (WRONG_USE, "")
    assert words in err


def test_an_id_that_fits_several_claims_lists_them(ask, capsys, tmp_path):
    place = tmp_path / "many.db"
    with open_ledger(place, clock=FakeClock()) as ledger:
        for number in range(40):
            ledger.record(a_reading(f"Tekst {number} o tym, że most pęka."), MAKER)
        starts = [kept.id[0] for kept in ledger.claims(Selection())]
    start = max(starts, key=starts.count)
    assert run_command(["judge", "claim", start, "2", "--ledger", str(place)]) == WRONG_USE
    assert "Give more of it" in capsys.readouterr().err


def test_judging_makes_no_ledger(tmp_path, capsys):
    place = tmp_path / "none.db"
    assert run_command(["judge", "source", "PAP", "A", "--by", "Anna", "--ledger", str(place)]) == WRONG_USE
    assert not place.exists()
