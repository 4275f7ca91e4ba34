"""Stretches of two texts that share their words in order."""

from podobno.link.alignment import align_words
from podobno.link.wording import Wording


def wording(text):
    stems = tuple(text.split())
    empty = (False,) * len(stems)
    return Wording(
        stems=stems, places=((0, 1),) * len(stems), is_given=empty, quoted=empty, media=(), named=frozenset()
    )


def shared(a, b):
    one, other = a.split(), b.split()
    return [
        (" ".join(one[p.a[0] : p.a[1]]), " ".join(other[p.b[0] : p.b[1]])) for p in align_words(wording(a), wording(b))
    ]


def test_words_in_a_row_are_a_passage():
    assert shared("x y a b c d e z", "q a b c d e") == [("a b c d e", "a b c d e")]


def test_a_passage_goes_on_over_an_edit():
    assert shared("a b c d X e f g h", "a b c d Y Z e f g h") == [("a b c d X e f g h", "a b c d Y Z e f g h")]


def test_a_word_that_stands_alone_far_off_is_no_part_of_it():
    assert shared("e 1 2 3 a b c d", "e 4 5 6 a b c d") == [("a b c d", "a b c d")]


def test_fewer_words_in_a_row_than_a_seed_are_nothing():
    assert shared("a b c x", "a b c y") == []


def test_passages_that_changed_places_are_two():
    one = "a b c d e 1 2 3 4 5 6 7 8 9 k l m n o"
    assert shared(one, "k l m n o 10 11 12 13 14 15 16 17 18 a b c d e") == [
        ("a b c d e", "a b c d e"),
        ("k l m n o", "k l m n o"),
    ]


def test_what_one_text_repeats_is_found_once():
    assert shared("a b c d e 1 2 3 4 5 6 7 8 9 10 a b c d e", "a b c d e") == [("a b c d e", "a b c d e")]
