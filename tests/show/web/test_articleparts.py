"""A long article comes in parts: together they are the text, and each is light."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.fakes import FakeClock
from tests.links import MAKER

from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.records.claims import Claim, Source
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Found
from podobno.show.web.app import make_app
from podobno.show.web.articleparts import PART_CHARS, count_parts, part_bounds, part_of
from podobno.show.web.guard import Doors
from podobno.show.web.site import open_site

KILOBYTES = 500 * 1000
SENTENCE = (
    "Anna Zając mówi, że most numer {:06} stoi już dość mocno i że postoi tam jeszcze długo, dopóki rzeka jest.\n"
)
SENTENCES = 9_600  # a megabyte
START, END = 20, len(SENTENCE.format(0)) - 2


@given(st.lists(st.integers(0, 4_000), min_size=1, max_size=60))
def test_the_parts_of_a_text_are_the_text_and_a_place_lies_in_its_part(lines):
    text = "\n".join("a" * line for line in lines)
    parts = [part_bounds(text, number) for number in range(1, count_parts(text) + 1)]
    assert "".join(text[start:end] for start, end in parts) == text
    for place in range(0, len(text), 997):
        start, end = part_bounds(text, part_of(text, place))
        assert start <= place < end


def test_a_text_of_usual_length_is_one_part():
    assert count_parts("Most stoi. " * 1000) == 1
    assert count_parts("") == 1


def test_a_line_without_end_is_cut_all_the_same():
    assert part_bounds("a" * 3 * PART_CHARS, 2) == (PART_CHARS, 2 * PART_CHARS)


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "book.db"
    article = Article(text="".join(map(SENTENCE.format, range(SENTENCES))), outlet="Kurier", published="2024-05-01")
    size = len(SENTENCE.format(0))
    claims = [
        Claim(
            content=(Span(article=article.id, start=number * size + START, end=number * size + END),),
            mode="indirect",
            cue=None,
            speaker=Span(article=article.id, start=number * size, end=number * size + 10),
            chain=(Source(name="Anna Zając"),),
            stance="asserts",
            conditional=False,
            carried=False,
        )
        for number in range(SENTENCES)
    ]
    with open_ledger(path, clock=FakeClock()) as book:
        reading = Reading(article=article, found=Found(), claims=tuple(claims), problems=())
        book.record(reading, MAKER, ["most"] * len(claims))
    app = make_app(open_site(path), Doors())
    return article, claims, TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.mark.parametrize("part", [1, 17, "last"])
def test_a_page_of_an_article_of_a_megabyte_is_light(long, part):
    article, _, client = long
    number = count_parts(article.text) if part == "last" else part
    answer = client.get(f"/articles/{article.id}", params={"part": number})
    assert answer.status_code == 200
    assert len(answer.content) < KILOBYTES
    assert 'class="claim-list"' in answer.text


def test_a_claim_leads_into_the_part_that_it_stands_in(long):
    article, claims, client = long
    claim = claims[5_000]
    place = claim_id(claim)
    page = client.get(f"/claims/{place}").text
    part = part_of(article.text, claim.content[0].start)
    assert f"/articles/{article.id}?part={part}#c{place}" in page
    assert f'id="c{place}"' in client.get(f"/articles/{article.id}", params={"part": part}).text


def test_a_part_that_there_is_not_is_told(long):
    article, _, client = long
    assert client.get(f"/articles/{article.id}", params={"part": 900}).status_code == 404
    assert client.get(f"/articles/{article.id}", params={"part": 0}).status_code == 400
