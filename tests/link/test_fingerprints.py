"""The keys by which shared passages are looked up."""

from hypothesis import given
from hypothesis import strategies as st

from podobno.link.fingerprints import REACH, ROW, choose_keys

STEMS = st.lists(st.sampled_from(["ala", "ma", "kota", "psa", "i", "dom"]), max_size=30)


@given(STEMS, STEMS, STEMS, STEMS, st.lists(st.text(min_size=1), min_size=REACH, max_size=REACH))
def test_texts_that_share_enough_words_in_a_row_share_a_key(one, two, three, four, shared):
    assert choose_keys([*one, *shared, *two]) & choose_keys([*three, *shared, *four])


@given(STEMS)
def test_keys_are_whole_numbers_of_64_bits(stems):
    keys = choose_keys(stems)
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert bool(keys) == (len(stems) >= ROW)


def test_the_order_of_words_counts():
    assert choose_keys(["a", "b", "c", "d", "e"]).isdisjoint(choose_keys(["b", "a", "c", "d", "e"]))


def test_keys_are_the_same_on_any_machine():
    assert choose_keys(["woda", "opada", "od", "rana", "powoli"]) == {-6405815819564121659}
