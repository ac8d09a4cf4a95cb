"""A scanned report from file to answer: unread without Tesseract, read anew once it is there, marked everywhere."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from api.commands.program import run
from api.knowledge import Knowledge
from api.verification import verify
from corpus.settings import Settings
from ingest.pipeline import ingest
from ingest.results import FileResult
from tests.ingest.formats.pdf.small_pdfs import made_pdf, paragraph
from tests.ingest.ocr.scans import page_with, scan_of, stand_in, text_in_a_picture
from tests.library import HERE
from web.app import create_app

QUESTION = "plogade kommunen alla gångvägar"
MARK = "textigenkänd (OCR)"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A scan, a report with a text layer, and one with a table as a picture."""
    folder = tmp_path / "rapporter"
    folder.mkdir()
    (folder / "inskannad.pdf").write_bytes(scan_of(Image.new("L", (1654, 2339), 255)))
    (folder / "vanlig.pdf").write_bytes(made_pdf(paragraph("Regionen byggde en bro.", "Bron är röd.")))
    table = page_with(text_in_a_picture(), (72, 300, 450, 288), "Regionen mätte vägar.")
    (folder / "tabellbild.pdf").write_bytes(table)
    return folder


def take_in(settings: Settings, folder: Path) -> dict[str, FileResult]:
    with Knowledge.open(settings, create=True) as knowledge:
        done = ingest([folder], knowledge.store, knowledge.encoder, knowledge.publisher, settings)
    return {result.file: result for result in done.reports}


def called(capsys: pytest.CaptureFixture[str], settings: Settings, *arguments: str) -> str:
    capsys.readouterr()
    assert run(["--data", str(settings.data), "--model", "hash", *arguments]) == 0
    return capsys.readouterr().out


def test_a_scanned_report_from_file_to_answer(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path / "data", model="hash", jobs=1)
    monkeypatch.setenv("PATH", str(tmp_path))
    first = take_in(settings, reports)
    assert {result.status for result in first.values()} == {"added"}
    assert [problem.code for problem in first["tabellbild.pdf"].problems] == ["image_not_read"]
    assert [problem.code for problem in first["inskannad.pdf"].problems] == ["no_text_layer"]
    assert first["inskannad.pdf"].counts.passages == 0
    assert {result.status for result in take_in(settings, reports).values()} == {"unchanged"}

    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin")))
    again = take_in(settings, reports)
    assert {name: result.status for name, result in again.items()} == {
        "inskannad.pdf": "updated", "tabellbild.pdf": "updated", "vanlig.pdf": "unchanged"
    }  # fmt: skip
    assert again["inskannad.pdf"].id == first["inskannad.pdf"].id
    assert [problem.code for problem in again["inskannad.pdf"].problems] == ["read_by_ocr"]
    assert {result.status for result in take_in(settings, reports).values()} == {"unchanged"}

    with Knowledge.open(settings) as knowledge:
        assert verify(knowledge) == []
        assert knowledge.store.recognised_pages(first["inskannad.pdf"].id or "") == {1}

    answer = json.loads(called(capsys, settings, "search", QUESTION, "--json"))
    hits = {hit["report"]["file"]: hit for hit in answer["hits"]}
    scanned, plain = hits["inskannad.pdf"], hits["vanlig.pdf"]
    assert scanned["quote"] == "Kommunen plogade alla gångvägar under januari 2021."
    assert (scanned["ocr"], scanned["verified"]) == (True, False)
    assert (plain["ocr"], plain["verified"]) == (False, True)
    printed = called(capsys, settings, "search", QUESTION)
    assert printed.count(MARK) == 1

    shown = json.loads(called(capsys, settings, "show", "inskannad", "--json"))
    assert [section["ocr"] for section in shown["sections"]] == [True]
    assert MARK in called(capsys, settings, "show", "inskannad", "--text")
    assert MARK not in called(capsys, settings, "show", "vanlig", "--text")
    pictured = json.loads(called(capsys, settings, "show", "tabellbild", "--json"))
    assert [(picture["ocr"], picture["text"][:10]) for picture in pictured["illustrations"]] == [(True, "Snöröjning")]
    assert [section["ocr"] for section in pictured["sections"]] == [False]
    assert f"[Bild, {MARK}] " in called(capsys, settings, "show", "tabellbild", "--text")

    with TestClient(create_app(settings), base_url=HERE) as site:
        page = site.get("/", params={"q": QUESTION}).text
        assert page.count("Textigenkänd (OCR)") == 1
        assert "inte återfinnas" not in page
        report = site.get("/rapporter/inskannad").text
        assert "Det som står på sidan 1 är läst ur en bild och kan ha fel." in report
        assert "Text i bilden på sidan 1" in site.get("/rapporter/tabellbild").text
        assert "Textigenkänd (OCR)" not in site.get("/rapporter/vanlig").text
        served = site.get("/api/v1/search", params={"q": QUESTION}).json()
        assert [hit["ocr"] for hit in served["hits"]] == [hit["ocr"] for hit in answer["hits"]]
