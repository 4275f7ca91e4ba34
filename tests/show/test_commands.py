"""The commands from end to end, on an article of our own."""

import json

import pytest

from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, PROBLEMS, WRONG_USE

TEXT = """Nowy most w Zalesiu

Burmistrz Jan Nowak powiedział w poniedziałek, że most w Zalesiu kosztował 12 mln zł. \
Agencja PAP podała, że do grudnia \
przejedzie nim co najmniej 3 tys. samochodów.

Wojewoda Anna Kowalska zaprzeczyła, że budowę opóźniono. „Wszystko idzie zgodnie z planem” – zapewniła.
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("read")
    article = folder / "most.txt"
    article.write_text(TEXT, encoding="utf-8")
    place = str(folder / "book.db")
    assert run_command(["read", str(article), "--published", "2024-05-15", "--ledger", place]) == DONE
    return place


@pytest.fixture
def asked(ledger, capsys):
    def ask(*arguments):
        code = run_command([*arguments, "--ledger", ledger])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return ask


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_claims_name_the_speaker_the_stance_and_the_words(asked):
    code, out, _ = asked("claims", "--by", "Nowaka")
    assert code == DONE
    assert "Jan Nowak" in out
    assert "asserts" in out
    assert "most w Zalesiu kosztował 12 mln zł" in out


def test_claims_are_found_by_a_word_in_another_form(asked):
    _, out, _ = asked("claims", "samochodem", "--json")
    assert ["3 tys. samochodów" in claim["quotation"] for claim in lines(out)] == [True]


def test_entities_have_their_names_and_counts(asked):
    code, out, err = asked("entities", "Nowaka")
    assert code == DONE
    assert out.startswith("Jan Nowak · person · 1 article · ")
    assert err == "1 entity\n"


def test_entities_as_lines_name_the_reasons(asked):
    _, out, _ = asked("entities", "--json", "--limit", "1")
    assert set(lines(out)[0]) == {"name", "kind", "others", "roles", "articles", "claims"}


def test_a_stance_narrows_the_claims(asked):
    _, out, _ = asked("claims", "--stance", "denies", "--json")
    assert {claim["stance"] for claim in lines(out)} == {"denies"}


def test_a_claim_in_json_points_at_its_words(asked):
    _, out, _ = asked("claims", "--json")
    for claim in lines(out):
        start, end = claim["spans"][0]
        assert claim["quotation"].startswith(TEXT[start:end][:10])


def test_a_least_score_leaves_out_claims(asked):
    _, out, _ = asked("claims", "--json")
    scores = sorted(claim["score"] for claim in lines(out))
    assert scores[0] < scores[-1] < 1
    _, out, _ = asked("claims", "--json", "--min-score", str(scores[-1]))
    assert {claim["score"] for claim in lines(out)} == {scores[-1]}


def test_a_figure_in_json_has_the_score_of_its_claim(asked):
    _, out, _ = asked("figures", "samochód", "--json")
    assert [0 < figure["claim"]["score"] < 1 for figure in lines(out)] == [True]


def test_figures_show_the_bounds(asked):
    code, out, _ = asked("figures", "samochód")
    assert code == DONE
    assert "\u22653,000" in out
    assert "PAP" in out


def test_under_each_figure_stand_the_words_of_its_claim_in_80_columns(asked, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = asked("figures", "samochód")
    assert "\u201cdo grudnia przejedzie nim co najmniej 3 tys. samochodów\u201d" in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_where_nothing_of_the_kind_is_counted_the_figures_beside_it_are_shown(asked):
    _, out, err = asked("figures", "most")
    assert "12 mln zł" in out
    assert "0 figures of it; shown: 1 figure of other things beside it" in err
    assert asked("figures", "most", "--json")[1] == ""


def test_a_role_finds_who_has_it(asked):
    _, out, _ = asked("claims", "--by", "burmistrza", "--json")
    assert {claim["speaker"] for claim in lines(out)} == {"Jan Nowak"}


@pytest.mark.parametrize("command", [("claims",), ("figures", "samochód")])
@pytest.mark.parametrize(("known", "is_there"), [("2024", False), ("2999-01", True)])
def test_what_the_ledger_did_not_hold_yet_is_not_shown(asked, command, known, is_there):
    _, out, _ = asked(*command, "--known", known, "--json")
    assert bool(out) == is_there


def test_a_figure_in_json_has_numbers_for_bounds(asked):
    _, out, _ = asked("figures", "samochód", "--json")
    assert [(row["low"], row["high"], row["unit"]) for row in lines(out)] == [(3000, None, "samochód")]


def test_an_article_is_shown_with_brackets_round_its_claims(asked):
    code, out, _ = asked("show", "most")
    assert code == DONE
    assert "[1\u2022 " in out
    assert "asserts" in out


def test_an_article_in_json_is_whole(asked):
    _, out, _ = asked("show", "most", "--json")
    assert lines(out)[0]["text"] == TEXT


def test_a_day_before_publication_shows_nothing(asked):
    code, out, err = asked("claims", "--as-of", "2024-05-14")
    assert (code, out) == (DONE, "")
    assert "0 claims" in err


def test_a_ledger_that_was_not_touched_is_well(asked):
    code, out, _ = asked("check")
    assert code == DONE
    assert "all is well" in out


def test_reading_again_adds_nothing(asked, ledger, tmp_path):
    article = tmp_path / "again.txt"
    article.write_text(TEXT, encoding="utf-8")
    _, before, _ = asked("check", "--json")
    code, out, _ = asked("read", str(article), "--published", "2024-05-15")
    _, after, _ = asked("check", "--json")
    assert code == DONE
    assert "known before" in out
    assert before == after


def test_a_fault_of_the_material_ends_with_one_and_the_rest_is_read(asked, tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "most.txt").write_text(TEXT, encoding="utf-8")
    code, out, err = asked("read", str(tmp_path), "--published", "2024-05-15")
    assert code == PROBLEMS
    assert "READ-EMPTY" in err
    assert "Nowy most" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["claims", "--as-of", "2023-02-30"], "is no day"),
        (["claims", "--stance", "lies"], "is no stance"),
        (["show", "nosuch"], "no article"),
        (["show", " "], "no article is named"),
        (["claims", "--limit", "0"], "--limit"),
        (["claims", "--min-score", "1.5"], "from 0 to 1"),
        (["figures", "most", "--min-score", "-0.5"], "from 0 to 1"),
        (["claims", "--min-score", "much"], "--min-score"),
        (["read", "most.txt", "--published", "2023-02-30"], "2023-02-30"),
    ],
)
def test_wrong_use_says_what_to_type_instead(asked, arguments, words):
    code, out, err = asked(*arguments)
    assert (code, out) == (WRONG_USE, "")
    assert words in err


def test_a_ledger_that_is_not_there_is_told(capsys, tmp_path):
    assert run_command(["claims", "--ledger", str(tmp_path / "none.db")]) == WRONG_USE
    assert "there is no ledger" in capsys.readouterr().err


def test_an_article_in_another_language_can_be_read_again(asked, tmp_path):
    article = tmp_path / "mayor.txt"
    article.write_text("The mayor said on Monday that the new bridge had cost a lot of money.\n", encoding="utf-8")
    code, _, err = asked("read", str(article), "--json")
    assert (code, json.loads(err)["problem"]) == (PROBLEMS, "LANG-NO-PACK")
    code, out, _ = asked("read", str(article), "--language", "pl", "--json")
    assert (code, lines(out)[0]["known"]) == (DONE, False)


def test_the_gold_form_is_one_line_and_touches_no_ledger(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "most.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert run_command(["read", "--form", "gold", str(article), "--published", "2024-05-15"]) == DONE
    (line,) = lines(capsys.readouterr().out)
    assert (line["doc"], line["published"]) == ("most", "2024-05-15")
    assert [path.name for path in tmp_path.iterdir()] == ["most.txt"]
