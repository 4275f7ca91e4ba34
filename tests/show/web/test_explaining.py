"""A claim is explained on request, in both languages, and one article is read at a time."""

import pytest
from tests.show.web.ledgers import FIRST, claim_of

from podobno.claim.reasons import NAMINGS, RULES, STEPS, WAYS
from podobno.ledger.opening import open_ledger
from podobno.show.web.explaining import Explainer
from podobno.show.web.phrases import open_phrases

ADDRESS = f"/claims/{claim_of(FIRST)}/explain"
GROUPS = (("rule", RULES), ("way", WAYS), ("called", NAMINGS), ("step", STEPS))


@pytest.mark.parametrize(("group", "words"), GROUPS)
def test_every_reason_has_its_phrase_in_every_language(group, words):
    assert [key for key in words for one in open_phrases().values() if not one.has(f"{group}.{key}")] == []


@pytest.mark.parametrize(("language", "said"), [("pl", "Słowo przytaczające"), ("en", "Word that reports")])
def test_a_claim_says_why_it_was_read_so(client, language, said):
    text = client.get(ADDRESS, params={"lang": language}).text
    assert said in text
    assert "speech_verbs.csv" in text


def test_an_explanation_is_data_too(client, described):
    case = described["/claims/{id_}/explain"]["GET"].Case(
        path_parameters={"id_": claim_of(FIRST)}, query={"format": "json"}
    )
    told = case.call_and_validate(base_url="http://localhost").json()
    assert told["grounds"]["usage"]["place"].startswith("packs/pl/lexicon/")


def test_a_page_of_a_claim_leads_to_its_explanation(page):
    assert f'href="{ADDRESS}"' in page(ADDRESS.removesuffix("/explain"))


def test_who_waits_too_long_is_told_to_come_again(book):
    explainer = Explainer(patience_s=0.01)
    with explainer._lock, open_ledger(book) as ledger:
        assert explainer.explain(ledger, claim_of(FIRST)) is None
