"""What WCAG 2.1 AA asks of the keyboard; what it asks of every page stands in `walk`."""

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import opened
from tests.web.pages import REPORT, SEARCH
from tests.web.walk import rules
from web.shortcuts import SHORTCUTS

#: The outline of what has the focus, and where it is.
FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    return {what: at.outerHTML.slice(0, 150), body: at === document.body, style: style.outlineStyle,
        width: parseFloat(style.outlineWidth), seen: box.width > 1 && box.right > 0 && box.left < innerWidth};
}"""
#: More than any page has elements to stop at before its main part, and a good number of it.
TABS = 40


def test_axe_finds_nothing_in_the_list_of_shortcuts(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/rapporter")
        page.keyboard.press("?")
        assert page.get_by_role("dialog", name="Kortkommandon").is_visible()
        assert rules(page) == []


@pytest.mark.parametrize("path", ["/", SEARCH, REPORT, "/rapporter", "/siffror", "/ataganden", "/projekt"])
def test_the_focus_is_seen_wherever_it_is(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address) as page:
        page.goto(path)
        for _ in range(TABS):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            if focus["body"]:
                break
            assert focus["style"] == "solid", focus
            assert focus["width"] >= 2, focus
            assert focus["seen"], focus


def test_every_shortcut_is_shown_and_works(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/siffror")
        page.keyboard.press("?")
        listed = page.locator("#kortkommandon kbd").all_inner_texts()
        assert listed == [one.key for one in SHORTCUTS]
        page.keyboard.press("/")  # Nothing happens behind the list.
        page.keyboard.press("Escape")
        assert not page.locator("#kortkommandon").is_visible()
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "q"
        page.keyboard.type("n?p")
        assert page.input_value("#q") == "n?p"
        page.goto("/siffror")
        page.keyboard.press("n")
        page.wait_for_url("**/siffror?sida=2")
        page.keyboard.press("p")
        page.wait_for_url("**/siffror")


def test_shortcuts_stay_switched_off(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/siffror")
        page.get_by_role("button", name="Kortkommandon").click()
        page.get_by_label("Använd kortkommandon").uncheck()
        page.get_by_role("button", name="Stäng").click()
        for path in ("/siffror", "/ataganden"):
            page.goto(path)
            for shortcut in SHORTCUTS:
                page.keyboard.press(shortcut.key)
            assert page.url.endswith(path)
            assert page.evaluate("document.activeElement === document.body")
            assert not page.locator("#kortkommandon").is_visible()
        page.get_by_role("button", name="Kortkommandon").click()
        page.get_by_label("Använd kortkommandon").check()
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        page.wait_for_url("**/ataganden?sida=2")
