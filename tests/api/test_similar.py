"""GET /passages/{id}/similar: from a passage to those like it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.library import HERE

YEARLY = (
    "Bredband når {share} procent av hushållen i länet, och utbyggnaden av fiber fortsätter i alla kommuner under året "
    "med stöd av regionen, länsstyrelsen och de byar som själva gräver, så att målet för hela länet kan nås i tid."
)
OTHER = "Museet i Boden visade en utställning om renskötsel."


@pytest.fixture
def yearly(tmp_path: Path) -> Knowledge:
    """Two yearly reports with one paragraph in common but for its figure, and each with one of its own."""
    for year, share, own in (
        (2020, 80, "Fiber byggs ut till byarna när bredbandet når hushållen."),
        (2021, 85, OTHER),
    ):
        parts = (f"Årsredovisning {year} för Region Norrbotten", "Bredband", YEARLY.format(share=share), "Övrigt", own)
        text = "\n\n".join(parts) + "\n"
        (tmp_path / f"rapport-{year}.txt").write_text(text, encoding="utf-8")
    settings = Settings(data=tmp_path / "data", model="hash", jobs=1)
    knowledge = Knowledge.open(settings, create=True)
    ingest(sorted(tmp_path.glob("*.txt")), knowledge.store, knowledge.encoder, knowledge.publisher, settings)
    return knowledge


def test_twins_are_told_apart_from_those_that_are_like(yearly: Knowledge) -> None:
    with yearly, TestClient(create_api(yearly), base_url=HERE) as client:
        hit = client.get("/search", params={"q": "bredband procent hushåll", "k": 1}).json()["hits"][0]
        found = client.get(f"/passages/{hit['passage_id']}/similar").json()
        assert (found["passage_id"], found["passage"]) == (hit["passage_id"], hit["passage"])
        assert [also["file"] for also in found["also"]] == [also["file"] for also in hit["also"]]
        assert len(found["also"]) == 1
        assert found["hits"][0]["passage"].endswith("Fiber byggs ut till byarna när bredbandet når hushållen.")
        scores = [like["score"] for like in found["hits"]]
        assert scores == sorted(scores, reverse=True)
        assert hit["passage_id"] not in [like["passage_id"] for like in found["hits"]]


def test_a_replaced_version_s_passage_is_not_searched(yearly: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "rapport-2021.txt"
    with yearly, TestClient(create_api(yearly), base_url=HERE) as client:
        hit = client.get("/search", params={"q": "renskötsel", "k": 1}).json()["hits"][0]
        path.write_text(path.read_text("utf-8").replace("renskötsel", "kvastbinderi"), encoding="utf-8")
        ingest([path], yearly.store, yearly.encoder, yearly.publisher, yearly.settings)
        answer = client.get(f"/passages/{hit['passage_id']}/similar")
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")
        assert "ersatt version" in answer.json()["error"]["message"]


@pytest.mark.parametrize("k", [0, 101])
def test_senseless_numbers_are_refused(client: TestClient, k: int) -> None:
    hit = client.get("/search", params={"q": "bredband", "k": 1}).json()["hits"][0]
    assert client.get(f"/passages/{hit['passage_id']}/similar", params={"k": k}).status_code == 422


@pytest.mark.parametrize("limit", ["project", "report"])
def test_a_search_can_be_limited_to_a_project_or_a_report(client: TestClient, limit: str) -> None:
    value = {"project": "Fiber i glesbygd", "report": "norrbotten-2017"}[limit]
    hits = client.get("/search", params={"q": "bredband", limit: value}).json()["hits"]
    assert hits
    for hit in hits:
        assert value.lower() in (f"{hit['report']['file']} {hit['section_path']} {hit['passage']}").lower()
