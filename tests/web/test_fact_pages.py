"""Pages, downloads and corrections of facts, with the real application."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html
from openpyxl import load_workbook
from playwright.sync_api import Browser

from corpus.settings import Settings
from tests import facts_library
from tests.library import HERE
from tests.web.conftest import serving
from web.app import create_app

PAGES = ("/siffror", "/projekt", "/projekt/Fiber%20i%20byarna", "/ataganden", "/siffror?q=finnsinte", "/siffror?fran=x")


@pytest.fixture
def settings(samples: Path, tmp_path: Path) -> Settings:
    return facts_library.make(samples, tmp_path)


@pytest.fixture
def site(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url=HERE) as opened:
        yield opened


def text(site: TestClient, path: str) -> str:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text
    return " ".join(lxml_html.fromstring(answer.text).text_content().split())


def test_figures_are_shown_as_swedish_writes_them(site: TestClient) -> None:
    shown = text(site, "/siffror")
    assert "ca 1 675 mnkr" in shown.replace("\u2009", " ")
    assert "10–12 procent" in shown
    assert "1 675" not in text(site, "/siffror?plats=%C3%96vertorne%C3%A5").replace("\u2009", " ")


def test_a_goal_without_outcome_says_so_and_its_symbol_has_words(site: TestClient) -> None:
    shown = text(site, f"/rapporter/{facts_library.INTERIM}/maluppfyllelse")
    assert "inget utfall redovisat" in shown
    assert "◇ symbolen förklaras inte" in shown


def test_http_lists_facts_with_report_and_filters(site: TestClient) -> None:
    listed = site.get("/api/v1/figures", params={"place": "övertorneå", "limit": 1}).json()
    assert (listed["total"], listed["limit"], listed["offset"]) == (1, 1, 0)
    assert listed["figures"][0]["value_max"] == 12
    assert listed["figures"][0]["report"]["file"] == facts_library.INTERIM
    assert site.get("/api/v1/commitments?status=done").json()["commitments"][0]["action"] == "bygga ut"
    assert site.get("/api/v1/projects?actor=regionen").json()["projects"][0]["aliases"] == ["Fibernätet"]
    assert site.get("/api/v1/figures?limit=0").json()["error"]["code"] == "usage"


def test_a_workbook_has_numbers_as_numbers_and_no_formulas(site: TestClient) -> None:
    answer = site.get("/api/v1/figures?format=xlsx&sort=value")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows())
    cells = {head.value: cell for head, cell in zip(rows[0], rows[1], strict=True)}
    assert (cells["Värde"].value, cells["Värde"].data_type) == (1675000000, "n")
    assert (cells["Mått"].value, cells["Mått"].data_type) == ("=kostnad", "s")
    assert cells["Enhet"].value == "kronor"
    assert len(rows) == 3


def test_csv_guards_against_formulas(site: TestClient) -> None:
    lines = site.get("/api/v1/figures?format=csv&sort=value").text.splitlines()
    assert lines[0].startswith("measure,place,qualifier,value,value_max,unit")
    assert lines[1].startswith("'=kostnad,Luleå,ca,1675000000,,SEK")


def test_a_correction_over_http_is_kept_through_a_new_reading(
    site: TestClient, settings: Settings, samples: Path
) -> None:
    id_ = site.get("/api/v1/figures?place=Luleå").json()["figures"][0]["id"]
    mended = site.patch(f"/api/v1/figures/{id_}", json={"value": 5, "place": None}).json()
    assert (mended["value"], mended["correction"]["as_read"]) == (5, {"value": 1675e6, "place": "Luleå"})
    facts_library.read_anew(settings, samples)
    again = next(f for f in site.get("/api/v1/figures").json()["figures"] if f["correction"])
    assert (again["value"], again["id"] != id_) == (5, True)
    assert site.delete(f"/api/v1/figures/{again['id']}/correction").json()["place"] == "Luleå"
    assert site.patch(f"/api/v1/figures/{id_}", json={"quote": "x"}).json()["error"]["code"] == "usage"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://attacker.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_another_site_cannot_correct(site: TestClient, headers: dict[str, str], status: int) -> None:
    id_ = site.get("/api/v1/figures").json()["figures"][0]["id"]
    assert site.patch(f"/api/v1/figures/{id_}", json={"wrong": True}, headers=headers).status_code == status


def test_an_official_mends_marks_and_takes_back_without_javascript(settings: Settings, browser: Browser) -> None:
    with serving(create_app(settings)) as address:
        context = browser.new_context(base_url=address, java_script_enabled=False)
        page = context.new_page()
        page.goto("/siffror?plats=Lule%C3%A5")
        page.get_by_role("link", name="Rätta", exact=True).click()
        page.get_by_label("Värde").fill("1 500,5")
        page.get_by_role("button", name="Spara rättelsen").click()
        assert "Värde: 1 675 000 000" in page.locator(".notice").inner_text()
        page.get_by_label("Värde").fill("mycket")
        page.get_by_role("button", name="Spara rättelsen").click()
        assert "inget tal" in page.get_by_role("alert").inner_text()
        page.get_by_role("button", name="Märk hela uppgiften som fel").click()
        page.goto("/siffror?plats=Lule%C3%A5")
        assert "Inga siffror" in page.locator("main").inner_text()
        page.get_by_role("link", name="Visa också felmärkta").click()
        assert "Märkt som fel" in page.locator("tbody").inner_text()
        page.get_by_role("link", name="Rätta", exact=True).click()
        page.get_by_role("button", name="Ta tillbaka allt").click()
        assert page.locator(".notice").count() == 0
        context.close()


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_no_page_is_wider_than_the_screen_and_words_are_marked(
    settings: Settings, browser: Browser, width: int
) -> None:
    with serving(create_app(settings)) as address:
        context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
        page = context.new_page()
        for path in (*PAGES, f"/rapporter/{facts_library.INTERIM}/maluppfyllelse"):
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.goto("/siffror")
        page.locator("tbody .where a").first.click()
        assert "fact=" in (page.locator("figure img").get_attribute("src") or "")
        assert page.locator("figure img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 1000
        assert page.locator("#markerat").count() == 1
        context.close()
