"""The pages as they are served: what they say in each state, that all is escaped, and that no link leads nowhere."""

import html
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html

from api.guard import SECURITY_HEADERS
from corpus.settings import Settings
from tests.library import AWKWARD, BROKEN, HERE, LIVE, SCRIPT, TWIN
from tests.web.markup import page, text_of
from web.app import create_app

QUESTION = "bredband Övertorneå"
INTERIM = "norrbotten-delarsrapport-april-2021.pdf"
#: Pages that a reader may come to, and more links than any of them has.
CRAWLED = 60


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The site over a knowledge base without reports."""
    settings = Settings(data=tmp_path_factory.mktemp("empty"), model="hash")
    with TestClient(create_app(settings), base_url=HERE) as opened:
        yield opened


def test_the_first_page_is_the_search(site: TestClient) -> None:
    first = page(site, "/")
    assert first.xpath("//form[@role='search']//input[@name='q'][@autofocus]")
    assert "9 rapporter" in text_of(first)
    assert [link.get("href") for link in first.xpath("//nav//a[@aria-current='page']")] == ["/"]


def test_a_hit_has_its_words_marked_its_place_and_its_citation(site: TestClient) -> None:
    first = page(site, f"/?q={quote(QUESTION)}").xpath("//li[@class='hit']")[0]
    assert {mark.text for mark in first.xpath(".//mark")} <= {"Övertorneå", "bredband"}
    assert text_of(first.xpath(".//*[@class='where']")[0]).endswith("s. 6")
    citation = text_of(first.xpath(".//cite")[0])
    assert citation.startswith("Region Norrbotten (2021). Delårsrapport")
    assert first.xpath(".//button/@data-copy") == [citation]
    assert "55" in text_of(first)


def test_the_words_of_a_hit_are_marked_in_its_report(site: TestClient) -> None:
    found = page(site, f"/?q={quote('Lägst är andelen i Övertorneå')}")
    hit = next(hit for hit in found.xpath("//li[@class='hit']") if "Lägst" in text_of(hit))
    quoted = text_of(hit.xpath(".//*[@class='quote']")[0])
    report = page(site, hit.xpath(".//h2/a/@href")[0])
    assert text_of(report.xpath("//mark[@id='markerat']")[0]) == quoted
    picture = report.xpath("//figure//img/@src")[0]
    assert site.get(picture).headers["content-type"] == "image/png"


def test_a_quoted_table_row_is_marked_in_its_report(site: TestClient) -> None:
    hit = page(site, f"/?q={quote(QUESTION)}").xpath("//li[@class='hit'][.//tr[@class='marked']]")[0]
    row = [text_of(cell) for cell in hit.xpath(".//tr[@class='marked'][1]/td")]
    report = page(site, hit.xpath(".//h2/a/@href")[0])
    assert [text_of(cell) for cell in report.xpath("//tr[@id='markerat']/td")] == row


@pytest.mark.parametrize(
    "path", [f"/?q={quote(SCRIPT)}", f"/?q=a&utgivare={quote(SCRIPT)}", f"/?q=a&fran={quote(SCRIPT)}"]
)
def test_a_question_is_never_run(site: TestClient, path: str) -> None:
    answer = site.get(path)
    assert SCRIPT not in answer.text
    assert html.escape(SCRIPT) in answer.text


@pytest.mark.parametrize("path", ["/?q=kvastbinderiet", f"/rapporter/{quote(AWKWARD)}", "/rapporter"])
def test_a_report_s_text_is_never_run(site: TestClient, path: str) -> None:
    answer = site.get(path)
    shown = lxml_html.fromstring(answer.text)
    assert answer.status_code == 200
    assert "kvast" in text_of(shown).lower()
    assert [script.get("src") for script in shown.iter("script")] == ["/static/site.js"]
    assert {image.get("src").split("?")[0] for image in shown.iter("img")} == {"/static/rings.svg"}
    assert not shown.xpath("//@onerror")
    assert not list(shown.iter("b", "i"))


def test_no_style_or_script_stands_in_a_page(site: TestClient) -> None:
    for path in ("/", f"/?q={quote(QUESTION)}", "/rapporter", f"/rapporter/{INTERIM}", "/nothing"):
        shown = lxml_html.fromstring(site.get(path).text)
        assert not shown.xpath("//@style | //style | //@*[starts-with(name(), 'on')] | //script[not(@src)]"), path


def test_an_unsure_answer_says_so_and_holds_back(site: TestClient) -> None:
    shown = page(site, f"/?q={quote('hemliga ubåtar utanför Mallorca')}")
    assert "Inget säkert svar" in text_of(shown)
    assert len(shown.xpath("//main//div[@class='found']/ol/li")) == 3


def test_no_hit_within_limits_offers_to_search_without(site: TestClient) -> None:
    shown = page(site, "/?q=bredband&fran=1990&till=1991")
    assert "Inga träffar" in text_of(shown)
    assert shown.xpath("//main//a[text()='Sök utan begränsning']/@href") == ["/?q=bredband"]
    assert text_of(shown.xpath("//details[@class='limits']/summary")[0]) == "Begränsat till 1990–1991"


def test_a_misspelling_is_offered_its_spelling(site: TestClient) -> None:
    shown = page(site, "/?q=bredbannd&slag=interim_report")
    assert shown.xpath("//main//p[starts-with(normalize-space(), 'Menade du')]/a/@href") == [
        "/?q=bredband&slag=interim_report"
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f"/?q={'a' * 1500}", "för lång"),
        ("/?q=a&fran=abc", "”abc”"),
        ("/?q=a&plats=Atlantis", "”Atlantis”"),
        ("/?q=a&slag=roman", "”roman”"),
        ("/?fran=2017", "Frågan är tom"),
    ],
)
def test_a_question_that_cannot_be_asked_is_said_on_the_page(site: TestClient, path: str, said: str) -> None:
    shown = page(site, path, status=422)
    assert said in text_of(shown.xpath("//*[@role='alert']")[0])
    assert shown.xpath("//form[@role='search']")


def test_years_may_be_written_in_either_order(site: TestClient) -> None:
    assert page(site, "/?q=bredband&fran=2021&till=2017").xpath("//li[@class='hit']")


def test_empty_fields_leave_the_address(site: TestClient) -> None:
    answer = site.get("/?q=bredband&fran=2017&till=&utgivare=&slag=&plats=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=bredband&fran=2017")


@pytest.mark.parametrize("wanted", ["0", "-5", "abc", "9" * 400, "99999999"])
def test_a_senseless_number_of_hits_is_overlooked(site: TestClient, wanted: str) -> None:
    assert 10 <= len(page(site, f"/?q=region&antal={wanted}").xpath("//li[@class='hit']")) <= 100


def test_more_hits_can_be_asked_for(site: TestClient) -> None:
    more = page(site, "/?q=region").xpath("//a[text()='Visa fler träffar']/@href")[0]
    assert more == "/?q=region&antal=20#traff-11"
    assert 11 <= len(page(site, more).xpath("//li[@class='hit']")) <= 20


def test_the_list_shows_reports_newest_first_and_what_failed(site: TestClient) -> None:
    shown = page(site, "/rapporter")
    assert len(shown.xpath("//tbody/tr")) == 9
    years = [int(period[-4:]) for period in map(text_of, shown.xpath("//tbody/tr/td[2]")) if period != "–"]
    assert years == sorted(years, reverse=True)
    assert text_of(shown.xpath("//h2[@id='misslyckade']/following-sibling::ul[1]/li")[0]).startswith(BROKEN)


def test_every_project_in_the_list_has_its_page_which_tells_of_each_report_once(site: TestClient) -> None:
    listed = page(site, "/projekt").xpath("//tbody/tr/th/a/@href")
    assert len(listed) > 20
    for address in listed:
        told = [text_of(title) for title in page(site, address).xpath("//ol[@class='said']//h3")]
        assert told, address
        assert len(told) == len(set(told)), address


def test_a_format_without_pages_has_no_picture(site: TestClient) -> None:
    shown = page(site, f"/rapporter/{LIVE}")
    assert not shown.xpath("//figure")
    assert "nitton sekundmeter" in text_of(page(site, "/?q=vindmätaren"))


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "Det finns inget på den här adressen"),
        ("/rapporter/finns-inte", 404, "”finns-inte”"),
        (f"/rapporter/{quote('<script>')}", 404, "Det finns ingen rapport ”<script>”"),
        (f"/rapporter/{TWIN}", 409, "Flera rapporter"),
        (f"/rapporter/{INTERIM}?sida=13", 404, "ingen sida 13"),
        (f"/rapporter/{INTERIM}?sida=x", 404, "Länken är skadad"),
        (f"/rapporter/{INTERIM}?sida={'9' * 300}", 404, "Länken är skadad"),
        (f"/rapporter/{INTERIM}?version=7", 404, "version 7"),
        (f"/rapporter/{INTERIM}?avsnitt=finns-inte", 404, "finns inte"),
        (f"/rapporter/{INTERIM}?stycke={'x' * 3000}", 404, "finns inte"),
        ("/static/../app.py", 404, "Det finns inget"),
        ("/static/%2e%2e/app.py", 404, "Det finns inget"),
    ],
)
def test_an_error_is_a_page_in_words(site: TestClient, path: str, status: int, said: str) -> None:
    answer = site.get(path)
    shown = lxml_html.fromstring(answer.text)
    assert answer.status_code == status
    assert said in text_of(shown)
    assert "<script>" not in answer.text
    assert shown.xpath("//h1")
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == dict(SECURITY_HEADERS)


def test_reports_that_share_a_name_are_there_to_choose_from(site: TestClient) -> None:
    shown = lxml_html.fromstring(site.get(f"/rapporter/{TWIN}").text)
    chosen = [site.get(href).status_code for href in shown.xpath("//main//li/a/@href")]
    assert [text_of(one) for one in shown.xpath("//main//li/a")] == [
        "Protokoll ett från nämnden",
        "Protokoll två från nämnden",
    ]
    assert chosen == [200, 200]


def test_only_reading_is_possible(site: TestClient) -> None:
    assert site.post("/siffror").status_code == 405


def test_another_host_name_gets_nothing(site: TestClient) -> None:
    assert site.get("/", headers={"Host": "attacker.example"}).status_code == 400


def test_an_empty_knowledge_base_says_how_to_fill_it(empty: TestClient) -> None:
    for path in ("/", "/?q=bredband", "/rapporter"):
        assert "arsringar ingest" in text_of(page(empty, path)), path


def test_the_api_stands_under_the_site(site: TestClient) -> None:
    assert site.get("/api/v1/health").json()["status"] == "ok"
    missing = site.get("/api/v1/nothing")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")


def test_no_link_leads_nowhere_or_elsewhere(site: TestClient) -> None:
    """Every address and anchor that the pages name, from the first page on, is there and on this server."""
    waiting = deque(["/", f"/?q={quote(QUESTION)}", "/?q=kvastbinderiet", "/?q=atombomber+p%C3%A5+Mallorca"])
    seen: dict[str, set[str]] = {}
    anchors: set[tuple[str, str]] = set()
    while waiting and len(seen) < CRAWLED:
        address = waiting.popleft()
        if address in seen:
            continue
        answer = site.get(address)
        assert answer.status_code == 200, address
        seen[address] = set()
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        shown = lxml_html.fromstring(answer.text)
        seen[address] = set(shown.xpath("//@id"))
        assert len(seen[address]) == len(shown.xpath("//@id")), f"an id stands twice at {address}"
        for target in shown.xpath("//@href | //@src | //@action"):
            assert not urlsplit(target).netloc, target
            found, anchor = urldefrag(target)
            waiting.append(found or address)
            anchors.add((found or address, anchor))
    lost = {(at, anchor) for at, anchor in anchors if anchor and seen.get(at) and anchor not in seen[at]}
    assert lost == set()


def test_styles_and_scripts_are_small_and_ask_for_nothing_elsewhere(root: Path) -> None:
    files = [file for file in (root / "web" / "static").iterdir() if file.suffix in (".css", ".js")]
    assert len(files) >= 2
    assert sum(file.stat().st_size for file in files) < 60_000
    for file in files:
        assert not re.search(r"url\(|@import|https?:|[\"']//\w", file.read_text(encoding="utf-8")), file.name


COLOURS = [
    ("ink", "paper"),
    ("soft", "paper"),
    ("soft", "sheet"),
    ("pine", "paper"),
    ("pine", "sheet"),
    ("pine-dark", "pine-pale"),
    ("sheet", "pine"),
    ("sheet", "pine-dark"),
    ("ink", "pine-pale"),
    ("ink", "mark"),
    ("ink", "warn-pale"),
    ("warn", "sheet"),
]


@pytest.mark.parametrize(("front", "back"), COLOURS)
def test_text_stands_out_from_its_ground(root: Path, front: str, back: str) -> None:
    """WCAG 2.1, 1.4.3: at least 4.5 to 1."""
    sheet = (root / "web" / "static" / "site.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet))
    lighter, darker = sorted((luminance(colours[front]), luminance(colours[back])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
