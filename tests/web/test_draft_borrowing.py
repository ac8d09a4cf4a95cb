"""From a hit and from a section into a draft: by forms alone, by keyboard, with and without drafts to put it in."""

import shutil
from dataclasses import replace
from urllib.parse import quote, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml import html as lxml_html
from playwright.sync_api import Browser

from api.knowledge import Knowledge
from corpus.settings import Settings
from corpus.store import Store, StoredDraft
from tests.library import HERE
from tests.web.browsing import opened
from tests.web.conftest import serving
from tests.web.markup import page, text_of
from tests.web.test_draft_browser import stop_at
from web.app import create_app

ASKED = "Lägst är andelen i Övertorneå"
SEARCH = f"/?q={quote(ASKED)}"
SAID = (
    "Lägst är andelen i Övertorneå, där 55 procent av hushållen har snabbt bredband, och högst i Luleå med 88 procent."
)
UNDER = "Framgångsfaktor: Infrastruktur som möter morgondagens behov"
CITED = "Region Norrbotten (2021). Delårsrapport"


@pytest.fixture(scope="module")
def written(knowledge_base: Settings, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The site over a copy of the library, which may be written."""
    folder = tmp_path_factory.mktemp("borrowing") / "data"
    shutil.copytree(knowledge_base.data, folder)
    return create_app(replace(knowledge_base, data=folder))


@pytest.fixture
def app(written: FastAPI) -> FastAPI:
    """The site without any draft."""
    store: Store = written.state.knowledge.store
    for stored in store.drafts():
        store.delete_draft(stored.id, stored.version)
    return written


@pytest.fixture
def site(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


def drafts(site: TestClient) -> list[StoredDraft]:
    knowledge: Knowledge = site.app.state.knowledge  # type: ignore[attr-defined]  # the client knows any application
    return knowledge.store.drafts()


def form_of_the_first_hit(site: TestClient) -> lxml_html.HtmlElement:
    hit = page(site, SEARCH).xpath("//li[@class='hit']")[0]
    (href,) = [one.get("href") for one in hit.xpath(".//a") if text_of(one) == "Använd i utkast: träff 1"]
    return page(site, href)


def send(site: TestClient, shown: lxml_html.HtmlElement, status: int = 200, /, **changed: str) -> lxml_html.HtmlElement:
    """Send the form as it stands, some fields changed before."""
    (form,) = shown.xpath("//form[@method='post']")
    fields = {name: value for name, value in form.fields.items() if value is not None}
    answer = site.post(form.get("action"), data={**fields, **changed})
    assert answer.status_code == status, answer.text
    return lxml_html.fromstring(answer.text)


def test_a_hit_begins_a_draft_where_there_is_none(site: TestClient) -> None:
    shown = form_of_the_first_hit(site)
    assert "Det finns inga utkast än." in text_of(shown)
    assert not shown.xpath("//select")
    assert shown.xpath("//input[@name='mal'][@checked]/@value") == ["nytt"]
    assert shown.xpath("//input[@name='ar']/@value") == ["2024"]
    assert CITED in text_of(shown.xpath("//cite")[0])
    send(site, shown, ar="2025", titel="Bokslut")
    (stored,) = drafts(site)
    (heading,) = stored.draft.headings
    (block,) = heading.blocks
    assert (stored.draft.title, stored.draft.period.text, heading.title) == ("Bokslut", "2025", UNDER)
    assert block.text == SAID
    assert block.origin is not None
    assert block.origin.citation.startswith(CITED)


def test_a_hit_is_put_under_a_heading_of_a_draft_after_what_stands_there(site: TestClient) -> None:
    first = send(site, form_of_the_first_hit(site))
    assert first.xpath("//*[@id='b1']")
    shown = form_of_the_first_hit(site)
    assert shown.xpath("//input[@name='mal'][@checked]/@value") == ["finns"]
    assert [text_of(one) for one in shown.xpath("//option")] == [UNDER, f"Ny rubrik sist: {UNDER}"]
    assert [text_of(one) for one in shown.xpath("//option[@selected]")] == [UNDER]
    whole = shown.xpath("//input[starts-with(@value, 'passage:')]/@value")[0]
    send(site, shown, vad=whole)
    (stored,) = drafts(site)
    sentence, passage = stored.draft.headings[0].blocks
    assert sentence.text in passage.text
    assert len(passage.text) > len(sentence.text)
    send(site, shown, plats=f"{stored.id}:")
    assert [heading.title for heading in drafts(site)[0].draft.headings] == [UNDER, UNDER]


def test_a_section_is_put_in_with_its_tables_or_its_text_alone(site: TestClient) -> None:
    report = page(site, "/rapporter/arsredovisning-2023.txt")
    (href,) = [one.get("href") for one in report.xpath("//nav//a") if text_of(one) == "Bredband"]
    section = page(site, href)
    (href,) = [one.get("href") for one in section.xpath("//a") if text_of(one) == "Använd avsnittet i utkast"]
    shown = page(site, href)
    names = [text_of(one) for one in shown.xpath("//fieldset[1]//div[@class='ground']/label")]
    assert names == ["Hela avsnittet", "Bara avsnittets text"]
    send(site, shown)
    assert [block.kind for block in drafts(site)[0].draft.headings[0].blocks] == ["stretch", "rows"]


def test_a_report_s_page_leads_to_a_draft_from_its_headings(site: TestClient) -> None:
    report = page(site, "/rapporter/arsredovisning-2023.txt")
    (href,) = [one.get("href") for one in report.xpath("//a") if text_of(one) == "Börja ett utkast från rubrikerna"]
    shown = page(site, href)
    assert shown.xpath("//input[@id='grund-rapport'][@checked]")
    assert [text_of(one) for one in shown.xpath("//option[@selected]")] == ["Årsredovisning 2023, Region Ljungmark"]


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({"mal": "nytt", "ar": "tjugo"}, 422, "Skriv vilket år"),
        ({"mal": "finns", "plats": ""}, 422, "Välj vilket utkast"),
        ({"mal": "finns", "plats": "ffffffffffff:h1"}, 404, "Utkastet finns inte"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_chosen_stays(
    site: TestClient, changed: dict[str, str], status: int, said: str
) -> None:
    shown = form_of_the_first_hit(site)
    whole = shown.xpath("//input[starts-with(@value, 'passage:')]/@value")[0]
    again = send(site, shown, status, vad=whole, titel="Min titel", **changed)
    assert said in text_of(again.xpath("//*[@role='alert']")[0])
    assert again.xpath("//input[@name='vad'][@checked]/@value") == [whole]
    assert len(again.xpath("//input[@name='vad']")) == 2
    assert again.xpath("//input[@name='titel']/@value") == ["Min titel"]
    assert drafts(site) == []


@pytest.mark.parametrize(
    ("named", "status", "said"),
    [
        ("", 422, "Inget är valt att lägga in"),
        ("roman:1", 422, "”roman:1” är inget som går att låna"),
        ("passage:ffffffffffff-1-p1", 404, "finns inte"),
    ],
)
def test_what_is_not_there_cannot_be_borrowed(site: TestClient, named: str, status: int, said: str) -> None:
    assert said in text_of(page(site, f"/utkast/lana?vad={named}", status))
    assert site.post("/utkast/lana", data={"vad": named, "mal": "nytt", "ar": "2025"}).status_code == status


def test_another_save_meanwhile_writes_nothing_over(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    send(site, form_of_the_first_hit(site))
    shown = form_of_the_first_hit(site)
    store = site.app.state.knowledge.store  # type: ignore[attr-defined]  # the client knows any application
    save, looked = store.save_draft, store.draft

    def draft_then_somebody_else(draft_id: str) -> StoredDraft:
        monkeypatch.undo()
        seen = looked(draft_id)
        save(draft_id, replace(seen.draft, title="Annas titel"), seen.version)
        return seen  # type: ignore[no-any-return]  # as the store's own

    monkeypatch.setattr(store, "draft", draft_then_somebody_else)
    send(site, shown)
    (stored,) = drafts(site)
    assert stored.draft.title == "Annas titel"
    assert len(stored.draft.headings[0].blocks) == 2


def test_a_hit_is_put_into_a_draft_by_keyboard_alone_without_scripts(browser: Browser, app: FastAPI) -> None:
    with serving(app) as address, opened(browser, address, scripts=False) as shown:
        for blocks in (1, 2):
            shown.goto(SEARCH)
            stop_at(shown, "Använd i utkast")
            with shown.expect_navigation():
                shown.keyboard.press("Enter")
            stop_at(shown, "Lägg in i utkastet")
            with shown.expect_navigation():
                shown.keyboard.press("Enter")
            assert urlsplit(shown.url).fragment == f"b{blocks}"
            assert shown.locator(".block").count() == blocks
