"""Sections compared over HTTP and on the command line: one object, two renderings."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.commands.program import run
from corpus.settings import Settings
from corpus.store import Store

BEFORE, AFTER = "arsredovisning-2022.pdf", "arsredovisning-2023.txt"


def reports(client: TestClient) -> dict[str, Any]:
    answer = client.get("/compare/reports", params={"before": BEFORE, "after": AFTER})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def id_of(settings: Settings, file: str, heading: str) -> str:
    with Store.open(settings.data) as store:
        return next(it.id for it in store.sections(store.resolve(file), spans=False) if it.heading == heading)


def test_two_reports_are_told_pair_by_pair(client: TestClient) -> None:
    shape = reports(client)
    assert shape.keys() == {"before", "after", "pairs"}
    pairs = shape["pairs"]
    assert all(pair.keys() == {"outcome", "reason", "rate", "kept", "before", "after"} for pair in pairs)
    told = {
        (tuple(one["heading"] for one in pair["before"]), tuple(one["heading"] for one in pair["after"])): pair
        for pair in pairs
    }
    assert told[("Bredband",), ("Bredband",)]["reason"] == "heading"
    assert told[("Regiondirektören sammanfattar",), ("Ordföranden har ordet",)]["outcome"] == "changed"
    assert told[("Intern kontroll",), ()]["outcome"] == "gone"
    assert told[(), ("Händelser efter årets utgång",)]["outcome"] == "new"


def test_a_section_is_told_step_by_step_with_its_amounts(client: TestClient, knowledge_base: Settings) -> None:
    before, after = (id_of(knowledge_base, file, "Företagsstöd") for file in (BEFORE, AFTER))
    shape = client.get("/compare/sections", params={"before": before, "after": after}).json()
    assert shape.keys() == {"before", "after", "steps", "changes", "restated", "gone", "new"}
    assert shape["before"]["path"] == ["Ett hållbart och konkurrenskraftigt näringsliv"]
    assert {step["kind"] for step in shape["steps"]} >= {"changed", "rewritten", "gone", "new"}
    changed = next(step for step in shape["steps"] if step["kind"] == "changed")
    assert "".join(piece["old"] for piece in changed["pieces"]) == changed["before"]["text"]
    assert "".join(piece["new"] for piece in changed["pieces"]) == changed["after"]["text"]
    change = shape["changes"][0]
    assert change.keys() >= {"measure", "from", "to", "absolute", "percent", "values", "text", "break"}
    assert change["from"]["quote"]
    assert change["to"]["quote"]


def test_the_counterpart_is_looked_for_where_only_the_report_is_named(
    client: TestClient, knowledge_base: Settings
) -> None:
    section = id_of(knowledge_base, BEFORE, "Regiondirektören sammanfattar")
    shape = client.get("/compare/sections", params={"before": section, "against": AFTER}).json()
    assert [one["heading"] for one in shape["after"]["sections"]] == ["Ordföranden har ordet"]
    alone = id_of(knowledge_base, BEFORE, "Intern kontroll")
    answer = client.get("/compare/sections", params={"before": alone, "against": AFTER})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 422),
        ({"before": "finns-inte", "after": "inte-heller"}, 404),
        ({"before": "finns-inte"}, 422),
    ],
)
def test_what_cannot_be_compared_is_an_error_in_words(client: TestClient, asked: dict[str, str], status: int) -> None:
    answer = client.get("/compare/sections", params=asked)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_one_report_on_both_sides_is_refused(client: TestClient) -> None:
    answer = client.get("/compare/reports", params={"before": BEFORE, "after": BEFORE})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "usage")


def ask(settings: Settings, *arguments: str) -> int:
    return run(["--data", str(settings.data), "--model", "hash", "sections", BEFORE, AFTER, *arguments])


def test_the_command_line_gives_the_same_objects(
    client: TestClient, knowledge_base: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(knowledge_base, "--json") == 0
    assert json.loads(capsys.readouterr().out) == reports(client)
    assert ask(knowledge_base, "--section", "bibliotek", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    section = id_of(knowledge_base, BEFORE, "Bibliotek")
    assert told == client.get("/compare/sections", params={"before": section, "against": AFTER}).json()


def test_people_read_what_changed(knowledge_base: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(knowledge_base) == 0
    assert "Intern kontroll" in capsys.readouterr().out
    assert ask(knowledge_base, "--section", "Personal") == 0
    printed = capsys.readouterr().out
    assert "[−" in printed
    assert "{+" in printed
    assert "Belopp och tal" in printed


@pytest.mark.parametrize("heading", ["finns inte", "intern kontroll"])
def test_a_section_that_has_no_like_is_told(
    knowledge_base: Settings, capsys: pytest.CaptureFixture[str], heading: str
) -> None:
    assert ask(knowledge_base, "--section", heading) == 2
    assert capsys.readouterr().err
