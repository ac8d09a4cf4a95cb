"""Uploads over HTTP: received within limits, read one after the other, watched, given up, tried again, corrected."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from api.uploads.receiving import safe_name
from corpus.settings import Settings
from corpus.store import Store
from tests.library import HERE

#: Seconds that reading a few small files may take on a busy machine: the processes have to start.
READ_WITHIN = 120.0
FIRST = ("bygd.txt", "Uppföljning av bygden 2020\n\nBygden fick 12 nya broar under 2020.\n".encode())
SECOND = ("väg.txt", "Uppföljning av vägen 2021\n\nVägen fick 7 nya vägmärken under 2021.\n".encode())
BROKEN = ("trasig.pdf", b"%PDF-1.7\nnothing")


@pytest.fixture
def knowledge(tmp_path: Path) -> Iterator[Knowledge]:
    settings = Settings(data=tmp_path / "data", model="hash", jobs=1, max_upload_files=3, max_upload_bytes=50_000)
    with Knowledge.open(settings, create=True) as opened:
        yield opened
        opened.jobs.close()


@pytest.fixture
def client(knowledge: Knowledge) -> Iterator[TestClient]:
    with TestClient(create_api(knowledge), base_url=HERE) as opened:
        yield opened


def sent(client: TestClient, *files: tuple[str, bytes]) -> dict[str, Any]:
    answer = client.post("/jobs", files=[("filer", file) for file in files])
    assert answer.status_code == 202, answer.text
    job: dict[str, Any] = answer.json()
    return job


def when(client: TestClient, job: dict[str, Any], come: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The job as soon as something has come about."""
    deadline = time.monotonic() + READ_WITHIN
    while time.monotonic() < deadline:
        now: dict[str, Any] = client.get(f"/jobs/{job['id']}").json()
        if come(now):
            return now
        time.sleep(0.05)
    raise AssertionError(now)


def done(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    return when(client, job, lambda now: bool(now["done"]))


def statuses(job: dict[str, Any]) -> list[str]:
    return [file["result"]["status"] for file in job["files"]]


def test_files_are_read_and_found_and_what_is_broken_fails_alone(client: TestClient, knowledge: Knowledge) -> None:
    job = done(client, sent(client, FIRST, BROKEN, SECOND))
    assert statuses(job) == ["added", "failed", "added"]
    assert [file["percent"] for file in job["files"]] == [100, 100, 100]
    assert [file["can_be_retried"] for file in job["files"]] == [False, True, False]
    assert "skadad" in job["files"][1]["result"]["problems"][0]["message"]
    assert client.get("/search?q=broar").json()["hits"][0]["report"]["file"] == "bygd.txt"
    again = done(client, sent(client, FIRST))
    assert statuses(again) == ["unchanged"]
    left = [path.name for path in knowledge.jobs.folder.rglob("*") if path.is_file()]
    assert left == ["trasig.pdf"]


def test_an_upload_is_watched_to_its_end(client: TestClient) -> None:
    job = sent(client, FIRST)
    with client.stream("GET", f"/jobs/{job['id']}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        events = [line for line in "".join(stream.iter_text()).split("\n\n") if line.startswith("event")]
    last = events[-1].splitlines()
    assert last[0] == "event: done"
    assert json.loads(last[1].removeprefix("data: "))["files"][0]["result"]["status"] == "added"
    assert {event.splitlines()[0] for event in events[:-1]} <= {"event: change"}


def test_another_writer_is_waited_for_and_named_and_what_waits_can_be_given_up(
    client: TestClient, knowledge: Knowledge
) -> None:
    with Store.open(knowledge.store.folder) as other, other.writing("arsringar ingest"):
        job = sent(client, FIRST, SECOND)
        waits = when(client, job, lambda now: now["message"] is not None)
        assert "”arsringar ingest”" in waits["message"]
        given_up = client.delete(f"/jobs/{job['id']}/files/1")
        assert given_up.status_code == 200
    ended = done(client, job)
    assert ended["message"] is None
    assert statuses(ended) == ["failed", "added"]
    assert [problem["code"] for problem in ended["files"][0]["result"]["problems"]] == ["cancelled"]
    assert client.post(f"/jobs/{job['id']}/files/2/retry").status_code == 409
    client.post(f"/jobs/{job['id']}/files/1/retry")
    assert statuses(done(client, job)) == ["added", "added"]


def test_all_can_be_given_up(client: TestClient, knowledge: Knowledge) -> None:
    with Store.open(knowledge.store.folder) as other, other.writing("arsringar ingest"):
        job = sent(client, FIRST, SECOND)
        client.delete(f"/jobs/{job['id']}")
        assert statuses(done(client, job)) == ["failed", "failed"]
    assert knowledge.store.reports() == []


def test_what_was_read_is_corrected_and_taken_back(client: TestClient) -> None:
    job = done(client, sent(client, FIRST))
    report = f"/reports/{job['files'][0]['result']['id']}"
    patch = {"title": "Broarnas bok", "period": {"start": "2020-01-01", "end": "2020-12-31"}, "publisher": None}
    edited = client.patch(report, json=patch).json()["report"]
    assert (edited["title"], edited["edited"]) == ("Broarnas bok", ["period", "publisher", "title"])
    assert client.get("/search?q=broar").json()["hits"][0]["citation"].startswith("Broarnas bok")
    assert client.patch(report, json={"clear": ["title"]}).json()["report"]["title"] == "Uppföljning av bygden 2020"
    for wrong in ({"kind": "roman"}, {"title": None}, {"colour": "red"}, {"clear": ["title"], "period": {"start": 1}}):
        assert client.patch(report, json=wrong).status_code == 422, wrong
    assert client.patch("/reports/finns-inte", json={"title": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("files", "status", "said"),
    [
        ([("filer", FIRST)] * 4, 413, "Högst 3 filer"),
        ([("filer", ("stor.txt", b"a" * 60_000))], 413, "ARSRINGAR_MAX_UPLOAD_BYTES"),
        ([("annat", FIRST)], 422, "Ingen fil kom med"),
        ([("filer", ("", b""))], 422, "Ingen fil kom med"),
    ],
)
def test_what_is_too_much_or_nothing_is_refused(
    client: TestClient, files: list[tuple[str, tuple[str, bytes]]], status: int, said: str
) -> None:
    answer = client.post("/jobs", files=files)
    assert answer.status_code == status, answer.text
    assert said in answer.json()["error"]["message"]
    assert client.get("/jobs").json() == {"jobs": []}


def test_a_body_that_hides_its_size_is_refused_as_it_comes(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="filer"; filename="a.txt"\r\n\r\n'
        for _ in range(100):
            yield b"a" * 1000

    answer = client.post("/jobs", content=endless(), headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "limit_exceeded")


@pytest.mark.parametrize("body", [b"", b"--x\r\nnot a form", b"\x00\xff"])
def test_what_is_no_form_is_refused_in_words(client: TestClient, body: bytes) -> None:
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "application/json"):
        answer = client.post("/jobs", content=body, headers={"Content-Type": kind})
        assert answer.status_code == 422, (kind, answer.text)
        assert answer.json()["error"]["message"].endswith(".")


def test_an_upload_that_is_not_there_is_said_to_be_gone(client: TestClient) -> None:
    for method, path in (
        ("GET", ""),
        ("GET", "/events"),
        ("DELETE", ""),
        ("DELETE", "/files/1"),
        ("POST", "/files/1/retry"),
    ):
        answer = client.request(method, f"/jobs/finns-inte{path}")
        assert answer.status_code == 404, path
        assert "finns inte längre" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("rapport.pdf", "rapport.pdf"),
        ("C:\\Users\\eva\\Årsredovisning 2021.docx", "Årsredovisning 2021.docx"),
        ("../../etc/passwd", "passwd"),
        ("..", "namnlös"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\n.txt", "ab.txt"),
        ("", "namnlös"),
        ("å" * 300 + ".pdf", "å" * 98 + ".pdf"),
    ],
)
def test_a_file_gets_a_name_that_is_safe(given: str, name: str) -> None:
    assert safe_name(given) == name


def test_files_of_a_server_that_is_no_more_are_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / "uploads" / "999999999" / "abc" / "1" / "rapport.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    with Knowledge.open(Settings(data=tmp_path, model="hash"), create=True) as opened:
        opened.jobs.close()
    assert not left.exists()
