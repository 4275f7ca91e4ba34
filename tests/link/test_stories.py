"""Articles about one happening."""

import pytest
from tests.sketches import GRAMMAR, sketch

from podobno.link.stories import link_stories, story_keys

FLOOD = [("tama", 4), ("przysiółek", 2), ("powódź", 3), ("młyn", 2), ("wójt", 2), ("rok", 3), ("mówić", 2)]
LATER = [("tama", 3), ("przysiółek", 1), ("powódź", 2), ("odszkodowanie", 2), ("wójt", 1), ("młyn", 1), ("rok", 2)]
SAME_TOPIC = [
    ("tama", 5),
    ("przetarg", 3),
    ("wykonawca", 3),
    ("beton", 2),
    ("kosztorys", 2),
    ("rok", 3),
    ("inwestor", 2),
]
COMMON = [("rok", 5), ("mówić", 3), ("człowiek", 3), ("duży", 2)]
TEXTS = ("Tama pękła, zalane przysiółki proszą o pomoc.", "W przysiółku za tamą opada już woda, mówi wójt.")
OWN = [[(f"{letter}słowo{n}", 1) for n in range(5)] for letter in "ab"]  # what only one of two articles speaks of


def story(one, other):
    a, b = sorted((one, other), key=lambda given: given.article.id)
    return list(link_stories(a, b, GRAMMAR))


def made(lemmas, day="2020-05-01", side=0):
    return sketch(TEXTS[side], lemmas=[*lemmas, *OWN[side]], published=day)


def test_articles_that_share_rare_words_are_one_story():
    (link,) = story(made(FLOOD), made(LATER, "2020-05-02", 1))
    assert link.kind == "story"


def test_the_reasons_are_the_rare_words_where_they_stand():
    one, other = sorted((made(FLOOD), made(LATER, side=1)), key=lambda given: given.article.id)
    (link,) = link_stories(one, other, GRAMMAR)
    words = [one.article.quotation(evidence.a) for evidence in link.evidence if evidence.code == "word"]
    assert {"przysiółki", "przysiółku"} & set(words)
    assert "rok" not in words


def test_a_topic_is_no_happening():
    assert story(made(FLOOD), made(SAME_TOPIC, side=1)) == []


def test_common_words_make_no_story():
    assert (
        story(made([*COMMON, ("tama", 1), ("młyn", 1)]), made([*COMMON, ("szpital", 2), ("oddział", 2)], side=1)) == []
    )


@pytest.mark.parametrize("day", ["2020-05-04", "2019-05-01", None])
def test_a_happening_has_its_days(day):
    assert story(made(FLOOD), made(FLOOD, day, 1)) == []


def test_the_further_apart_the_more_must_be_shared():
    scores = [story(made(FLOOD), made(LATER, f"2020-05-0{day}", 1))[0].score for day in (1, 2)]
    assert scores[0] > scores[1]


def test_a_shared_passage_brings_two_articles_nearer():
    passage = (
        "Strażacy ewakuowali mieszkańców zalanych przysiółków, a żołnierze układali worki z piaskiem wzdłuż "
        "rozmytego nasypu kolejowego."
    )
    few, other = [("tama", 2), ("nasyp", 2), ("strażak", 1)], [("tama", 1), ("nasyp", 1), ("pociąg", 2)]
    bare = made(few), made(other, side=1)
    longer = [sketch(f"{one.article.text} {passage}", lemmas=one.lemmas, published="2020-05-01") for one in bare]
    assert story(*bare) == []
    (link,) = story(*longer)
    assert "passage" in [evidence.code for evidence in link.evidence]


def test_an_article_is_looked_up_by_its_rarest_words():
    keys = story_keys(made([*FLOOD, *((f"słowo{n:02}", 3) for n in range(20))]), GRAMMAR)
    assert len(keys) == 16
    assert "rok" not in keys


def test_numbers_and_what_an_outlet_says_to_its_reader_are_no_words_of_a_happening():
    foot = sketch("Tama pękła. Skorzystaj z naszej skrzynki tamowej.", lemmas=["tama", "skrzynka", "2025"])
    assert story_keys(foot, GRAMMAR) == {"tama"}
    assert story_keys(sketch("Skrzynka pękła.", lemmas=["skrzynka"]), GRAMMAR) == {"skrzynka"}
