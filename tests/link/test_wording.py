"""The words by which two texts are compared."""

import pytest
from tests.sketches import GRAMMAR, claim, sketch

from podobno.lang.pack import open_pack
from podobno.link.wording import cut_words

FURNITURE = open_pack("pl").lexicon("furniture")


def words(given):
    wording = cut_words(given, GRAMMAR.furniture)
    return [given.article.text[start:end] for start, end in wording.places]


def quoted(given):
    wording = cut_words(given, GRAMMAR.furniture)
    return [given.article.text[a:b] for (a, b), is_in in zip(wording.places, wording.quoted, strict=True) if is_in]


@pytest.mark.parametrize("row", FURNITURE, ids=lambda row: row["form"])
def test_a_row_is_found_in_its_own_example(row):
    match = GRAMMAR.furniture.search(row["example"])
    assert match is not None
    assert match.group().casefold() == row["form"]


def test_what_an_outlet_says_to_its_reader_is_left_out_to_the_end_of_the_sentence():
    text = (
        "Tama pękła. CZYTAJ TEŻ: Remont za 3 mln zł ruszy. Woda opada.Zobacz także: Tama w liczbach\nNikt nie zginął."
    )
    assert words(sketch(text)) == ["Tama", "pękła", "Woda", "opada", "Nikt", "nie", "zginął"]


def test_an_abbreviation_does_not_end_such_a_sentence():
    assert words(sketch("Zobacz też: Ponad 50 proc. mieszkań stoi. Woda opada.")) == ["Woda", "opada"]


@pytest.mark.parametrize("marks", ["„{}”", '"{}"', "«{}»", "“{}”"])
def test_words_in_quotation_marks_are_a_speakers(marks):
    assert quoted(sketch("Wójt dodał, że tama " + marks.format("stoi jak skała") + ", i wyszedł.")) == [
        "stoi",
        "jak",
        "skała",
    ]


@pytest.mark.parametrize("text", ['Tama stoi" - mówił. Wyszedł.', "Tama stoi” .", "Tama stoi», mówił."])
def test_what_comes_before_a_closing_mark_whose_partner_was_lost_is_a_speakers(text):
    assert quoted(sketch("Wójt wrócił rano.\n" + text)) == ["Tama", "stoi"]


def test_the_content_of_a_direct_claim_is_a_speakers_without_marks():
    text = "- Tama stoi - powiedział wójt."
    assert quoted(sketch(text, claims=[claim(text, "Tama stoi", mode="direct")])) == ["Tama", "stoi"]
    assert quoted(sketch(text, claims=[claim(text, "Tama stoi", mode="indirect")])) == []


def test_of_a_mixed_claim_the_part_beside_a_lone_mark_is_a_speakers():
    text = 'Po remoncie, mówi wójt, "tama stoi jak skała.'
    parts = ["Po remoncie", "tama stoi jak skała"]
    assert quoted(sketch(text, claims=[claim(text, *parts, mode="mixed")])) == ["tama", "stoi", "jak", "skała"]


def test_a_word_knows_through_whom_it_came():
    text = "Tama stoi, mówi wójt w rozmowie z Kurierem."
    given = sketch(text, claims=[claim(text, "Tama stoi", chain=("Kurier", "wójt"))])
    media = cut_words(given, GRAMMAR.furniture).media
    assert media[:3] == (frozenset({"kurier"}), frozenset({"kurier"}), frozenset())
