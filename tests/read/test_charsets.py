"""Bytes into text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podobno.lang.pack import open_pack
from podobno.read.charsets import decode_bytes, pack_charsets

CHARSETS = pack_charsets([open_pack("pl")])
SENTENCE = "Wójt zapowiedział w środę, że źrebięta i żaby są już bezpieczne."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1250", "iso-8859-2"],
)
def test_a_polish_sentence_comes_out_as_it_went_in(encoding):
    assert decode_bytes(SENTENCE.encode(encoding), CHARSETS).text == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_a_russian_sentence_comes_out_as_it_went_in(encoding):
    sentence = "Министр заявил в среду, что мост откроют в мае."
    assert decode_bytes(sentence.encode(encoding), CHARSETS).text == sentence


@pytest.mark.parametrize(("encoding", "letter"), [("cp1250", "ś"), ("iso-8859-2", "ś"), ("iso-8859-2", "ą")])
def test_one_letter_tells_the_two_polish_encodings_apart(encoding, letter):
    assert decode_bytes(f"tak{letter} nie".encode(encoding), CHARSETS).text == f"tak{letter} nie"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff", min_codepoint=32)))
def test_utf_8_is_never_taken_for_anything_else(text):
    assert decode_bytes(text.encode(), CHARSETS).text in (text, "")


def test_an_encoding_that_is_given_is_believed():
    assert decode_bytes("±¶".encode("iso-8859-2", "replace") + b"\xb6", CHARSETS, "iso-8859-2").text.endswith("ś")


def test_bytes_that_the_given_encoding_does_not_allow_are_said():
    decoded = decode_bytes("środa".encode("cp1250"), CHARSETS, "utf-8")
    assert (decoded.code, decoded.said) == ("READ-ENCODING", "the bytes are no valid utf-8 at byte 0")


def test_utf_8_that_was_cut_is_not_taken_for_cp1250():
    decoded = decode_bytes((SENTENCE * 3).encode() + b"\xc5", CHARSETS)
    assert decoded.text == SENTENCE * 3 + "\N{REPLACEMENT CHARACTER}"
    assert decoded.code == "READ-ENCODING"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"\x1f\x8b\x08\x00\x00", "gzip data"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"abc\0\0\0\0def" * 30, "control characters"),
    ],
)
def test_data_that_is_no_text_is_said_to_be_none(data, kind):
    decoded = decode_bytes(data, CHARSETS)
    assert decoded.code == "READ-BINARY"
    assert kind in decoded.said


def test_nothing_but_the_mark_is_left_out():
    assert decode_bytes(b"\xef\xbb\xbf\xef\xbb\xbf a\r\nb \n", CHARSETS).text == "\ufeff a\r\nb \n"
