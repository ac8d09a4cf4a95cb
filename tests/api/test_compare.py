"""Comparisons as contracts.md says: the same objects over HTTP and on the command line, and as files."""

import csv
import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient
from lxml import etree

from api.commands.program import run
from api.knowledge import Knowledge
from corpus.settings import Settings

ROW = {"period", "state", "report", "points", "publisher", "kind", "place"}
POINT = {"quote", "value", "unit", "measure", "place", "kind", "period", "period_basis", "page", "status", "source"}
CHANGE = {"measure", "place", "unit", "from", "to", "absolute", "percent", "break"}
SIDE = {"period", "value", "qualifier", "quote", "file", "page"}
THREAD = {"id", "text", "actor", "due", "first_seen", "timeline"}
EVENT = {"period", "event", "status", "quote", "file", "page", "why"}


def compared(client: TestClient, **asked: str) -> dict[str, object]:
    response = client.get("/compare", params={"topic": "bredband", **asked})
    assert response.status_code == 200
    answered: dict[str, object] = response.json()
    return answered


def test_a_comparison_has_the_shape_that_programs_rely_on(client: TestClient) -> None:
    shape = client.get("/compare", params={"topic": "bredband"}).json()
    assert {"topic", "rows", "changes", "commitments"} <= shape.keys()
    assert all(row.keys() == ROW for row in shape["rows"])
    points = [point for row in shape["rows"] for point in row["points"]]
    assert points
    assert all(point.keys() >= POINT for point in points)
    assert shape["changes"]
    assert all(change.keys() >= CHANGE for change in shape["changes"])
    assert all(change[side].keys() >= SIDE for change in shape["changes"] for side in ("from", "to"))
    assert all((change["absolute"] is None) == bool(change["break"]) for change in shape["changes"])
    assert shape["commitments"]
    for thread in shape["commitments"]:
        assert thread.keys() >= THREAD
        assert thread["timeline"]
        assert all(event.keys() >= EVENT and event["why"] for event in thread["timeline"])


def test_the_command_line_gives_the_same_object(
    client: TestClient, knowledge_base: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["--data", str(knowledge_base.data), "--model", "hash", "compare", "bredband", "--json"])
    assert status == 0
    assert json.loads(capsys.readouterr().out) == compared(client)


def test_many_topics_are_compared_in_one_process(
    knowledge_base: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = tmp_path / "amnen.jsonl"
    asked.write_text('{"id": "a", "query": "bredband"}\n{"id": 2, "query": " "}\n', encoding="utf-8")
    arguments = ["--data", str(knowledge_base.data), "--model", "hash", "compare", "--queries", str(asked), "--json"]
    assert run(arguments) == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["id"], first["topic"]) == ("a", "bredband")
    assert second["id"] == 2
    assert second["error"]["code"] == "usage"


@pytest.mark.parametrize("arguments", [[], ["bredband", "--by", "månad"], ["bredband", "--queries", "x.jsonl"]])
def test_wrong_usage_is_a_sentence(
    knowledge_base: Settings, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["--data", str(knowledge_base.data), "compare", *arguments]) == 2
    assert capsys.readouterr().err.strip()


def test_the_rows_as_csv(client: TestClient) -> None:
    response = client.get("/compare", params={"topic": "bredband", "format": "csv"})
    assert response.headers["content-disposition"] == 'attachment; filename="jamforelse.csv"'
    rows = list(csv.DictReader(io.StringIO(response.text)))
    quoted = [point["quote"] for row in client.get("/compare", params={"topic": "bredband"}).json()["rows"]
              for point in row["points"]]  # fmt: skip
    assert [row["Citat"] for row in rows if row["Citat"]] == quoted
    assert all(row["Länk"].startswith("http") for row in rows if row["Citat"])


def test_the_workbook_has_numbers_as_numbers_quotes_and_links(client: TestClient) -> None:
    response = client.get("/compare", params={"topic": "bredband", "format": "xlsx"})
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["Rader", "Ändringar", "Åtaganden"]
    heads, *rows = book["Rader"].iter_rows(values_only=True)
    value, quote, link = (heads.index(name) for name in ("Värde", "Citat", "Länk"))
    numbers = [row[value] for row in rows if row[value] is not None]
    assert numbers
    assert all(isinstance(number, int | float) for number in numbers)
    assert all(str(row[link]).startswith("http") for row in rows if row[quote])
    heads, *changes = book["Ändringar"].iter_rows(values_only=True)
    told = [heads.index(name) for name in ("Värde", "Ändring", "Ändring, procent")]
    assert changes
    assert all(isinstance(change[at], int | float | None) for change in changes for at in told)
    assert all(change[told[0]] is not None for change in changes)
    for name in ("Rader", "Ändringar", "Åtaganden"):
        cells = [cell for row in book[name].iter_rows(min_row=2) for cell in row if str(cell.value).startswith("http")]
        assert cells
        assert all(cell.hyperlink and cell.hyperlink.target == cell.value for cell in cells)


def test_the_workbook_opens_in_libreoffice_with_numbers_as_numbers(client: TestClient, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no program named soffice (LibreOffice) is installed to open the workbook")
    content = client.get("/compare", params={"topic": "bredband", "format": "xlsx"}).content
    (tmp_path / "bok.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "bok.xlsx")], check=True, capture_output=True, timeout=120)
    opened = etree.parse(tmp_path / "bok.fods")
    spaces = opened.getroot().nsmap
    tables = opened.findall(".//table:table", spaces)
    assert [table.get(f"{{{spaces['table']}}}name") for table in tables] == ["Rader", "Ändringar", "Åtaganden"]
    office_value = f"{{{spaces['office']}}}value"
    read = {
        float(cell.get(office_value))
        for table in tables
        for cell in table.iterfind(".//table:table-cell[@office:value-type='float']", spaces)
    }
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell.value for sheet in book for row in sheet.iter_rows(min_row=2, values_only=False) for cell in row]
    numbers = {float(value) for value in cells if isinstance(value, int | float)}
    assert 60.0 in numbers
    assert read == numbers
    links = opened.xpath("//text:a/@xlink:href", namespaces=spaces)
    assert len(links) == len([value for value in cells if str(value).startswith("http")])


def test_a_link_that_is_none_is_refused(client: TestClient) -> None:
    report = client.get("/reports").json()
    some = (report["reports"] if isinstance(report, dict) else report)[0]["id"]
    body = {"anchor": "0" * 16, "event": "1" * 16, "report_id": some, "verdict": "same"}
    assert client.post("/compare/links", json={**body, "anchor": "x"}).status_code == 422
    assert client.post("/compare/links", json={**body, "report_id": "finns-inte"}).status_code == 404
    assert client.post("/compare/links", json={**body, "verdict": "kanske"}).status_code == 422


def test_a_link_by_hand_shows_under_either_topic(knowledge_base: Settings, tmp_path: Path) -> None:
    """What belongs together by hand is shown together, whichever of the two is asked for."""
    shutil.copytree(knowledge_base.data, tmp_path / "data")
    with Knowledge.open(replace(knowledge_base, data=tmp_path / "data")) as knowledge:
        compare, store = knowledge.comparer.compare, knowledge.store
        hubs = next(one for one in compare("jobbhubbar").threads if one.events[0].fact_id)
        keys = {event.key for one in compare("sjukfrånvaro").threads for event in one.events}
        absence = next(
            event for one in compare("sjukfrånvaro").threads for event in one.events[:1]
            if event.fact_id and event.key not in {e.key for t in compare("jobbhubbar").threads for e in t.events}
        )  # fmt: skip
        assert hubs.id not in keys
        store.judge_link(hubs.id, absence.key, absence.report.id, "same", hubs.events[0].report.id)
        for topic in ("jobbhubbar", "sjukfrånvaro"):
            shown = next(one for one in compare(topic).threads if absence.key in {event.key for event in one.events})
            links = {event.key: event.link for event in shown.events}
            assert hubs.id in links
            assert links[absence.key] == "added"
