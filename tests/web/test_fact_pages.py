"""Pages, downloads and corrections of facts, with the real application."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect

from corpus.model import Facts, Figure, Metadata, Period, Project
from corpus.settings import Settings
from corpus.store import Store
from ingest.reading import read
from tests import facts_library
from tests.library import HERE
from tests.web.conftest import serving
from web.app import create_app


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
        with page.expect_navigation():
            page.get_by_role("button", name="Märk hela uppgiften som fel").click()
        page.goto("/siffror?plats=Lule%C3%A5")
        assert "Inga siffror" in page.locator("main").inner_text()
        page.get_by_role("link", name="Visa också felmärkta").click()
        assert "Märkt som fel" in page.locator("tbody").inner_text()
        page.get_by_role("link", name="Rätta", exact=True).click()
        page.get_by_role("button", name="Ta tillbaka allt").click()
        expect(page.locator(".notice")).to_have_count(0)
        context.close()


def test_a_project_is_told_newest_report_first_with_what_names_it(samples: Path, tmp_path: Path) -> None:
    """Whatever the project's own time is in each report; "Fiber i byarna 2" is another project."""
    settings = facts_library.make(samples, tmp_path)
    project = Project("j1", "Fiber i byarna", "Fiber i byarna pågår.", aliases=("Fibernätet",))
    lasting = replace(project, period=Period(date(2018, 1, 1), date(2030, 12, 31)))
    figures = (
        Figure("f1", "Fiber i byarna kostade 7 mnkr.", 7e6, "SEK"),
        Figure("f2", "Fiber i byarna 2 kostade 9 mnkr.", 9e6, "SEK"),
        Figure("f3", "fibernätet nådde 30 byar.", 30, "count", measure="byar som Fibernätet nådde"),
    )
    with Store.open(tmp_path) as store:
        for year, facts in ((2019, Facts((lasting,), figures)), (2024, Facts((project,)))):
            path = tmp_path / f"{year}.txt"
            path.write_text(f"Fiber i byarna pågår {year}.\n", encoding="utf-8")
            reading = read(path, path.name, settings)
            metadata = Metadata(f"Uppföljning {year}", None, "follow_up", Period(date(year, 1, 1), date(year, 12, 31)))
            made = replace(reading, report=replace(reading.report, metadata=metadata), facts=facts)
            store.save(str(path), path.name, store.files.keep(path), made)
    with TestClient(create_app(settings), base_url=HERE) as site:
        page = lxml_html.fromstring(site.get("/projekt/Fiber%20i%20byarna").text)
        titles = [title.text_content() for title in page.xpath("//h2[1]/following-sibling::ol[1]//h3")]
        years = ["2024: Uppföljning 2024", "januari–april 2021: Delårsrapport januari–april 2021"]
        assert titles == [*years, "2019: Uppföljning 2019"]
        numbers = [cell.text_content().replace("\u2009", " ") for cell in page.xpath("//tbody/tr/th[@class='number']")]
        assert numbers == ["7 mnkr", "30"]


def refused(site: TestClient, path: str, status: int) -> str:
    answer = site.get(path)
    assert answer.status_code == status, answer.text
    return " ".join(lxml_html.fromstring(answer.text).text_content().split())


def test_a_list_is_limited_to_a_report_by_its_name(site: TestClient) -> None:
    for name in (facts_library.INTERIM, facts_library.INTERIM.removesuffix(".pdf")):
        answer = site.get("/siffror", params={"rapport": name})
        assert "2 siffror" in answer.text
        (chosen,) = lxml_html.fromstring(answer.text).xpath("//select[@name='rapport']/option[@selected]")
        assert chosen.text == "Delårsrapport januari–april 2021"
    assert "ingen rapport ”finns-inte” i kunskapsbasen" in refused(site, "/siffror?rapport=finns-inte", 404)


def test_a_name_that_several_reports_bear_is_said_with_their_ids(settings: Settings, tmp_path: Path) -> None:
    for folder in ("ett", "två"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "protokoll.txt"
        path.write_text(f"Protokoll {folder}\n\nNämnden beslutade {folder}.\n", encoding="utf-8")
        with Store.open(settings.data) as store:
            store.save(str(path), path.name, store.files.keep(path), read(path, path.name, settings))
    with TestClient(create_app(settings), base_url=HERE) as site:
        said = refused(site, "/ataganden?rapport=protokoll", 409)
        assert "Flera rapporter heter ”protokoll”. Ange id:" in said


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/siffror?slag=target", 0),
        ("/siffror?slag=outcome", 2),
        ("/siffror?enhet=percent", 1),
        ("/siffror?plats=%C3%96vertorne%C3%A5", 1),
        ("/siffror?utgivare=Region+Norrbotten", 2),
        ("/siffror?q=kostnad", 1),
        ("/siffror?fran=2021&till=2021", 2),
        ("/siffror?till=2020", 0),
        ("/ataganden?status=done", 1),
        ("/ataganden?status=none", 1),
        ("/ataganden?aktor=region", 1),
        ("/ataganden?plats=Kiruna", 0),
        ("/projekt?aktor=regionen", 1),
        ("/projekt?fran=2022", 0),
        ("/projekt?q=fibern%C3%A4tet", 1),
    ],
)
def test_pages_are_limited_and_their_files_alike(site: TestClient, path: str, shown: int) -> None:
    page = lxml_html.fromstring(site.get(path).text)
    assert len(page.xpath("//table[contains(@class, 'cards')]/tbody/tr")) == shown
    for address in page.xpath("//a[text()='CSV']/@href"):
        assert len(list(csv.reader(io.StringIO(site.get(address).text)))) == shown + 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/siffror?slag=roman", "Slag kan inte vara ”roman”"),
        ("/ataganden?status=klart", "Status kan inte vara ”klart”"),
        ("/siffror?fran=x", "”x” är inget år"),
        ("/projekt?till=20211", "”20211” är inget år"),
    ],
)
def test_a_limit_that_cannot_be_is_said_in_the_page_s_own_words(site: TestClient, path: str, said: str) -> None:
    assert said in refused(site, path, 422)


def test_a_page_past_the_end_leads_to_the_last(site: TestClient) -> None:
    for path in ("/siffror", "/ataganden", "/projekt"):
        answer = site.get(f"{path}?visa=felmarkta&sida=9", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{path}?visa=felmarkta"), path
    assert "ingen sådan sida" in refused(site, "/siffror?sida=0", 404)


def test_a_column_s_heading_sorts_by_it_and_turns(site: TestClient) -> None:
    def head(path: str, name: str) -> tuple[str, str]:
        (cell,) = lxml_html.fromstring(site.get(path).text).xpath(f"//th[a[starts-with(normalize-space(), '{name}')]]")
        return cell.get("aria-sort"), cell.xpath("a/@href")[0]

    assert head("/siffror", "Period") == ("none", "/siffror?ordna=year")
    assert head("/siffror?ordna=year", "Period") == ("descending", "/siffror?ordna=year&riktning=stigande")
    assert head("/siffror", "Plats") == ("none", "/siffror?ordna=place")
    assert head("/siffror?ordna=place", "Plats") == ("ascending", "/siffror?ordna=place&riktning=fallande")
    assert head("/siffror?ordna=place&riktning=fallande", "Plats") == ("descending", "/siffror?ordna=place")
    shown = text(site, "/siffror?ordna=place&riktning=fallande")
    assert shown.index("10–12 procent") < shown.index("mnkr")


def test_a_report_counts_what_is_not_marked_as_wrong(site: TestClient) -> None:
    path = f"/rapporter/{facts_library.INTERIM}"
    assert "2 siffror · 1 projekt · 2 åtaganden · 1 mål med måluppfyllelse" in text(site, path)
    for list_ in ("figures", "commitments"):
        for fact in site.get(f"/api/v1/{list_}?limit=1").json()[list_]:
            site.patch(f"/api/v1/{list_}/{fact['id']}", json={"wrong": True})
    assert "1 siffra · 1 projekt · 1 åtagande" in text(site, path)


def test_statuses_are_counted_year_by_year_where_there_are_years(samples: Path, tmp_path: Path) -> None:
    with TestClient(create_app(facts_library.make(samples, tmp_path)), base_url=HERE) as site:
        assert not lxml_html.fromstring(site.get("/ataganden").text).xpath("//table[@class='overview']")
        (report,) = site.get("/api/v1/reports").json()["reports"]
        with Store.open(tmp_path) as store:
            store.edit(report["id"], {"period": Period(date(2020, 1, 1), date(2021, 12, 31))})
        page = lxml_html.fromstring(site.get("/ataganden?q=bygga").text)
        rows = [" ".join(row.itertext()) for row in page.xpath("//table[@class='overview']//tr")]
        assert rows == ["Rapportens år 2020 2021", "uppnått 1 1"]
        (address, _) = page.xpath("//table[@class='overview']//a/@href")
        assert address == "/ataganden?q=bygga&status=done&fran=2020&till=2020"
        assert len(lxml_html.fromstring(site.get(address).text).xpath("//table[contains(@class, 'cards')]//q")) == 1


def test_the_form_says_that_somebody_corrected_the_fact_meanwhile(site: TestClient) -> None:
    id_ = site.get("/api/v1/figures?place=Luleå").json()["figures"][0]["id"]
    (seen,) = lxml_html.fromstring(site.get(f"/ratta/{id_}").text).xpath("//input[@name='utgava']/@value")
    site.patch(f"/api/v1/figures/{id_}", json={"place": "Boden"})
    answer = site.post(f"/ratta/{id_}", data={"utgava": seen, "gor": "spara", "place": "Luleå", "measure": "annat"})
    assert answer.status_code == 409
    page = lxml_html.fromstring(answer.text)
    assert "Någon har rättat uppgiften" in page.xpath("//*[@role='alert']")[0].text_content()
    assert page.xpath("//input[@name='place']/@value") == ["Boden"]
    assert site.get(f"/api/v1/figures/{id_}").json()["measure"] == "=kostnad"


def test_units_and_periods_are_mended_in_swedish(site: TestClient) -> None:
    id_ = site.get("/api/v1/figures?place=Luleå").json()["figures"][0]["id"]

    def mend(**fields: str) -> dict[str, object]:
        (seen,) = lxml_html.fromstring(site.get(f"/ratta/{id_}").text).xpath("//input[@name='utgava']/@value")
        assert site.post(f"/ratta/{id_}", data={"utgava": seen, "gor": "spara", **fields}).status_code == 200
        found: dict[str, object] = site.get(f"/api/v1/figures/{id_}").json()
        return found

    assert lxml_html.fromstring(site.get(f"/ratta/{id_}").text).xpath("//input[@name='unit']/@value") == ["kronor"]
    mended = mend(unit="Procent", period="2019–2020")
    assert (mended["unit"], mended["period"]) == (
        "percent",
        {"start": "2019-01-01", "end": "2020-12-31", "text": None},
    )
    assert mend(unit="km")["unit"] == "km"
