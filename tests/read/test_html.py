"""HTML pages."""

import pytest

from podobno.read.html import looks_like_html, read_html

LINES = [f"Wójt gminy numer {number} zapowiedział w środę, że most zostanie otwarty w maju." for number in range(6)]
ARTICLE = "<article><h1>Most otwarty</h1>" + "".join(f"<p>{line}</p>" for line in LINES) + "</article>"


def page(body: str = ARTICLE, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Most otwarty</title>{head}</head>"
        f'<body><nav><a href="/">Kontakt</a></nav>{body}<footer>Wszelkie prawa</footer></body></html>'
    )


def published(head: str, body: str = ARTICLE) -> str | None:
    return read_html(page(body, head), "a.html").published


def test_the_main_text_stands_on_lines_of_its_own():
    text = read_html(page(), "a.html").text
    assert text.splitlines()[-len(LINES) :] == LINES
    assert "Kontakt" not in text


def test_a_page_tells_its_title_author_and_address():
    head = '<link rel="canonical" href="https://www.kurier.example/a.html">'
    head += '<meta name="author" content="Anna Kalinowska">'
    draft = read_html(page(head=head), "a.html")
    assert (draft.title, draft.byline, draft.url, draft.outlet) == (
        "Most otwarty",
        "Anna Kalinowska",
        "https://www.kurier.example/a.html",
        "kurier.example",
    )


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (
            '<meta property="article:published_time" content="2024-05-02T10:00:00+02:00">',
            "2024-05-02T10:00:00+02:00",
        ),
        ('<meta name="date" content="2023-11">', "2023-11"),
        ('<meta name="date" content="2023-02-30">', "2023-02-30"),
        (
            '<meta name="date" content="today"><meta itemprop="datePublished" content="2024-05-02">',
            "2024-05-02",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-03"}]}</script>',
            "2024-05-03",
        ),
        ('<script type="application/ld+json">{"datePublished": [[[</script>', None),
        ('<link rel="canonical" href="https://kurier.example/2024/05/02/a.html">', "2024-05-02"),
    ],
)
def test_a_page_states_its_date(head, date):
    assert published(head) == date


@pytest.mark.parametrize(
    "more",
    [
        '<img src="/2019/03/04/most.jpg">',
        "<p>Most zbudowano 2020-01-01.</p>",
        "<p>(c) 2021</p>",
        "<p>4.05.2019 12:30</p>",
    ],
)
def test_a_date_that_is_not_the_pages_own_is_never_guessed(more):
    assert published("", ARTICLE.replace("</article>", more + "</article>")) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "<!doctype html>",
        "<html><body><a href=x>Kontakt</a></body></html>",
        "<<<>>>",
        "<?xml",
    ],
)
def test_a_page_without_an_article_gives_none(text):
    assert read_html(text, "a.html") is None


@pytest.mark.parametrize(
    "soup",
    [
        page().replace("</p>", "</b></p><table><tr>"),
        page().replace("</article>", "<<<>>&&#99999999;&#0;</i>"),
        page("<div>" * 100 + ARTICLE),
        page().replace("most", "mo\0st"),
        '<?xml version="1.0" encoding="iso-8859-1"?>' + page(),
        page(head='<meta charset="iso-8859-1">'),
    ],
    ids=["unclosed", "entities", "deep", "nul", "declaration", "wrong charset"],
)
def test_soup_still_gives_its_article(soup):
    assert "most zostanie otwarty w maju" in read_html(soup, "a.html").text


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        (page(), True),
        ("\n<html lang=pl>", True),
        ("Most <html>", False),
        ("{}", False),
        ("<?xml?><rss>", False),
    ],
)
def test_a_page_shows_at_its_head_that_it_is_one(text, is_page):
    assert looks_like_html(text) is is_page


def test_a_page_nested_beyond_reason_gives_none():
    assert read_html(page("<div>" * 5000 + ARTICLE), "a.html") is None
