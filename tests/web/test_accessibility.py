"""WCAG 2.1 AA on every page and state: axe-core's rules, and what no rule sees: keyboard, motion, spacing, print."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browsing import opened
from tests.web.pages import EMPTY, REPORT, SEARCH
from web.shortcuts import SHORTCUTS

#: Opens what is folded, so that the rules see what is in it.
UNFOLD = "() => document.querySelectorAll('details').forEach(folded => { folded.open = true; })"
#: Runs all rules, those of good practice too; says which were broken, and where first.
CHECK = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
    .map(broken => `${broken.id}: ${broken.nodes[0].html.slice(0, 200)} (${broken.nodes[0].failureSummary})`)"""
#: The least text spacing that must do no harm: WCAG 2.1, 1.4.12.
SPACED = """() => document.querySelectorAll("*").forEach(element => {
    for (const [name, value] of [["line-height", "1.5"], ["letter-spacing", "0.12em"], ["word-spacing", "0.16em"]])
        element.style.setProperty(name, value, "important");
    if (element.matches("p")) element.style.setProperty("margin-bottom", "2em", "important");
})"""
#: The outline of what has the focus, and where it is.
FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    return {what: at.outerHTML.slice(0, 150), body: at === document.body, style: style.outlineStyle,
        width: parseFloat(style.outlineWidth), seen: box.width > 1 && box.right > 0 && box.left < innerWidth};
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
    const style = getComputedStyle(element);
    return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].some(d => parseFloat(d) > 0)
        || style.scrollBehavior === "smooth";
}).map(element => element.outerHTML.slice(0, 150))"""
#: More than any page has elements to stop at before its main part, and a good number of it.
TABS = 40


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules' script, as the package brings it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def broken(page: Page, axe: str) -> Any:  # noqa: ANN401  # what JavaScript hands over
    page.evaluate(axe)
    return page.evaluate(CHECK)


@pytest.mark.parametrize(("width", "unfolded"), [(390, False), (1280, True)])
def test_axe_finds_nothing_on_any_page(
    browser: Browser, address: str, empty_address: str, every_page: Sequence[str], axe: str, width: int, unfolded: bool
) -> None:
    found = {}
    for at, paths in ((address, every_page), (empty_address, EMPTY)):
        with opened(browser, at, width=width) as page:
            for path in paths:
                page.goto(path)
                if unfolded:
                    page.evaluate(UNFOLD)
                found[at, path] = broken(page, axe)
    assert {at: rules for at, rules in found.items() if rules} == {}


def test_axe_finds_nothing_in_the_list_of_shortcuts(browser: Browser, address: str, axe: str) -> None:
    with opened(browser, address) as page:
        page.goto("/rapporter")
        page.keyboard.press("?")
        assert page.get_by_role("dialog", name="Kortkommandon").is_visible()
        assert broken(page, axe) == []


def test_the_rules_see_what_is_wrong(browser: Browser, address: str, axe: str) -> None:
    with opened(browser, address) as page:
        page.goto("/rapporter")
        page.evaluate("document.querySelector('main').append(document.createElement('input'))")
        assert any(rule.startswith("label:") for rule in broken(page, axe))


def test_wider_spacing_hides_nothing(browser: Browser, address: str, every_page: Sequence[str]) -> None:
    with opened(browser, address, width=320) as page:
        for path in every_page:
            page.goto(path)
            page.evaluate(SPACED)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


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


def test_the_first_stop_leads_past_the_menu(browser: Browser, address: str, every_page: Sequence[str]) -> None:
    with opened(browser, address) as page:
        tried = 0
        for path in every_page:
            page.goto(path)
            if page.evaluate("document.activeElement.matches('main input[autofocus]')"):
                continue  # The cursor waits in the field that the page is for.
            tried += 1
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.className") == "skip", path
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "innehall", path
            page.keyboard.press("Tab")
            assert page.evaluate("!document.activeElement.closest('.masthead')"), path
        assert tried > len(every_page) / 2


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


def test_nothing_moves_for_whom_motion_harms(browser: Browser, address: str, every_page: Sequence[str]) -> None:
    with opened(browser, address, motion="reduce") as page:
        for path in every_page:
            page.goto(path)
            assert page.evaluate(MOVING) == [], path


def test_words_are_parted_as_swedish_parts_them(browser: Browser, address: str, every_page: Sequence[str]) -> None:
    with opened(browser, address) as page:
        for path in every_page:
            page.goto(path)
            assert page.evaluate("document.documentElement.lang") == "sv"
            assert page.evaluate("getComputedStyle(document.querySelector('main')).hyphens") == "auto", path


def test_paper_shows_what_is_read_and_nothing_to_press(
    browser: Browser, address: str, every_page: Sequence[str]
) -> None:
    with opened(browser, address) as page:
        page.emulate_media(media="print")
        for path in every_page:
            page.goto(path)
            assert page.locator("h1").is_visible(), path
            for away in ("nav", "button", "footer", "[role=search]", "a.skip"):
                assert page.locator(away).filter(visible=True).count() == 0, (path, away)
