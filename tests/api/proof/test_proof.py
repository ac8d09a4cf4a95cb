"""Underlag: real reports proved end to end, and what is said where something cannot be shown."""

import base64
import hashlib
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pytest
from fastapi.testclient import TestClient
from lxml import html
from PIL import Image

from api.knowledge import Knowledge
from api.proof import comparisons, evidence, facts, page
from corpus.model import Figure, Period
from corpus.settings import Settings
from corpus.store import FactQuery, Store, StoredFact
from corpus.store.items import COMMITMENTS, FIGURES
from search.query import Filters
from search.timeline.comparer import Comparison
from search.timeline.comparison import Row
from tests.corpus.store.readings import keep, rich
from tests.library import SCRIPT
from tests.web.markup import text_of

REPORT = "norrbotten-2017.pdf"
QUOTE = "För 2017 uppskattas att bredband är utbyggt till 60 procent i Norrbottens län."


@pytest.fixture
def desk(knowledge_base: Settings, tmp_path: Path) -> Iterator[Knowledge]:
    """A copy of the library, which may be changed."""
    shutil.copytree(knowledge_base.data, tmp_path / "data")
    with Knowledge.open(replace(knowledge_base, data=tmp_path / "data")) as opened:
        yield opened


def figure_of(store: Store, report: str, quote: str) -> StoredFact[Figure]:
    found = store.find_facts(FIGURES, FactQuery(reports=(store.resolve(report),))).facts
    return next(stored for stored in found if stored.fact.quote == quote)


def pictures(made: html.HtmlElement) -> list[html.HtmlElement]:
    return list(made.xpath("//img"))


def pixels(picture: html.HtmlElement) -> Image.Image:
    kind, _, data = picture.get("src").partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")


def terms(made: html.HtmlElement) -> dict[str, str]:
    """What the lists of the file say, by name, where it says it first."""
    return {text_of(name): text_of(name.getnext()) for name in reversed(made.xpath("//dt"))}


def of_fact(store: Store, stored: StoredFact[Figure]) -> html.HtmlElement:
    return html.fromstring(page.html(facts.proof_of(store, stored, [])))


def of_comparison(store: Store, compared: Comparison) -> html.HtmlElement:
    return html.fromstring(page.html(comparisons.proof_of(store, compared, Filters(), [])))


def test_a_figure_is_proved_with_its_picture_page_and_checksum(
    client: TestClient, knowledge: Knowledge, samples: Path
) -> None:
    stored = figure_of(knowledge.store, REPORT, QUOTE)
    answer = client.get(f"/figures/{stored.fact.id}/proof.html")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    disposition = unquote(answer.headers["content-disposition"])
    assert disposition.startswith("attachment; filename*=UTF-8''Underlag ")
    assert disposition.endswith(".html")
    made = html.fromstring(answer.text)
    (picture,) = pictures(made)
    assert picture.get("alt") == QUOTE
    dots = np.asarray(pixels(picture)).reshape(-1, 3)
    assert ((dots[:, 0] > 230) & (dots[:, 1] > 200) & (dots[:, 2] < 190)).sum() > 1000  # Marked with yellow.
    assert (dots.max(axis=1) < 90).sum() > 500  # There are letters on it.
    said = terms(made)
    assert said["SHA-256"] == hashlib.sha256((samples / REPORT).read_bytes()).hexdigest()
    assert said["Siffra"] == "60 procent"
    assert said["Utgivare"] == "Region Norrbotten"
    assert said["Fil"] == REPORT
    assert said["Kunskapsbasen"].startswith(f"tillstånd nr {knowledge.store.commit_number} ")
    assert said["Över HTTP"].endswith(f"/figures/{stored.fact.id}")
    assert said["På kommandoraden"] == f"arsringar proof {stored.fact.id} underlag.html"
    words = text_of(made)
    assert "Filens sida 5 (tryckt sida 5)" in words
    assert "Citatet återfanns ordagrant i sidans text" in words
    assert "Ingenting av det som visas här är rättat" in words
    assert re.match(r"\d+ \w+ \d{4} kl\. \d\d\.\d\d \(UTC", said["Gjort"])


def test_a_commitment_is_proved_and_a_project_is_not(client: TestClient, knowledge: Knowledge) -> None:
    (stored, *_) = knowledge.store.find_facts(COMMITMENTS, FactQuery(limit=1)).facts
    made = html.fromstring(client.get(f"/commitments/{stored.fact.id}/proof.html").text)
    assert text_of(made.xpath("//h1")[0]) == f"Underlag: {' '.join(stored.fact.action.split())}"
    assert client.get(f"/figures/{stored.fact.id}/proof.html").status_code == 404
    assert client.get("/commitments/finns-inte/proof.html").status_code == 404


def test_a_comparison_is_proved_quote_by_quote(client: TestClient) -> None:
    asked = {"topic": "bredband", "year": "2017..2022", "by": "year"}
    shape = client.get("/compare", params=asked).json()
    answer = client.get("/compare", params={**asked, "format": "html"})
    made = html.fromstring(answer.text)
    proved = {text_of(quote).replace(" · ", " ") for quote in made.xpath("//section[@class='evidence']/blockquote")}
    shown = [point["quote"] for row in shape["rows"] for point in row["points"]]
    shown += [change[side]["quote"] for change in shape["changes"] for side in ("from", "to")]
    shown += [event["quote"] for thread in shape["commitments"] for event in thread["timeline"]]
    assert {" ".join(quote.split()) for quote in shown} == proved
    anchors = {at.get("href")[1:] for at in made.xpath("//a[starts-with(@href, '#')]")}
    assert anchors <= set(made.xpath("//@id"))
    assert len(pictures(made)) >= 15
    said = terms(made)
    assert (said["Ämne"], said["Rapporternas år"], said["Utgivare"]) == ("bredband", "2017–2022", "alla")
    assert said["På kommandoraden"] == "arsringar compare bredband --year 2017..2022"
    assert "format=" not in said["Över HTTP"]
    again = client.get(said["Över HTTP"].partition("/compare")[2].join(("/compare", "")))
    assert again.json() == shape
    steps = [text_of(step) for step in made.xpath("//ul[@class='how']/li")]
    assert any(step.startswith("Ändringen: ") for step in steps)
    assert any(step.startswith("Ändrad definition") for step in steps)


def test_what_reports_say_never_becomes_markup(client: TestClient) -> None:
    answer = client.get("/compare", params={"topic": f"kvastar {SCRIPT}", "format": "html"})
    made = html.fromstring(answer.text)
    assert made.xpath("//script") == []
    assert SCRIPT in text_of(made.xpath("//h1")[0])
    assert SCRIPT in " ".join(text_of(quote) for quote in made.xpath("//blockquote"))
    assert made.xpath("//@*[starts-with(name(), 'on')]") == []
    assert [src for src in made.xpath("//@src") if not src.startswith("data:image/png;base64,")] == []


def test_where_there_are_no_pages_the_words_around_are_shown(knowledge: Knowledge) -> None:
    found = knowledge.store.find_facts(
        FIGURES, FactQuery(reports=(knowledge.store.resolve("arsredovisning-2023.txt"),))
    ).facts
    stored = next(one for one in found if one.fact.table_id is None)
    section = knowledge.store.section_text(stored.fact.section_id or "")
    made = of_fact(knowledge.store, stored)
    assert pictures(made) == []
    assert "Filformatet har inga sidor, så det finns ingen bild av stället." in text_of(made)
    assert "Citatet återfanns ordagrant i filens text" in text_of(made)
    (around,) = made.xpath("//p[@class='around']")
    assert text_of(around.xpath("mark")[0]) == " ".join(stored.fact.quote.split())
    assert len(text_of(around)) > len(stored.fact.quote) or section.strip() == stored.fact.quote
    row = next(one for one in found if one.fact.table_id)
    (around,) = of_fact(knowledge.store, row).xpath("//p[@class='around']")
    heads = knowledge.store.table(row.fact.table_id or "").header
    assert all(head in text_of(around) for head in heads)


def test_corrections_by_hand_are_told(desk: Knowledge) -> None:
    stored = figure_of(desk.store, REPORT, QUOTE)
    desk.store.amend(
        FIGURES, stored.fact.id, {"measure": "andel utbyggt", "period": Period(date(2017, 1, 1), date(2017, 6, 30))}
    )
    desk.store.edit(stored.report.id, {"title": "Rättad titel", "registration_number": "RUN 1-2018"})
    made = of_fact(desk.store, desk.store.fact(FIGURES, stored.fact.id))
    listed = [text_of(item) for item in made.xpath("//h2[text()='Rättat för hand']/following-sibling::ul[1]/li")]
    assert any("Titel: ”Rättad titel” (läst: ”Återrapportering 2017”), rättat för hand" in item for item in listed)
    assert any("Mått: ”andel utbyggt” (läst: ”bredband i Norrbottens län”)" in item for item in listed)
    assert any("Period: januari–juni 2017" in item for item in listed)
    assert terms(made)["Diarienummer"] == "RUN 1-2018"


def test_links_made_by_hand_are_told(desk: Knowledge) -> None:
    compared = desk.comparer.compare("bredband")
    thread = next(one for one in compared.threads if len(one.events) > 2 and one.events[2].event != "last_mentioned")
    kept, cut = thread.events[1:3]
    desk.store.judge_link(thread.id, kept.key, kept.report.id, "same")
    desk.store.judge_link(thread.id, cut.key, cut.report.id, "apart")
    words = text_of(of_comparison(desk.store, desk.comparer.compare("bredband")))
    assert "Länken är bekräftad för hand" in words
    assert "Skilt från åtagandet för hand" in words


def test_a_file_holds_so_many_pictures_and_no_quote_is_lost(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = knowledge.comparer.compare("bredband")
    everything = of_comparison(knowledge.store, compared)
    monkeypatch.setattr(evidence, "MOST_PICTURES", 2)
    few = of_comparison(knowledge.store, compared)
    assert len(pictures(few)) == 2
    assert "Bilden är utelämnad för att filen inte ska bli för stor." in text_of(few)
    assert [text_of(quote) for quote in few.xpath("//blockquote")] == [
        text_of(quote) for quote in everything.xpath("//blockquote")
    ]
    monkeypatch.setattr(evidence, "MOST_BYTES", 10)
    assert pictures(of_comparison(knowledge.store, compared)) == []


def test_a_report_removed_meanwhile_is_said_to_be_gone(desk: Knowledge) -> None:
    compared = desk.comparer.compare("bredband")
    report = desk.store.resolve(REPORT)
    desk.store.remove([report])
    made = of_comparison(desk.store, compared)
    gone = [at for at in made.xpath("//section[@class='evidence']") if "Rapporten togs bort medan" in text_of(at)]
    assert gone
    assert all(text_of(at.xpath("blockquote")[0]) for at in gone)
    assert all(re.search(r"Filens sida \d+\.", text_of(at)) for at in gone)
    assert all(text_of(at).count("Rapporten togs bort") == 1 for at in gone)
    assert any("Originalfilen finns inte kvar" in text_of(at) for at in made.xpath("//section"))
    assert len(pictures(made)) > 5


def test_what_cannot_be_pictured_says_why_and_recognised_words_are_marked(tmp_path: Path) -> None:
    reading = rich()
    pages = tuple(replace(one, ocr=one.number == 1) for one in reading.report.pages)
    reading = replace(reading, report=replace(reading.report, pages=pages))
    inbox = tmp_path / "in"
    inbox.mkdir()
    with Store.open(tmp_path / "data") as store:
        report = keep(store, inbox, "a.pdf", reading)
        (stored, *_) = store.find_facts(FIGURES, FactQuery()).facts
        made = of_fact(store, stored)
        assert "Sidan kunde inte göras till bild:" in text_of(made)
        assert "Textigenkänd (OCR)" in text_of(made)
        assert text_of(made.xpath("//blockquote")[0]) == stored.fact.quote
        original = store.files.path(report.content_hash)
        original.write_bytes(b"annat")
        assert "har ändrats sedan den lästes in" in text_of(of_fact(store, stored))
        empty = Comparison("x", "year", (Row(None, "no_report"),), (), ())
        assert "okänd tid: ingen rapport inläst" in text_of(of_comparison(store, empty))
