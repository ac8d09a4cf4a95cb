"""Reports, their sections, their files and the pictures of their pages."""

import hashlib
import io
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient
from PIL import Image, ImageChops

from tests.library import AWKWARD, BROKEN, LIVE, SAMPLES, SCRIPT, TWIN

INTERIM = "norrbotten-delarsrapport-april-2021.pdf"


def get(client: TestClient, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def error(client: TestClient, path: str, status: int) -> dict[str, str]:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert list(answer.json()) == ["error"]
    body: dict[str, str] = answer.json()["error"]
    assert list(body) == ["code", "message"]
    return body


def picture(client: TestClient, path: str) -> Image.Image:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/png"
    return Image.open(io.BytesIO(answer.content))


def found(client: TestClient) -> tuple[dict[str, Any], str]:
    """The first hit for a sentence that stands in running text, and the id of the passage it stands in."""
    hit = client.get("/search", params={"q": "Lägst är andelen i Övertorneå där 55 procent av hushållen"}).json()[
        "hits"
    ]
    first = next(one for one in hit if one["quote"].startswith("Lägst"))
    return first, first["quote"]


def test_all_reports_are_listed_with_the_files_that_failed(client: TestClient) -> None:
    listed = get(client, "/reports")
    files = [report["file"] for report in listed["reports"]]
    assert sorted(files) == sorted([*SAMPLES, AWKWARD, LIVE, TWIN, TWIN])
    assert [failure["file"] for failure in listed["failures"]] == [BROKEN]
    assert listed["failures"][0]["problems"][0]["message"]


def test_a_report_is_what_show_prints(client: TestClient) -> None:
    shown = get(client, f"/reports/{INTERIM}")
    assert list(shown) == [
        *("report", "sections", "tables", "illustrations", "footnotes", "projects", "figures", "commitments"),
    ]
    assert list(shown["report"]) == [
        *("id", "file", "title", "publisher", "kind", "period", "registration_number", "pages", "language"),
        *("version", "edited"),
    ]
    assert shown["report"]["pages"] == 12
    assert shown["report"]["period"]["end"] == "2021-04-30"
    section = shown["sections"][3]
    assert list(section) == ["id", "parent_id", "level", "heading", "page", "printed_page", "text", "ocr"]
    assert list(shown["tables"][0]) == ["id", "section_id", "page", "caption", "header", "rows", "source", "ocr"]


def test_a_report_is_found_by_id_and_by_name(client: TestClient) -> None:
    by_name = get(client, f"/reports/{INTERIM}")
    assert get(client, f"/reports/{by_name['report']['id']}") == by_name
    assert get(client, f"/reports/{INTERIM.removesuffix('.pdf')}") == by_name
    assert get(client, f"/reports/{quote(AWKWARD)}")["report"]["file"] == AWKWARD


def test_a_name_that_two_reports_bear_is_refused_with_their_ids(client: TestClient) -> None:
    told = error(client, f"/reports/{TWIN}", 409)
    ids = [report["id"] for report in get(client, "/reports")["reports"] if report["file"] == TWIN]
    assert told["code"] == "ambiguous_name"
    assert all(id_ in told["message"] for id_ in ids)


@pytest.mark.parametrize(
    "path",
    [
        "/reports/finns-inte",
        f"/reports/{INTERIM}?version=2",
        f"/reports/{INTERIM}/sections/finns-inte",
        "/reports/finns-inte/file",
        f"/reports/{INTERIM}/pages/13.png",
        "/reports/arsredovisning-2021.docx/pages/1.png",
        f"/reports/{INTERIM}/pages/6.png?passage=finns-inte&start=0&end=5",
        "/reports/..%2F..%2Fetc%2Fpasswd",
        "/reports/%2e%2e/file",
        "/reports/%00/file",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert error(client, path, 404)["code"] == "not_found"


@pytest.mark.parametrize(
    "path",
    [
        f"/reports/{'x' * 300}",
        f"/reports/{INTERIM}?version=0",
        f"/reports/{INTERIM}/pages/0.png",
        f"/reports/{INTERIM}/pages/{'9' * 40}.png",
        f"/reports/{INTERIM}/pages/x.png",
        f"/reports/{INTERIM}/pages/1.png?scale=0",
        f"/reports/{INTERIM}/pages/1.png?scale=5",
        f"/reports/{INTERIM}/pages/1.png?scale=nan",
        f"/reports/{INTERIM}/pages/1.png?scale=1e999",
        f"/reports/{INTERIM}/pages/1.png?start=-1",
    ],
)
def test_what_is_out_of_bounds_is_refused(client: TestClient, path: str) -> None:
    assert error(client, path, 422)["code"] == "usage"


def test_sections_are_the_report_s_and_each_has_its_address(client: TestClient) -> None:
    sections = get(client, f"/reports/{INTERIM}/sections")["sections"]
    assert sections == get(client, f"/reports/{INTERIM}")["sections"]
    one = next(section for section in sections if section["heading"] == "Sammanfattning")
    assert get(client, f"/reports/{INTERIM}/sections/{one['id']}") == one


def test_another_report_s_section_is_not_found_here(client: TestClient) -> None:
    other = get(client, "/reports/norrbotten-2017.pdf/sections")["sections"][0]["id"]
    error(client, f"/reports/{INTERIM}/sections/{other}", 404)


def test_text_is_given_as_it_stands(client: TestClient) -> None:
    shown = get(client, f"/reports/{quote(AWKWARD)}")
    assert any(SCRIPT in section["text"] for section in shown["sections"])


def test_a_pdf_is_shown_byte_for_byte(client: TestClient, samples: Path) -> None:
    answer = client.get(f"/reports/{INTERIM}/file")
    assert hashlib.sha256(answer.content).digest() == hashlib.sha256((samples / INTERIM).read_bytes()).digest()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f'inline; filename="{INTERIM}"'
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("file", [LIVE, "arsredovisning-2021.docx", "arsredovisning-2023.txt", AWKWARD])
def test_other_formats_are_saved_and_never_run(client: TestClient, file: str) -> None:
    answer = client.get(f"/reports/{quote(file)}/file")
    assert answer.headers["content-type"] == "application/octet-stream"
    kind, _, name = answer.headers["content-disposition"].partition("; ")
    assert kind == "attachment"
    assert unquote(name.removeprefix("filename*=utf-8''").removeprefix("filename=").strip('"')) == file
    assert name.isascii()
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_part_of_a_file_can_be_asked_for(client: TestClient) -> None:
    answer = client.get(f"/reports/{INTERIM}/file", headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer.content) == (206, b"%PDF")


@pytest.mark.parametrize("path", [f"/reports/{INTERIM}/file", f"/reports/{INTERIM}/pages/1.png?scale=0.25"])
def test_what_is_unchanged_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert first.headers["cache-control"] == "private, no-cache"


def test_a_page_is_drawn_at_the_scale_asked_for(client: TestClient) -> None:
    # A4: 595 x 842 points.
    assert picture(client, f"/reports/{INTERIM}/pages/1.png?scale=1").size == pytest.approx((595, 842), abs=1)
    assert picture(client, f"/reports/{INTERIM}/pages/1.png").size == pytest.approx((1190, 1684), abs=2)


def test_the_quoted_words_are_marked_and_nothing_else(client: TestClient) -> None:
    hit, words = found(client)
    report = hit["report"]["id"]
    knowledge = client.app.state.knowledge  # type: ignore[attr-defined]  # the test client's application is untyped
    passage = next(p.passage for p in knowledge.store.passages_of(report) if words in p.passage.text)
    start = passage.text.index(words)
    address = f"/reports/{report}/pages/{hit['page']}.png?scale=1"
    plain = picture(client, address).convert("RGB")
    marked = picture(client, f"{address}&passage={passage.id}&start={start}&end={start + len(words)}").convert("RGB")
    left, top, right, bottom = ImageChops.difference(plain, marked).getbbox() or (0, 0, 0, 0)
    boxes = hit["boxes"]
    assert left == pytest.approx(min(box["x0"] for box in boxes), abs=3)
    assert top == pytest.approx(min(box["top"] for box in boxes), abs=3)
    assert right == pytest.approx(max(box["x1"] for box in boxes), abs=3)
    assert bottom == pytest.approx(max(box["bottom"] for box in boxes), abs=3)


def test_a_table_s_row_is_marked_and_nothing_else(client: TestClient) -> None:
    knowledge = client.app.state.knowledge  # type: ignore[attr-defined]  # the test client's application is untyped
    report = knowledge.store.resolve("norrbotten-2017.pdf")
    table = next(table for table in knowledge.store.tables(report) if ("Kommersiella aktörer", "ca 600") in table.rows)
    row = table.rows.index(("Kommersiella aktörer", "ca 600"))
    address = f"/reports/{report}/pages/{table.source.page}.png?scale=1"
    plain = picture(client, address).convert("RGB")
    marked = picture(client, f"{address}&table={table.id}&start={row}&end={row + 1}").convert("RGB")
    boxes = table.row_sources[row].boxes
    assert ImageChops.difference(plain, marked).getbbox() == pytest.approx(
        (
            min(box.x0 for box in boxes),
            min(box.top for box in boxes),
            max(box.x1 for box in boxes),
            max(box.bottom for box in boxes),
        ),
        abs=3,
    )
    assert client.get(f"/reports/{INTERIM}/pages/1.png?table={table.id}&start=0&end=1").status_code == 404


def test_words_on_another_page_mark_nothing(client: TestClient) -> None:
    hit, words = found(client)
    knowledge = client.app.state.knowledge  # type: ignore[attr-defined]  # the test client's application is untyped
    report = hit["report"]["id"]
    passage = next(p.passage for p in knowledge.store.passages_of(report) if words in p.passage.text)
    address = f"/reports/{report}/pages/1.png?scale=0.5"
    assert client.get(f"{address}&passage={passage.id}&start=0&end=9999").content == client.get(address).content
