"""Adding reports in the browser: dropped, followed, corrected on the spot; with the keyboard and without scripts."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.settings import Settings
from corpus.store import Store
from tests.web.browsing import opened
from tests.web.conftest import serving
from tests.web.walk import rules
from web.app import create_app

READ_WITHIN = 120_000
NAMES = ("bygd.txt", "trasig.pdf")
#: Puts a file on the form as a mouse would.
DROP = """() => {
    const carried = new DataTransfer();
    carried.items.add(new File(["Uppföljning av hamnen 2019\\n\\nHamnen fick 3 kranar."], "hamn.txt"));
    document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true}));
}"""


@pytest.fixture
def given(tmp_path: Path) -> list[Path]:
    """A report and a file that is none."""
    paths = [tmp_path / name for name in NAMES]
    paths[0].write_text("Uppföljning av bygden 2020\n\nBygden fick 12 nya broar under 2020.\n", encoding="utf-8")
    paths[1].write_bytes(b"%PDF-1.7\nnothing")
    return paths


@pytest.fixture
def base(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", model="hash", jobs=1, max_upload_files=3)


@pytest.fixture
def at(base: Settings) -> Iterator[str]:
    with serving(create_app(base)) as address:
        yield address


def send(page: Page, given: list[Path]) -> None:
    page.goto("/lagg-till")
    page.set_input_files("#filer", given)
    page.get_by_role("button", name="Lägg till").click()
    page.wait_for_url("**/lagg-till/*")


def refresh_until(page: Page, said: str) -> None:
    """Ask for the page again, as its link does, until it says something."""
    deadline = time.monotonic() + READ_WITHIN / 1000
    while said not in page.locator("main").inner_text() and time.monotonic() < deadline:
        page.get_by_role("link", name="Uppdatera läget").click()
        page.wait_for_load_state()
        time.sleep(0.2)
    assert said in page.locator("main").inner_text()


def test_files_are_followed_to_their_end_and_corrected_on_the_spot(
    browser: Browser, at: str, given: list[Path]
) -> None:
    with opened(browser, at) as page:
        send(page, given)
        assert page.locator("progress").count() > 0
        assert rules(page) == []
        page.locator("text=1 av 2 filer inlästa").wait_for(timeout=READ_WITHIN)
        first, second = page.locator(".uploads > li").all()
        assert page.get_by_role("status").inner_text() in ("bygd.txt: Inläst", "trasig.pdf: Gick inte att läsa")
        assert "Titel\nUppföljning av bygden 2020" in first.inner_text()
        assert "Diarienummer\nhittades inte" in first.inner_text()
        assert "skadad" in second.inner_text()
        first.locator("summary").click()
        assert rules(page) == []
        first.get_by_label("Titel").fill("Broarnas bok")
        first.get_by_label("Period").fill("i fjol")
        first.get_by_role("button", name="Spara").click()
        assert "Period: ”i fjol” är ingen period" in page.get_by_role("alert").inner_text()
        assert page.get_by_label("Titel").input_value() == "Broarnas bok"
        page.get_by_label("Period").fill("2019")
        page.get_by_role("button", name="Spara").click()
        page.wait_for_url("**/lagg-till/*#fil-1")
        assert "Titel\nBroarnas bok" in page.locator("#fil-1").inner_text()
        page.get_by_role("button", name="Försök igen med trasig.pdf").click()
        page.locator("text=1 av 2 filer inlästa").wait_for(timeout=READ_WITHIN)
        page.get_by_role("link", name="Öppna rapporten").click()
        expect(page.locator("h1")).to_have_text("Broarnas bok")
        page.get_by_role("link", name="Rätta").first.click()
        page.get_by_role("button", name="Ta tillbaka allt som rättats").click()
        expect(page.locator("h1")).to_have_text("Uppföljning av bygden 2020")


def test_it_all_works_without_scripts_and_a_busy_knowledge_base_is_told(
    browser: Browser, base: Settings, at: str, given: list[Path]
) -> None:
    with opened(browser, at, scripts=False) as page:
        with Store.open(base.data) as other, other.writing("arsringar ingest"):
            send(page, given)
            refresh_until(page, "skrivs just nu av")
            assert "skrivs just nu av ”arsringar ingest”" in page.locator(".notice").inner_text()
            page.get_by_role("button", name="Avbryt trasig.pdf").click()
            page.wait_for_url("**/lagg-till/*#fil-2")
        refresh_until(page, "1 av 2 filer inlästa")
        assert "Avbruten" in page.locator("#fil-2").inner_text()
        page.locator("#fil-1 summary").click()
        page.locator("#fil-1").get_by_label("Utgivare").fill("Bygdens råd")
        page.locator("#fil-1").get_by_role("button", name="Spara").click()
        expect(page.locator("#fil-1")).to_contain_text(re.compile(r"Utgivare\s*Bygdens råd"))


def test_files_are_dropped_and_too_many_are_told_before_they_are_sent(
    browser: Browser, at: str, given: list[Path]
) -> None:
    with opened(browser, at) as page:
        page.goto("/lagg-till")
        page.set_input_files("#filer", [given[0]] * 4)
        assert page.get_by_role("status").inner_text() == "Det är för många filer på en gång."
        page.get_by_role("button", name="Lägg till").click()
        assert page.url.endswith("/lagg-till")
        page.evaluate(DROP)
        assert page.get_by_role("status").inner_text() == "1 fil vald."
        page.get_by_role("button", name="Lägg till").focus()
        page.keyboard.press("Enter")
        page.locator("text=1 fil: allt är inläst").wait_for(timeout=READ_WITHIN)
        assert page.locator("#fil-1 h2").inner_text().startswith("hamn.txt")


def test_nothing_sent_is_said_on_the_form(browser: Browser, at: str) -> None:
    with opened(browser, at, scripts=False) as page:
        page.goto("/lagg-till")
        page.evaluate("document.querySelector('#filer').required = false")
        page.get_by_role("button", name="Lägg till").click()
        assert "Ingen fil kom med" in page.get_by_role("alert").inner_text()
