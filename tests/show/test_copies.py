"""A copy on the screen: its passages side by side."""

import io

import pytest
from rich.console import Console

from podobno.records.links import Evidence, Link, Taking
from podobno.records.text import Article, Span
from podobno.show.copies import copy_page, taking_words

A = Article(text="Rano. Wójt zapowiedział odbudowę tamy.", outlet="kurier.example", published="2020-05-01")
B = Article(text="Wójt zapowiedział szybką odbudowę\ntamy. Wieczorem.", title="Tama wróci")
PASSAGE = Evidence(code="passage", a=Span(article=A.id, start=6, end=37), b=Span(article=B.id, start=0, end=38))
LINK = Link(kind="copy", a="0", b="1", evidence=(PASSAGE, Evidence(code="agency")))
EARLIER = Taking(reason="earlier", source=A.id)


def printed(link, taking, **how):
    console = Console(file=io.StringIO(), width=100, **how)
    console.print(copy_page(link, A, B, taking))
    return console.file.getvalue()


def test_the_passages_stand_side_by_side_under_their_articles():
    lines = printed(LINK, EARLIER).splitlines()
    assert "kurier.example, 2020-05-01" in lines[0]
    assert "Tama wróci, \u2013" in lines[0]
    assert lines[1].split("  ")[0] == "Wójt zapowiedział odbudowę tamy"
    assert lines[1].rstrip().endswith("Wójt zapowiedział szybką odbudowę tamy")


def test_below_them_stands_who_took_from_whom_and_what_else_says_so():
    last = printed(LINK, EARLIER).splitlines()[-1]
    assert last.rstrip() == "likely taken from kurier.example, which had them earlier; both name the agency"


def test_only_the_words_that_the_other_has_not_stand_out():
    shown = printed(LINK, EARLIER, force_terminal=True, color_system="standard")
    assert "\x1b[1;33mszybką\x1b[0m" in shown
    assert shown.count("\x1b[1;33m") == 1


@pytest.mark.parametrize(
    ("taking", "words"),
    [
        (Taking(reason="unknown"), "who took them from whom is not known"),
        (Taking(reason="agency", agency="PAP"), "likely taken from the agency PAP"),
        (
            Taking(reason="cited", source=B.id, span=Span(article=A.id, start=6, end=10)),
            "likely taken from Tama wróci, which kurier.example names: 'Wójt'",
        ),
    ],
)
def test_what_is_said_of_a_taking(taking, words):
    assert taking_words(taking, A, B) == words
