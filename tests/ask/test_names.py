"""Names: which of a ledger's a person means."""

import pytest

from podobno.ask.names import find_names
from podobno.run.words import open_lemmas

NAMES = [
    ("alaksandr lukaszenka", "Alaksandr Łukaszenka"),
    ("alaksandr lukaszenka", "Białoruski dyktator"),
    ("anna kowalska", "Anna Kowalska"),
    ("bbc", "BBC"),
    ("jan kowalski", "Jan Kowalski"),
    ("jan nowakowski", "Jan Nowakowski"),
    ("john kirby", "John Kirby"),
    ("maria aldridge holc", "Maria Aldridge-Holc"),
    ("poludniowokoreanscy deputowani", "południowokoreańscy deputowani"),
]


@pytest.fixture(scope="module")
def lemmas():
    return open_lemmas()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("Łukaszenka", ["alaksandr lukaszenka"]),
        ("Łukaszenki", ["alaksandr lukaszenka"]),
        ("łukaszenką", ["alaksandr lukaszenka"]),
        ("lukaszenka", ["alaksandr lukaszenka"]),
        ("Alaksandra Łukaszenki", ["alaksandr lukaszenka"]),
        ("białoruskiego dyktatora", ["alaksandr lukaszenka"]),
        ("Kirby'ego", ["john kirby"]),
        ("Kowalskiego", ["jan kowalski"]),
        ("deputowanych", ["poludniowokoreanscy deputowani"]),
        ("Holc", ["maria aldridge holc"]),
        ("bbc", ["bbc"]),
        ("Nowak", []),
        ("Anna Kirby", []),
    ],
)
def test_a_name_is_found_in_any_form_and_by_its_role(lemmas, given, found):
    assert list(find_names(given.split(), NAMES, lemmas)) == found


def test_without_a_dictionary_a_name_is_found_as_it_stands():
    assert find_names(["KIRBY"], NAMES, None) == ("john kirby",)
