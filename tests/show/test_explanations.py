"""`podobno explain` from end to end: what the ledger holds, and what is read now."""

import json
from dataclasses import replace

import pytest
from tests.fakes import FakeClock

from podobno.ledger.opening import open_ledger
from podobno.records.entries import Maker
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Found
from podobno.run.makers import tell_maker
from podobno.show.cli import run_command
from podobno.show.cli.faults import DONE, WRONG_USE

TEXT = "Burmistrz Jan Nowak powiedział, że do grudnia mostem przejedzie co najmniej 3 tys. samochodów. Rano padało."
OLDER = Maker(program="podobno 0.0.1", pack="pl 0", weights="none")


@pytest.fixture(scope="module")
def reading(stages):
    return next(stages.read([Article(text=TEXT, language="pl", published="2024-05-15")]))


@pytest.fixture
def explained(tmp_path, capsys, reading):
    """Keep a claim in a ledger, explain it, and return what is printed."""

    def explain(claim, maker, *options):
        place = tmp_path / "book.db"
        kept = Reading(article=reading.article, found=Found(), claims=(claim,), problems=())
        with open_ledger(place, clock=FakeClock()) as book:
            book.record(kept, maker)
            (id_,) = [entry.id for entry in book.entries() if entry.kind == "claim"]
        assert run_command(["explain", id_[:8], "--ledger", str(place), *options]) == DONE
        return capsys.readouterr().out

    return explain


def test_the_page_tells_rule_row_nouns_figures_times_and_tree(explained, reading, stages):
    (claim,) = reading.claims
    out = " ".join(explained(claim, tell_maker(stages)).split())
    assert "clause: a clause behind the reporting word" in out
    assert "packs/pl/lexicon/speech_verbs.csv:" in out
    assert "the heaviest of the nouns" in out
    assert "read as \u22653,000 \u00b7 samochód \u00b7 count" in out
    assert "read as ../2024-12" in out or "read as 2024-12" in out
    assert "powiedział VERB root \u2190 cue" in out
    assert "Read otherwise" not in out


def test_json_has_every_span_as_words_and_place(explained, reading, stages):
    (claim,) = reading.claims
    told = json.loads(explained(claim, tell_maker(stages), "--json"))
    assert (told["is_read_so"], told["changes"]) == (True, [])
    start, end = told["grounds"]["choice"]["word"]["span"]
    assert told["grounds"]["choice"]["word"]["text"] == TEXT[start:end]
    assert told["grounds"]["tree"][0]["span"]["text"] == "powiedział"


def test_a_claim_that_is_read_otherwise_now_is_said_to_be(explained, reading):
    (claim,) = reading.claims
    out = explained(replace(claim, stance="denies"), OLDER)
    assert "Read otherwise now, in stance." in out
    assert "read then by podobno 0.0.1" in out
    assert out.index("denies") < out.index(f"Jan Nowak \u00b7 {claim.stance}")


def test_a_claim_of_which_nothing_is_read_now_is_said_to_be(explained, reading):
    (claim,) = reading.claims
    start = TEXT.index("Rano")
    gone = Span(article=reading.article.id, start=start, end=start + 4)
    lost = replace(claim, content=(gone,), cue=None, figures=(), about=())
    out = explained(lost, OLDER)
    assert "No claim is read from these words now." in out
    assert "read now by" in out


@pytest.mark.parametrize("given", ["0" * 16, "", "most", "%"])
def test_an_id_that_fits_no_claim_says_where_the_ids_are(tmp_path, capsys, given):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()):
        pass
    assert run_command(["explain", given, "--ledger", str(tmp_path / "book.db")]) == WRONG_USE
    assert "`podobno claims` shows the ids" in capsys.readouterr().err
