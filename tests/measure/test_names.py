"""Names are scored by place, kind and base form."""

import pytest

from podobno.measure.names import NamedText, read_named_texts, same_base, score_names
from podobno.records.errors import BadUse
from podobno.records.text import Span
from podobno.records.values import Mention

LINES = (
    "0\t5\tEwie!\tEwa\tPER\tPER-Ewa\n8\t17\tRadomsku\tRadomsko\tLOC\tGPE-Radomsko\n20\t24\tMost\tMost\tPRO\tPRO-Most\n"
)


@pytest.fixture
def corpus(tmp_path):
    for kind, name, text in (("raw", "one.txt", "Ewie! w Radomsku. - Most i Wilk"), ("ner", "one.tsv", LINES)):
        folder = tmp_path / kind / "event" / "pl"
        folder.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def mention(start, end, kind, base):
    return Mention(span=Span(article="a", start=start, end=end), kind=kind, base=base, entity=base, first=0, last=1)


def test_a_corpus_is_read_with_its_kinds(corpus):
    (text,) = read_named_texts(corpus)
    assert [(name.base, name.kind) for name in text.names] == [("Ewa", "person"), ("Radomsko", "place"), ("Most", None)]


def test_a_folder_that_is_no_corpus_is_wrong_use(tmp_path):
    with pytest.raises(BadUse, match="there is no ner/"):
        list(read_named_texts(tmp_path))


def test_a_product_is_neither_right_nor_wrong(corpus):
    (text,) = read_named_texts(corpus)
    scores = score_names([(text, [mention(0, 5, "person", "ewa"), mention(20, 24, "body", "Most")])])
    assert (scores["names span"].precision, scores["names span"].recall) == (1.0, 0.5)
    assert scores["names span, products count as wrong"].precision == 0.5
    assert scores["person: base of the found"].value == 1.0


def test_an_empty_text_has_no_score_above_nought():
    scores = score_names([(NamedText(doc="a", text="", names=()), [])])
    assert {score.value for score in scores.values()} == {0.0}


def test_case_and_white_space_make_no_other_base():
    assert same_base("Partia  pracy", "Partia Pracy ")
    assert not same_base("Partia Pracy", "Partia Praca")
    assert same_base("Jan O\u2019Dąb", "Jan O'Dąb")
