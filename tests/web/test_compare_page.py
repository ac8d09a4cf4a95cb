"""The page "Jämför": what it shows, what leads on from it, and the links that people make in it."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from fastapi.testclient import TestClient

from api.knowledge import Knowledge
from corpus.settings import Settings
from corpus.store import Store
from tests.web import markup
from web.app import create_app


def page(site: TestClient, **asked: str) -> str:
    response = site.get("/jamfor", params=asked)
    assert response.status_code == 200
    return response.text


def test_the_bare_page_is_a_form(site: TestClient) -> None:
    assert 'name="amne"' in page(site)
    assert "<table" not in page(site)


def test_each_cell_has_its_quote_and_leads_to_its_page(site: TestClient) -> None:
    html = page(site, amne="bredband")
    points = re.findall(
        r"<li>(?:<strong.*?</strong>.*?<br>)?\s*<q>(.+?)</q> <a class=\"small\" href=\"(.+?)\">", html, re.S
    )
    assert len(points) > 5
    for _, href in points[:4]:
        assert site.get(href.replace("&amp;", "&").partition("#")[0]).status_code == 200


def test_series_are_drawn_with_a_table_and_told_apart_without_colour(site: TestClient) -> None:
    html = page(site, amne="hushåll med bredband 100 Mbit/s")
    assert 'role="img"' in html
    assert "Talen i diagrammet" in html
    drawn = re.findall(r"<circle class=\"outcome mark\"", html)
    table = html.partition("Talen i diagrammet</summary>")[2].partition("</table>")[0]
    assert drawn
    assert table.count("<tr>") - 1 >= 2


def test_what_cannot_be_subtracted_says_why(site: TestClient) -> None:
    html = page(site, amne="bredband")
    assert "Går inte att jämföra" in html
    assert "ändrad definition" in html


def test_silence_is_told_in_words(site: TestClient) -> None:
    html = page(site, amne="bredband", utgivare="Region Norrbotten")
    assert html.count("ingen rapport inläst") == 3


def test_the_address_reopens_the_comparison_and_files_follow_it(site: TestClient) -> None:
    html = page(site, amne="bredband", fran="2021", till="2022", ordna="plats")
    address = urlencode({"amne": "bredband", "fran": "2021", "till": "2022", "ordna": "plats"}).replace("&", "&amp;")
    assert f'href="/jamfor?{address}"' in html
    csv = re.search(r'href="(/api/v1/compare\?[^"]+format=csv)"', html)
    assert csv
    fetched = site.get(csv[1].replace("&amp;", "&"))
    assert fetched.status_code == 200
    assert "2023" not in {line.split(",")[1][:4] for line in fetched.text.splitlines()[1:] if line.count(",") > 2}


@pytest.mark.parametrize(
    "asked",
    [{"amne": "x", "fran": "abc"}, {"amne": "x", "fran": "2022", "till": "2020"}, {"amne": "x", "slag": "roman"}],
)
def test_what_cannot_be_asked_is_said(site: TestClient, asked: dict[str, str]) -> None:
    response = site.get("/jamfor", params=asked)
    assert response.status_code == 422
    assert 'role="alert"' in response.text


def test_words_of_reports_are_shown_as_words(site: TestClient) -> None:
    html = page(site, amne="kvastar <script>alert(1)</script>")
    assert "<script>alert" not in html


def test_a_link_is_cut_and_taken_back_on_the_page(knowledge_base: Settings) -> None:
    with TestClient(create_app(knowledge_base), base_url="http://127.0.0.1:8000") as site:
        html = page(site, amne="bredband")
        thread, event = re.findall(
            r'name="trad" value="(\w+ \w+)"><input type="hidden" name="handelse" value="(\w+ \w+)"', html
        )[0]
        anchor = thread.partition(" ")[0]
        address = f"/jamfor?amne={quote('bredband')}"
        headers = {"Origin": "http://127.0.0.1:8000"}
        cut = {"trad": thread, "handelse": event, "sagt": "hor-inte-hit"}
        answered = site.post(address, data=cut, headers=headers, follow_redirects=False)
        assert answered.status_code == 303
        assert answered.headers["location"].endswith(f"#trad-{anchor}")
        inside = page(site, amne="bredband").partition(f'id="trad-{anchor}"')[2].partition("</article>")[0]
        assert f'name="handelse" value="{event}"' not in inside
        site.post(address, data={**cut, "sagt": "ta-tillbaka"}, headers=headers)
        inside = page(site, amne="bredband").partition(f'id="trad-{anchor}"')[2].partition("</article>")[0]
        assert f'name="handelse" value="{event}"' in inside
        assert site.post(address, data={**cut, "sagt": "annat"}, headers=headers).status_code == 422
    with Store.open(knowledge_base.data) as store:
        assert store.hand_links() == []


def test_what_was_added_from_an_earlier_report_can_be_taken_back(knowledge_base: Settings, tmp_path: Path) -> None:
    """It stands first in the thread, though the link was made to what then stood first."""
    shutil.copytree(knowledge_base.data, tmp_path / "data")
    settings = replace(knowledge_base, data=tmp_path / "data")
    with Knowledge.open(settings) as knowledge:
        threads = knowledge.comparer.compare("bredband").threads
    dated = sorted(threads, key=lambda one: one.first_seen.end if one.first_seen else date.max)
    earlier, later = dated[0].events[0], dated[-1].events[0]
    added = {"trad": f"{later.key} {later.report.id}", "handelse": f"{earlier.key} {earlier.report.id}"}
    headers = {"Origin": "http://127.0.0.1:8000"}
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as site:
        site.post("/jamfor?amne=bredband", data={**added, "sagt": "hor-hit"}, headers=headers)
        made = markup.page(site, "/jamfor?amne=bredband")
        (form,) = made.xpath("//form[button[@value='ta-tillbaka']]")
        sent = dict(form.form_values())
        assert sent == added
        assert "tillagd för hand" in markup.text_of(form.getparent())
        site.post("/jamfor?amne=bredband", data={**sent, "sagt": "ta-tillbaka"}, headers=headers)
        assert markup.page(site, "/jamfor?amne=bredband").xpath("//button[@value='ta-tillbaka']") == []
    with Store.open(settings.data) as store:
        assert store.hand_links() == []
