"""The pages on paper: what is read stays, what is clicked goes, black on white whatever the screen is."""

import pytest
from tests.show.web.ledgers import ADDRESSES, FIRST
from tests.show.web.test_browser import (  # noqa: F401 - what these tests stand on
    CHROMIUM,
    EXPLAINED,
    STORY,
    browser,
    pytestmark,
)
from tests.show.web.test_writing_browser import HERE, server, sign  # noqa: F401

PAGES = (*ADDRESSES, EXPLAINED, "/add", "/nosuch")
CLICKED = "nav, form, button, input, select, textarea, .skip, details:not([open])"
A4_PX = 680  # between margins of 15 mm


@pytest.fixture
def paper(browser, server):  # noqa: F811
    """Open pages as they are printed from a dark screen, by somebody who has signed."""
    window = browser.new_context(base_url=server, color_scheme="dark", viewport={"width": A4_PX, "height": 960})
    page = window.new_page()
    page.goto(HERE)
    sign(page)
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    window.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_that_is_clicked_is_printed_and_nothing_is_cut(paper, address):
    paper.goto(address)
    assert paper.locator(f":is({CLICKED}):visible").count() == 0
    assert paper.evaluate("document.documentElement.scrollWidth") <= A4_PX
    assert paper.locator("h1:visible").count() == 1


@pytest.mark.parametrize("address", [STORY, HERE, "/claims?words=most", f"/articles/{FIRST.article.id}"])
def test_it_is_dark_on_white_from_a_dark_screen_too(paper, address):
    paper.goto(address)
    assert paper.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert paper.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    bright = """(all) => all.map((one) => getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number))
      .filter((parts) => Math.max(...parts) > 190).length"""
    assert paper.locator("main .stance, main .sign, main a, main p, main h2").evaluate_all(bright) == 0


def test_a_chart_is_not_split_and_a_heading_stays_with_what_follows(paper):
    paper.goto(STORY)
    kept = paper.locator("figure.chart svg:visible").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).breakInside)"
    )
    assert kept
    assert set(kept) == {"avoid"}
    assert paper.locator("#conflicts").evaluate("(one) => getComputedStyle(one).breakAfter") == "avoid"


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/claims?words=most&stance=denies&lang=en", "Words of the claim: most. Stance: denies."),
        ("/figures?words=most&lang=en", "What is counted: most."),
    ],
)
def test_what_a_list_answers_is_printed_and_on_the_screen_stands_in_the_form_alone(paper, address, asked):
    paper.goto(address)
    assert paper.locator("p.paper").inner_text() == asked
    paper.emulate_media(media="screen")
    assert not paper.locator("p.paper").is_visible()


def test_a_claim_in_a_text_is_seen_without_colour(paper):
    paper.goto(f"/articles/{FIRST.article.id}")
    marked = paper.locator(".text .m-asserts").first
    assert marked.evaluate("(one) => getComputedStyle(one).borderBottomStyle") == "solid"


def test_the_address_of_an_article_is_printed(paper):
    paper.goto(f"/articles/{FIRST.article.id}")
    told = paper.locator("a[rel~=external]").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one, '::after').content)"
    )
    assert all("attr(" not in one and FIRST.article.url in one for one in told)
    assert bool(told) == bool(FIRST.article.url)
