"""The pages in a real browser: with and without JavaScript, from the keyboard, on a phone, from this server only."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import opened
from tests.web.pages import INTERIM, QUESTION, SEARCH

IN_SIGHT = """() => {
    const top = document.getElementById("markerat").getBoundingClientRect().top;
    return top >= 0 && top < innerHeight;
}"""
PICTURE_IN_SIGHT = """() => {
    const at = document.querySelector("figure img").getBoundingClientRect();
    return at.top >= 0 && at.top < innerHeight / 2;
}"""


def test_a_reader_searches_and_comes_to_the_marked_words(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        page.keyboard.type(QUESTION)
        page.keyboard.press("Enter")
        page.wait_for_url("**/?q=bredband*")
        page.locator(".hit h2 a").first.click()
        marked = page.locator("#markerat")
        assert "Övertorneå" in marked.inner_text()
        page.wait_for_function(IN_SIGHT)
        page.locator("figure img").wait_for()
        assert page.locator("figure img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 1000


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_s_picture_is_one_step_from_the_hit(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, width=width) as page:
        page.goto(SEARCH)
        page.get_by_role("link", name="Visa sidan 6").first.click()
        page.wait_for_function(PICTURE_IN_SIGHT)


def test_all_of_it_works_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, scripts=False) as page:
        page.goto("/")
        page.fill("#q", "sjukfrånvaro")
        page.locator("summary", has_text="Begränsa sökningen").click()
        page.select_option("#utgivare", "Region Ljungmark")
        page.get_by_role("button", name="Begränsa").click()
        assert urlsplit(page.url).query == "q=sjukfr%C3%A5nvaro&utgivare=Region+Ljungmark"
        page.locator(".hit").first.wait_for()
        assert page.locator("button[data-copy]:visible").count() == 0
        page.locator(".hit h2 a").first.click()
        page.locator("#markerat").wait_for()
        page.locator(".tree a", has_text="Personal").first.click()
        page.locator(".text h2", has_text=re.compile("^Personal$")).wait_for()


def test_the_keyboard_reaches_the_hits_past_the_form(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto(SEARCH)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Till innehållet"
        page.keyboard.press("Enter")
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('.hit h2')"):
                break
        assert page.evaluate("!!document.activeElement.closest('.hit h2')")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        page.keyboard.press("Enter")
        page.wait_for_url("**/rapporter/**")


def test_a_citation_is_copied_and_said_to_be(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto(SEARCH)
        button = page.locator("button[data-copy]").first
        button.click()
        page.wait_for_function("document.getElementById('status').textContent !== ''")
        assert page.evaluate("navigator.clipboard.readText()") == page.locator("cite").first.inner_text()
        assert page.get_by_role("status").inner_text() == "Hänvisningen är kopierad."


def test_the_whole_passage_opens(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto(SEARCH)
        whole = page.locator("details.whole").first
        whole.locator("summary").click()
        assert whole.locator(".words").first.is_visible()


def test_the_fields_of_a_list_wait_on_a_phone_and_stand_open_on_a_screen(browser: Browser, address: str) -> None:
    for width, path, is_open in (
        (390, "/siffror", False),
        (390, "/siffror?slag=target", True),
        (1280, "/siffror", True),
    ):
        with opened(browser, address, width=width) as page:
            page.goto(path)
            assert page.get_by_label("Rapport", exact=True).is_visible() is is_open, (width, path)


def test_a_row_opens_its_page_with_the_words_marked(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto(f"/siffror?rapport={INTERIM}&q=L%C3%A4gst")
        page.locator("tbody .where a").first.click()
        assert "Lägst" in page.locator("#markerat").inner_text()
        assert "fact=" in (page.locator("figure img").get_attribute("src") or "")
        assert page.locator("cite").first.inner_text().endswith("s. 6")
