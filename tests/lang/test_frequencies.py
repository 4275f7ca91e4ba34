"""How rare a base form is."""

from types import MappingProxyType

import pytest

from podobno.lang.frequencies import Frequencies, open_frequencies

FEW = Frequencies(texts=98, counts=MappingProxyType({"dom": 99, "komin": 9}))


@pytest.mark.parametrize(("lemma", "rarity"), [("dom", 0.0), ("komin", 0.5), ("kominiarczyk", 1.0)])
def test_a_word_of_every_text_has_no_rarity_and_an_unknown_one_all(lemma, rarity):
    assert FEW.rarity(lemma) == pytest.approx(rarity)


def test_the_table_of_the_pack_knows_common_words():
    frequencies = open_frequencies("pl")
    assert frequencies.texts == 3889
    assert frequencies.rarity("rok") < frequencies.rarity("umowa") < frequencies.rarity("gazociąg") <= 1.0
    assert all(0 < count <= frequencies.texts for count in frequencies.counts.values())


def test_a_pack_without_a_table_finds_each_word_as_rare_as_any():
    assert open_frequencies("xx").rarity("rok") == 1.0
