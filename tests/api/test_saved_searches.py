"""Saved searches over HTTP: what is new for them as reports come in, are read again and removed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from corpus.settings import Settings
from corpus.store.saved_searches import MOST_SAVED
from ingest.pipeline import ingest
from tests.library import HERE

KEYS = "id query year publisher place kind project overlooked created_at seen_at commit new error".split()


class Office:
    """A knowledge base into which reports come one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = Settings(data=folder / "data", model="hash", jobs=1)
        self.knowledge = Knowledge.open(settings, create=True)
        self.client = TestClient(create_api(self.knowledge), base_url=HERE)

    def receive(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(f"Rapport {name} från Region Norrbotten 2021\n\nInnehåll\n\n{text}\n", encoding="utf-8")
        known = self.knowledge
        ingest([path], known.store, known.encoder, known.publisher, known.settings)

    def watch(self, query: str, **limits: object) -> dict[str, Any]:
        answer = self.client.post("/saved-searches", json={"query": query, **limits})
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def new(self) -> dict[str, list[str]]:
        """The files of what is new, by query."""
        found = self.client.get("/saved-searches").json()["saved_searches"]
        return {each["query"]: [hit["report"]["file"] for hit in each["new"]] for each in found}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path)
    opened.receive("gammal.txt", "Kvastbinderiet i byn band nio kvastar under året.")
    yield opened
    opened.knowledge.close()


def test_a_saved_search_has_its_limits_and_nothing_new(office: Office) -> None:
    made = office.watch("kvastbinderiet", year="2019..2021", place="Luleå", kind="plan", overlooked=["place:Luleå"])
    assert list(made) == KEYS
    assert (made["year"], made["place"], made["publisher"]) == ("2019..2021", "Luleå", None)
    assert (made["kind"], made["overlooked"], made["new"]) == ("plan", ["place:Luleå"], [])
    assert office.client.get(f"/saved-searches/{made['id']}").json() == made
    again = office.watch("kvastbinderiet", year="2019-2021", place="Luleå", kind="plan", overlooked=["place:Luleå"])
    assert again == made


def test_what_comes_in_is_new_until_it_is_marked_as_seen(office: Office) -> None:
    made = office.watch("kvastbinderiet")
    office.watch("renskötsel")
    office.receive("ny.txt", "Kvastbinderiet flyttade till stan och band nittio kvastar.")
    assert office.new() == {"kvastbinderiet": ["ny.txt"], "renskötsel": []}
    shown = office.client.get(f"/saved-searches/{made['id']}").json()
    office.receive("nyare.txt", "Kvastbinderiet fick i slutet av året ett nytt tak av stickor.")
    seen = office.client.post(f"/saved-searches/{made['id']}/seen", json={"commit": shown["commit"]}).json()
    assert [hit["report"]["file"] for hit in seen["new"]] == ["nyare.txt"]
    office.client.post(f"/saved-searches/{made['id']}/seen", json={"commit": seen["commit"]})
    assert office.new() == {"kvastbinderiet": [], "renskötsel": []}


def test_a_report_that_is_read_again_is_not_new(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.watch("kvastbinderiet")
    monkeypatch.setattr("ingest.pipeline.edition", lambda: "another reader")
    before = office.knowledge.store.commit_number
    office.receive("gammal.txt", "Kvastbinderiet i byn band nio kvastar under året.")
    assert office.knowledge.store.commit_number > before
    assert office.new() == {"kvastbinderiet": []}


def test_a_changed_report_is_new_and_a_removed_one_is_gone(office: Office) -> None:
    office.watch("kvastbinderiet")
    office.receive("gammal.txt", "Kvastbinderiet i byn band elva kvastar, två fler än året innan.")
    assert office.new() == {"kvastbinderiet": ["gammal.txt"]}
    office.knowledge.store.remove([office.knowledge.store.resolve("gammal.txt")])
    office.knowledge.publisher.publish()
    assert office.new() == {"kvastbinderiet": []}


def test_a_twin_of_what_was_there_is_new_too(office: Office) -> None:
    office.watch("kvastbinderiet")
    office.receive("tvilling.txt", "Kvastbinderiet i byn band nio kvastar under året.")
    (saved,) = office.client.get("/saved-searches").json()["saved_searches"]
    (hit,) = saved["new"]
    assert "tvilling.txt" in {hit["report"]["file"], *(also["file"] for also in hit["also"])}


def test_a_forgotten_search_is_gone(office: Office) -> None:
    made = office.watch("kvastbinderiet")
    assert office.client.delete(f"/saved-searches/{made['id']}").status_code == 204
    assert office.client.get("/saved-searches").json() == {"saved_searches": []}
    for answer in (
        office.client.get(f"/saved-searches/{made['id']}"),
        office.client.delete(f"/saved-searches/{made['id']}"),
        office.client.post(f"/saved-searches/{made['id']}/seen", json={"commit": 1}),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "query saknas"),
        ({"query": " "}, "Frågan är tom"),
        ({"query": "x" * 1001}, "query är för lång"),
        ({"query": "-vatten"}, "bara vad som inte"),
        ({"query": "a", "year": "i fjol"}, "”i fjol”"),
        ({"query": "a", "place": "Atlantis"}, "”Atlantis”"),
        ({"query": "a", "kind": "roman"}, "annual_report"),
        ({"query": "a", "publisher": "x" * 300}, "publisher är för lång"),
        ({"query": "a", "colour": "blue"}, "colour"),
        ({"query": "a", "overlooked": ["x"] * 51}, "overlooked"),
    ],
)
def test_a_search_that_cannot_be_asked_is_not_kept(client: TestClient, body: dict[str, object], said: str) -> None:
    before = client.get("/saved-searches").json()
    answer = client.post("/saved-searches", json=body)
    assert answer.status_code == 422
    assert said in answer.json()["error"]["message"]
    assert client.get("/saved-searches").json() == before


def test_too_many_are_refused(office: Office) -> None:
    for number in range(MOST_SAVED):
        office.watch(f"fråga {number}")
    answer = office.client.post("/saved-searches", json={"query": "en till"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "limit_exceeded")


def test_another_site_changes_nothing(office: Office) -> None:
    made = office.watch("kvastbinderiet")
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert office.client.delete(f"/saved-searches/{made['id']}", headers=elsewhere).status_code == 403
    assert office.client.post("/saved-searches", json={"query": "a"}, headers=elsewhere).status_code == 403
    assert list(office.new()) == ["kvastbinderiet"]
