"""The reader: mentions from one to the next, a section's facts and their marks, the same section of other years."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html
from playwright.sync_api import Browser

from corpus.model import Facts, Metadata, Page, Period, Reading, Report, Section, Table
from corpus.settings import Settings
from corpus.store import Store
from search.timeline.sections.profiles import heading_key
from tests.library import HERE, SCRIPT
from tests.web.browsing import opened
from tests.web.markup import page, text_of
from tests.web.pages import INTERIM, REPORT
from web.app import create_app
from web.pages.mentions import way


def reading(year: int, publisher: str, *sections: Section, tables: tuple[Table, ...] = ()) -> Reading:
    page = Page(None, None, 0, 0, "\n".join(f"{one.heading}\n{one.text}" for one in sections))
    period = Period(date(year, 1, 1), date(year, 12, 31))
    report = Report(Metadata(f"Rapport {year}", publisher, "annual_report", period), (page,), sections, tables)
    return Reading(report, Facts(), ())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[TestClient]:
    """Three years of one publisher, and one of another."""
    broadband = Table("t1", "s3", None, ("Kommun", "Andel"), (("Boden", "80"), ("Bredbandet i Luleå", "90")))
    readings = [
        reading(
            2020,
            "Region Nord",
            Section("s1", None, 1, "1 Klimat", "Ett bredband. Snabbt bredband, sedan bredbandsutbyggnad."),
            Section("s2", "s1", 2, "Insatser 2020", "Här står inget."),
            Section("s3", None, 1, "2 Vägar", "Smalband. Bredband till sist."),
            Section("s4", "s3", 2, "Insatser 2020", f"Vägar och {SCRIPT} byggdes."),
            tables=(broadband,),
        ),
        reading(
            2021,
            "Region Nord",
            Section("s1", None, 1, "1 Vägar", "Nytt."),
            Section("s2", "s1", 2, "Insatser 2021", "Vägarnas."),
            Section("s3", None, 1, "3 Klimat", "Nytt."),
            Section("s4", "s3", 2, "Insatser 2021", "Klimatets."),
        ),
        reading(2022, "Region Nord", Section("s1", None, 1, "Annat", "Inget.")),
        reading(2021, "Region Syd", Section("s1", None, 1, "1 Klimat", "Söder.")),
    ]
    with Store.open(tmp_path) as store:
        for number, made in enumerate(readings):
            file = tmp_path / f"{number}.txt"
            file.write_text(str(number), encoding="utf-8")
            store.save(str(file), file.name, store.files.keep(file), made)
    with TestClient(create_app(Settings(data=tmp_path, model="hash", jobs=1)), base_url=HERE) as opened_:
        yield opened_


def shown(page_: lxml_html.HtmlElement) -> tuple[str, str, list[str]]:
    """What is said of the mentions, the mark gone to, and all marks of the section."""
    (said,) = page_.xpath("//div[@class='mentions']/p/text()[1]")
    (gone_to,) = page_.xpath("//*[@id='markerat']") or [None]
    return " ".join(said.split()), "" if gone_to is None else text_of(gone_to), page_.xpath("//mark/text()")


def test_mentions_lead_from_each_to_the_next_through_texts_and_tables(site: TestClient) -> None:
    at = page(site, "/rapporter/0.txt?ord=bredband")
    met = []
    while True:
        met.append(shown(at))
        following = at.xpath("//a[@data-mention='following']/@href")
        if not following:
            break
        at = page(site, following[0].partition("#")[0])
    first = ["bredband", "bredband", "bredbandsutbyggnad"]
    assert met == [
        ("Omnämnande 1 av 5 av ”bredband”.", "bredband", first),
        ("Omnämnande 2 av 5 av ”bredband”.", "bredband", first),
        ("Omnämnande 3 av 5 av ”bredband”.", "bredbandsutbyggnad", first),
        ("Omnämnande 4 av 5 av ”bredband”.", "Bredband", ["Bredband"]),
        ("Omnämnande 5 av 5 av ”bredband”.", "Bredbandet i Luleå90", ["Bredband"]),
    ]
    for _ in range(4):
        at = page(site, at.xpath("//a[@data-mention='previous']/@href")[0].partition("#")[0])
    assert shown(at)[0].startswith("Omnämnande 1")
    assert not at.xpath("//a[@data-mention='previous']")


def test_a_section_between_leads_to_those_before_and_after(site: TestClient) -> None:
    start = page(site, "/rapporter/0.txt?ord=bredband")
    (between,) = start.xpath("//nav[@class='tree']//a[text()='Insatser 2020'][1]/@href")[:1]
    at = page(site, between.partition("#")[0])
    assert shown(at) == ("5 omnämnanden av ”bredband” i rapporten.", "", [])
    for name, number in (("previous", "nr=3"), ("following", "nr=4")):
        assert number in at.xpath(f"//a[@data-mention='{name}']/@href")[0]


def test_what_is_not_there_and_what_cannot_be_is_said(site: TestClient) -> None:
    said = text_of(page(site, "/rapporter/0.txt?ord=kvast").xpath("//div[@class='mentions']")[0])
    assert said.startswith("”kvast” står inte i rapporten.")
    assert "bara 5 gånger" in text_of(page(site, "/rapporter/0.txt?ord=bredband&nr=6", 404))
    assert "Länken är skadad" in text_of(page(site, "/rapporter/0.txt?ord=bredband&nr=x", 404))
    for empty in ("", "%20", "%3F%21"):
        assert not page(site, f"/rapporter/0.txt?ord={empty}").xpath("//mark")
    answer = site.get("/rapporter/0.txt", params={"ord": SCRIPT})
    assert SCRIPT not in answer.text
    assert page(site, "/rapporter/0.txt?ord=script").xpath("//mark")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("bredband", "Bredbandet, mobilt bredband", ["Bredbandet", "bredband"]),
        ("region norr", "Region  Norrbotten och regionen", ["Region  Norrbotten"]),
        ("sno", "snö sno", ["sno"]),
        ("a.b*", "a b, a-bc, axb", ["a b", "a-bc"]),
    ],
)
def test_a_phrase_is_found_with_its_endings(words: str, text: str, found: list[str]) -> None:
    phrase = way(words)
    assert phrase is not None
    assert [match.group() for match in phrase.finditer(text)] == found


def test_the_same_section_is_found_in_other_years_of_the_publisher(site: TestClient) -> None:
    def others(path: str) -> list[tuple[str, str]]:
        links = page(site, path).xpath("//details[summary[starts-with(., 'Samma avsnitt')]]//li/a[1]")
        return [
            (text_of(link), text_of(page(site, link.get("href").partition("#")[0]).xpath("//div[@class='words']")[0]))
            for link in links
        ]

    report = page(site, "/rapporter/0.txt")
    climate, roads = (
        link.partition("#")[0] for link in report.xpath("//nav[@class='tree']//a[text()='Insatser 2020']/@href")
    )
    assert others("/rapporter/0.txt") == [("2021: Rapport 2021", "Nytt.")]
    assert others(climate) == [("2021: Rapport 2021", "Klimatets.")]
    assert others(roads) == [("2021: Rapport 2021", "Vägarnas.")]
    assert others("/rapporter/2.txt") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3.2 Bredband 2020", "4 Bredband 2021", True),
        ("Återrapportering 1", "Återrapportering 2", False),
        ("Program 2014–2020", "Program 2021–2027", True),
        ("Vägar", "Järnvägar", False),
    ],
)
def test_headings_are_the_same_but_for_numbering_and_years(one: str, other: str, same: bool) -> None:
    assert (heading_key(one) == heading_key(other)) is same


def test_a_section_lists_its_facts_and_its_page_bears_their_marks(browser: Browser, address: str) -> None:
    with opened(browser, address) as page_:
        page_.goto(f"{REPORT}?ord=hushållen")
        page_.locator("summary", has_text="Uppgifter i avsnittet").click()
        line = page_.locator(".taken li", has_text="80 procent").first
        assert "Rätta" in line.inner_text()
        assert page_.locator(".sheet svg a").count() > 3
        mark = page_.locator(".sheet svg a", has=page_.locator("title", has_text="Över 80 procent")).first
        box, picture = mark.locator("rect").bounding_box(), page_.locator("figure img").bounding_box()
        assert box is not None
        assert picture is not None
        assert picture["x"] <= box["x"] < picture["x"] + picture["width"]
        mark.locator("rect").click()
        page_.wait_for_url("**uppgift=*")
        assert "80 procent" in page_.locator("#markerat").inner_text()


def test_a_mention_is_marked_on_the_picture(browser: Browser, address: str) -> None:
    with opened(browser, address) as page_:
        page_.goto(f"{REPORT}?ord=bredband")
        picture = page_.locator("figure img").get_attribute("src") or ""
        assert "section=" in picture
        plain = picture.partition("?")[0]
        assert page_.request.get(picture).body() != page_.request.get(plain).body()
        assert page_.request.get(picture.replace("section=", "section=x")).status == 404
        first = page_.locator(".mentions p").inner_text()
        page_.keyboard.press("m")
        page_.wait_for_url("**nr=2*")
        assert "Omnämnande 2 av" in page_.locator(".mentions p").inner_text()
        page_.keyboard.press("Shift+M")
        page_.wait_for_url("**nr=1*")
        assert page_.locator(".mentions p").inner_text() == first
        page_.goto("/rapporter/norrbotten-2017.pdf?ord=kommersiella")
        assert page_.locator("tr.marked").inner_text().startswith("Kommersiella aktörer")
        row = page_.locator("figure img").get_attribute("src") or ""
        assert "table=" in row
        assert page_.request.get(row).body() != page_.request.get(row.partition("?")[0]).body()


def test_headings_of_reports_come_with_their_pages(knowledge_base: Settings) -> None:
    with Store.open(knowledge_base.data) as store:
        report = store.resolve(INTERIM)
        headings = store.headings([report])[report]
        sections = store.sections(report, spans=False)
    assert [(one.id, one.parent_id, one.text, one.page) for one in headings] == [
        (one.id, one.parent_id, one.heading, one.source.page) for one in sections
    ]
