"""Bevakningar: a search is kept from its page, told what is new, marked as seen and removed, all by plain forms."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml import html as lxml_html

from api.knowledge import Knowledge
from corpus.saved_searches import SearchRequest
from corpus.settings import Settings
from corpus.store.saved_searches import MOST_SAVED
from ingest.pipeline import ingest
from tests.library import HERE, SCRIPT
from tests.web.markup import page, text_of
from web.app import create_app


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestClient]:
    """The site over a knowledge base of one report."""
    settings = Settings(data=tmp_path / "data", model="hash", jobs=1)
    Knowledge.open(settings, create=True).close()
    receive(settings, "gammal.txt", "Kvastbinderiet i byn band nio kvastar under året.")
    with TestClient(create_app(settings), base_url=HERE, raise_server_exceptions=False) as opened:
        yield opened


def receive(settings: Settings, name: str, text: str) -> None:
    path = settings.data.parent / name
    path.write_text(f"Rapport {name} från Region Norrbotten 2021\n\nInnehåll\n\n{text}\n", encoding="utf-8")
    with Knowledge.open(settings) as known:
        ingest([path], known.store, known.encoder, known.publisher, settings)


def submit(site: TestClient, form: lxml_html.HtmlElement, **changes: str) -> Response:
    """Send a form as a browser would, and go where it leads."""
    fields: dict[str, list[str]] = {}
    for field in form.xpath(".//input[@type='hidden']"):
        fields.setdefault(field.get("name"), []).append(field.get("value"))
    return site.post(form.get("action"), data={**fields, **changes})


def form_of(shown: lxml_html.HtmlElement, button: str) -> lxml_html.HtmlElement:
    return shown.xpath(f"//form[.//button[starts-with(normalize-space(), '{button}')]]")[0]


def settings_of(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", model="hash", jobs=1)


def test_nothing_is_watched_at_first(office: TestClient) -> None:
    shown = page(office, "/bevakningar")
    assert "Inget bevakas" in text_of(shown)
    assert shown.xpath("//nav//a[@aria-current='page']/@href") == ["/bevakningar"]


def test_a_search_is_watched_with_its_limits_from_its_page(office: TestClient) -> None:
    address = f"/?q=kvastbinderiet+i+Lule%C3%A5&fran=2019&utgivare=Region+Norrbotten&bortse={quote('place:Luleå')}"
    shown = page(office, address)
    answer = submit(office, form_of(shown, "Bevaka sökningen"))
    assert answer.history[0].status_code == 303
    listed = lxml_html.fromstring(answer.text)
    (watch,) = listed.xpath("//ul[@class='watches']/li")
    assert answer.history[0].headers["location"] == f"/bevakningar#{watch.get('id')}"
    assert "från 2019, Region Norrbotten" in text_of(watch)
    assert "Inget nytt sedan" in text_of(watch)
    again = page(office, watch.xpath(".//h2/a/@href")[0])
    assert again.xpath("//a[text()='Sökningen bevakas']/@href") == [f"/bevakningar#{watch.get('id')}"]
    assert not again.xpath("//button[text()='Bevaka sökningen']")


def test_what_is_new_is_listed_until_it_is_marked_as_seen(office: TestClient, tmp_path: Path) -> None:
    submit(office, form_of(page(office, "/?q=kvastbinderiet"), "Bevaka sökningen"))
    receive(settings_of(tmp_path), "ny.txt", "Kvastbinderiet flyttade till stan och band nittio kvastar.")
    shown = page(office, "/bevakningar")
    assert "1 av 1 bevakning har något nytt" in text_of(shown)
    (new,) = shown.xpath("//ul[@class='news']/li")
    assert text_of(new.xpath("./q")[0]) == "Kvastbinderiet flyttade till stan och band nittio kvastar."
    assert "Kvastbinderiet" in text_of(page(office, new.xpath("./a/@href")[0]).xpath("//mark[@id='markerat']")[0])
    seen = lxml_html.fromstring(submit(office, form_of(shown, "Märk som sedd")).text)
    assert "Inget nytt har kommit in" in text_of(seen)
    assert not seen.xpath("//button[starts-with(normalize-space(), 'Märk')]")


def test_what_came_in_after_the_page_was_shown_stays_new(office: TestClient, tmp_path: Path) -> None:
    submit(office, form_of(page(office, "/?q=kvastbinderiet"), "Bevaka sökningen"))
    receive(settings_of(tmp_path), "ny.txt", "Kvastbinderiet flyttade till stan och band nittio kvastar.")
    shown = page(office, "/bevakningar")
    receive(settings_of(tmp_path), "nyare.txt", "Kvastbinderiet fick i slutet av året ett tak av stickor.")
    seen = lxml_html.fromstring(submit(office, form_of(shown, "Märk som sedd")).text)
    assert [text_of(quoted) for quoted in seen.xpath("//ul[@class='news']/li/q")] == [
        "Kvastbinderiet fick i slutet av året ett tak av stickor."
    ]


def test_a_watch_is_removed(office: TestClient) -> None:
    submit(office, form_of(page(office, "/?q=kvastbinderiet"), "Bevaka sökningen"))
    form = form_of(page(office, "/bevakningar"), "Ta bort")
    assert "Inget bevakas" in text_of(lxml_html.fromstring(submit(office, form).text))
    again = submit(office, form)
    assert again.status_code == 404
    assert "Den kan vara borttagen" in text_of(lxml_html.fromstring(again.text))


def test_a_search_that_can_no_longer_be_asked_says_so(office: TestClient, tmp_path: Path) -> None:
    with Knowledge.open(settings_of(tmp_path)) as known:
        known.store.save_search(SearchRequest(query="kvastbinderiet", place="Atlantis"))
    receive(settings_of(tmp_path), "ny.txt", "Kvastbinderiet flyttade till stan.")
    (watch,) = page(office, "/bevakningar").xpath("//ul[@class='watches']/li")
    assert "går inte att söka efter längre" in text_of(watch)
    assert "Atlantis" in text_of(watch)
    assert form_of(watch, "Ta bort") is not None


def test_no_more_than_there_is_room_for(office: TestClient, tmp_path: Path) -> None:
    with Knowledge.open(settings_of(tmp_path)) as known:
        for number in range(MOST_SAVED):
            known.store.save_search(SearchRequest(query=f"fråga {number}"))
    answer = submit(office, form_of(page(office, "/?q=kvastbinderiet"), "Bevaka sökningen"))
    assert answer.status_code == 413
    assert f"Det finns redan {MOST_SAVED} bevakningar" in text_of(lxml_html.fromstring(answer.text))


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 422),
        ({"gor": "riv"}, 422),
        ({"gor": "spara", "q": ""}, 422),
        ({"gor": "spara", "q": "x" * 2000}, 422),
        ({"gor": "spara", "q": "a", "fran": "abc"}, 422),
        ({"gor": "sedd", "id": "finns-inte", "till": "1"}, 404),
        ({"gor": "sedd", "id": "finns-inte", "till": "9" * 99}, 422),
        ({"gor": "ta-bort", "id": "x" * 3000}, 404),
    ],
)
def test_a_form_that_makes_no_sense_is_told_so(site: TestClient, fields: dict[str, str], status: int) -> None:
    answer = site.post("/bevakningar", data=fields)
    assert answer.status_code == status
    assert lxml_html.fromstring(answer.text).xpath("//h1")


def test_another_site_cannot_make_one(site: TestClient) -> None:
    answer = site.post("/bevakningar", data={"gor": "spara", "q": "a"}, headers={"Origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_query_is_never_run(office: TestClient) -> None:
    submit(office, form_of(page(office, f"/?q={quote(SCRIPT)}"), "Bevaka sökningen"))
    answer = office.get("/bevakningar")
    assert SCRIPT not in answer.text
    assert SCRIPT in text_of(lxml_html.fromstring(answer.text))
