"""Avsnitt mot avsnitt: what the pages show, what leads to them and on, with and without a match."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html
from playwright.sync_api import Browser, expect

from corpus.model import Facts, Metadata, Page, Period, Reading, Report, Section, Table
from corpus.settings import Settings
from corpus.store import Store
from tests.library import HERE
from tests.web.browsing import opened
from tests.web.markup import page, text_of
from tests.web.pages import EARLIER, LATER
from web.app import create_app

UNCHANGED = "Nämnden ansvarar för länets utvecklingsstrategi, för kollektivtrafiken och för kulturen. " * 6
MOVED = "Verksamheten bedrivs från Älvhamra, med kontor i Hällsund och Järvsele."
WENT = "Två av tre invånare bor i Älvhamra eller Hällsund, som ligger vid kusten."


def reading(year: int, *sections: tuple[str, str], tables: tuple[Table, ...] = ()) -> Reading:
    made = tuple(Section(f"s{at}", None, 1, heading, text) for at, (heading, text) in enumerate(sections, 1))
    whole = Page(None, None, 0, 0, "\n".join(f"{one.heading}\n{one.text}" for one in made))
    period = Period(date(year, 1, 1), date(year, 12, 31))
    said = Metadata(f"Årsredovisning {year}", "Region Prov", "annual_report", period)
    return Reading(Report(said, (whole,), made, tables), Facts(), ())


def rows(year: str, value: str) -> Table:
    return Table("t1", "s1", "Anställda", ("Grupp", year), (("Kvinnor", value), ("Män", "<b>9</b>")))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[TestClient]:
    """Two years: words changed, moved, moved to another section, unchanged; and a section that is gone."""
    readings = [
        reading(
            2021,
            ("1 Uppdrag", f"Vid årets slut fanns 191 anställda. {WENT}\n\n{UNCHANGED}\n\n{MOVED}\n\n• Punkt ett står."),
            ("2 Länet", "Länet har drygt 151 000 invånare i sju kommuner."),
            ("3 Smide", "Smederna smidde."),
            tables=(rows("2021", "7"),),
        ),
        reading(
            2022,
            ("Uppdrag", f"{MOVED}\n\nVid årets slut fanns 198 anställda.\n\n{UNCHANGED}\n\n• Punkt ett står."),
            ("Länet", f"Länet har drygt 151 000 invånare i sju kommuner. {WENT}"),
            tables=(rows("2022", "8"),),
        ),
    ]
    with Store.open(tmp_path) as store:
        for number, made in enumerate(readings):
            file = tmp_path / f"ar-{2021 + number}.txt"
            file.write_text(str(number), encoding="utf-8")
            store.save(str(file), file.name, store.files.keep(file), made)
    with TestClient(create_app(Settings(data=tmp_path, model="hash", jobs=1)), base_url=HERE) as site:
        yield site


def pairs(site: TestClient, before: str = "ar-2021.txt", after: str = "ar-2022.txt") -> lxml_html.HtmlElement:
    return page(site, f"/jamfor/rapporter?fran={before}&till={after}")


def texts(site: TestClient, heading: str) -> lxml_html.HtmlElement:
    (href,) = pairs(site).xpath(
        f"//tr[td[2]//a[normalize-space()='{heading}']]//a[normalize-space()='Jämför texten']/@href"
    )
    return page(site, href)


def test_two_reports_are_listed_section_by_section(told: TestClient) -> None:
    found = [[text_of(cell) for cell in row.xpath("td")] for row in pairs(told).xpath("//tbody/tr")]
    assert [row[:2] for row in found] == [["1 Uppdrag", "Uppdrag"], ["2 Länet", "Länet"], ["3 Smide", "–"]]
    assert [row[2].split()[0] for row in found] == ["ändrat", "ändrat", "borttaget"]


def test_words_are_marked_as_gone_and_new_in_words_too(told: TestClient) -> None:
    shown = texts(told, "Uppdrag")
    gone = {text_of(one) for one in shown.xpath("//div[contains(@class, 'texts')]//del")}
    new = {text_of(one) for one in shown.xpath("//div[contains(@class, 'texts')]//ins")}
    assert gone == {"[borttaget: 191]", "[borttaget: 2021]", "[borttaget: 7]"}
    assert new == {"[tillagt: 198]", "[tillagt: 2022]", "[tillagt: 8]"}


def test_each_side_holds_its_own_text_whole(told: TestClient) -> None:
    shown = texts(told, "Uppdrag")
    for hidden in shown.xpath(
        "//*[contains(@class, 'visually-hidden') or @class='sign' or @class='whose' or @class='way']"
    ):
        hidden.drop_tree()
    sides = [
        " ".join(text_of(one) for one in shown.xpath(f"//div[contains(@class, 'pair')]/div[{at}]")) for at in (1, 2)
    ]
    folded = " ".join(text_of(one) for one in shown.xpath("//details[@class='folded']/div"))
    assert "Vid årets slut fanns 191 anställda." in sides[0]
    assert "Vid årets slut fanns 198 anställda." in sides[1]
    assert MOVED in sides[0]
    assert MOVED in sides[1]
    assert folded.startswith(" ".join(UNCHANGED.split()))


def test_long_unchanged_words_are_folded_with_what_they_are_about(told: TestClient) -> None:
    (folded,) = texts(told, "Uppdrag").xpath("//details[@class='folded']/summary")
    assert text_of(folded).startswith("1 stycke oförändrat: Nämnden ansvarar för länets utvecklingsstrategi")
    assert text_of(folded).endswith("…")


def test_what_moved_leads_to_where_it_went(told: TestClient) -> None:
    shown = texts(told, "Uppdrag")
    ends = shown.xpath("//span[@class='moved' and @id]")
    assert [one.get("id") for one in ends] == ["flytt-1-till", "flytt-1-fran"]
    assert [one.xpath("a/@href")[0] for one in ends] == ["#flytt-1-fran", "#flytt-1-till"]
    (other,) = shown.xpath("//span[@class='moved' and not(@id)]/a[contains(., 'avsnittet Länet')]")
    assert text_of(page(told, other.get("href").partition("#")[0]).xpath("//section//h2")[0]) == "Länet"
    back = texts(told, "Länet").xpath("//span[@class='moved']/a")
    assert [text_of(one) for one in back if "avsnittet" in one.text] == ["↗ kommer från avsnittet 1 Uppdrag"]


def test_nothing_of_a_report_is_taken_for_markup(told: TestClient) -> None:
    shown = texts(told, "Uppdrag")
    assert shown.xpath("//td//b") == []
    assert "<b>9</b>" in [text_of(cell) for cell in shown.xpath("//td")]


def test_a_section_without_its_like_is_told_and_may_be_set_against_another(told: TestClient) -> None:
    smithy = next(href for href in pairs(told).xpath("//tbody//a/@href") if "s3" in href)
    (section,) = parse_qs(urlsplit(smithy).query)["avsnitt"]
    shown = page(told, f"/jamfor/avsnitt?avsnitt={section}&mot=ar-2022.txt")
    assert "har ingen motsvarighet" in text_of(shown)
    offered = shown.xpath("//main/ul/li/a/@href")
    assert len(offered) == 2
    assert "3 Smide" in text_of(page(told, offered[0]).xpath("//h2")[0])


def test_the_reader_and_the_report_lead_to_the_comparison(site: TestClient) -> None:
    shown = page(site, f"/rapporter/{LATER}")
    form = next(one for one in shown.forms if one.action == "/jamfor/rapporter")
    assert form.fields["fran"] == form.xpath(".//option[contains(., '2022')]/@value")[0]
    answer = site.get(form.action, params=dict(form.form_values()))
    assert "2022 mot 2023" in answer.text
    tree = shown.xpath("//nav[@aria-label='Innehåll']//a[normalize-space()='Bibliotek']/@href")[0]
    reader = page(site, tree.partition("#")[0])
    links = reader.xpath("//a[normalize-space()='Jämför texten' or starts-with(., 'Jämför avsnittet med')]/@href")
    assert len(links) == 3
    for href in links:
        answer = site.get(href)
        assert answer.status_code == 200
        assert [one.status_code for one in answer.history] == [303]
        assert urlsplit(str(answer.url)).path == "/jamfor/avsnitt"
    assert "/jamfor/rapporter" in page(site, "/jamfor").xpath("//main//a/@href")


def test_amounts_have_both_quotes_and_pages_and_the_change(site: TestClient) -> None:
    shown = page(site, f"/jamfor/rapporter?fran={EARLIER}&till={LATER}")
    (href,) = shown.xpath("//tr[td[2]//a[normalize-space()='Resultat']]//a[normalize-space()='Jämför texten']/@href")
    table = page(site, href).xpath("//div[@aria-label='Belopp och tal']")[0]
    first = [text_of(cell) for cell in table.xpath(".//tbody/tr[1]/*")]
    assert first[0].startswith("nämndens nettokostnad")
    assert "452,1 mnkr 2022" in first[1].replace("\u2009", " ")
    assert "s. 10" in first[1]
    assert "480,4 mnkr 2023" in first[2]
    assert "452,1 → 480,4 mnkr" in first[3]
    assert "(+6,3 %)" in first[3]


def test_the_address_reopens_the_comparison(told: TestClient) -> None:
    (href,) = texts(told, "Uppdrag").xpath("//a[normalize-space()='Länk till den här jämförelsen']/@href")
    assert text_of(page(told, href).xpath("//h1")[0]) == "Uppdrag: 2021 mot 2022"


def test_what_is_gone_is_an_error_in_words(told: TestClient) -> None:
    assert "finns inte" in text_of(page(told, "/jamfor/avsnitt?fran=aaaaaaaaaaaa-1-s1&till=bbbbbbbbbbbb-1-s1", 404))
    assert "samma rapport" in text_of(page(told, "/jamfor/rapporter?fran=ar-2021.txt&till=ar-2021.txt", 422))
    assert told.get("/jamfor/avsnitt", follow_redirects=False).headers["location"] == "/jamfor/rapporter"


def test_reports_given_in_the_wrong_order_can_be_turned(told: TestClient) -> None:
    shown = pairs(told, "ar-2022.txt", "ar-2021.txt")
    (turn,) = shown.xpath("//p[@class='notice']/a/@href")
    assert text_of(page(told, turn).xpath("//h1")[0]).endswith("2021 mot 2022")


@pytest.mark.parametrize("width", [1280, 390])
def test_columns_stand_beside_each_other_or_below(
    browser: Browser, address: str, every_page: tuple[str, ...], width: int
) -> None:
    path = next(one for one in every_page if re.match(r"/jamfor/avsnitt\?fran=[0-9a-f]{12}-", one))
    with opened(browser, address, width=width, scripts=False) as shown:
        shown.goto(path)
        first = shown.locator(".texts .pair").first
        boxes = [one.bounding_box() for one in first.locator("> .side").all()]
        assert boxes[0] is not None
        assert boxes[1] is not None
        beside = boxes[1]["x"] > boxes[0]["x"] + boxes[0]["width"] - 1
        assert beside is (width == 1280)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        whose = first.locator(".whose").first
        assert (whose.bounding_box() or {"height": 0})["height"] > 5 or width == 1280
        expect(first.locator("del").first).to_have_css("text-decoration-line", "line-through")


def test_tables_keep_their_heads_and_stand_whole_on_both_sides(told: TestClient) -> None:
    shown = texts(told, "Uppdrag")
    tables = shown.xpath("//div[contains(@class, 'texts')]//table")
    assert [one.getparent().get("aria-label") for one in tables] == ["Tabell 1, 2021", "Tabell 1, 2022"]
    heads = [[text_of(cell) for cell in one.xpath("thead/tr/th")] for one in tables]
    assert heads == [["Grupp", "[borttaget: 2021]"], ["Grupp", "[tillagt: 2022]"]]
    assert [len(one.xpath("tbody/tr")) for one in tables] == [2, 2]


def test_it_is_counted_what_became_of_the_sentences(told: TestClient) -> None:
    (counted,) = texts(told, "Uppdrag").xpath("//p[@class='count-line']")
    # The caption, the row of the men, the long paragraph's six sentences and the item are the same.
    assert text_of(counted) == (
        "Meningar och tabellrader: 9 oförändrade, 3 ändrade, 1 flyttad, 1 flyttad till ett annat avsnitt."
    )
