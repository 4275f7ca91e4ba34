"""The public names: each is there, each is where the package says, and they do together what the help says."""

import pytest

import podobno


@pytest.mark.parametrize("name", podobno.__all__)
def test_a_public_name_is_there(name):
    assert getattr(podobno, name).__module__ == f"podobno.{podobno.PLACES[name]}"


def test_the_list_and_the_places_agree():
    assert sorted(podobno.PLACES) == sorted(podobno.__all__)


def test_any_other_name_is_not():
    with pytest.raises(AttributeError, match="no attribute 'nosuch'"):
        getattr(podobno, "nosuch")  # noqa: B009 - the point is the asking


def test_the_library_reads_and_asks(tmp_path, stages):
    article = podobno.Article(text="Burmistrz Jan Nowak powiedział, że most jest gotowy.", published="2024-05-15")
    with podobno.open_ledger(tmp_path / "book.db", clock=podobno.SystemClock()) as ledger:
        list(podobno.read_into(ledger, [article], stages, podobno.tell_maker(stages)))
        question = podobno.ClaimQuestion(by="Nowaka")
        (answer,) = podobno.ask_claims(ledger, question, podobno.open_lemmas())
    assert (answer.speaker, answer.quotation) == ("Jan Nowak", "most jest gotowy")
