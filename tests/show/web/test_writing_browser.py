"""A real browser judges, undoes and adds: by forms alone, in both languages, on a phone, read aloud."""

import pytest
from tests.show.web.ledgers import DENIAL, FIRST, UNDATED, claim_of
from tests.show.web.test_adding import running
from tests.show.web.test_browser import WAIT_MS, browser, pytestmark  # noqa: F401 - what these tests stand on
from tests.show.web.writing import TEXT, make_site

from podobno.show.web.app import make_app
from podobno.show.web.guard import Doors

STORY, ALONE = f"/stories/{FIRST.article.id}", f"/stories/{UNDATED.article.id}"
HERE, THERE = f"/claims/{claim_of(FIRST)}", claim_of(DENIAL)
HEARD = ("button", "textbox", "searchbox", "combobox", "radio", "slider", "spinbutton")
THIS = f"/articles/{FIRST.article.id}"
SCREENS = [("pl", 1280, True), ("en", 360, True), ("en", 1280, False)]


@pytest.fixture
def server(tmp_path, stages):
    with running(make_app(make_site(tmp_path, stages), Doors())) as place:
        yield f"http://localhost:{place[1]}"


@pytest.fixture
def open_page(browser, server):  # noqa: F811
    windows, complaints = [], []

    def show(address, **options):
        window = browser.new_context(base_url=server, **options)
        window.set_default_timeout(WAIT_MS)
        windows.append(window)
        page = window.new_page()
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("dialog", lambda dialog: complaints.append(f"ran: {dialog.message}"))
        page.goto(address)
        return page

    yield show
    for window in windows:
        window.close()
    assert complaints == []


def sign(page):
    page.fill("#by", "Anna Nowak")
    page.keyboard.press("Enter")
    page.wait_for_selector("#judging")


@pytest.mark.parametrize(("language", "width", "has_scripts"), SCREENS)
def test_a_person_judges_two_utterances_to_be_one_and_undoes_it(open_page, language, width, has_scripts):
    page = open_page(
        f"{HERE}?lang={language}", viewport={"width": width, "height": 700}, java_script_enabled=has_scripts
    )
    assert page.locator(".reports [aria-current] ~ li").count() == 1
    sign(page)
    page.fill("#other", THERE)
    page.locator('button[name="act"][value="same"]').click()
    page.wait_for_url("**told=judged#judgements")
    assert page.locator(".notice[role=status]").is_visible()
    assert page.locator("#reports ~ .reports > li").count() == 3
    assert "Anna Nowak" in page.locator(".judgements").inner_text()
    assert f"lang={language}" in page.url
    page.locator(".judgements button").click()
    page.wait_for_url("**told=undone#judgements")
    assert page.locator("#reports ~ .reports > li").count() == 2
    assert page.locator(".judgements").count() == 0
    if has_scripts:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("language", "width", "has_scripts"), SCREENS)
def test_a_person_joins_two_stories_splits_one_and_undoes_both(open_page, language, width, has_scripts):
    page = open_page(
        f"{ALONE}?lang={language}", viewport={"width": width, "height": 700}, java_script_enabled=has_scripts
    )
    sign(page)
    page.fill("#join", FIRST.article.title or FIRST.article.id)
    page.keyboard.press("Enter")
    page.wait_for_url("**join=**")
    page.locator('input[name="others"]').first.check()
    page.locator('form:has([value="join"]) button').click()
    page.wait_for_url("**told=judged#judgements")
    assert page.locator("#articles + ol li").count() == 10
    assert "Anna Nowak" in page.locator(".judgements").inner_text()
    page.select_option("#split", UNDATED.article.id)
    page.locator('form:has([value="split"]) button').click()
    page.wait_for_url("**told=judged#judgements")
    assert page.locator("#articles + ol li").count() == 9
    assert f"lang={language}" in page.url
    for left in (1, 0):
        page.locator(".judgements button").first.click()
        page.wait_for_url("**told=undone#judgements")
        assert page.locator(".judgements li").count() == left
    if has_scripts:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("language", "width", "has_scripts"), SCREENS)
def test_a_person_sets_a_date_right_and_undoes_it(open_page, language, width, has_scripts):
    page = open_page(
        f"/articles/{FIRST.article.id}?lang={language}",
        viewport={"width": width, "height": 700},
        java_script_enabled=has_scripts,
    )
    page.fill("#by", "Anna Nowak")
    page.keyboard.press("Enter")
    page.fill("#published", "2023-11-05")
    page.keyboard.press("Enter")
    page.wait_for_url("**told=judged#judgements")
    assert FIRST.article.id not in page.url
    assert page.locator(".notice[role=status]").is_visible()
    assert "2023-11-05" in page.locator(".judgements").inner_text()
    if has_scripts:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".judgements button").click()
    page.wait_for_url(f"**/articles/{FIRST.article.id}**told=undone**")
    assert page.locator(".judgements").count() == 0


@pytest.mark.parametrize(("language", "width", "has_scripts"), SCREENS)
def test_a_pasted_article_shows_its_claims(open_page, language, width, has_scripts):
    page = open_page(f"/add?lang={language}", viewport={"width": width, "height": 700}, java_script_enabled=has_scripts)
    page.fill("#text-text", f"{TEXT} {language} {width}.")
    page.locator("#add-text ~ form summary").click()
    page.fill("#text-outlet", "Kurier")
    page.fill("#text-published", "2024-05-15")
    page.locator("#add-text ~ form button").click()
    page.wait_for_url("**/articles/**told=new")
    assert page.locator(".claim-list li").count() == 1
    assert "Anna Kowalska" in page.locator(".claim-list").inner_text()
    assert "Kurier" in page.locator(".lead-line").inner_text()


def test_a_file_is_chosen_and_read(open_page, tmp_path):
    file = tmp_path / "most.txt"
    file.write_text(f"{TEXT} Plik.", encoding="utf-8")
    page = open_page("/add")
    page.set_input_files("#file-file", file)
    page.locator("#add-file ~ form button").click()
    page.wait_for_url("**/articles/**told=new")
    assert page.locator(".claim-list li").count() == 1


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(open_page):
    page = open_page("/add?lang=en")
    page.fill("#text-text", TEXT)
    page.locator("#add-text ~ form summary").click()
    page.fill("#text-published", "soon")
    page.locator("#add-text ~ form button").click()
    page.wait_for_selector("[role=alert]")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    assert page.input_value("#text-text") == TEXT
    page.locator("[role=alert] a").click()
    assert page.evaluate("document.activeElement.id") == "text-published"


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("address", ["/add", HERE, STORY, f"{STORY}?join=most", "/judgements", "/claims", "/figures"])
def test_who_hears_the_page_can_tell_all_its_buttons_and_fields_apart(open_page, address, language):
    page = open_page(HERE)
    sign(page)
    for number in range(2):
        page.select_option("#credibility", str(number + 1))
        page.locator(".judging form button").first.click()
        page.wait_for_url("**told=judged**")
    page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = [(one["role"]["value"], one["name"]["value"]) for one in nodes if one.get("role", {}).get("value") in HEARD]
    assert heard
    assert [one for one in heard if not one[1].strip()] == []
    assert sorted({one for one in heard if heard.count(one) > 1}) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["/add?lang=en", "/add?lang=pl", HERE, THIS, STORY, "/judgements", "WRONG", "ADDED"]
)
def test_axe_finds_nothing_that_keeps_anybody_out(browser, server, address, scheme):  # noqa: F811
    from axe_playwright_python.sync_playwright import Axe

    window = browser.new_context(base_url=server, color_scheme=scheme, bypass_csp=True)
    page = window.new_page()
    page.goto(HERE)
    sign(page)
    page.select_option("#credibility", "2")
    page.locator(".judging form button").first.click()
    page.wait_for_url("**told=judged**")
    if address in ("WRONG", "ADDED"):
        page.goto("/add")
        page.fill("#text-text", TEXT if address == "ADDED" else " \n ")
        page.locator("#add-text ~ form button").click()
        page.wait_for_selector(".notice")
    else:
        page.goto(address)
    found = Axe().run(page)
    window.close()
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found.response["violations"]] == []
