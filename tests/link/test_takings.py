"""Who took a shared passage from whom."""

import pytest
from tests.sketches import claim, sketch

from podobno.link.takings import likely_source
from podobno.records.errors import BadRecord
from podobno.records.links import Taking

TEXT = "Tama pękła, czytamy w Kurierze Gminnym."


def naming(name, words, **about):
    return sketch(TEXT, claims=[claim(TEXT, "Tama pękła", chain=(name,), named=words)], **about)


@pytest.mark.parametrize("outlet", ["Kurier Gminny", "kuriergminny.pl", "wiesci.kuriergminny.pl"])
def test_who_names_the_others_outlet_took_it_from_there(outlet):
    taker, giver = naming("Kurier Gminny", "Kurierze Gminnym", published="2020-05-01"), sketch("Tama.", outlet=outlet)
    taking = likely_source(taker, giver)
    assert (taking.reason, taking.source) == ("cited", giver.article.id)
    assert taker.article.quotation(taking.span) == "Kurierze Gminnym"
    assert likely_source(giver, taker) == taking


def test_an_article_that_names_its_own_outlet_took_nothing():
    own = naming("Kurier Gminny", "Kurierze Gminnym", outlet="Kurier Gminny", published="2020-05-01")
    other = sketch("Tama.", outlet="Kurier Gminny", published="2020-05-03")
    assert likely_source(own, other) == Taking(reason="earlier", source=own.article.id)


@pytest.mark.parametrize(("one", "other", "agency"), [("PAP", "AFP, PAP", "PAP"), ("PAP", None, "PAP")])
def test_what_an_agency_signed_is_the_agencys(one, other, agency):
    a, b = (
        sketch("Tama.", agency=one, published="2020-05-02"),
        sketch("Tama i most.", agency=other, published="2020-05-01"),
    )
    assert likely_source(a, b) == likely_source(b, a) == Taking(reason="agency", agency=agency)


def test_the_earlier_article_had_it_first():
    a, b = sketch("Tama.", published="2020-05-02"), sketch("Most.", published="2020-05-01")
    assert likely_source(a, b) == likely_source(b, a) == Taking(reason="earlier", source=b.article.id)


@pytest.mark.parametrize("published", ["2020-05-02", "2020-05", "2020", None])
def test_on_one_day_or_without_a_day_nothing_is_known(published):
    a, b = sketch("Tama.", published="2020-05-02"), sketch("Most.", published=published)
    assert likely_source(a, b) == likely_source(b, a) == Taking(reason="unknown")


def test_a_month_that_is_over_comes_before_a_day():
    a, b = sketch("Tama.", published="2020-05-02"), sketch("Most.", published="2020-04")
    assert likely_source(a, b).source == b.article.id


@pytest.mark.parametrize("about", [{"reason": "earlier"}, {"reason": "unknown", "source": "0"}, {"reason": "fame"}])
def test_a_taking_that_cannot_be_true_cannot_be_built(about):
    with pytest.raises(BadRecord):
        Taking(**about)
