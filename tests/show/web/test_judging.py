"""Judging on the pages: the records of the command, signed, undone, and only by our own forms."""

import re

import pytest
from tests.show.web.ledgers import DENIAL, FIRST, SECOND, UNDATED, claim_of, hostile
from tests.show.web.writing import OURS, TEXT, Visitor, make_site

from podobno.ledger.opening import open_ledger
from podobno.run.clock import SystemClock
from podobno.show.cli import run_command
from podobno.show.web import site as sites
from podobno.show.web.app import make_app
from podobno.show.web.guard import Doors
from podobno.show.web.site import open_site

A, B, C = claim_of(FIRST), claim_of(SECOND), claim_of(DENIAL)
HERE = f"/claims/{A}"


@pytest.fixture
def visitor(tmp_path, stages):
    return Visitor(make_site(tmp_path, stages))


@pytest.mark.parametrize(
    ("form", "command"),
    [
        ({"act": "same", "claim": A, "other": C}, ["same", A, C]),
        (
            {"act": "apart", "claim": A, "other": B[:9], "note": "dwie rozmowy"},
            ["apart", A, B, "--note", "dwie rozmowy"],
        ),
        ({"act": "same", "claim": A, "other": f"http://localhost:8010/claims/{C}?lang=pl#x"}, ["same", A, C]),
        ({"act": "chain", "claim": B, "chain": "PAP >  Jan Lis"}, ["chain", B, "PAP > Jan Lis"]),
        ({"act": "chain", "claim": B}, ["chain", B]),
        ({"act": "claim", "claim": A, "grade": "2"}, ["claim", A, "2"]),
        ({"act": "claim", "claim": B, "grade": "b2"}, ["claim", B, "B2"]),
        ({"act": "source", "name": "Reuters", "grade": "B"}, ["source", "Reuters", "B"]),
    ],
)
def test_a_form_keeps_the_records_that_the_command_keeps(visitor, form, command):
    assert visitor.judge(**form).status_code == 303
    ours = visitor.judgements()
    assert run_command(["judge", *command, "--by", "Anna Nowak", "--ledger", str(visitor.site.path)]) == 0
    theirs = [kept for kept in visitor.judgements() if kept not in ours]
    assert [_without_moment(kept) for kept in ours] == [_without_moment(kept) for kept in theirs]


def _without_moment(kept):
    names = ("verdict", "kind", "subjects", "by", "value", "note")
    return [getattr(kept.judgement, name) for name in names]


def test_what_is_judged_the_same_stands_together_until_it_is_undone(visitor):
    def reports():
        return len(visitor.client.get(HERE, params={"format": "json"}).json()["utterance"]["reports"])

    assert reports() == 2
    answer = visitor.judge("same", claim=A, other=C, back=HERE)
    assert answer.headers["location"] == f"{HERE}?told=judged#judgements"
    assert reports() == 3
    text = visitor.client.get(answer.headers["location"], headers=OURS).text
    assert "Your judgement is kept" in text
    assert "says Anna Nowak" in text
    assert "told=judged" not in text
    assert 'name="told"' not in text
    (told,) = visitor.client.get(HERE, params={"format": "json"}).json()["judged"]
    undone = visitor.judge("undo", judgement=told["id"], back=HERE)
    assert undone.headers["location"] == f"{HERE}?told=undone#judgements"
    assert reports() == 2
    assert [kept.stands for kept in visitor.judgements()] == [False, True]


def test_a_date_is_set_right_on_the_article_s_page_and_old_addresses_lead_on(visitor):
    old = FIRST.article.id
    visitor.send("/signature", by=visitor.name)
    answer = visitor.judge("date", article=old, published="2024-05-02", note="z druku", back=f"/articles/{old}")
    assert answer.status_code == 303
    new = answer.headers["location"].removeprefix("/articles/").partition("?")[0]
    text = visitor.client.get(answer.headers["location"], headers=OURS).text
    for words in ("Your judgement is kept", "<b>2024-05-02</b>", "says Anna Nowak", "z druku", 'name="published"'):
        assert words in text
    for section in ("articles", "stories"):
        led = visitor.client.get(f"/{section}/{old}?lang=en")
        assert (led.status_code, led.headers["location"]) == (307, f"/{section}/{new}?lang=en&told=replaced")
    assert "stands in its stead" in visitor.client.get(f"/articles/{new}?told=replaced", headers=OURS).text
    assert visitor.client.get(f"/articles/{old}?format=json").headers["location"].endswith("told=replaced&format=json")
    page = visitor.client.get(f"/articles/{new}?format=json").json()
    assert page["published"] == "2024-05-02"
    (told,) = page["judged"]
    undone = visitor.judge("undo", judgement=told["id"], back=f"/articles/{new}")
    led = visitor.client.get(undone.headers["location"])
    assert led.headers["location"] == f"/articles/{old}?told=undone"
    assert visitor.client.get(f"/articles/{old}").status_code == 200


def test_the_address_of_a_claim_leads_to_the_claim_under_the_right_date(tmp_path, stages):
    visitor = Visitor(make_site(tmp_path, stages))
    added = visitor.send("/add/text", text=TEXT, published="2024-05-15").headers["location"]
    article = added.removeprefix("/articles/").partition("?")[0]
    (claim,) = visitor.client.get(f"/articles/{article}?format=json").json()["claims"]
    visitor.judge("date", article=article, published="2024-05-22")
    led = visitor.client.get(f"/claims/{claim['id']}")
    assert led.status_code == 307
    now = visitor.client.get(led.headers["location"] + "&format=json").json()
    assert (claim["said"], now["said"]) == ("2024-05-15", "2024-05-22")


@pytest.mark.parametrize("given", ["soon", "2024-13", "", FIRST.article.published])
def test_a_date_that_is_none_is_refused_with_what_to_write(visitor, given):
    answer = visitor.judge("date", article=FIRST.article.id, published=given)
    assert answer.status_code == 400
    assert "Write 2024-10-23" in answer.text
    assert visitor.judgements() == []


def test_a_name_is_asked_for_once(visitor):
    assert "judge this claim" not in visitor.client.get(HERE, headers=OURS).text.casefold()
    answer = visitor.send("/signature", by="  Żaneta\n<b>Łęcka ", back=HERE)
    assert answer.headers["location"] == f"{HERE}#judgements"
    text = visitor.client.get(HERE, headers=OURS).text
    assert "You sign as Żaneta &lt;b&gt;Łęcka." in text
    assert visitor.send("/judgements", act="claim", claim=A, grade="3").status_code == 303
    assert visitor.judgements()[0].judgement.by == "Żaneta <b>Łęcka"


@pytest.mark.parametrize("fields", [{"by": ""}, {}])
def test_a_name_is_forgotten_by_the_form_that_says_so(visitor, fields):
    visitor.send("/signature", by="Anna")
    answer = visitor.send("/signature", back=HERE, **fields)
    assert answer.headers["location"] == f"{HERE}#judgements"
    assert "To judge, sign with your name" in visitor.client.get(HERE, headers=OURS).text


def test_language_and_day_go_along(visitor):
    answer = visitor.send("/judgements?lang=pl&as_of=2024-05-09", act="claim", claim=A, grade="3", by="Anna", back=HERE)
    assert answer.headers["location"] == f"{HERE}?as_of=2024-05-09&lang=pl&told=judged#judgements"


def test_the_past_cannot_be_judged_from(visitor):
    visitor.send("/signature", by="Anna")
    assert 'method="post"' in visitor.client.get(HERE).text
    assert 'method="post"' not in visitor.client.get(HERE, params={"known": "2025"}).text


@pytest.mark.parametrize(
    "form",
    [
        {"act": "same", "claim": A, "other": A},
        {"act": "same", "claim": A, "other": "nosuch"},
        {"act": "apart", "claim": A},
        {"act": "apart", "claim": "0" * 16, "other": A},
        {"act": "chain", "claim": A, "chain": "PAP > "},
        {"act": "claim", "claim": A, "grade": "7"},
        {"act": "claim", "claim": claim_of(UNDATED), "grade": "B2"},
        {"act": "source", "name": "\x00 ", "grade": "B"},
        {"act": "source", "name": "PAP", "grade": "X"},
        {"act": "undo", "judgement": "0" * 16},
        {"act": "undo"},
        {"act": "erase", "claim": A},
        {"act": "claim", "claim": A, "grade": "2", "back": "//evil.example/"},
        {"act": "claim", "claim": A, "grade": "2", "back": "https://evil.example/"},
        {"act": "claim", "claim": A, "grade": "2", "back": f"{HERE}\r\nX: y"},
        {"act": "claim", "claim": A, "grade": "2", "more": "1"},
        {"act": "claim", "claim": A, "grade": "2", "note": "x" * 501},
        {"act": "claim", "claim": "../x", "grade": "2"},
    ],
)
def test_what_cannot_be_kept_is_told_and_not_kept(visitor, form):
    answer = visitor.judge(**form)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert visitor.judgements() == []


@pytest.mark.parametrize("name", ["", "  ", "\u200b\n"])
def test_nobody_judges_without_a_name(visitor, name):
    visitor.name = name
    answer = visitor.judge("claim", claim=A, grade="2")
    assert (answer.status_code, visitor.judgements()) == (400, [])
    assert "must be signed" in answer.text


# Only our own forms

FOREIGN = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": "http://localhost:9999"},
    {"origin": "http://localhost.evil.example", "sec-fetch-site": "same-origin"},
    {"origin": "http://["},
    {},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/judgements", "/signature", "/add/text", "/add/address"])
def test_a_page_elsewhere_can_send_nothing(visitor, headers, path):
    fields = {"act": "claim", "claim": A, "grade": "2", "by": "Anna"} if path == "/judgements" else {}
    fields |= {"by": "Anna"} if path == "/signature" else {}
    fields |= {"text": "x", "url": "http://example.pl/"} if path == "/add/text" else {}
    fields |= {"url": "http://example.pl/"} if path == "/add/address" else {}
    answer = visitor.send(path, headers=headers, **fields)
    assert (answer.status_code, visitor.judgements(), visitor.articles()) == (403, [], 11)
    assert "podobno_by" not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize("headers", [{"origin": "http://localhost"}, {"sec-fetch-site": "same-origin"}])
def test_our_own_page_can(visitor, headers):
    assert visitor.send("/judgements", headers, act="claim", claim=A, grade="2", by="Anna").status_code == 303


def test_a_token_of_another_visitor_is_none(visitor, tmp_path):
    other = Visitor(visitor.site)
    for token in ("0" * 64, other.token(), "\u20ac"):
        answer = visitor.client.post(
            "/judgements", data={"token": token, "act": "claim", "claim": A, "grade": "2", "by": "A"}, headers=OURS
        )
        assert answer.status_code == 403
        assert "Load the page again" in answer.text
    visitor.token()
    assert visitor.client.post("/judgements", data={"act": "claim"}, headers=OURS).status_code == 400
    assert visitor.judgements() == []


def test_a_token_without_its_cookie_is_none(visitor):
    token = visitor.token()
    visitor.client.cookies.clear()
    data = {"token": token, "act": "claim", "claim": A, "grade": "2", "by": "A"}
    assert visitor.client.post("/judgements", data=data, headers=OURS).status_code == 403


def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(visitor):
    assert re.search("(?i)httponly.*samesite=strict", visitor.client.get("/add").headers["set-cookie"])


def test_nothing_is_written_by_looking(visitor):
    for address in ("/judgements?act=claim", f"/judgements?token={visitor.token()}", "/add/text", "/signature"):
        assert visitor.client.get(address).status_code in (400, 404, 405)
    before = visitor.site.path.read_bytes()
    visitor.client.get("/add")
    visitor.client.get("/judgements")
    assert visitor.site.path.read_bytes() == before


def test_where_nothing_may_be_written_there_is_no_form(visitor):
    reader = Visitor(open_site(visitor.site.path))
    for address in ("/stories", HERE, "/judgements", f"/stories/{FIRST.article.id}"):
        assert 'method="post"' not in reader.client.get(address).text
    assert reader.client.get("/add").status_code == 404
    for path in ("/judgements", "/add/text", "/signature"):
        assert reader.client.post(path, data={"token": visitor.token()}, headers=OURS).status_code in (404, 405)
    told = reader.client.get("/openapi.json").json()["paths"]
    assert all(set(one) == {"get"} for one in told.values())


def test_whoever_waits_in_vain_for_another_writer_is_told(visitor, monkeypatch):
    opened = sites.open_ledger
    monkeypatch.setattr(sites, "open_ledger", lambda path, clock=None: opened(path, clock=clock, wait_s=0.05))
    with opened(visitor.site.path, clock=SystemClock()) as other, other.database.transaction():
        answer = visitor.judge("claim", claim=A, grade="2")
    assert answer.status_code == 503
    assert "Another one is writing" in answer.text
    assert visitor.judge("claim", claim=A, grade="2").status_code == 303


def test_a_hostile_name_note_and_chain_are_shown_letter_by_letter(visitor):
    evil = "<script>alert(1)</script>"
    visitor.name = evil
    visitor.judge("chain", claim=A, chain=f"{evil} > {evil}", note=evil)
    visitor.judge("same", claim=A, other=claim_of(hostile()), note=evil)
    for address in (HERE, "/judgements"):
        text = visitor.client.get(address).text
        assert text.count("<script") == 2
        assert "&lt;script&gt;alert(1)" in text


def test_every_kind_of_judgement_is_listed(visitor):
    place = str(visitor.site.path)
    for command in (
        ["same", "--names", "Kijów", "Kyiv"],
        ["apart", "--names", "Kijów", "Lwów"],
        ["story", "join", FIRST.article.id, UNDATED.article.id],
        ["story", "split", FIRST.article.id, DENIAL.article.id],
        ["source", "Kurier", "C"],
        ["claim", A, "4"],
        ["chain", A],
    ):
        assert run_command(["judge", *command, "--by", "Jan", "--ledger", place]) == 0
    text = visitor.client.get("/judgements", headers=OURS).text
    for words in ("Names of one person", "One story", "Not one story", "fairly reliable", "doubtful", "chain is wrong"):
        assert words in text
    assert len(visitor.client.get("/judgements?format=json").json()["judgements"]) == 7
    assert "fairly reliable" in visitor.client.get(HERE, headers=OURS).text


def test_from_other_machines_the_token_of_the_door_is_needed_first(visitor):
    from starlette.testclient import TestClient

    guarded = TestClient(make_app(visitor.site, Doors(token="x" * 20)), base_url="http://localhost")
    data = {"token": visitor.token(), "act": "claim", "claim": A, "grade": "2", "by": "Anna"}
    assert guarded.post("/judgements", data=data, headers=OURS).status_code == 401
    assert visitor.judgements() == []


def test_the_ledger_is_whole_afterwards(visitor):
    visitor.judge("same", claim=A, other=C)
    with open_ledger(visitor.site.path) as ledger:
        assert ledger.counts()["judgement"] == 1
    assert run_command(["check", "--ledger", str(visitor.site.path)]) in (0, 1)
