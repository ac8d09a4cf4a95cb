"""Every page in each of its states keeps every rule: one walk, and a test for each check of it."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import opened
from tests.web.pages import EMPTY
from tests.web.walk import CHECKS, Findings, walked

#: What is done to a page to harm it, for the check that must see it.
HARM = {
    "phone: fits": "document.querySelector('main').style.width = '3000px'",
    "phone: rules": "document.querySelector('main').append(document.createElement('input'))",
    "phone: fits_at_320": "document.querySelector('main').style.minWidth = '350px'",
    "phone: fits_at_320_spaced": "document.querySelector('main').style.minWidth = '350px'",
    "screen: fits_at_1920": "document.querySelector('main').style.minWidth = '3000px'",
    "screen: named": "document.querySelector('main').append(document.createElement('input'))",
    "screen: in_order": "document.querySelector('main').append(document.createElement('h1'))",
    "screen: parted_as_swedish": "document.documentElement.lang = 'en'",
    "screen: still": "document.querySelector('main').style.setProperty('transition-duration', '1s', 'important')",
    "screen: skips_the_menu": "document.querySelector('a.skip').remove()",
    "screen: readable_on_paper": """() => {
        const away = document.querySelector("main").appendChild(document.createElement("nav"));
        away.textContent = "Bort";
        away.style.setProperty("display", "block", "important");
    }""",
    "screen: rules_unfolded": "document.querySelector('main').append(document.createElement('input'))",
    "no script: offers_no_script": "document.querySelector('h1').remove()",
}


@pytest.fixture(scope="module")
def findings(browser: Browser, address: str, empty_address: str, every_page: Sequence[str]) -> Findings:
    return walked(browser, ((address, every_page), (empty_address, EMPTY)))


@pytest.mark.parametrize("check", CHECKS)
def test_every_page_is_in_order(findings: Findings, check: str) -> None:
    assert findings.get(check, {}) == {}


@pytest.mark.parametrize(("check", "harm"), HARM.items())
def test_every_check_sees_what_it_is_for(browser: Browser, address: str, check: str, harm: str) -> None:
    with opened(browser, address, motion="reduce") as page:
        page.goto("/rapporter")
        page.evaluate(harm)
        assert CHECKS[check](page) != []
