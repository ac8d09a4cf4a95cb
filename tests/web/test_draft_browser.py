"""The editor in a real browser: it saves by itself, is worked by keyboard alone, and tells two who write."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from corpus.settings import Settings
from tests.web.browsing import opened
from tests.web.conftest import serving
from tests.web.walk import UNFOLD, in_order, named
from web.app import create_app

LISTEN = """() => {
    window.told = [];
    const listener = new MutationObserver(() => window.told.push(document.getElementById("sparat").textContent));
    listener.observe(document.getElementById("sparat"), { childList: true, subtree: true, characterData: true });
}"""
SAVED = "() => document.getElementById('sparat').textContent.startsWith('Sparat')"
#: Opens what is folded, so that all of it is laid out.


@pytest.fixture(scope="module")
def writing(knowledge_base: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site over a copy of the library, which may be written."""
    folder = tmp_path_factory.mktemp("writing") / "data"
    shutil.copytree(knowledge_base.data, folder)
    with serving(create_app(replace(knowledge_base, data=folder))) as at:
        yield at


def begin(page: Page) -> str:
    """Begin a draft from the headings of the report for 2023; returns the address of its heading "Bredband"."""
    page.goto("/utkast/nytt")
    page.fill("#ar", "2025")
    page.check("#grund-rapport")
    page.select_option("#rapport", label="Årsredovisning 2023, Region Ljungmark")
    page.get_by_role("button", name="Börja utkastet").click()
    page.wait_for_url("**/utkast/*")
    page.locator("[data-outline]").evaluate("outline => { outline.open = true; }")
    page.get_by_role("link", name="Bredband", exact=True).click()
    page.wait_for_url("**?rubrik=*")
    return urlsplit(page.url).path + "?" + urlsplit(page.url).query


def borrow(page: Page) -> None:
    """Borrow what the report for 2023 says."""
    page.locator("details.earlier:first-of-type > summary").first.wait_for()
    page.locator("details.earlier").first.get_by_role("button", name="Lägg till texten").click()
    page.locator(".block textarea").first.wait_for()
    page.wait_for_load_state("load")  # The script listens from then on.


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_the_pages_of_a_draft_fit_every_screen_and_name_all_their_fields(
    browser: Browser, writing: str, width: int
) -> None:
    with opened(browser, writing, width=width) as page:
        at = begin(page)
        borrow(page)
        page.evaluate(UNFOLD)
        page.locator("button[value^='lana:table:']").first.click()
        page.locator(".cells").wait_for()
        draft = at.partition("?")[0]
        for path in (at, f"{draft}/ladda-ned", "/utkast", "/utkast/nytt", "/utkast/finns-inte"):
            page.goto(path)
            assert named(page) + in_order(page) == [], path
            page.evaluate(UNFOLD)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_what_is_written_is_saved_by_itself_and_what_depends_on_it_follows(browser: Browser, writing: str) -> None:
    with opened(browser, writing) as page:
        at = begin(page)
        borrow(page)
        field = page.locator(".block textarea").first
        marks = page.locator("button.stale").count()
        page.evaluate(LISTEN)
        field.fill(field.input_value().replace("81 procent", "88 procent"))
        page.locator(".block .tag", has_text="Ändrad").wait_for()
        page.wait_for_function(SAVED)
        assert page.evaluate("window.told[0]").startswith("Ändrat")
        assert page.locator("button.stale").count() == marks - 1
        assert page.locator("#lage").inner_text() == f"{page.locator('button.stale').count()} att kontrollera"
        page.goto(at)
        assert "88 procent" in page.locator(".block textarea").first.input_value()
        with page.expect_navigation():
            page.get_by_role("button", name="Ångra").click()
        assert "88 procent" not in page.locator(".block textarea").first.input_value()


def test_what_is_not_saved_yet_is_saved_before_the_writer_goes_on(browser: Browser, writing: str) -> None:
    with opened(browser, writing) as page:
        at = begin(page)
        page.fill("#rubriken", "Snabbt bredband")
        page.get_by_role("link", name="Kollektivtrafik", exact=True).click()
        page.wait_for_url(lambda url: not url.endswith(at.partition("?")[2]))
        assert page.get_by_role("link", name="Snabbt bredband", exact=True).count() == 1


def test_two_windows_are_told_and_the_later_words_stay_in_the_field(browser: Browser, writing: str) -> None:
    with opened(browser, writing) as mine, opened(browser, writing) as theirs:
        at = begin(mine)
        borrow(mine)
        theirs.goto(at)
        theirs.locator(".block textarea").first.fill("Annas ord.")
        theirs.wait_for_function(SAVED)
        theirs.locator(".block .tag", has_text="Ändrad").wait_for()
        mine.locator(".block textarea").first.fill("Bos ord.")
        mine.get_by_role("alert").wait_for()
        assert "Någon annan har ändrat utkastet" in mine.get_by_role("alert").inner_text()
        assert mine.locator("#status").inner_text() == "Någon annan har ändrat utkastet"
        assert mine.locator(".block textarea").first.input_value() == "Bos ord."
        theirs.goto(at)
        assert theirs.locator(".block textarea").first.input_value() == "Annas ord."
        with mine.expect_navigation():
            mine.get_by_role("button", name="Spara", exact=True).click()
        theirs.goto(at)
        assert theirs.locator(".block textarea").first.input_value() == "Bos ord."


def add_texts(page: Page, *texts: str) -> None:
    for text in texts:
        page.fill("#nytt", text)
        page.locator("button[value=egen]").click()
        page.locator(".block textarea", has_text=text).wait_for()


def order(page: Page) -> list[str]:
    return [field.input_value() for field in page.locator(".block textarea").all()]


def test_blocks_are_moved_by_keys_and_dragged_by_mouse(browser: Browser, writing: str) -> None:
    with opened(browser, writing) as page:
        begin(page)
        add_texts(page, "ett", "två", "tre")
        page.locator(".block textarea").last.focus()
        with page.expect_navigation():
            page.keyboard.press("Alt+ArrowUp")
        assert order(page) == ["ett", "tre", "två"]
        page.set_viewport_size({"width": 1280, "height": 2000})
        drag(page, "b2", "b1")
        assert order(page) == ["två", "ett", "tre"]


def drag(page: Page, block: str, to: str) -> None:
    """Drag a block by its head to where another is, as a hand does: by small steps."""
    page.locator(f"#{block} h3").hover()
    page.mouse.down()
    goal = page.locator(f"#{to} h3").bounding_box()
    assert goal
    page.mouse.move(goal["x"] + 5, goal["y"] + 5, steps=10)
    for step in range(100):  # A busy browser tells of the drag when it comes to it.
        if page.locator(f"#{to}.over").count():
            break
        page.mouse.move(goal["x"] + step % 5, goal["y"] + 5)
    with page.expect_navigation():
        page.mouse.up()


def stop_at(page: Page, name: str, most: int = 150) -> None:
    """Go by Tab until what has the focus is called so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "() => { const at = document.activeElement; return at.getAttribute('aria-label') || "
            "(at.labels?.[0] ?? at).textContent.trim().replace(/\\s+/g, ' '); }"
        )
        if at.startswith(name):
            return
    raise AssertionError(f"no stop is called {name}")


def test_a_draft_is_begun_borrowed_for_checked_and_taken_out_by_keyboard_alone(browser: Browser, writing: str) -> None:
    with opened(browser, writing) as page:
        page.goto("/utkast")
        stop_at(page, "Nytt utkast")
        page.keyboard.press("Enter")
        page.wait_for_url("**/nytt")
        stop_at(page, "År som rapporten gäller")
        page.keyboard.type("2025")
        stop_at(page, "Ett beslut om")
        stop_at(page, "Klistra in")
        page.keyboard.type("Återrapportering 1 – Bredband")
        stop_at(page, "Börja utkastet")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/nytt" not in url)
        stop_at(page, "Lägg till texten ur")
        page.keyboard.press("Enter")
        page.wait_for_url("**#b1")
        stop_at(page, "Allt stämmer")
        page.keyboard.press("Enter")
        page.locator(".stale").first.wait_for(state="detached")
        page.goto(urlsplit(page.url).path)
        stop_at(page, "Ladda ned …")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ladda-ned")
        assert "Alla krav är besvarade." in page.inner_text("main")
        assert "Alla lånade uppgifter är kontrollerade." in page.inner_text("main")
        stop_at(page, "Ladda ned som Word")
        with page.expect_download() as got:
            page.keyboard.press("Enter")
        assert got.value.suggested_filename == "Rapport för 2025.docx"


def test_the_editor_works_without_scripts(browser: Browser, writing: str) -> None:
    with opened(browser, writing, scripts=False) as page:
        begin(page)
        borrow(page)
        page.fill("#nytt", "Eget.")
        with page.expect_navigation():
            page.get_by_role("button", name="Spara", exact=True).click()
        assert page.locator(".block").count() == 2
        marks = page.locator("button.stale").count()
        with page.expect_navigation():
            page.locator("button.stale").first.click()
        assert page.locator("button.stale").count() == marks - 1
        with page.expect_navigation():
            page.get_by_role("button", name="Ångra").click()
        assert page.locator("button.stale").count() == marks
        page.get_by_role("link", name="Ladda ned …").click()
        page.wait_for_url("**/ladda-ned")
        assert f"{marks} uppgifter är inte kontrollerade." in page.inner_text("main")
