"""The marks in an article's text."""

from hypothesis import given
from hypothesis import strategies as st

from podobno.records.claims import Claim, Source
from podobno.records.text import Article, Span
from podobno.show.marked import Mark, claim_marks, mark_text, value_marks

ARTICLE = Article(text="Nowak mówi, że 3 tys. osób przyszło w środę.")


def span(words):
    start = ARTICLE.text.index(words)
    return Span(article=ARTICLE.id, start=start, end=start + len(words))


CLAIM = Claim(
    content=(span("3 tys. osób przyszło w środę"),),
    mode="indirect",
    cue=span("mówi"),
    speaker=span("Nowak"),
    chain=(Source(name="Nowak"),),
    stance="asserts",
    conditional=False,
    carried=False,
)


def printed(*marks):
    return "".join(words for words, _ in mark_text(ARTICLE, marks))


def test_without_colour_claims_stand_in_brackets_and_values_in_signs():
    marks = [
        *claim_marks([CLAIM]),
        *value_marks([span("3 tys. osób")], [span("w środę")], has_colour=False),
    ]
    assert printed(*marks) == "Nowak mówi, że [1\u2022 {3 tys. osób} przyszło <w środę>]."


def test_with_colour_values_have_no_signs():
    marks = value_marks([span("3 tys. osób")], [], has_colour=True)
    assert printed(*marks) == ARTICLE.text


def test_a_speaker_is_bold():
    assert ("Nowak", "bold") in list(mark_text(ARTICLE, claim_marks([CLAIM])))


def test_words_in_two_marks_have_both_styles():
    marks = [*claim_marks([CLAIM]), *value_marks([span("3 tys. osób")], [], has_colour=True)]
    assert ("3 tys. osób", "green underline") in list(mark_text(ARTICLE, marks))


places = st.integers(0, len(ARTICLE.text) - 1)


@given(st.lists(st.tuples(places, places)))
def test_without_their_signs_the_marks_leave_the_text_as_it_is(pairs):
    marks = [
        Mark(
            span=Span(article=ARTICLE.id, start=min(a, b), end=max(a, b) + 1),
            before="",
            after="",
            style="red",
        )
        for a, b in pairs
    ]
    assert printed(*marks) == ARTICLE.text
