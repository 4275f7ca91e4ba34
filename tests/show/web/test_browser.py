"""A real browser opens the pages: the slider, the chart, the keyboard, a phone, both languages, no script at all."""

import os
import socket
import threading
from pathlib import Path

import pytest
import uvicorn
from tests.show.web.ledgers import ADDRESSES, DENIAL, FIGURES, FIRST, claim_of, hostile

from podobno.show.cli import run_command

CHROMIUM = Path("/usr/bin/chromium")
MUST_RUN = os.environ.get("PODOBNO_BROWSER") == "must"  # in CI
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STORY = f"/stories/{FIRST.article.id}"
EXPLAINED = f"/claims/{claim_of(FIRST)}/explain"
WAIT_MS = 5_000
pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists() and not MUST_RUN, reason=f"there is no {CHROMIUM}: install Debian's chromium"
)


@pytest.fixture(scope="module")
def server(app):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        free.listen()
        running = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [free]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{free.getsockname()[1]}"
        running.should_exit = True
        thread.join(5)


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, server):
    """Open a page in a window of its own; what the browser complained of is gathered beside it."""
    windows, complaints = [], []

    def show(address, **options):
        window = browser.new_context(base_url=server, **options)
        window.set_default_timeout(WAIT_MS)
        windows.append(window)
        page = window.new_page()
        page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("dialog", lambda dialog: complaints.append(f"ran: {dialog.message}"))
        page.on("request", lambda asked: None if asked.url.startswith(server) else complaints.append(asked.url))
        page.goto(address)
        return page

    yield show
    for window in windows:
        window.close()
    assert complaints == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_slider_moves_the_story_through_time_and_writes_itself_into_the_address(open_page, language):
    page = open_page(f"{STORY}?lang={language}")
    assert page.locator("#articles + ol li").count() == 9
    page.focus("#slide")
    for _ in range(7):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=2024-05-02**")
    page.wait_for_selector(".clock.is-back")
    assert page.locator("#articles + ol li").count() == 2
    assert page.evaluate("document.activeElement.id") == "slide"
    assert f"lang={language}" in page.url
    page.go_back()
    page.wait_for_selector(".clock:not(.is-back)")
    assert page.locator("#articles + ol li").count() == 9


@pytest.mark.parametrize("width", [390, 1280])
def test_a_point_of_the_chart_leads_to_its_quotation_by_keyboard(open_page, width):
    page = open_page(STORY, viewport={"width": width, "height": 800})
    point = page.locator(f'svg a.point[href*="{claim_of(FIGURES[1])}"]:visible')
    point.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/claims/{claim_of(FIGURES[1])}**")
    assert "3000 żołnierzy" in page.locator("figure.sentence").inner_text()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_slider_moves_the_positions_and_the_web_of_sources_too(open_page, language):
    page = open_page(f"{STORY}?lang={language}")
    assert page.locator(".positions tbody tr").count() == 1
    nodes = page.locator(".flow .wide a.node").count()
    page.focus("#slide")
    for _ in range(7):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=2024-05-02**")
    page.wait_for_selector(".clock.is-back")
    assert page.locator(".positions").count() == 0
    assert page.locator(".flow .wide a.node").count() < nodes


@pytest.mark.parametrize("width", [375, 1280])
def test_a_mark_of_who_stands_where_leads_to_its_quotation(open_page, width):
    page = open_page(f"{STORY}?lang=en", viewport={"width": width, "height": 800})
    mark = page.locator(".stand.s-denies")
    assert "denies" in mark.inner_text()
    mark.click()
    page.wait_for_url(f"**/claims/{claim_of(DENIAL)}**")
    assert "nie ma mostu" in page.locator("figure.sentence").inner_text()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 375)])
def test_a_story_in_a_file_opens_from_the_disk_without_scripts(browser, book, tmp_path, scheme, width):
    place = tmp_path / "story.html"
    assert run_command(["page", FIRST.article.id, "-o", str(place), "--ledger", str(book)]) == 0
    window = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=False)
    page, asked, complaints = window.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: complaints.append(told.text))
    page.goto(place.as_uri())
    assert asked == [place.as_uri()]
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('.ribbons path')).fill") != "none"
    page.locator(".stand.s-denies").click()
    assert page.locator(".entry:target").inner_text().count("nie ma mostu") == 1
    window.close()


def test_axe_finds_nothing_in_a_file_that_keeps_anybody_out(browser, book, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    place = tmp_path / "story.html"
    assert run_command(["page", FIRST.article.id, "-o", str(place), "--ledger", str(book)]) == 0
    window = browser.new_context(bypass_csp=True)
    page = window.new_page()
    page.goto(place.as_uri())
    found = Axe().run(page)
    window.close()
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found.response["violations"]] == []


def test_a_claim_is_found_by_words_and_leads_into_its_article(open_page):
    page = open_page("/claims?lang=pl")
    page.fill("#words", "most")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=most**")
    assert "by=" not in page.url
    page.locator(".results blockquote a").first.click()
    page.locator("figure.sentence figcaption a").click()
    page.wait_for_url("**/articles/**#c**")
    assert page.locator(".number:target").count() == 1


def test_a_claim_lights_up_in_the_text_and_in_the_list(open_page):
    page = open_page(f"/articles/{FIRST.article.id}")
    page.locator(".text .number").first.focus()
    assert page.locator(".is-on").count() == 2


def test_the_first_key_leads_past_the_menu(open_page):
    page = open_page("/stories")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#content"


def test_without_scripts_the_pages_work(open_page):
    page = open_page(f"{STORY}?lang=en", java_script_enabled=False)
    assert not page.locator("#slide").is_visible()
    page.fill("#as_of", "2024-05-01")
    page.locator(".clock button").click()
    page.wait_for_url("**as_of=2024-05-01**")
    assert page.locator("#articles + ol li").count() == 1
    assert "known=" not in page.url


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_is_wider_than_a_phone(open_page, address):
    page = open_page(address, viewport={"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tree_of_a_sentence_fits_the_screen(open_page, client, width):
    assert client.get(EXPLAINED).status_code == 200  # opens the weights, which a browser would wait for in vain
    page = open_page(f"{EXPLAINED}?lang=pl", viewport={"width": width, "height": 700})
    tree = page.locator(".scroll:has(.tree)")
    assert tree.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".tree > li > ul > li").count() > 0


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_menu_is_one_line_on_a_phone(open_page, language):
    page = open_page(f"/stories?lang={language}", viewport={"width": 360, "height": 700})
    heights = page.locator(".nav a").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert len(heights) > 3
    assert max(heights) - min(heights) < 1


def test_nothing_of_a_hostile_article_runs(open_page):
    page = open_page(f"/articles/{hostile().article.id}")
    page.locator("body").click()
    assert page.evaluate("document.scripts.length") == 2
    assert page.locator("img, iframe, .reading svg").count() == 0


LIGHT = [("light", address) for address in (*ADDRESSES, f"{STORY}?as_of=2024-05-03&lang=en", EXPLAINED, "/nosuch")]
DARK = [
    ("dark", address)
    for address in (STORY, "/claims?words=most&as_of=2024-05-05", f"/articles/{hostile().article.id}", "/figures")
]


@pytest.mark.parametrize(("scheme", "address"), [*LIGHT, *DARK])
def test_axe_finds_nothing_that_keeps_anybody_out(browser, server, address, scheme):
    from axe_playwright_python.sync_playwright import Axe

    window = browser.new_context(base_url=server, color_scheme=scheme, bypass_csp=True)
    page = window.new_page()
    page.goto(address)
    found = Axe().run(page)
    window.close()
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found.response["violations"]] == []
