"""Files that could not be read over HTTP: listed, put aside, brought back, read again where they still lie."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from corpus.model import Problem
from corpus.settings import Settings
from corpus.store import Failure
from tests.library import HERE

#: Seconds that reading a small file may take on a busy machine: a process has to start.
READ_WITHIN = 120.0
GOOD = "Uppföljning av bygden 2020\n\nBygden fick 12 nya broar under 2020.\n"


@pytest.fixture
def knowledge(tmp_path: Path) -> Iterator[Knowledge]:
    with Knowledge.open(Settings(data=tmp_path / "data", model="hash", jobs=1), create=True) as opened:
        yield opened
        opened.jobs.close()


@pytest.fixture
def client(knowledge: Knowledge) -> Iterator[TestClient]:
    with TestClient(create_api(knowledge), base_url=HERE) as opened:
        yield opened


@pytest.fixture
def failure(knowledge: Knowledge, tmp_path: Path) -> Failure:
    """A file that an earlier reader could not read."""
    path = tmp_path / "bygd.txt"
    path.write_text(GOOD, encoding="utf-8")
    content_hash = hashlib.sha256(GOOD.encode()).hexdigest()
    return knowledge.store.record_failure(str(path), path.name, content_hash, [Problem("damaged", "Skadad.")])


def test_a_file_is_put_aside_and_brought_back(client: TestClient, failure: Failure) -> None:
    (listed,) = client.get("/failures").json()["failures"]
    assert listed == {
        "id": failure.id,
        "file": "bygd.txt",
        "path": failure.path,
        "problems": [{"code": "damaged", "message": "Skadad.", "page": None}],
        "dismissed_at": None,
    }
    assert client.put(f"/failures/{failure.id}/dismissal").json()["dismissed_at"]
    assert client.get("/reports").json()["failures"][0]["dismissed_at"]
    assert client.delete(f"/failures/{failure.id}/dismissal").json()["dismissed_at"] is None


def test_a_file_that_lies_there_is_read_again_and_stays_where_it_is(
    client: TestClient, failure: Failure, knowledge: Knowledge
) -> None:
    answer = client.post(f"/failures/{failure.id}/retry")
    assert answer.status_code == 202
    job = answer.json()
    deadline = time.monotonic() + READ_WITHIN
    while not job["done"] and time.monotonic() < deadline:
        time.sleep(0.05)
        job = client.get(f"/jobs/{job['id']}").json()
    assert [file["result"]["status"] for file in job["files"]] == ["added"]
    assert client.get("/failures").json() == {"failures": []}
    assert Path(failure.path).read_text(encoding="utf-8") == GOOD


def test_a_file_that_lies_there_no_longer_is_told_so(client: TestClient, failure: Failure) -> None:
    Path(failure.path).unlink()
    answer = client.post(f"/failures/{failure.id}/retry")
    assert answer.status_code == 404
    assert "Lägg till filen på nytt" in answer.json()["error"]["message"]


@pytest.mark.parametrize(("method", "rest"), [("PUT", "/dismissal"), ("DELETE", "/dismissal"), ("POST", "/retry")])
def test_what_is_no_failure_is_not_found(client: TestClient, method: str, rest: str) -> None:
    assert client.request(method, f"/failures/ffffffffffff{rest}").status_code == 404
    refused = client.request(method, f"/failures/ffffffffffff{rest}", headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403
