"""Each page shows what the ledger holds, in both languages, and tells the same as data."""

import re

import pytest
from tests.show.web.ledgers import ADDRESSES, DENIAL, FIGURES, FIRST, SECOND, UNDATED, claim_of

from podobno.ledger.opening import open_ledger
from podobno.run.clock import SystemClock
from podobno.show.web.app import make_app
from podobno.show.web.guard import Doors
from podobno.show.web.site import open_site

STORY = f"/stories/{FIRST.article.id}"
KILOBYTES = 500 * 1000


def data(client, address, **query):
    answer = client.get(address, params={**query, "format": "json"})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_whole_and_light(client, address, language):
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.rstrip().endswith("</html>")
    assert len(re.findall("<h1", answer.text)) == 1
    assert len(answer.content) < KILOBYTES


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_id_stands_once_on_a_page(client, address):
    ids = re.findall(r'\sid="([^"]*)"', client.get(address).text)
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_of_a_page_leads_somewhere(client, address):
    text = client.get(address).text
    for link in sorted(set(re.findall(r'(?:href|src)="(/[^"]*)"', text))):
        answer = client.get(link.replace("&amp;", "&"), follow_redirects=True)
        assert answer.status_code == 200, link


def test_stories_are_listed_with_days_articles_and_outlets(page, client):
    text = page("/stories")
    assert "9 articles" in text
    told = data(client, "/stories")["stories"]
    assert [story["id"] for story in told if story["articles"] == 9] == [FIRST.article.id]
    assert told[-1]["id"] == UNDATED.article.id


def test_a_story_shows_its_utterances_once_with_both_reports(page):
    text = page(STORY)
    assert "reported 2 times" in text
    assert text.index("1 May 2024") < text.index("9 May 2024")


def test_a_story_shows_both_sides_of_a_denial(page):
    pair = page(STORY).partition('class="pair k-denies"')[2]
    assert pair.index("nie ma mostu") < pair.index("<span>denies</span>") < pair.index("most stoi")


def test_a_story_can_be_asked_for_by_any_of_its_articles(client):
    assert data(client, f"/stories/{DENIAL.article.id}")["id"] == FIRST.article.id


def test_as_of_a_day_a_story_holds_what_was_out(client, page):
    told = data(client, STORY, as_of="2024-05-01")
    assert [article["id"] for article in told["articles"]] == [FIRST.article.id]
    assert told["relations"] == []
    assert "What was published later is not shown" in page(STORY, as_of="2024-05-01")


def test_before_its_first_article_a_story_says_so(client):
    answer = client.get(STORY, params={"as_of": "2024-04", "lang": "en"})
    assert answer.status_code == 404
    assert "Choose a later one" in answer.text


def test_the_day_goes_along_with_every_link(page):
    links = re.findall(r'href="(/(?:articles|claims|names)[^"]*)"', page(STORY, as_of="2024-05-09", lang="en"))
    assert links
    assert all("as_of=2024-05-09" in link and "lang=en" in link for link in links)


def test_what_the_ledger_did_not_hold_yet_is_not_there(client):
    assert data(client, "/stories", known="2024-05-14")["stories"] == []
    assert client.get(f"/claims/{claim_of(FIRST)}", params={"known": "2024-05-14"}).status_code == 404
    assert client.get(f"/articles/{FIRST.article.id}", params={"known": "2024-05-14"}).status_code == 404


def test_an_article_shows_its_text_with_the_claims_marked(page):
    text = page(f"/articles/{FIRST.article.id}")
    assert 'class="m-asserts " data-claims="1">most stoi</span>' in text
    assert '<span class="m-speaker ">Anna Zając</span>' in text
    assert 'aria-label="Claim 1: Anna Zając, asserts"' in text


def test_an_article_shows_what_it_shares_with_others(page):
    text = page(f"/articles/{SECOND.article.id}")
    passages = text.partition('class="passages"')[2]
    plain = re.sub(r"</?em[^>]*>", "", passages)
    assert plain.index("<q>stoi most</q>") < plain.index("<q>most stoi</q>")
    assert '<em class="own">' in passages


def test_a_shared_passage_leads_to_its_place_in_both_texts(page):
    passages = page(f"/articles/{SECOND.article.id}").partition('class="passages"')[2]
    led = re.findall(r'href="(/articles/[0-9a-f]+)[^"]*#(s[0-9]+)"', passages)
    assert [address for address, _ in led] == [f"/articles/{one.article.id}" for one in (SECOND, FIRST)]
    assert all(f'id="{place}"' in page(address) for address, place in led)


def test_an_article_tells_who_likely_took_the_passage(page):
    assert "Goniec likely took them from Kurier, which had them earlier." in page(f"/articles/{SECOND.article.id}")


def test_a_story_shows_who_stands_where_and_each_mark_leads_to_its_quotation(page):
    table = page(STORY).partition('<table class="positions"')[2].partition("</table>")[0]
    assert "most stoi" in table
    assert re.findall(r'class="stand s-denies is-opposed" href="/claims/([0-9a-f]+)', table) == [claim_of(DENIAL)]


def test_a_story_shows_its_web_of_sources_as_a_drawing_and_as_a_table(page, client):
    text = page(STORY).partition('class="chart flow"')[2].partition("</figure>")[0]
    assert text.count("<svg") == 2
    assert '<th scope="row">Anna Zając</th>' in text
    ways = data(client, STORY)["ways"]
    assert {"outlet": "Goniec", "steps": ["Reuters"], "origin": "Anna Zając", "reports": [claim_of(SECOND)]} in ways


def test_the_day_moves_the_positions_and_the_web_of_sources(client):
    told = data(client, STORY, as_of="2024-05-01")
    assert told["topics"] == []
    assert [way["outlet"] for way in told["ways"]] == ["Kurier"]


def test_a_claim_tells_by_how_many_origins_it_is_told(page, client):
    text = page(f"/claims/{claim_of(SECOND)}").partition('id="origins"')[2].partition("</section>")[0]
    assert "2 reports" in text
    assert "1 origin" in text
    assert "However many tell it, it is one word." in text
    assert data(client, f"/claims/{claim_of(SECOND)}")["origins"]["own"]["independent"] == 1


def test_stories_are_listed_with_claims_names_and_what_came_last(client, page):
    card = next(one for one in data(client, "/stories")["stories"] if one["articles"] == 9)
    assert (card["claims"], card["origins"], card["new"]) == (9, 2, 1)
    assert "2 speakers" in page("/stories")


def test_a_claim_shows_its_sentence_chain_clocks_reports_and_what_stands_against_it(page):
    text = page(f"/claims/{claim_of(SECOND)}")
    assert "Anna Zając</span><span> mówi, że </span>" in text
    assert text.index(">Goniec<") < text.index(">Reuters<")
    assert "15 May 2024" in text
    assert "is denied by" in text
    assert "the same words" in text


def test_a_claim_tells_as_data_what_its_page_shows(client):
    told = data(client, f"/claims/{claim_of(SECOND)}")
    assert told["chain"] == ["Reuters", "Anna Zając"]
    assert {report["id"] for report in told["utterance"]["reports"]} == {claim_of(FIRST), claim_of(SECOND)}
    assert {relation["kind"] for relation in told["relations"]} == {"denies", "conflicts"}
    assert told["spans"] == [[20, 29]]


def test_claims_are_found_by_words_in_any_form_and_by_name(client):
    assert data(client, "/claims", words="most")["claims"]
    by = {claim["speaker"] for claim in data(client, "/claims", by="Lisa")["claims"]}
    assert by == {"Jan Lis"}


def test_filters_narrow_the_claims(client):
    assert {one["stance"] for one in data(client, "/claims", words="most", stance="denies")["claims"]} == {"denies"}
    assert data(client, "/claims", words="most", min_score="1")["claims"]
    early = data(client, "/claims", words="most", as_of="2024-05-01")["claims"]
    assert [one["id"] for one in early] == [claim_of(FIRST)]


def test_with_nothing_asked_no_claims_are_listed(page):
    assert "Ask for words, a name or a stance" in page("/claims")


def test_a_name_shows_its_claims_outlets_and_who_hands_them_on(client, page):
    told = data(client, "/names", name="Anna Zając")
    assert told["outlets"][0] == {"outlet": "Kurier", "claims": 2}
    assert {one["speaker"] for one in told["claims"]} == {"Anna Zając"}
    assert "Handed on by" in page("/names", name="Anna Zając")
    assert data(client, "/names", name="ANNA  ZAJAC")["claims"] == told["claims"]


def test_figures_are_drawn_with_a_link_to_each_quotation(page):
    text = page(STORY)
    drawn = re.findall(r'<a class="point [^>]*href="/claims/([0-9a-f]{16})', text)
    assert set(drawn) == {claim_of(reading) for reading in FIGURES}


def test_figures_tell_forecasts_and_capacities_apart(client, page):
    told = {one["low"]: one for one in data(client, STORY)["figures"]}
    assert told[90000.0]["is_capacity"]
    assert told[10000.0]["is_forecast"]
    assert "Capacities: what could be" in page(STORY)


def test_an_empty_field_is_no_part_of_an_address(client):
    answer = client.get("/claims?words=most&by=&as_of=")
    assert (answer.status_code, answer.headers["location"]) == (307, "/claims?words=most")


@pytest.mark.parametrize(
    "address",
    [
        "/claims?by=&page=0",
        "/stories?as_of=&format=xml",
        "/judgements?told=",
        "/stories?nosuch=1&known=",
        "/names?name=",
    ],
)
def test_what_is_wrong_beside_an_empty_field_is_refused_at_once(client, address):
    assert client.get(address).status_code == 400


@pytest.mark.parametrize(
    "address", ["/stories?lang=pl&lang=en", "/claims?words=most&words=", "/claims?words=a&words=a"]
)
def test_an_address_says_nothing_twice(client, address):
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == (307 if address.endswith("=") else 400)
    assert ("says one thing twice" in answer.text) == (answer.status_code == 400)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/claims?as_of=soon", 400, "as_of: Write a day"),
        ("/claims?said=soon/later", 400, "said: Write a day"),
        ("/claims?stance=lies", 400, "stance: There is no such stance"),
        ("/claims?min_score=2", 400, "min_score: Write a number"),
        ("/claims?page=0", 400, "page: A list has pages"),
        ("/claims?page=21", 400, "page: A list has pages"),
        ("/claims?nosuch=1", 400, "nosuch: The address has a part"),
        ("/claims?words=%00", 400, "no word"),
        ("/names", 400, "name: This part of the address is missing"),
        ("/names?name=Nobody", 404, "No claim in this ledger"),
        ("/nosuch", 404, "no such page"),
        ("/claims/0123456789abcdef", 404, "No claim has this id"),
        ("/articles/0123456789abcdef", 404, "No article in this ledger"),
        ("/stories/0123456789abcdef", 404, "No story in this ledger"),
        ("/claims/xyz", 400, "id: An id has 16"),
        (f"/articles/{DENIAL.article.id}?as_of=2024-05-01", 404, "not out yet"),
    ],
)
def test_what_cannot_be_shown_says_what_to_do(client, address, status, words):
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text
    told = client.get(f"{address}{'&' if '?' in address else '?'}format=json", headers={"accept-language": "en"})
    assert (told.status_code, told.json()["status"]) == (status, status)


def test_an_empty_ledger_has_pages_too(tmp_path):
    from starlette.testclient import TestClient

    path = tmp_path / "empty.db"
    open_ledger(path, clock=SystemClock()).__exit__(None, None, None)
    client = TestClient(make_app(open_site(path), Doors()), base_url="http://localhost")
    for address in ("/", "/stories", "/claims?words=most", "/figures?words=most"):
        assert client.get(address).status_code == 200
