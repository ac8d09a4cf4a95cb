"""Drafts over HTTP, as a program writes one: begun, borrowed for, checked, undone, taken out."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.library import HERE

YEAR = {"start": "2025-01-01", "end": "2025-12-31", "text": "2025"}
#: Two years of one small region, by which a figure has a newer value.
REPORTS = {
    "arsrapport-2023.txt": (
        "Region Provling\n\nÅrsredovisning 2023\n\nKollektivtrafik\n\n"
        "Antalet resor med Provlingtrafiken blev 231 000 under året. Nio hållplatser byggdes om.\n"
    ),
    "arsrapport-2024.txt": (
        "Region Provling\n\nÅrsredovisning 2024\n\nKollektivtrafiken\n\n"
        "Antalet resor med Provlingtrafiken blev 252 000 under året. Elva hållplatser byggdes om.\n"
    ),
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The API over a knowledge base of its own, which may be written."""
    folder: Path = tmp_path_factory.mktemp("writing")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(data=folder / "data", model="hash", jobs=1)
    with Knowledge.open(settings, create=True) as knowledge:
        paths = [folder / name for name in REPORTS]
        ingest(paths, knowledge.store, knowledge.encoder, knowledge.publisher, settings)
        with TestClient(create_api(knowledge), base_url=HERE, raise_server_exceptions=False) as opened:
            yield opened


def ask(client: TestClient, method: str, path: str, status: int = 200, *, json: object = None) -> dict[str, Any]:
    answer = client.request(method, path, json=json)
    assert answer.status_code == status, answer.text
    body: dict[str, Any] = answer.json() if answer.content else {}
    return body


@pytest.fixture
def draft(client: TestClient) -> dict[str, Any]:
    return ask(
        client,
        "POST",
        "/drafts",
        201,
        json={"title": "Årsredovisning 2025", "period": YEAR, "report": "arsrapport-2023.txt"},
    )


def borrowed(client: TestClient, draft: dict[str, Any]) -> dict[str, Any]:
    """The draft with what the report for 2023 says under its heading."""
    heading = next(one for one in draft["headings"] if one["title"] == "Kollektivtrafik")
    at = f"/drafts/{draft['id']}/headings/{heading['id']}"
    offered = ask(client, "GET", f"{at}/suggestions")
    assert [one["period"]["start"][:4] for one in offered["earlier"]] == ["2024", "2023"]
    reference = offered["earlier"][1]["references"][0]
    return ask(client, "POST", f"{at}/loans", json={"version": draft["version"], "reference": reference})


def block_of(draft: dict[str, Any]) -> dict[str, Any]:
    block: dict[str, Any] = next(block for heading in draft["headings"] for block in heading["blocks"])
    return block


def test_a_draft_is_begun_from_a_report_s_headings_and_listed(client: TestClient, draft: dict[str, Any]) -> None:
    assert "Kollektivtrafik" in [heading["title"] for heading in draft["headings"]]
    assert (draft["version"], draft["previous"]) == (1, None)
    listed = ask(client, "GET", "/drafts")["drafts"]
    assert draft["id"] in [one["id"] for one in listed]


def test_a_draft_is_begun_from_a_decision(client: TestClient) -> None:
    decision = "Återrapportering 1 – kollektivtrafik\nRedovisa resandet.\n\nÅterrapportering 2 – klimat\nOm utsläpp."
    made = ask(client, "POST", "/drafts", 201, json={"title": "Återrapportering", "period": YEAR, "decision": decision})
    assert [(one["title"], one["requirement"]) for one in made["headings"]] == [
        ("Återrapportering 1 – kollektivtrafik", "Redovisa resandet."),
        ("Återrapportering 2 – klimat", "Om utsläpp."),
    ]
    listed = next(one for one in ask(client, "GET", "/drafts")["drafts"] if one["id"] == made["id"])
    assert listed["unanswered"] == 2


def test_what_is_borrowed_keeps_its_source_and_its_numbers_are_marked(
    client: TestClient, draft: dict[str, Any]
) -> None:
    after = borrowed(client, draft)
    block = block_of(after)
    assert block["origin"]["citation"].startswith("Region Provling (2023). Årsredovisning 2023")
    assert block["origin"]["quote"] == block["text"]
    marks = ask(client, "GET", f"/drafts/{draft['id']}/marks")["marks"]
    assert [(mark["kind"], mark["text"]) for mark in marks] == [
        ("count", "231 000"),
        ("phrase", "under året"),
        ("count", "Nio"),
    ]
    assert marks[0]["newer"]["text"] == "252 000"
    assert marks[0]["newer"]["citation"].startswith("Region Provling (2024)")
    assert marks[1]["newer"] is None
    said = {"version": after["version"], "keys": [marks[1]["key"]]}
    ask(client, "POST", f"/drafts/{draft['id']}/blocks/{block['id']}/confirmations", json=said)
    assert len(ask(client, "GET", f"/drafts/{draft['id']}/marks")["marks"]) == 2


def as_said(draft: dict[str, Any]) -> dict[str, Any]:
    """A draft as it may be sent back."""
    fields = ("id", "kind", "text", "header", "rows", "note", "settled")
    headings = [
        {
            **{name: heading[name] for name in ("id", "title", "level", "state", "requirement")},
            "blocks": [{name: block[name] for name in fields} for block in heading["blocks"]],
        }
        for heading in draft["headings"]
    ]
    return {"version": draft["version"], "title": draft["title"], "period": draft["period"], "headings": headings}


def test_a_whole_draft_is_saved_and_a_source_cannot_be_lost_or_made_up(
    client: TestClient, draft: dict[str, Any]
) -> None:
    after = borrowed(client, draft)
    said = as_said(after)
    heading = next(one for one in said["headings"] if one["blocks"])
    heading["blocks"][0]["text"] = "Resorna blev 252 000."
    heading["blocks"].append({"text": "Eget."})
    saved = ask(client, "PUT", f"/drafts/{draft['id']}", json=said)
    blocks = next(one for one in saved["headings"] if one["blocks"])["blocks"]
    assert [(block["kind"], block["changed"], block["origin"] is None) for block in blocks] == [
        ("stretch", True, False),
        ("text", False, True),
    ]
    heading["blocks"][0]["origin"] = None
    body = ask(client, "PUT", f"/drafts/{draft['id']}", 422, json=said)
    assert "origin" in body["error"]["message"]
    made_up = {**said, "version": saved["version"], "headings": [{"title": "Ny", "blocks": [{"kind": "stretch"}]}]}
    assert "lånas" in ask(client, "PUT", f"/drafts/{draft['id']}", 422, json=made_up)["error"]["message"]


def test_a_draft_that_somebody_else_has_changed_is_not_overwritten(client: TestClient, draft: dict[str, Any]) -> None:
    said = {**as_said(draft), "title": "Annas"}
    ask(client, "PUT", f"/drafts/{draft['id']}", json=said)
    body = ask(client, "PUT", f"/drafts/{draft['id']}", 409, json={**said, "title": "Bos"})
    assert body["error"]["code"] == "conflict"
    at = f"/drafts/{draft['id']}"
    ask(client, "POST", f"{at}/undo", 409, json={"version": 1})
    ask(client, "DELETE", f"{at}?version=1", 409)
    assert ask(client, "GET", at)["title"] == "Annas"


def test_a_draft_is_undone_redone_and_deleted(client: TestClient, draft: dict[str, Any]) -> None:
    at = f"/drafts/{draft['id']}"
    ask(client, "PUT", at, json={**as_said(draft), "title": "Två"})
    assert ask(client, "POST", f"{at}/undo", json={"version": 2})["title"] == "Årsredovisning 2025"
    ask(client, "POST", f"{at}/undo", 404, json={"version": 1})
    assert ask(client, "POST", f"{at}/redo", json={"version": 1})["title"] == "Två"
    assert ask(client, "GET", f"{at}?version=1")["title"] == "Årsredovisning 2025"
    ask(client, "DELETE", f"{at}?version=2", 204)
    ask(client, "GET", at, 404)


def test_the_document_is_handed_over_with_its_name(client: TestClient, draft: dict[str, Any]) -> None:
    borrowed(client, draft)
    answer = client.get(f"/drafts/{draft['id']}/document.docx")
    assert answer.headers["content-disposition"].endswith("%C3%85rsredovisning%202025.docx")
    made = docx.Document(io.BytesIO(answer.content))
    assert "Kollektivtrafik" in [paragraph.text for paragraph in made.paragraphs]
    assert len(list(made.comments)) == 3


def test_a_report_tells_which_drafts_borrow_from_it(client: TestClient, draft: dict[str, Any]) -> None:
    borrowed(client, draft)
    uses = ask(client, "GET", "/reports/arsrapport-2023.txt/drafts")["drafts"]
    assert {"id": draft["id"], "title": "Årsredovisning 2025", "blocks": 1} in uses
    assert ask(client, "GET", "/reports/arsrapport-2024.txt/drafts")["drafts"] == []


def test_a_draft_is_never_found_by_the_search(client: TestClient, draft: dict[str, Any]) -> None:
    said = as_said(draft)
    said["headings"][0]["blocks"] = [{"text": "Kvastbinderiet i Provling sålde nio kvastar."}]
    ask(client, "PUT", f"/drafts/{draft['id']}", json=said)
    hits = ask(client, "GET", "/search?q=kvastbinderiet+kvastar")["hits"]
    assert all("kvast" not in hit["passage"].lower() for hit in hits)
    assert len(ask(client, "GET", "/reports")["reports"]) == 2


@pytest.mark.parametrize(
    ("method", "path", "status", "code", "body"),
    [
        ("GET", "/drafts/finnsinte", 404, "not_found", None),
        ("PUT", "/drafts/finnsinte", 404, "not_found", {"version": 1, "title": "a", "period": YEAR}),
        ("POST", "/drafts", 422, "usage", {"title": " ", "period": YEAR}),
        ("POST", "/drafts", 422, "usage", {"title": "a", "period": YEAR, "decision": "Inget."}),
        ("POST", "/drafts", 404, "not_found", {"title": "a", "period": YEAR, "report": "finnsinte"}),
        ("POST", "/drafts", 422, "usage", {"title": "a" * 501, "period": YEAR}),
        ("POST", "/drafts", 422, "usage", {"title": "a", "period": {**YEAR, "end": "2024-01-01"}}),
        ("POST", "/drafts", 422, "usage", {"title": "a", "period": YEAR, "author": "b"}),
        ("GET", "/drafts/finnsinte/document.docx", 404, "not_found", None),
    ],
)
def test_what_is_wrong_is_said_in_the_one_shape(
    client: TestClient, method: str, path: str, status: int, code: str, body: object
) -> None:
    answered = ask(client, method, path, status, json=body)
    assert answered["error"]["code"] == code


@pytest.mark.parametrize(
    ("reference", "status"),
    [("roman:1", 422), ("text:finnsinte", 404), ("words:a-1-p1", 404), ("rows:a-1-t1:x:y", 422), ("", 422)],
)
def test_what_cannot_be_borrowed_is_refused(
    client: TestClient, draft: dict[str, Any], reference: str, status: int
) -> None:
    at = f"/drafts/{draft['id']}/headings/h1/loans"
    ask(client, "POST", at, status, json={"version": 1, "reference": reference})
    assert ask(client, "GET", f"/drafts/{draft['id']}")["version"] == 1
