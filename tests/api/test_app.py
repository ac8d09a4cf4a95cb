"""What holds for every address: one error shape, security headers, own host names, a complete description."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_api
from api.guard import SECURITY_HEADERS, is_own
from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from search.encoder.hashing import HashingEncoder
from search.generations import IndexPublisher
from tests.library import HERE

SECRET = "the inner workings"


def break_down() -> None:
    raise RuntimeError(SECRET)


@pytest.fixture(scope="module")
def breaking(knowledge: Knowledge) -> Iterator[TestClient]:
    """The API with an address that fails in a way that nobody foresaw."""
    api = create_api(knowledge)
    api.add_api_route("/break", break_down)
    with TestClient(api, base_url=HERE, raise_server_exceptions=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/docs", 404, "not_found"),
        ("GET", "/redoc", 404, "not_found"),
        ("POST", "/search?q=a", 405, "method_not_allowed"),
        ("DELETE", "/reports/a", 405, "method_not_allowed"),
        ("GET", "/search", 422, "usage"),
        ("GET", "/break", 500, "unexpected"),
    ],
)
def test_every_error_has_the_one_shape(breaking: TestClient, method: str, path: str, status: int, code: str) -> None:
    answer = breaking.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert list(body) == ["error"]
    assert list(body["error"]) == ["code", "message"]
    assert body["error"]["code"] == code
    assert body["error"]["message"].endswith(".")
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/search?q=mål", "/search", "/reports", "/nothing", "/break", "/openapi.json", "/health"],
)
def test_every_answer_is_guarded(breaking: TestClient, path: str) -> None:
    headers = breaking.get(path).headers
    assert {name: headers[name] for name in SECURITY_HEADERS} == dict(SECURITY_HEADERS)


def test_the_method_that_is_allowed_is_said(client: TestClient) -> None:
    assert client.post("/search").headers["allow"] == "GET"


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("arsringar.example", False),
        ("localhost.example", False),
        ("127.0.0.1.example:8000", False),
        ("0.0.0.0:8000", False),
        ("192.168.1.2", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_this_machine_s_names_are_answered(header: str, own: bool) -> None:
    assert is_own(header) is own


def test_another_host_name_gets_nothing(client: TestClient) -> None:
    answer = client.get("/reports", headers={"Host": "attacker.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "wrong_host")
    assert answer.headers["content-security-policy"] == SECURITY_HEADERS["Content-Security-Policy"]


def test_health_says_what_is_served(client: TestClient, knowledge: Knowledge) -> None:
    body = client.get("/health").json()
    assert body == {
        "status": "ok",
        "store_commit": knowledge.store.commit_number,
        "index_commit": knowledge.store.commit_number,
        "model": knowledge.encoder.model,
        "reports": 9,
    }


@pytest.fixture
def other_model(tmp_path: Path) -> Settings:
    """A knowledge base whose index another model made than the one that its settings name."""
    settings = Settings(data=tmp_path / "data", model="hash", jobs=1)
    (tmp_path / "a.txt").write_text("Regionen byggde tre broar under 2020.\n", encoding="utf-8")
    other = HashingEncoder(64)
    with Knowledge.open(settings, create=True) as knowledge:
        publisher = IndexPublisher(knowledge.store, other.model, other.dimensions, knowledge.analyzer)
        ingest([tmp_path / "a.txt"], knowledge.store, other, publisher, settings)
    return settings


def test_health_is_503_in_words_where_another_model_made_the_index(other_model: Settings) -> None:
    with Knowledge.open(other_model) as knowledge:
        client = TestClient(create_api(knowledge), base_url=HERE)
        for path in ("/health", "/search?q=broar"):
            answer = client.get(path)
            assert (answer.status_code, answer.json()["error"]["code"]) == (503, "model"), path
            assert HashingEncoder(64).model in answer.json()["error"]["message"], path


def test_health_is_503_in_words_where_the_index_is_damaged(other_model: Settings) -> None:
    manifest = next((other_model.data / "index").glob("*/manifest.json"))
    with Knowledge.open(other_model) as knowledge:
        for damage in ("", "{}", "[]", "not JSON"):
            manifest.write_text(damage)
            answer = TestClient(create_api(knowledge), base_url=HERE).get("/health")
            assert (answer.status_code, answer.json()["error"]["code"]) == (503, "version_mismatch"), damage


def test_health_of_an_empty_knowledge_base(tmp_path: Path) -> None:
    with Knowledge.open(Settings(data=tmp_path, model="hash"), create=True) as knowledge:
        answer = TestClient(create_api(knowledge), base_url=HERE).get("/health")
    assert (answer.status_code, answer.json()["index_commit"], answer.json()["reports"]) == (200, None, 0)


def operations(api: FastAPI) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in api.openapi()["paths"].items():
        for operation in methods.values():
            yield path, operation


def test_the_description_is_complete(api: FastAPI) -> None:
    described = dict(operations(api))
    assert set(described) == {
        "/search",
        "/reports",
        "/reports/{reference}",
        "/reports/{reference}/sections",
        "/reports/{reference}/sections/{section}",
        "/reports/{reference}/file",
        "/reports/{reference}/pages/{page}.png",
        *(f"/{kind}" for kind in ("figures", "projects", "commitments")),
        *(f"/{kind}/{{fact}}" for kind in ("figures", "projects", "commitments")),
        *(f"/{kind}/{{fact}}/proof.html" for kind in ("figures", "commitments")),
        *(f"/{kind}/{{fact}}/correction" for kind in ("figures", "projects", "commitments")),
        *(
            "/jobs",
            "/jobs/{job}",
            "/jobs/{job}/events",
            "/jobs/{job}/files/{number}",
            "/jobs/{job}/files/{number}/retry",
        ),
        *(f"/compare{rest}" for rest in ("", "/links", "/reports", "/sections")),
        *(f"/drafts{rest}" for rest in ("", "/{draft}", "/{draft}/undo", "/{draft}/redo", "/{draft}/marks")),
        "/drafts/{draft}/document.docx",
        "/drafts/{draft}/blocks/{block}/confirmations",
        *(f"/drafts/{{draft}}/headings/{{heading}}/{what}" for what in ("suggestions", "loans")),
        *(f"/reports/{{reference}}/{what}" for what in ("drafts", "links", "removal")),
        *("/failures", "/failures/{failure}/dismissal", "/failures/{failure}/retry"),
        *(
            "/saved-searches",
            "/saved-searches/{search}",
            "/saved-searches/{search}/seen",
            "/passages/{passage}/similar",
        ),
        "/health",
    }
    for path, operation in described.items():
        assert operation["summary"], path
        assert operation["description"], path
        assert all(parameter.get("description") for parameter in operation.get("parameters", [])), path
        assert {"404", "422", "503"} <= set(operation["responses"]), path
        errors = [operation["responses"][status] for status in ("404", "422", "503")]
        assert all("ErrorShape" in json.dumps(answer) for answer in errors), path


def test_no_shape_of_the_framework_s_is_described(api: FastAPI) -> None:
    assert "HTTPValidationError" not in api.openapi()["components"]["schemas"]


def test_examples_are_what_is_answered(api: FastAPI, client: TestClient) -> None:
    """The example of each answer has the keys of a real one."""
    schemas = api.openapi()["components"]["schemas"]
    real = {
        "Answer": client.get("/search?q=bredband").json(),
        "ListedReport": client.get("/reports").json()["reports"][0],
        "Health": client.get("/health").json(),
        "ErrorShape": client.get("/nothing").json(),
    }
    for name, answered in real.items():
        assert set(schemas[name]["examples"][0]) == set(answered), name


def test_the_description_asks_for_nothing_from_elsewhere(client: TestClient) -> None:
    assert "http" not in client.get("/openapi.json").text.replace("HTTP", "")
