"""Counting texts by base form."""

from collections import Counter

from training.frequencies import SPACE_BEFORE_MARK, table


def test_the_table_starts_with_the_number_of_texts_and_leaves_rare_words_out():
    assert table(Counter({"dom": 5, "rok": 7, "ala": 5, "sosrąb": 2}), 9) == "\t9\nrok\t7\nala\t5\ndom\t5\n"


def test_marks_stand_beside_their_words_again():
    assert SPACE_BEFORE_MARK.sub("", "Dom „ Pod Lipą ” stoi ( jeszcze ) .") == "Dom „Pod Lipą” stoi (jeszcze)."
