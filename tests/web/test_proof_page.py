"""Underlag in a real browser, opened as the file that somebody was sent; and where the site offers it."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from playwright.sync_api import Browser

from tests.web.markup import page, text_of
from tests.web.walk import rules

SEEN = "() => [...document.images].map(image => [image.complete, image.naturalWidth, image.alt])"
FILTERS = {
    "amne": "bredband & fiber",
    "fran": "2020",
    "till": "2021",
    "utgivare": "Region Norrbotten",
    "slag": "interim_report",
    "plats": "Luleå",
    "ordna": "plats",
}


@pytest.fixture(scope="module")
def sent(site: TestClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the page of a comparison offers, saved somewhere."""
    (href,) = page(site, "/jamfor?amne=bredband").xpath("//a[text()='Underlag']/@href")
    file = tmp_path_factory.mktemp("sent") / "underlag.html"
    file.write_bytes(site.get(href).content)
    return file


@pytest.mark.parametrize("width", [320, 1280])
def test_the_file_opens_by_itself_and_shows_its_pictures(browser: Browser, sent: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: said.append(message.text))
    context.set_offline(True)
    opened = context.new_page()
    opened.goto(sent.as_uri())
    pictures = opened.evaluate(SEEN)
    assert len(pictures) >= 15
    assert all(complete and wide > 100 and alt for complete, wide, alt in pictures)
    assert [url for url in asked if url != sent.as_uri() and not url.startswith("data:")] == []
    assert opened.evaluate("getComputedStyle(document.querySelector('blockquote')).borderLeftWidth") == "4px"
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    assert rules(opened) == []
    opened.emulate_media(media="print")
    assert opened.evaluate("getComputedStyle(document.querySelector('.skip')).display") == "none"
    context.close()


def test_its_address_reopens_exactly_the_comparison(site: TestClient) -> None:
    """Each limit stands in the page's address, in that of the file, and in that which the file tells."""
    shown = site.get("/jamfor", params=FILTERS)
    made = html.fromstring(shown.text)
    own, *downloads = made.xpath("//p[@class='tools']/a/@href")[:4]
    assert {name: values[0] for name, values in parse_qs(urlsplit(own).query).items()} == FILTERS
    assert html.fromstring(site.get(own).text).xpath("string(//main)") == made.xpath("string(//main)")
    told = html.fromstring(site.get(downloads[0]).text)
    (back,) = told.xpath("//dt[text()='I Årsringar']/following-sibling::dd[1]/a/@href")
    assert unquote(urlsplit(back).query) == unquote(urlsplit(own).query)
    shape = site.get(told.xpath("//dt[text()='Över HTTP']/following-sibling::dd[1]/a/@href")[0]).json()
    quotes = [text_of(one) for one in made.xpath("//ul[@class='points']/li/q")]
    wanted = [" ".join(p["quote"].replace("\t", " · ").split()) for row in shape["rows"] for p in row["points"]]
    assert quotes == wanted
    assert quotes


@pytest.mark.parametrize(
    ("asked", "told", "words"),
    [
        ({"fran": "2021"}, "fran=2021", "från och med 2021"),
        ({"till": "2022"}, "till=2022", "till och med 2022"),
        ({}, "", "alla"),
    ],
)
def test_one_year_alone_is_reopened_alone(site: TestClient, asked: dict[str, str], told: str, words: str) -> None:
    made = html.fromstring(site.get("/jamfor", params={"amne": "kultur", **asked}).text)
    proof = html.fromstring(site.get(made.xpath("//a[text()='Underlag']/@href")[0]).text)
    (back,) = proof.xpath("//dt[text()='I Årsringar']/following-sibling::dd[1]/a/@href")
    assert urlsplit(back).query == "&".join(filter(None, ("amne=kultur", told)))
    assert proof.xpath("string(//dt[text()='Rapporternas år']/following-sibling::dd[1])") == words


def test_a_publisher_that_is_asked_for_by_a_part_of_its_name_stays_chosen(site: TestClient) -> None:
    made = html.fromstring(site.get("/jamfor", params={"amne": "kultur", "utgivare": "Ljung"}).text)
    assert made.xpath("//select[@id='utgivare']/option[@selected]/text()") == ["Ljung"]


@pytest.mark.parametrize(("path", "some"), [("/siffror", "figures"), ("/ataganden", "commitments")])
def test_each_row_offers_its_proof(site: TestClient, path: str, some: str) -> None:
    rows = page(site, path).xpath("//tbody/tr[.//a[text()='Rätta']]")
    offered = [row.xpath(".//a[text()='Underlag']/@href") for row in rows]
    assert offered
    assert all(len(href) == 1 and href[0].startswith(f"/api/v1/{some}/") for href in offered)
    proof = html.fromstring(site.get(offered[0][0]).text)
    (back,) = proof.xpath("//dt[text()='I Årsringar']/following-sibling::dd[1]/a/@href")
    assert site.get(back.partition("#")[0]).status_code == 200
    correcting = page(site, rows[0].xpath(".//a[text()='Rätta']/@href")[0])
    assert correcting.xpath("//a[text()='Underlag']/@href") == offered[0]


def test_projects_offer_none(site: TestClient) -> None:
    assert page(site, "/projekt").xpath("//a[text()='Underlag']") == []
