"""Removing a report on the web: what goes is said, each draft that borrows is decided on, nothing is left."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html

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
