"""The page of a project: every section that speaks of it, by year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html

from corpus.model import Facts, Metadata, Page, Period, Project, Reading, Report, Section, Table
from corpus.settings import Settings
from corpus.store import Store
from tests.library import HERE
from web.app import create_app

NORTH, SOUTH = "Region Nord", "Region Syd"


def reading(year: int, publisher: str, sections: dict[str, str], *projects: Project) -> Reading:
    parts = tuple(Section(f"s{n}", None, 1, head, text) for n, (head, text) in enumerate(sections.items(), 1))
    tables = tuple(
        Table(f"t{n}", part.id, None, ("Projekt", "År"), (("Grön kust", str(year)),))
        for n, part in enumerate(parts, 1)
        if part.heading == "Bilaga"
    )
    period = Period(date(year, 1, 1), date(year, 12, 31))
    page = Page(None, None, 0, 0, "\n".join(f"{part.heading}\n{part.text}" for part in parts))
    report = Report(Metadata(f"Rapport {year}", publisher, "annual_report", period), (page,), parts, tables)
    return Reading(report, Facts(tuple(replace(one, section_id="s1") for one in projects)), ())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[TestClient]:
    coast = Project("j1", "Grön kust", "Projektet Grön kust har börjat.", aliases=("projektet",))
    plan = Project("j2", "Regional utvecklingsstrategi", "En ny regional utvecklingsstrategi antogs.")
    health = Project("j3", "Grön kust senior", "Projektet Grön kust senior har börjat.")
    klimat = "Projektet Grön kust har börjat. En ny regional utvecklingsstrategi antogs."
    readings = [
        reading(2018, NORTH, {"Klimat": klimat}, coast, plan),
        reading(2019, NORTH, {"Hamnar": "Hamnarna växer. I Grön kusts andra år mäts elbehovet.", "Bilaga": ""}),
        reading(2020, SOUTH, {"Strategi": "Den regionala utvecklingsstrategin antogs.", "Grön kust": ""}),
        reading(2021, SOUTH, {"Äldre": "Projektet Grön kust senior har börjat. Kusten är grön."}, health),
    ]
    with Store.open(tmp_path) as store:
        for number, made in enumerate(readings):
            file = tmp_path / f"{number}.txt"
            file.write_text(str(number), encoding="utf-8")
            store.save(str(file), file.name, store.files.keep(file), made)
    with TestClient(create_app(Settings(data=tmp_path, model="hash", jobs=1)), base_url=HERE) as opened:
        yield opened


def spoken(site: TestClient, address: str) -> list[tuple[str, list[str]]]:
    """The reports of the page's sections, with each section's heading and words."""
    answer = site.get(address)
    assert answer.status_code == 200, answer.text
    shown = lxml_html.fromstring(answer.text).xpath("//h2[.='Rapport för rapport']/following-sibling::ol[1]/li")
    return [
        (one.xpath("string(h3)"), [" ".join(section.text_content().split()) for section in one.xpath("ul/li")])
        for one in shown
    ]


def test_every_section_that_names_the_project_is_shown_with_its_words_newest_first(site: TestClient) -> None:
    assert spoken(site, "/projekt/Gr%C3%B6n%20kust") == [
        ("2020: Rapport 2020", ["Grön kust"]),
        ("2019: Rapport 2019", ["HamnarI Grön kusts andra år mäts elbehovet.", "BilagaGrön kust · 2019"]),
        ("2018: Rapport 2018", ["KlimatProjektet Grön kust har börjat."]),
    ]


def test_a_section_is_linked_to(site: TestClient) -> None:
    page = lxml_html.fromstring(site.get("/projekt/Gr%C3%B6n%20kust").text)
    (link,) = page.xpath("//ol[@class='said']//a[text()='Hamnar']/@href")
    assert "I Grön kusts andra år" in site.get(link).text


def test_what_anyones_plan_is_called_is_looked_for_with_its_publisher_only(site: TestClient) -> None:
    listed = lxml_html.fromstring(site.get("/projekt").text)
    (address,) = listed.xpath("//a[text()='Regional utvecklingsstrategi']/@href")
    assert address.endswith("?utgivare=Region+Nord")
    assert [title for title, _ in spoken(site, address)] == ["2018: Rapport 2018"]
