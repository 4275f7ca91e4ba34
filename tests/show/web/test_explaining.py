"""A claim is explained on request, in both languages, and one article is read at a time."""

import re
from dataclasses import fields
from html import unescape

import pytest
from tests.show.web.ledgers import FIRST, claim_of

from podobno.claim.reasons import NAMINGS, RULES, SIGNS, STEPS, WAYS
from podobno.ledger.opening import open_ledger
from podobno.records.claims import Claim
from podobno.records.explanations import OF_READING, Branch
from podobno.records.text import Span
from podobno.show.web.explaining import Explainer
from podobno.show.web.phrases import open_phrases
from podobno.show.web.trees import lay_out

ADDRESS = f"/claims/{claim_of(FIRST)}/explain"
GROUPS = (("rule", RULES), ("way", WAYS), ("called", NAMINGS), ("step", STEPS), ("sign", SIGNS))
UPOS = re.findall("[A-Z]+", "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
DEPS = (
    "ROOT",
    "acl:relcl",
    "advmod:neg",
    "aux:pass",
    "ccomp:obj",
    "conj",
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl:agent",
    "obl:arg",
    "parataxis:obj",
    "punct",
)


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


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_sentence_is_drawn_as_nested_lists_in_words(client, language):
    text = client.get(ADDRESS, params={"lang": language}).text
    tree = text.partition('<ul class="tree">')[2].partition("</section>")[0]
    told = client.get(ADDRESS, params={"format": "json"}).json()["grounds"]["tree"]
    shown = re.findall(r'<div class="limb[^"]*"><span lang="pl">([^<]*)</span> <span class="quiet">([^<]*)<', tree)
    assert [unescape(words) for words, _ in shown] == [one["span"]["text"] for one in told]
    phrases = open_phrases()[language]
    assert [what for _, what in shown] == [
        ", ".join(dict.fromkeys((phrases.word("upos", one["upos"]), phrases.relation(one["dep"])))) for one in told
    ]
    assert tree.count("<ul>") == tree.count("</ul></li>")


def test_the_lists_nest_as_the_words_do():
    depths = [0, 1, 2, 2, 1, 0, 1, 2, 3]
    span = Span(article="0" * 16, start=0, end=1)
    held = [Branch(span=span, upos="X", dep="dep", depth=one, is_last=True, marks=()) for one in depths]
    open_, found = 0, []
    for limb in lay_out(held):
        found.append(open_)
        open_ += limb.has_below - limb.closing
    assert (found, open_) == (depths, 0)


def test_no_word_of_the_program_stands_in_a_page_for_people(client):
    text = client.get(ADDRESS, params={"lang": "pl"}).text
    assert "the cue" not in text
    codes = re.findall("<code>([^<]*)</code>", text.partition("<main")[2])
    assert [one for one in codes if "/" not in one and not one.startswith("podobno explain")] == []


def test_each_part_of_speech_relation_feature_and_field_has_its_phrase():
    fields_of_claim = [field.name for field in fields(Claim) if field.name not in OF_READING]
    wanted = (
        [f"upos.{one}" for one in UPOS] + [f"dep.{one}" for one in DEPS] + [f"field.{one}" for one in fields_of_claim]
    )
    wanted += [
        f"feature.{one}" for one in ("Tense=Fut", "Tense=Pres", "Tense=Past", "Mood=Cnd", "Mood=Imp", "Mood=Ind")
    ]
    assert [(one, code) for one in wanted for code, phrases in open_phrases().items() if not phrases.has(one)] == []


def test_a_relation_that_has_no_phrase_is_told_as_the_wider_one():
    phrases = open_phrases()["en"]
    assert phrases.relation("obl:tmod") == phrases.relation("obl") != "obl"
    assert phrases.relation("new") == "new"
