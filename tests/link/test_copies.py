"""Passages that two articles share: what shows a copy, and what does not."""

import pytest
from tests.sketches import GRAMMAR, claim, sketch

from podobno.link.copies import copy_keys, link_copies

TOLD = (
    "Wójt gminy zapowiedział odbudowę drewnianej tamy, która runęła podczas wiosennej powodzi i zalała dwa "
    "przysiółki leżące poniżej młyna."
)
EDITED = (
    "Wójt zapowiedział w środę odbudowę drewnianej tamy, która runęła podczas wiosennej powodzi oraz zalała "
    "przysiółki leżące poniżej młyna."
)
WORDS = "odbudujemy drewnianą tamę jeszcze przed zimą, bo mieszkańcy przysiółków nie mogą czekać na następną powódź"
BEFORE, AFTER = "Rano odwołano targ koński. ", " Wieczorem zagra orkiestra strażacka."


def passages(one, other):
    a, b = sorted((one, other), key=lambda given: given.article.id)
    return [
        (a.article.quotation(evidence.a), b.article.quotation(evidence.b))
        for link in link_copies(a, b, GRAMMAR)
        for evidence in link.evidence
        if evidence.a is not None
    ]


def codes(one, other):
    a, b = sorted((one, other), key=lambda given: given.article.id)
    return [evidence.code for link in link_copies(a, b, GRAMMAR) for evidence in link.evidence]


def test_a_passage_is_found_in_the_middle_of_another_text():
    whole, part = sketch(BEFORE + TOLD + AFTER), sketch("Powódź minęła. " + TOLD + " Radni zbiorą się jutro.")
    assert passages(whole, part) == [(TOLD[:-1], TOLD[:-1])]


def test_light_edits_do_not_hide_a_passage():
    ((one, other),) = passages(sketch(BEFORE + TOLD), sketch(EDITED + AFTER))
    assert "odbudowę drewnianej tamy" in one
    assert one.endswith("młyna")
    assert other.endswith("młyna")


def test_two_passages_are_two_pieces_of_evidence():
    more = "Straty oszacowano wstępnie na kilkadziesiąt tysięcy, a ubezpieczyciel odmówił wypłaty całego odszkodowania."
    between = " W gminie działa jeden młyn wodny, a drugi zamknięto, gdy zmarł ostatni młynarz z tej okolicy. "
    assert len(passages(sketch(TOLD + between + more), sketch(TOLD + AFTER + BEFORE * 2 + more))) == 2


def test_articles_of_one_topic_share_no_passage():
    other = "Drewniana tama runęła wiosną. Odbudowę zapowiada wójt gminy, a mieszkańcy przysiółków liczą straty."
    assert passages(sketch(TOLD), sketch(other)) == []


def test_a_name_with_its_office_is_no_passage():
    name = "przewodnicząca Rady Powiatu Zawodzie Górne Kazimiera Wiatrak-Ostoja"
    one = sketch(f"Wczoraj {name} otworzyła nowy most.")
    assert passages(one, sketch(f"Nie wiadomo, kiedy {name} poda wyniki konkursu.")) == []


def test_words_that_both_quote_are_the_speakers():
    one, other = sketch(f"„Z bólem serca {WORDS}” - mówił wójt."), sketch(f"Wójt: „{WORDS}”. Radni milczeli.")
    assert passages(one, other) == []


def test_words_that_one_quotes_and_the_other_tells_as_his_own_are_a_copy():
    assert len(passages(sketch(f"Wójt: „{WORDS}”."), sketch(f"Jak zapewnił, {WORDS}."))) == 1


def test_but_not_where_both_name_the_medium_that_had_them():
    one, other = f"Wójt: „{WORDS}”.", f"Jak zapewnił, {WORDS}."
    chain = ("Kurier Gminny", "wójt")
    shared = [sketch(text, claims=[claim(text, WORDS, chain=chain)]) for text in (one, other)]
    assert passages(*shared) == []


def test_nor_where_one_has_the_words_from_a_medium_that_the_other_names_somewhere():
    one, other = f"Wójt: „{WORDS}”.", f"Jak zapewnił, {WORDS}."
    quoting = sketch(one, claims=[claim(one, WORDS, chain=("Kurier Gminny", "wójt"))])
    assert passages(quoting, sketch(other, names=["Kurier Gminny"])) == []
    assert len(passages(quoting, sketch(other, names=["Kurier Miejski"]))) == 1


def test_an_agency_is_no_such_medium():
    one, other = f"Wójt: „{WORDS}”.", f"Jak zapewnił, {WORDS}."
    shared = [sketch(text, claims=[claim(text, WORDS, chain=("PAP", "wójt"))]) for text in (one, other)]
    assert len(passages(*shared)) == 1


def test_what_an_outlet_puts_under_each_article_is_no_passage():
    foot = "Masz dla nas temat o powodzi, drogach, młynach, szkołach, targach albo o zwykłych sąsiedzkich kłopotach?"
    assert passages(sketch(BEFORE + foot), sketch("Sklep zamknięto. " + foot)) == []


def test_old_articles_are_archive():
    assert passages(sketch(TOLD, published="2020-01-01"), sketch(TOLD + AFTER, published="2020-03-01")) != []
    assert passages(sketch(TOLD, published="2020-01-01"), sketch(TOLD + AFTER, published="2020-06-01")) == []


@pytest.mark.parametrize("published", [None, "2020", "2020-01"])
def test_an_unknown_or_wide_date_hides_no_passage(published):
    assert passages(sketch(TOLD, published="2020-01-01"), sketch(TOLD + AFTER, published=published)) != []


def test_agency_and_author_that_both_name_are_evidence():
    one = sketch(TOLD, agency="PAP, AFP", byline="Jan Nowak")
    assert codes(one, sketch(TOLD + AFTER, agency="PAP", byline="Jan Nowak")) == ["passage", "agency", "byline"]
    assert codes(one, sketch(TOLD + AFTER, agency="Reuters")) == ["passage"]


def test_a_long_passage_is_surer_than_a_short_one():
    def score(text):
        a, b = sorted((sketch(text), sketch(text + AFTER)), key=lambda given: given.article.id)
        return next(link_copies(a, b, GRAMMAR)).score

    assert score("Wójt zapowiedział odbudowę drewnianej tamy, która runęła podczas powodzi.") < score(TOLD) <= 1.0


def test_keys_fit_a_database_and_are_few():
    keys = copy_keys(sketch(" ".join(f"{n}słowo" for n in range(500))), GRAMMAR)
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert 150 < len(keys) < 250
    assert copy_keys(sketch("Za krótko."), GRAMMAR) == frozenset()
