"""Base forms by which words are found again."""

import pytest

from podobno.run.words import open_lemmas


@pytest.fixture(scope="module")
def lemmas():
    return open_lemmas()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("żołnierzy", "żołnierz"), ("„rakietami”,", "rakieta"), ("kontenerów", "kontener"), ("Polsce", "polska")],
)
def test_an_inflected_word_gives_its_base_form(lemmas, word, lemma):
    assert lemma in lemmas(word)


def test_a_word_that_nobody_knows_stands_for_itself(lemmas):
    assert lemmas("Xqzwv") == ("xqzwv",)


def test_marks_alone_give_nothing(lemmas):
    assert lemmas(" – ... „” ") == ("–",)


def test_a_base_form_stands_once(lemmas):
    assert lemmas("kot kota kotu").count("kot") == 1
