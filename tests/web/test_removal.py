"""Removing a report on the web: what goes is said, each draft that borrows is decided on, nothing is left."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html

from api.knowledge import Knowledge
from corpus.drafts import Block, Draft, Heading, Origin
from corpus.model import Period
from corpus.settings import Settings
from corpus.store import Store
from tests.library import HERE
from tests.web.pages import INTERIM, REPORT
from web.app import create_app

REMOVE = f"{REPORT}/ta-bort"
WORDS = "Över 80 procent av hushållen"


@pytest.fixture
def settings(knowledge_base: Settings, tmp_path: Path) -> Settings:
    """A copy of the library, which may be changed."""
    shutil.copytree(knowledge_base.data, tmp_path / "data")
    return replace(knowledge_base, data=tmp_path / "data")


@pytest.fixture
def drafts(settings: Settings) -> list[str]:
    """Two drafts that borrow from the interim report, and one that does not."""
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    with Store.open(settings.data) as store:
        report = store.resolve(INTERIM)
        origin = Origin(report, 1, None, 3, "Region Norrbotten (2021), s. 3", WORDS, WORDS)
        blocks = (Block("b1", "stretch", WORDS, origin=origin), Block("b2", "text", "Egna ord."))
        held = [("Ett", blocks), ("Två", blocks), ("Tre", blocks[1:])]
        return [store.begin_draft(Draft(title, year, (Heading("h1", "A", blocks=its),))).id for title, its in held]


@pytest.fixture
def site(settings: Settings, drafts: list[str]) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url=HERE) as opened:
        yield opened


def text_of(page: str) -> str:
    return " ".join(lxml_html.fromstring(page).text_content().split())


def test_what_borrows_is_listed_and_must_be_decided_on(site: TestClient, drafts: list[str], settings: Settings) -> None:
    shown = site.get(REMOVE).text
    legends = [" ".join(one.text_content().split()) for one in lxml_html.fromstring(shown).xpath("//legend")]
    assert sorted(legends) == ["Ett, 1 stycke", "Två, 1 stycke"]
    for fields in ({}, {f"utkast-{drafts[0]}": "glom"}, {f"utkast-{one}": "annat" for one in drafts}):
        answer = site.post(REMOVE, data={"gor": "ta-bort", **fields})
        assert answer.status_code == 422
        assert "Välj för varje utkast" in text_of(answer.text)
    assert site.post(REMOVE, data={f"utkast-{one}": "glom" for one in drafts}).status_code == 422
    with Store.open(settings.data) as store:
        assert store.resolve(INTERIM)


def test_a_report_goes_with_what_was_borrowed_where_that_is_said(
    site: TestClient, drafts: list[str], settings: Settings
) -> None:
    assert "Delårsrapport januari–april 2021" in text_of(site.get("/?q=bredband+Övertorneå").text)
    choices = {f"utkast-{drafts[0]}": "behall", f"utkast-{drafts[1]}": "glom"}
    answer = site.post(REMOVE, data={"gor": "ta-bort", **choices})
    assert (answer.status_code, answer.url.path) == (200, "/rapporter")
    assert "Delårsrapport januari–april 2021" not in text_of(answer.text)
    assert site.get(REPORT).status_code == 404
    assert "Delårsrapport januari–april 2021" not in text_of(site.get("/?q=bredband+Övertorneå").text)
    with Store.open(settings.data) as store:
        texts = [[block.text for _, block in store.draft(one).draft.blocks()] for one in drafts]
        assert texts == [[WORDS, "Egna ord."], ["Egna ord."], ["Egna ord."]]
        assert len(store.blocked()) == 1


def test_links_made_by_hand_are_listed_and_decided_on(site: TestClient, settings: Settings, drafts: list[str]) -> None:
    with Knowledge.open(settings) as knowledge:
        report = knowledge.store.resolve(INTERIM)
        events = [event for thread in knowledge.comparer.compare("bredband").threads for event in thread.events]
        ours = next(event for event in events if event.report.id == report)
        other = next(event for event in events if event.report.id != report and event.fact_id)
        for event in (ours.key, "0" * 16):
            knowledge.store.judge_link(other.key, event, report, "same", other.report.id)
    shown = lxml_html.fromstring(site.get(REMOVE).text)
    links = shown.xpath("//fieldset[.//input[starts-with(@name, 'lank-')]]")
    assert len(links) == 2
    said = " ".join(" ".join(one.text_content().split()) for one in links)
    for quote in (other.quote, ours.quote, "Står inte längre i rapporten."):
        assert " ".join(quote.split()) in said.replace(" · ", " ")
    assert other.report.file in said
    assert INTERIM in said
    fields = [one.xpath(".//input/@name")[0] for one in links]
    choices = {"gor": "ta-bort", **{f"utkast-{one}": "behall" for one in drafts}}
    for incomplete in ({}, {fields[0]: "behall"}, dict.fromkeys(fields, "annat")):
        answer = site.post(REMOVE, data={**choices, **incomplete})
        assert answer.status_code == 422
        assert "Välj för varje länk" in text_of(answer.text)
    answer = site.post(REMOVE, data={**choices, fields[0]: "behall", fields[1]: "glom"})
    assert answer.url.path == "/rapporter"
    with Store.open(settings.data) as store:
        assert [f"lank-{link.anchor}-{link.event}" for link in store.hand_links()] == [fields[0]]


def test_over_http_everything_is_decided_on_too(site: TestClient, settings: Settings, drafts: list[str]) -> None:
    with Knowledge.open(settings) as knowledge:
        report = knowledge.store.resolve(INTERIM)
        thread = next(
            one for one in knowledge.comparer.compare("bredband").threads if one.events[0].report.id == report
        )
        knowledge.store.judge_link(thread.id, "0" * 16, report, "apart", report)
    (link,) = site.get(f"/api/v1/reports/{INTERIM}/links").json()["links"]
    assert (link["id"], link["verdict"]) == (f"{thread.id}-{'0' * 16}", "apart")
    assert link["anchor"]["file"] == INTERIM
    assert link["anchor"]["words"]
    assert link["event"] == {"words": None, "file": INTERIM}
    address = f"/api/v1/reports/{INTERIM}/removal"
    borrowing = {drafts[0]: "keep", drafts[1]: "forget"}
    for body in ({}, {"drafts": borrowing}, {"links": {link["id"]: "keep"}}, {"drafts": {drafts[0]: "nja"}}):
        answer = site.post(address, json=body)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "usage")
    done = site.post(address, json={"drafts": borrowing, "links": {link["id"]: "forget"}}).json()
    assert [one["file"] for one in done["removed"]] == [INTERIM]
    assert {one["id"]: one["choice"] for one in done["drafts"]} == borrowing
    assert done["links"] == [{"id": link["id"], "choice": "forget"}]
    assert site.get(f"/api/v1/reports/{INTERIM}").status_code == 404
    with Store.open(settings.data) as store:
        assert store.hand_links() == []
        assert len(list(store.draft(drafts[1]).draft.blocks())) == 1


def test_while_another_writes_it_stays(site: TestClient, drafts: list[str], settings: Settings) -> None:
    choices = {f"utkast-{one}": "glom" for one in drafts}
    with Store.open(settings.data) as other, other.writing("arsringar ingest"):
        answer = site.post(REMOVE, data={"gor": "ta-bort", **choices})
    assert answer.status_code == 409
    assert "”arsringar ingest”" in text_of(answer.text)
    with Store.open(settings.data) as store:
        assert [len(list(store.draft(one).draft.blocks())) for one in drafts] == [2, 2, 1]
        assert store.resolve(INTERIM)


def test_another_site_cannot_remove(site: TestClient) -> None:
    answer = site.post(REMOVE, data={"gor": "ta-bort"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
