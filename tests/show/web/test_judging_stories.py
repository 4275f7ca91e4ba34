"""Judging stories on the pages: joined with another, an article split off, undone; the records of the command."""

import re

import pytest
from tests.fakes import FakeClock
from tests.links import a_link, keep
from tests.show.web.ledgers import DENIAL, FIGURES, FIRST, SECOND, UNDATED, claim_of
from tests.show.web.writing import OURS, Visitor, make_site

from podobno.ledger.opening import open_ledger
from podobno.show.cli import run_command
from podobno.show.web.addresses import id_in_address
from podobno.show.web.site import open_site

STORY, ALONE = f"/stories/{FIRST.article.id}", f"/stories/{UNDATED.article.id}"
MANY = 9  # articles of the story


@pytest.fixture
def visitor(tmp_path, stages):
    made = Visitor(make_site(tmp_path, stages))
    made.send("/signature", by=made.name)
    return made


def articles(visitor, address):
    more = "&" if "?" in address else "?"
    return [one["id"] for one in visitor.client.get(f"{address}{more}format=json").json()["articles"]]


def told(kept):
    names = ("verdict", "kind", "subjects", "by", "value", "note")
    return [getattr(kept.judgement, name) for name in names]


def look(visitor, address):
    return visitor.client.get(address, headers=OURS).text


def test_a_story_is_joined_with_one_that_was_looked_for_and_undone(visitor):
    ours = articles(visitor, STORY)
    text = look(visitor, f"{STORY}?join={UNDATED.article.id}")
    assert f'value="{UNDATED.article.id}"' in text
    assert f'name="articles" value="{" ".join(ours)}"' in text
    answer = visitor.judge("join", articles=" ".join(ours), others=UNDATED.article.id, note="ten sam most", back=STORY)
    assert answer.headers["location"] == f"{STORY}?told=judged#judgements"
    assert articles(visitor, ALONE) == [*ours, UNDATED.article.id]
    text = look(visitor, STORY)
    assert "One story" in text
    assert "and 8 more articles" in text
    (judged,) = visitor.client.get(ALONE, params={"format": "json"}).json()["judged"]
    visitor.judge("undo", judgement=judged["id"], back=STORY)
    assert articles(visitor, STORY) == ours


def test_an_article_is_split_off_and_the_rest_stays_together(visitor):
    ours = articles(visitor, STORY)
    answer = visitor.judge("split", articles=" ".join(ours), others=DENIAL.article.id, back=STORY)
    assert answer.headers["location"] == f"{STORY}?told=judged#judgements"
    assert articles(visitor, STORY) == [one for one in ours if one != DENIAL.article.id]
    assert articles(visitor, f"/stories/{DENIAL.article.id}") == [DENIAL.article.id]
    assert "Not one story" in look(visitor, f"/stories/{DENIAL.article.id}")


def test_a_story_that_lost_its_first_article_is_come_back_to(visitor):
    ours = articles(visitor, STORY)
    answer = visitor.judge("split", articles=" ".join(ours), others=ours[0], back=STORY)
    assert answer.headers["location"] == f"/stories/{ours[1]}?told=judged#judgements"
    assert articles(visitor, f"/stories/{ours[1]}") == ours[1:]


@pytest.mark.parametrize("act", ["join", "split"])
def test_the_records_are_those_of_the_command(visitor, act):
    ours = articles(visitor, STORY)
    other = UNDATED.article.id if act == "join" else ours[3]
    rest = [one for one in ours if one != other]
    typed = [ours[0], other, *ours[1:]] if act == "join" else [other, *rest]
    visitor.judge(act, articles=" ".join(ours), others=other, note="bo tak")
    command = ["judge", "story", act, *typed, "--by", visitor.name, "--note", "bo tak"]
    assert run_command([*command, "--ledger", str(visitor.site.path)]) == 0
    mine, theirs = visitor.judgements()
    assert told(mine) == told(theirs)


@pytest.mark.parametrize(
    "form",
    [
        {"act": "join", "articles": FIRST.article.id},
        {"act": "join", "others": FIRST.article.id},
        {"act": "join", "articles": FIRST.article.id, "others": FIRST.article.id},
        {"act": "join", "articles": FIRST.article.id, "others": "0" * 16},
        {"act": "join", "articles": FIRST.article.id, "others": "nosuch"},
        {"act": "split", "articles": FIRST.article.id, "others": FIRST.article.id},
        {"act": "split", "articles": f"{FIRST.article.id}  {SECOND.article.id}", "others": FIRST.article.id},
        {"act": "split"},
    ],
)
def test_what_cannot_be_kept_is_told_and_not_kept(visitor, form):
    answer = visitor.judge(**form)
    assert (answer.status_code, visitor.judgements()) == (400, [])


def test_only_who_has_signed_and_sees_the_present_has_the_forms(visitor):
    assert 'value="join"' in look(visitor, STORY)
    assert 'value="split"' in look(visitor, STORY)
    assert 'value="split"' not in look(visitor, ALONE)
    assert 'method="post"' not in look(visitor, f"{STORY}?known=2025")
    visitor.send("/signature", by="")
    assert 'value="join"' not in look(visitor, STORY)
    reader = Visitor(open_site(visitor.site.path))
    assert 'method="post"' not in reader.client.get(STORY).text
    assert "#judgements" not in reader.client.get(STORY).text


def test_what_a_day_did_not_show_is_not_judged_from_it(visitor):
    text = look(visitor, f"{STORY}?as_of=2024-05-04")
    (ids,) = set(re.findall('name="articles" value="([0-9a-f ]+)"', text))
    assert len(ids.split()) == len(articles(visitor, f"{STORY}?as_of=2024-05-04")) < MANY
    assert claim_of(DENIAL) not in text
    assert DENIAL.article.id not in text


def test_stories_that_links_lead_to_are_offered(visitor):
    ours = articles(visitor, STORY)
    visitor.judge("split", articles=" ".join(ours), others=SECOND.article.id)
    offered = re.findall('type="radio" name="others"[^>]*value="([0-9a-f ]+)"', look(visitor, STORY))
    assert SECOND.article.id in offered  # a copy and the same words lead to it
    assert UNDATED.article.id not in offered


def test_a_button_to_judge_two_claims_names_both(visitor):
    early, late = FIGURES[0], FIGURES[2]  # of one name
    with open_ledger(visitor.site.path, clock=FakeClock()) as book:
        keep(book, late, a_link("succeeds", late, early), others=[early])
    (name,) = re.findall('<button aria-label="The same utterance: ([^"]*)"', look(visitor, STORY))
    assert all(one.article.quotation(one.claims[0].content[0]) in name for one in (early, late))


def test_who_finds_nothing_is_told(visitor):
    assert "No other story has such an article" in look(visitor, f"{STORY}?join=nosuch")
    assert "No other story has such an article" in look(visitor, f"{STORY}?join={FIGURES[0].article.id}")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("http://localhost:8010/stories/0123456789abcdef?lang=pl#x", "0123456789abcdef"),
        (" /claims/0123456789abcdef/ ", "0123456789abcdef"),
        ("0123456789", "0123456789"),
        ("https://kurier.example/most/0123456789abcdef?a=1", "https://kurier.example/most/0123456789abcdef?a=1"),
        ("most 50/50", "most 50/50"),
    ],
)
def test_an_address_of_ours_means_its_id_and_no_other_does(given, found):
    assert id_in_address(given) == found


def test_the_forms_are_described(visitor):
    schemas = visitor.client.get("/openapi.json").json()["components"]["schemas"]
    assert {"join", "split"} <= set(schemas["JudgementGiven"]["properties"]["act"]["enum"])
