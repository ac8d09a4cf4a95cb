"""The first page at a glance: who reports of which year, what is new, what goes on, what wants a look."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from corpus.errors import StoreBusy
from corpus.model import Facts, Metadata, Page, Period, Problem, Reading, Report, Section
from corpus.settings import Settings
from corpus.store import Store
from tests.library import HERE
from tests.web.markup import page, text_of
from web.app import create_app
from web.rendering import MENU


def reading(
    title: str, publisher: str | None, first: int | None, last: int | None = None, *problems: Problem
) -> Reading:
    period = Period(date(first, 1, 1), date(last or first, 12, 31)) if first else None
    page, section = Page(None, None, 0, 0, title), Section("s1", None, 1, title, title)
    report = Report(Metadata(title, publisher, "annual_report", period), (page,), (section,), problems=problems)
    return Reading(report, Facts(), ())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = (
        reading("Nord 2018", "Region Nord", 2018),
        reading("Nord 2021", "Region Nord", 2021),
        reading("Nord 2020–2021", "Region Nord", 2020, 2021),
        reading("Syd 2021", "Region Syd", 2021, None, Problem("no_text_layer", "Sidan 3 saknar textlager.", 3)),
        reading("Löst papper", None, None),
    )
    with Store.open(tmp_path) as store:
        for number, one in enumerate(made):
            file = tmp_path / f"{number}.txt"
            file.write_text(str(number), encoding="utf-8")
            store.save(str(file), file.name, store.files.keep(file), one)
        store.record_failure("/trasig.pdf", "trasig.pdf", "0" * 64, [Problem("damaged", "trasig.pdf är skadad.")])
    return Settings(data=tmp_path, model="hash", jobs=1)


@pytest.fixture
def site(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url=HERE) as opened:
        yield opened


def test_publishers_and_years_make_a_table_that_leads_to_the_reports(site: TestClient) -> None:
    shown = page(site, "/")
    rows = [[text_of(cell) for cell in row] for row in shown.xpath("//table[@class='overview']//tr")]
    assert rows == [
        ["Utgivare", "2018", "2019", "2020", "2021"],
        ["Region Nord", "1", "–ingen", "1", "2"],
        ["Region Syd", "–ingen", "–ingen", "–ingen", "1"],
        ["Utgivare okänd", "–ingen", "–ingen", "–ingen", "–ingen"],
    ]
    (single,) = shown.xpath("//a[@aria-label='Region Syd, 2021: 1 rapport, Syd 2021']/@href")
    assert text_of(page(site, single).xpath("//h1")[0]) == "Syd 2021"
    (several,) = shown.xpath("//a[@aria-label='Region Nord, 2021: 2 rapporter']/@href")
    listed = [text_of(row) for row in page(site, several).xpath("//tbody/tr/th")]
    assert listed == ["Nord 2020–2021", "Nord 2021"]


def test_what_came_last_stands_first_and_what_is_amiss_leads_to_it(site: TestClient) -> None:
    shown = page(site, "/")
    new = shown.xpath("//section[h2='Senast inläst']//li/a")
    assert len(new) == 5
    amiss = {text_of(link): link.get("href") for link in shown.xpath("//section[h2='Att veta']//a")}
    assert amiss == {
        "1 fil gick inte att läsa": "/rapporter#misslyckade",
        "1 rapport har anmärkningar från läsningen": "/rapporter?visa=anmarkningar",
        "1 rapport saknar period": "/rapporter?visa=utan-period",
        "1 rapport saknar utgivare": "/rapporter?utgivare=Utgivare+ok%C3%A4nd",
    }
    for address, title in (
        ("/rapporter?visa=anmarkningar", "Syd 2021"),
        ("/rapporter?visa=utan-period", "Löst papper"),
        ("/rapporter?utgivare=Utgivare+ok%C3%A4nd", "Löst papper"),
    ):
        assert [text_of(row) for row in page(site, address).xpath("//tbody/tr/th")] == [title]
    assert "Ingen rapport stämmer" in text_of(page(site, "/rapporter?ar=1850"))


def test_a_file_that_could_not_be_read_is_put_aside_quietly_and_brought_back(site: TestClient) -> None:
    def press(shown: HtmlElement, said: str) -> HtmlElement:
        (button,) = [one for one in shown.xpath("//button[@name='gor']") if text_of(one) == said]
        answer = site.post("/rapporter", data={"gor": button.get("value")}, follow_redirects=False)
        assert answer.headers["location"] == "/rapporter#misslyckade"
        return page(site, "/rapporter")

    assert page(site, "/lagg-till").xpath("//a[.='1 fil gick inte att läsa']/@href") == ["/rapporter#misslyckade"]
    aside = press(page(site, "/rapporter"), "Lägg åt sidan: trasig.pdf")
    assert "1 fil är lagd åt sidan" in text_of(aside.xpath("//details/summary")[0])
    assert "trasig.pdf är skadad. Lagd åt sidan" in text_of(aside.xpath("//details")[0])
    assert "gick inte att läsa" not in text_of(page(site, "/")) + text_of(page(site, "/lagg-till"))
    back = press(aside, "Ta fram igen: trasig.pdf")
    assert not back.xpath("//details")
    assert "1 fil gick inte att läsa" in text_of(page(site, "/"))


def test_a_file_that_lies_nowhere_cannot_be_read_again(site: TestClient) -> None:
    (wanted,) = page(site, "/rapporter").xpath("//button[starts-with(@value, 'igen:')]/@value")
    answer = site.post("/rapporter", data={"gor": wanted})
    assert answer.status_code == 404
    assert "Lägg till filen på nytt" in answer.text
    assert site.post("/rapporter", data={"gor": "roman:1"}).status_code == 422


def test_another_program_that_writes_is_named(site: TestClient, settings: Settings) -> None:
    assert "skrivs just nu" not in text_of(page(site, "/"))
    with Store.open(settings.data) as other, other.writing("arsringar ingest"):
        assert "Kunskapsbasen skrivs just nu av ”arsringar ingest”" in text_of(page(site, "/"))
        with pytest.raises(StoreBusy), Store.open(settings.data) as third, third.writing("arsringar"):
            pass
    assert "skrivs just nu" not in text_of(page(site, "/"))
    (settings.data / "writer.lock").write_text('{"pid": 999999999, "owner": "arsringar ingest"}', encoding="utf-8")
    assert "skrivs just nu" not in text_of(page(site, "/"))


def test_the_menu_leads_only_to_pages_that_are_there(site: TestClient) -> None:
    shown = {text_of(link): link.get("href") for link in page(site, "/").xpath("//nav[@aria-label='Huvudmeny']//a")}
    assert list(shown) == [name for name, _ in MENU if name in shown]
    assert {name for name, href in MENU if site.get(href).status_code == 200} == set(shown)
