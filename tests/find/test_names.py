"""What holds of the names of any text; the names of single sentences are in the pack's gold."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podobno.records.text import Article


def names_in(stages, text):
    article = Article(text=text, language="pl", published="2024-05-15")
    return article, next(stages.read([article])).found.mentions


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Radny Adam Wilk wstał. Wilka nie słuchano, a z Wilkiem nie rozmawiano.", "Adam Wilk"),
        ("Minister Anna Górska milczy. Pytano Górską, lecz Górskiej nie było.", "Anna Górska"),
        ("Głos zabrał Mark Brexley. Pytano Brexleya, a Brexleyowi dziękowano.", "Mark Brexley"),
    ],
)
def test_all_cases_of_a_surname_stand_for_the_full_name(stages, text, entity):
    _, mentions = names_in(stages, text)
    assert [mention.entity for mention in mentions] == [entity] * len(mentions)
    assert len(mentions) == 3


def test_two_people_of_one_surname_in_two_genders_are_two(stages):
    _, mentions = names_in(stages, "Przyszedł Jan Kowalski. Przyszła też Anna Kowalska.")
    assert [mention.entity for mention in mentions] == ["Jan Kowalski", "Anna Kowalska"]


def test_a_short_form_of_two_bodies_stands_for_neither(stages):
    text = "Rada Europejska i Rada Bezpieczeństwa obradują. W budynku tej Rady jest cicho."
    _, mentions = names_in(stages, text)
    assert [mention.entity for mention in mentions if mention.base == "Rada"] in ([], ["Rada"])


@pytest.mark.parametrize("name", ["Alexandru", "Alexandru Brexescu", "Ahmedu Wilk"])
def test_a_name_with_a_word_that_has_no_reading_stays_as_it_is(stages, name):
    # The one ending that fits the first name is none of people's names.
    article = Article(text=f"Głos zabrał poseł {name}.", language="pl", published="2024-05-15")
    reading = next(stages.read([article]))
    assert reading.problems == ()
    assert [mention.base for mention in reading.found.mentions] == [name]


@given(text=st.text(alphabet="Jan Nowak z NATO (USA), „Polska”. Kirby'ego-ą\n", max_size=80))
@settings(max_examples=40, deadline=None)
def test_names_lie_inside_their_text_in_order_and_apart(stages, text):
    article, mentions = names_in(stages, text)
    assert all(article.quotation(mention.span) and mention.base for mention in mentions)
    assert all(left.span.end <= right.span.start for left, right in pairwise(mentions))


@pytest.mark.parametrize("apostrophe", ["'", "\u2019"])
def test_a_name_is_the_same_with_either_apostrophe(stages, apostrophe):
    text = f"Michael O{apostrophe}Leary dodał, że stocznia stoi. Zdaniem O{apostrophe}Leary{apostrophe}ego to koniec."
    _, mentions = names_in(stages, text)
    assert [mention.entity for mention in mentions] == ["Michael O'Leary"] * 2
