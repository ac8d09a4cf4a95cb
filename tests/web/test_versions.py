"""A report that has been replaced: its old links open the old words, and say that they are old."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html

from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.library import HERE
from web.app import create_app

OLD = "Länet har nio bibliotek enligt den första räkningen."
NEW = "Länet har tio bibliotek enligt den andra räkningen."


@pytest.fixture(scope="module")
def replaced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, str]]:
    """The site, and the link to the old version's hit as it was before the new version came."""
    folder = tmp_path_factory.mktemp("versions")
    file: Path = folder / "bibliotek.txt"
    settings = Settings(data=folder / "data", model="hash", jobs=1)

    def take_in(text: str) -> None:
        file.write_text(f"Biblioteken 2020\n\n{text}\n", encoding="utf-8")
        with Knowledge.open(settings, create=True) as knowledge:
            ingest([file], knowledge.store, knowledge.encoder, knowledge.publisher, settings)

    take_in(OLD)
    with TestClient(create_app(settings), base_url=HERE) as site:
        before = lxml_html.fromstring(site.get("/?q=räkningen").text).xpath("//li[@class='hit']//h2/a/@href")[0]
        take_in(NEW)
        yield site, before


def test_the_new_version_is_found_while_the_server_runs(replaced: tuple[TestClient, str]) -> None:
    site, _ = replaced
    found = site.get("/?q=räkningen").text
    assert "tio" in found
    assert "nio" not in found


def test_an_old_link_opens_its_own_words(replaced: tuple[TestClient, str]) -> None:
    site, before = replaced
    shown = lxml_html.fromstring(site.get(before).text)
    assert shown.xpath("//mark[@id='markerat']")[0].text_content() == OLD
    notice = shown.xpath("//*[contains(@class, 'warn')]")[0]
    assert "ersatt version" in notice.text_content()
    current = lxml_html.fromstring(site.get(notice.xpath(".//a/@href")[0]).text)
    assert NEW in current.text_content()


def test_an_old_version_keeps_its_own_file_and_links(replaced: tuple[TestClient, str]) -> None:
    site, before = replaced
    shown = lxml_html.fromstring(site.get(before).text)
    original = shown.xpath("//dl[@class='facts']//a/@href")[0]
    assert OLD in site.get(original).text
    for link in shown.xpath("//nav[@class='tree']//a/@href"):
        assert "version=1" in link
        assert OLD in site.get(link).text


def test_the_api_gives_both(replaced: tuple[TestClient, str]) -> None:
    site, _ = replaced
    old, new = (site.get(f"/api/v1/reports/bibliotek.txt?version={version}").json() for version in (1, 2))
    assert (old["report"]["version"], new["report"]["version"]) == (1, 2)
    assert any(OLD in section["text"] for section in old["sections"])
    assert site.get("/api/v1/reports/bibliotek.txt").json() == new
