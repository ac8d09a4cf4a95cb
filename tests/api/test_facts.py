"""Facts over HTTP: limited, downloaded, corrected only as they were seen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.fact_limits import CommitmentLimits, FactLimits, FigureLimits, ProjectLimits
from api.knowledge import Knowledge
from corpus.settings import Settings
from corpus.store.fact_conditions import SORTS
from tests import facts_library
from tests.library import HERE


@pytest.fixture
def settings(samples: Path, tmp_path: Path) -> Settings:
    return facts_library.make(samples, tmp_path)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with Knowledge.open(settings) as knowledge:
        yield TestClient(create_api(knowledge), base_url=HERE)


def get(client: TestClient, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@pytest.mark.parametrize(
    ("path", "total"),
    [
        (f"/figures?report={facts_library.INTERIM}", 2),
        ("/figures?report=norrbotten-delarsrapport-april-2021", 2),
        ("/figures?year=2021", 2),
        ("/figures?year=1999", 0),
        ("/figures?place=Lule%C3%A5+kommun", 1),
        ("/figures?unit=percent", 1),
        ("/figures?kind=budget", 0),
        ("/figures?q=kostnad", 1),
        ("/figures?publisher=region+norrbotten", 2),
        ("/projects?year=2020", 1),
        ("/projects?actor=regionen", 1),
        ("/projects?q=fibern%C3%A4tet", 1),
        ("/projects?place=Kiruna", 0),
        ("/commitments?status=done", 1),
        ("/commitments?status=none", 1),
        ("/commitments?actor=regionen", 1),
        ("/commitments?q=n%C3%B6jda", 1),
        ("/commitments?place=Kiruna", 0),
        ("/figures?place=&unit=&q=", 2),
    ],
)
def test_lists_are_limited(client: TestClient, path: str, total: int) -> None:
    assert get(client, path)["total"] == total


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/figures?kind=gissning", 422, "kind kan inte vara ”gissning”; välj en av outcome"),
        ("/figures?sort=status", 422, "sort kan inte vara ”status”"),
        ("/commitments?status=klart", 422, "status kan inte vara ”klart”"),
        ("/figures?year=i+fjol", 422, "”i fjol”"),
        ("/figures?limit=100000", 422, "högst 1000"),
        ("/figures?format=pdf", 422, "format kan inte vara ”pdf”"),
        ("/figures?report=finns-inte", 404, "Det finns ingen rapport ”finns-inte”"),
        (f"/figures?q={'a' * 300}", 422, "högst 255 tecken"),
    ],
)
def test_what_a_list_cannot_be_limited_to_is_said(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.json()["error"]["message"]


def test_texts_are_sorted_from_a_and_values_from_the_greatest(client: TestClient) -> None:
    def places(query: str) -> list[str]:
        return [figure["place"] for figure in get(client, f"/figures?{query}")["figures"]]

    assert places("sort=place") == ["Luleå", "Övertorneå"]
    assert places("sort=place&order=desc") == ["Övertorneå", "Luleå"]
    assert places("sort=value") == ["Luleå", "Övertorneå"]
    assert places("sort=value&order=asc") == ["Övertorneå", "Luleå"]


@pytest.mark.parametrize(
    ("kind", "limits"), [("figure", FigureLimits), ("project", ProjectLimits), ("commitment", CommitmentLimits)]
)
def test_the_store_sorts_by_all_that_can_be_asked_for(kind: str, limits: type[FactLimits]) -> None:
    offered = limits.model_json_schema()["properties"]["sort"]["enum"]
    assert offered == ["year", *SORTS[kind]]


@pytest.mark.parametrize("list_", ["figures", "projects", "commitments"])
def test_a_fact_is_corrected_only_as_it_was_seen(client: TestClient, list_: str) -> None:
    (seen, *_) = get(client, f"/{list_}")[list_]
    address = f"/{list_}/{seen['id']}"
    marked = client.patch(address, json={"wrong": True, "revision": seen["revision"]})
    assert (marked.status_code, marked.json()["revision"] != seen["revision"]) == (200, True)
    for answer in (
        client.patch(address, json={"wrong": False, "revision": seen["revision"]}),
        client.delete(f"{address}/correction", params={"revision": seen["revision"]}),
    ):
        assert answer.status_code == 409
        assert list(answer.json()) == ["error"]
        assert answer.json()["error"]["code"] == "conflict"
        assert "Någon har rättat uppgiften" in answer.json()["error"]["message"]
    assert get(client, address)["correction"]["wrong"] is True
    taken_back = client.delete(f"{address}/correction", params={"revision": marked.json()["revision"]})
    assert taken_back.json()["revision"] == seen["revision"]


def test_an_id_that_came_to_be_another_fact_s_is_refused(client: TestClient, settings: Settings, samples: Path) -> None:
    (seen, _) = get(client, "/figures?sort=place")["figures"]
    facts_library.read_anew(settings, samples)
    answer = client.patch(f"/figures/{seen['id']}", json={"wrong": True, "revision": seen["revision"]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "conflict")
    assert "lästs in på nytt" in answer.json()["error"]["message"]
    assert get(client, "/figures")["total"] == 3


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/figures", "GET"),
        ("POST", "/figures/a-1-f1", "GET, PATCH"),
        ("GET", "/figures/a-1-f1/correction", "DELETE"),
        ("PATCH", "/search", "GET"),
    ],
)
def test_the_methods_that_an_address_answers_to_are_said(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    said = f"Adressen svarar inte på {method}: använd {allowed.replace(', ', ' eller ')}."
    assert answer.json() == {"error": {"code": "method_not_allowed", "message": said}}
