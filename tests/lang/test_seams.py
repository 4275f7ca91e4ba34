"""A heading without a full stop ends where a common word with a capital opens a sentence."""

import pytest

from podobno.lang.pack import open_pack
from podobno.lang.readings import Readings
from podobno.lang.seams import Seams


@pytest.fixture(scope="module")
def seams():
    return Seams(open_pack("pl"), Readings())


@pytest.mark.parametrize(
    "line",
    [
        "Zmiany w cenniku od maja | Opłata za wodę wzrosła",
        "Pasażerowie czekają na peronie | Według spółki pociąg jest zepsuty",
        "Wójt zamknął kładkę | Decyzja obowiązuje od jutra",
        "Dotacje na 2026 | Wnioski można składać w urzędzie",
    ],
)
def test_a_sentence_starts_behind_a_heading(seams, line):
    heading, _, rest = line.partition(" | ")
    before, after = heading.split(), rest.split()
    assert list(seams.openings((*before, *after))) == [len(before)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Radni pytają, kiedy Sejm przyjmie ustawę", "a name of one word"),
        ("Spór o mecz Ligi mistrzów trwa", "a name behind a noun"),
        ("Wójt czeka na decyzję, którą Komisja podejmie jutro", "a clause that has no verb before it"),
        ("Prezes londyńskiego Centrum badań mówi o wodzie", "an adjective waits for its noun"),
        ("W połowie maja Spółka zamknęła kładkę", "a time opens the sentence"),
        ("Kładkę zamknięto dla Pieszych i rowerów", "no subject"),
        ("Film „Most i Rzeka płynie wolno” trwa godzinę", "a title in quotation marks"),
        ("Nowe zasady od maja Opłata za wodę", "no verb follows"),
    ],
)
def test_no_sentence_starts_at_a_capital_that_is_a_names(seams, line, why):
    words = tuple(line.replace(",", " ,").replace("„", "„ ").replace("”", " ”").split())
    assert list(seams.openings(words)) == [], why


def test_a_heading_that_runs_into_a_text_is_a_sentence_of_its_own(stages):
    syntax = next(stages.parser.parse(["Zmiany w cenniku od maja Opłata za wodę wzrosła o złotówkę."]))
    assert [syntax.tokens[first].form for first, _ in syntax.sentences] == ["Zmiany", "Opłata"]
