"""The parser: exact places whatever the text holds, and sentences that end with their line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podobno.lang.weights import load_parser
from podobno.records.errors import WeightsError


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "Ala  ma\tkota.\r\nPies śpi.", "Zażółć\u00ad gęślą", "Ala 🐈 ma.", "Z\u0307aba. m.in. tu"],
)
def test_a_token_is_the_stretch_of_text_that_it_names(parser, text):
    syntax = next(parser.parse([text]))
    assert [text[token.start : token.end] for token in syntax.tokens] == [token.form for token in syntax.tokens]


@given(text=st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_sentences_cover_all_tokens_and_no_head_leaves_its_sentence(parser, text):
    syntax = next(parser.parse([text]))
    assert [place for first, last in syntax.sentences for place in range(first, last)] == list(
        range(len(syntax.tokens))
    )
    for token in syntax.tokens:
        assert syntax.tokens[token.head].sentence == token.sentence


def test_a_sentence_ends_with_its_line(parser):
    syntax = next(parser.parse(["Most pęka\nWójt milczy"]))
    assert len(syntax.sentences) == 2


def test_a_line_of_many_thousand_words_is_parsed_in_windows(parser):
    syntax = next(parser.parse(["most " * 3000]))
    assert len(syntax.tokens) == 3000


def test_texts_that_come_together_are_parsed_as_each_alone(parser):
    texts = ["Most pęka\nWójt milczy", "", "most " * 1500, *(f"Anna Zając ma {number} mostów." for number in range(90))]
    assert list(parser.parse(texts)) == [next(parser.parse([text])) for text in texts]


def test_a_parser_that_is_not_installed_is_told_with_what_to_do():
    with pytest.raises(WeightsError, match="not installed"):
        load_parser("no_such_parser")
