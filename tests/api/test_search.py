"""GET /search gives the contract's object, the same as the command line."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.commands.program import run
from corpus.settings import Settings

QUESTION = "bredband Övertorneå"
HIT = (
    "rank score report section_path page printed_page pages passage quote citation verified boxes also ocr "
    "missing_places passage_id"
).split()


def ask(client: TestClient, **parameters: object) -> dict[str, Any]:
    answer = client.get("/search", params={name: str(value) for name, value in parameters.items()})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def message(client: TestClient, **parameters: object) -> str:
    answer = client.get("/search", params={name: str(value) for name, value in parameters.items()})
    assert answer.status_code == 422
    assert list(answer.json()) == ["error"]
    assert answer.json()["error"]["code"] == "usage"
    return str(answer.json()["error"]["message"])


def test_the_answer_has_the_contract_s_keys_in_their_order(client: TestClient) -> None:
    answer = ask(client, q=QUESTION)
    assert list(answer) == ["query", "confident", "seconds", "hits"]
    assert answer["query"] == {
        "text": QUESTION,
        "places": ["Övertorneå"],
        "years": [],
        "phrases": [],
        "suggestion": None,
    }
    assert [hit["rank"] for hit in answer["hits"]] == list(range(1, 11))
    for hit in answer["hits"]:
        assert list(hit) == HIT
        assert list(hit["report"]) == ["id", "file", "title", "publisher", "period", "kind"]
        assert all(list(box) == ["page", "x0", "top", "x1", "bottom"] for box in hit["boxes"])
        assert hit["quote"] in hit["passage"] or len(hit["passage"]) == 1500


def test_the_first_hit_is_cited_with_its_page(client: TestClient) -> None:
    first = ask(client, q=QUESTION, k=1)["hits"][0]
    assert "55" in first["quote"]
    assert "Övertorneå" in first["quote"]
    assert first["report"]["file"] == "norrbotten-delarsrapport-april-2021.pdf"
    assert first["report"]["period"]["start"] == "2021-01-01"
    assert (first["page"], first["verified"]) == (6, True)
    assert {box["page"] for box in first["boxes"]} == {6}
    assert first["citation"].endswith(", s. 6")


def test_http_and_the_command_line_say_the_same(
    client: TestClient, knowledge_base: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["search", QUESTION, "-k", "3", "--json", "--data", str(knowledge_base.data), "--model", "hash"]
    assert run(arguments) == 0
    printed = json.loads(capsys.readouterr().out)
    answered = ask(client, q=QUESTION, k=3)
    assert printed.pop("seconds") >= 0
    assert answered.pop("seconds") >= 0
    assert answered == printed


@pytest.mark.parametrize(
    ("limit", "years"),
    [("2017", {2017}), ("2021..2022", {2021, 2022}), ("1990..1995", set())],
)
def test_years_bound_the_reports_periods(client: TestClient, limit: str, years: set[int]) -> None:
    hits = ask(client, q="bredband", k=20, year=limit)["hits"]
    assert {int(hit["report"]["period"]["end"][:4]) for hit in hits} == years


def test_publisher_kind_and_place_limit_the_hits(client: TestClient) -> None:
    assert {hit["report"]["publisher"] for hit in ask(client, q="mål", publisher="norrbotten")["hits"]} == {
        "Region Norrbotten"
    }
    assert {hit["report"]["kind"] for hit in ask(client, q="mål", kind="interim_report")["hits"]} == {"interim_report"}
    for hit in ask(client, q="bredband", place="Luleå")["hits"]:
        assert "Luleå" in " ".join([hit["report"]["title"], *hit["section_path"], hit["passage"]])


def test_what_nothing_answers_is_said_not_to_be(client: TestClient) -> None:
    assert ask(client, q="hemliga ubåtar utanför Mallorca")["confident"] is False


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "q saknas"),
        ({"q": ""}, "tom"),
        ({"q": "   "}, "tom"),
        ({"q": "a" * 1001}, "för lång: 1001 tecken"),
        ({"q": "a", "k": 0}, "1–100"),
        ({"q": "a", "k": 101}, "1–100"),
        ({"q": "a", "k": "många"}, "k ska vara ett heltal, inte ”många”"),
        ({"q": "a", "k": "9" * 5000}, "k"),
        ({"q": "a", "year": "i fjol"}, "”i fjol”"),
        ({"q": "a", "year": "2" * 300}, "year är för lång"),
        ({"q": "a", "publisher": "x" * 300}, "publisher är för lång: högst 255 tecken"),
        ({"q": "a", "place": "Atlantis"}, "”Atlantis”"),
        ({"q": "a", "kind": "roman"}, "annual_report"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, parameters: dict[str, object], said: str) -> None:
    told = message(client, **parameters)
    assert said in told
    assert len(told) < 400


def test_eight_callers_at_once_get_what_each_asked_for(client: TestClient) -> None:
    questions = ["bredband", "sjukfrånvaro", "kultur", "kvastbinderiet", "vindmätaren", "gångbroar", "mål", QUESTION]
    alone = {question: ask(client, q=question)["hits"] for question in questions}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: ask(client, q=question)["hits"], questions * 4))
    assert together == [alone[question] for question in questions] * 4
