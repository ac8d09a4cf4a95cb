"""Search, reader and lists with JavaScript off: they do all they do with it, and what needs it is not offered."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browsing import opened
from tests.web.pages import REPORT, SEARCH


@pytest.mark.parametrize(("path", "shows"), [("/siffror", "siffror"), ("/projekt", "projekt"), ("/ataganden", "åtag")])
def test_a_list_is_limited_turned_and_sorted(browser: Browser, address: str, path: str, shows: str) -> None:
    with opened(browser, address, scripts=False) as page:
        page.goto(path)
        page.fill("#q", "region")
        page.get_by_role("button", name="Visa", exact=True).click()
        assert urlsplit(page.url).query == "q=region"
        assert shows in page.locator(".tools").inner_text()
        page.select_option("#val-utgivare", "Region Norrbotten")
        page.get_by_role("button", name="Begränsa").click()
        assert urlsplit(page.url).query == "q=region&utgivare=Region+Norrbotten"
        page.goto(path)
        if page.locator("a[rel=next]").count():
            page.locator("a[rel=next]").click()
            assert urlsplit(page.url).query == "sida=2"
        if page.locator("thead a").count():
            page.locator("thead a").first.click()
            assert "ordna=" in urlsplit(page.url).query


def test_a_fact_is_read_in_its_report_and_its_form_opens(browser: Browser, address: str) -> None:
    with opened(browser, address, scripts=False) as page:
        page.goto("/siffror?rapport=norrbotten-2017")
        page.locator("tbody .where a").first.click()
        expect(page.locator("#markerat")).to_have_count(1)
        page.go_back()
        page.locator("a.mend").first.click()
        expect(page.get_by_role("button", name="Spara rättelsen")).to_be_visible()


def test_the_reader_turns_sections_and_pages(browser: Browser, address: str) -> None:
    with opened(browser, address, scripts=False) as page:
        page.goto(REPORT)
        first = page.locator(".text h2").inner_text()
        page.locator("a[rel=next]").click()
        expect(page.locator(".text h2")).not_to_have_text(first)
        page.locator("figcaption a", has_text="Nästa").click()
        assert "sida=" in urlsplit(page.url).query
        page.goto(SEARCH)
        page.locator("details.whole summary").first.click()
        assert page.locator("details.whole .words").first.is_visible()
