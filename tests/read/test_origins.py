"""Outlets and bylines."""

import re

import pytest

from podobno.lang.pack import open_pack
from podobno.read.origins import byline_rules, find_byline, find_bylines, outlet_of

PACK = open_pack("pl")
RULES = byline_rules(PACK)
BODY = "Most otwarto w środę. Ruch wrócił po południu."
EXAMPLES = [row["example"] for row in PACK.lexicon("agencies")] + [
    rule["example"] for kind in ("part", "frame") for rule in PACK.rules["bylines"][kind]
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_byline_is_found_in_its_own_example(example):
    text = re.sub(r"[\[\]]", "", example)
    found = [text[byline.start : byline.end] for byline in find_bylines(text, RULES)]
    assert found == re.findall(r"\[(.+)\]", example)


@pytest.mark.parametrize(
    ("end", "byline", "agency"),
    [
        ("\n\n(PAP)\n", None, "PAP"),
        (" PAP.", None, "PAP"),
        (" (PAP, Reuters)", None, "PAP, Reuters"),
        ("\nPAP/red.", "red.", "PAP"),
        ("\n\nmal/ mms/\n", "mal/mms", None),
        ("\nŹródło: Polska Agencja Prasowa", None, "PAP"),
        ("\nred.", "red.", None),
        ("\noprac. Anna Kalinowska", "Anna Kalinowska", None),
        (" Interfax/Anna Kalinowska", "Anna Kalinowska", "Interfax"),
        (" kno/ wer / kurier.pl / PAP", "kno/wer", "PAP"),
        ("\nAutor: Anna Kalinowska\nŹródło: PAP\n", "Anna Kalinowska", "PAP"),
        ("\nPAP\n\nCzytaj też: Nowy most", None, "PAP"),
    ],
)
def test_the_end_of_a_text_names_its_makers(end, byline, agency):
    assert find_byline(BODY + end, RULES) == (byline, agency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        BODY + " Minister powiedział PAP.",
        BODY + " Informację podały Reuters i AFP.",
        BODY + " Samochód pędził 120 km/h",
        BODY + " Tak twierdzą autorzy.",
        BODY + " To nie jest ten tekst ten",
        BODY + "\nPAP to skrót nazwy agencji.",
        "Agencja (PAP) podała, że most otwarto.",
    ],
)
def test_an_agency_that_is_spoken_of_sent_nothing(text):
    assert find_byline(text, RULES) == (None, None)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.kurier.example/a/b?c", "kurier.example"),
        ("http://sport.kurier.example:8080/", "sport.kurier.example"),
        ("kurier.example/a", "kurier.example"),
        ("not an address", None),
        ("http://[broken/", None),
        ("/a/b", None),
        ("", None),
    ],
)
def test_the_host_of_an_address_is_the_outlet(url, outlet):
    assert outlet_of(url) == outlet
