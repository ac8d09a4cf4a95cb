"""One walk over every page in each of its states: a page is opened once for each view, and all its checks see it.

A new rule for all pages is one function and one line in `VIEWS`. What a check finds is words, one for each fault; none
means that the page is in order.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeAlias

from playwright.sync_api import Browser, Page

from tests.web.browsing import opened

Check: TypeAlias = Callable[[Page], list[str]]
#: What each check found: by its name, and by the page's address.
Findings: TypeAlias = Mapping[str, Mapping[str, list[str]]]

#: Opens what is folded, so that the rules see what is in it.
UNFOLD = "() => document.querySelectorAll('details').forEach(folded => { folded.open = true; })"
#: Runs all rules, those of good practice too; says which were broken, and where first.
RULES = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
    .map(broken => `${broken.id}: ${broken.nodes[0].html.slice(0, 200)} (${broken.nodes[0].failureSummary})`)"""
#: The least text spacing that must do no harm: WCAG 2.1, 1.4.12.
SPACED = """() => document.querySelectorAll("*").forEach(element => {
    for (const [name, value] of [["line-height", "1.5"], ["letter-spacing", "0.12em"], ["word-spacing", "0.16em"]])
        element.style.setProperty(name, value, "important");
    if (element.matches("p")) element.style.setProperty("margin-bottom", "2em", "important");
})"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
    const style = getComputedStyle(element);
    return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].some(d => parseFloat(d) > 0)
        || style.scrollBehavior === "smooth";
}).map(element => element.outerHTML.slice(0, 150))"""
#: What has neither a label nor a name for a screen reader.
UNNAMED = """[...document.querySelectorAll(
        'input:not([type=hidden]), select, textarea, button, img, nav, [role=region]')]
    .filter(e => !(e.labels?.length || e.getAttribute('aria-label') || e.textContent.trim() || e.hasAttribute('alt')))
    .map(e => e.outerHTML)"""
LEVELS = "[...document.querySelectorAll('h1, h2, h3')].map(heading => Number(heading.tagName[1]))"
WIDE = "document.documentElement.scrollWidth - innerWidth"
#: Shown on paper, these would be something to press.
PRESSED = ("nav", "button", "footer", "[role=search]", "a.skip")


def axe_rules() -> str:
    """The script of axe-core's rules, as the package brings it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def rules(page: Page) -> list[str]:
    """WCAG 2.1 A and AA and good practice, as far as axe-core sees them on the page as it stands."""
    page.evaluate(axe_rules())
    return list(page.evaluate(RULES))


def rules_unfolded(page: Page) -> list[str]:
    page.evaluate(UNFOLD)
    return rules(page)


def fits(page: Page) -> list[str]:
    over = page.evaluate(WIDE)
    return [f"{over} pixels wider than the screen"] if over > 0 else []


def fits_at_320(page: Page) -> list[str]:
    """WCAG 2.1, 1.4.4 and 1.4.10: 320 CSS pixels are 1280 at 400 %; nothing needs scrolling sideways."""
    page.set_viewport_size({"width": 320, "height": 800})
    return fits(page)


def fits_at_320_spaced(page: Page) -> list[str]:
    page.evaluate(SPACED)
    return fits_at_320(page)


def fits_at_1920(page: Page) -> list[str]:
    page.set_viewport_size({"width": 1920, "height": 800})
    return fits(page)


def named(page: Page) -> list[str]:
    """WCAG 2.1, 1.1.1 and 4.1.2: every field, picture and region has a name."""
    return list(page.evaluate(UNNAMED))


def in_order(page: Page) -> list[str]:
    """One first heading, no level skipped, no id twice, a head for every table of ours."""
    levels = page.evaluate(LEVELS)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    headless = page.evaluate("[...document.querySelectorAll('table')].filter(table => !table.tHead).length")
    faults = {
        f"first headings: {levels.count(1)}": levels.count(1) != 1,
        f"levels {levels}": any(after - before > 1 for before, after in itertools.pairwise(levels)),
        f"ids twice: {sorted({one for one in ids if ids.count(one) > 1})}": len(ids) != len(set(ids)),
        "a table of ours without headings": headless and "/rapporter/" not in page.url,
    }
    return [fault for fault, wrong in faults.items() if wrong]


def parted_as_swedish(page: Page) -> list[str]:
    language = page.evaluate("document.documentElement.lang")
    hyphens = page.evaluate("getComputedStyle(document.querySelector('main')).hyphens")
    return [] if (language, hyphens) == ("sv", "auto") else [f"lang {language}, hyphens {hyphens}"]


def still(page: Page) -> list[str]:
    """Nothing moves for whom motion harms; the view asks for that."""
    return list(page.evaluate(MOVING))


def skips_the_menu(page: Page) -> list[str]:
    """The first stop leads past the menu, but where the cursor waits in the field that the page is for."""
    if page.evaluate("document.activeElement.matches('main input[autofocus]')"):
        return []
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        return ["the first stop is not the link past the menu"]
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "innehall":
        return ["the link past the menu does not lead to the main part"]
    page.keyboard.press("Tab")
    return ["the next stop is in the menu"] if page.evaluate("!!document.activeElement.closest('.masthead')") else []


def readable_on_paper(page: Page) -> list[str]:
    page.emulate_media(media="print")
    shown = [one for one in PRESSED if page.locator(one).filter(visible=True).count()]
    headed = page.locator("h1").is_visible()
    page.emulate_media(media="screen")
    return [f"{one} is printed" for one in shown] + ([] if headed else ["no heading on paper"])


def offers_no_script(page: Page) -> list[str]:
    """With JavaScript off nothing is offered that only a script does."""
    shown = [what for what in ("button[type=button]", "dialog") if page.locator(what).filter(visible=True).count()]
    return shown + ([] if page.locator("h1").count() == 1 else ["no heading"])


@dataclass(frozen=True, slots=True)
class View:
    """How a page is opened, and what is then looked at, in this order: later checks may turn the page about."""

    name: str
    width: int
    checks: tuple[Check, ...]
    scripts: bool = True


VIEWS = (
    View("phone", 390, (fits, rules, fits_at_320, fits_at_320_spaced)),
    View(
        "screen",
        1280,
        (
            *(fits, named, in_order, parted_as_swedish, still, skips_the_menu, readable_on_paper),
            *(rules_unfolded, fits_at_1920),
        ),
    ),
    View("no script", 1280, (offers_no_script,), scripts=False),
)
#: Every check, by the name that its test bears.
CHECKS = {f"{view.name}: {check.__name__}": check for view in VIEWS for check in view.checks}


def walked(browser: Browser, sites: Sequence[tuple[str, Sequence[str]]]) -> Findings:
    """What every check found on the pages of each site, given as its address and the pages' paths."""
    findings: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for view in VIEWS:
        for address, path, page in _pages(browser, view, sites):
            for check in view.checks:
                page.set_viewport_size({"width": view.width, "height": 800})
                found = check(page)
                if found:
                    findings[f"{view.name}: {check.__name__}"][address + path] = found
    return findings


def _pages(browser: Browser, view: View, sites: Sequence[tuple[str, Sequence[str]]]) -> Iterator[tuple[str, str, Page]]:
    for address, paths in sites:
        with opened(browser, address, width=view.width, scripts=view.scripts, motion="reduce") as page:
            for path in paths:
                page.goto(path)
                yield address, path, page
