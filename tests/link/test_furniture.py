"""The sentences in which an outlet turns to its reader."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sketches import GRAMMAR

FURNITURE = GRAMMAR.pack.lexicon("furniture")


def words(text):
    return re.findall(r"\w+", GRAMMAR.furniture.blank(text))


@pytest.mark.parametrize("row", FURNITURE, ids=lambda row: row["form"])
def test_a_row_is_found_in_its_own_example(row):
    match = GRAMMAR.furniture.pattern.search(row["example"])
    assert match is not None
    assert match.group().casefold() == row["form"]


def test_what_an_outlet_says_to_its_reader_is_left_out_to_the_end_of_the_sentence():
    text = (
        "Tama pękła. CZYTAJ TEŻ: Remont za 3 mln zł ruszy. Woda opada.Zobacz także: Tama w liczbach\nNikt nie zginął."
    )
    assert words(text) == ["Tama", "pękła", "Woda", "opada", "Nikt", "nie", "zginął"]


def test_an_abbreviation_does_not_end_such_a_sentence():
    assert words("Zobacz też: Ponad 50 proc. mieszkań stoi. Woda opada.") == ["Woda", "opada"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Tama", "czytaj też", "Masz newsa", "pękła", ". ", "? ", "\n", " "])).map("".join))
def test_other_words_stay_where_they_stand(text):
    blank = GRAMMAR.furniture.blank(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blank, strict=True))
