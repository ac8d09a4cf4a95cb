"""Many questions in one go as a table, and two settings compared."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.api.commands.conftest import Call


def asked(folder: Path, *texts: str) -> Path:
    path = folder / "frågor.jsonl"
    rows = (json.dumps({"id": f"q{number}", "query": text}) for number, text in enumerate(texts, 1))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_every_question_has_its_rows_those_without_hits_and_those_refused_too(call: Call, tmp_path: Path) -> None:
    path = asked(tmp_path, "bredband", '"bredband kvastar"', "-vatten", "=1+1 skolskjuts")
    done = call("search", "--queries", path, "--csv", "-k", "1")
    assert done.status == 1
    rows = list(csv.DictReader(StringIO(done.out)))
    assert [(row["query_id"], row["rank"]) for row in rows] == [("q1", "1"), ("q2", ""), ("q3", ""), ("q4", "1")]
    assert (rows[1]["query"], rows[1]["confident"], rows[1]["file"]) == ('"bredband kvastar"', "False", "")
    assert [bool(row["error"]) for row in rows] == [False, False, True, False]
    assert "bara vad som inte ska vara med" in rows[2]["error"]
    # No spreadsheet may run what was asked; a question that begins with a minus is none.
    assert rows[3]["query"] == "'=1+1 skolskjuts"
    assert {len(row) for row in csv.reader(StringIO(done.out))} == {18}


def test_no_questions_are_a_table_of_none(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "tom.jsonl"
    path.write_text("\n", encoding="utf-8")
    done = call("search", "--queries", path, "--csv")
    assert (done.status, len(done.out.splitlines())) == (0, 1)


@pytest.fixture
def judged(call: Call, tmp_path: Path) -> Path:
    hit = call("search", "bredband", "--json").json["hits"][0]
    path = tmp_path / "facit.jsonl"
    relevant = [{"file": hit["report"]["file"], "quote": hit["quote"], "grade": 2}]
    rows = [{"id": "a", "query": "bredband", "relevant": relevant}, {"id": "b", "query": "ubåtar utanför Mallorca"}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_setting_is_compared_with_an_earlier_run(call: Call, judged: Path, tmp_path: Path) -> None:
    saved = json.loads(call("evaluate", judged, "--json").out)
    assert saved["compared"] is None
    saved["scores"][0]["ndcg"] = 0.25
    earlier = tmp_path / "förut.json"
    earlier.write_text(json.dumps(saved), encoding="utf-8")
    compared = call("evaluate", judged, "--against", earlier, "--json").json["compared"]
    measured = compared["measures"]["ndcg_at_10"]
    assert (measured["first"], measured["second"], measured["difference"]) == (0.25, 1.0, 0.75)
    assert (measured["low"], measured["high"], measured["queries"]) == (0.75, 0.75, 1)
    assert compared["measures"]["success_at_1"]["p"] == 1.0
    shown = call("evaluate", judged, "--against", earlier).out
    assert "+0,750" in shown
    assert "95 % säkerhet" in shown


def test_two_knowledge_bases_are_compared(call: Call, judged: Path, base: Path) -> None:
    compared = call("evaluate", judged, "--against", base, "--json").json["compared"]
    assert {each["difference"] for each in compared["measures"].values()} == {0.0}


@pytest.mark.parametrize("content", [None, "[]", "ingen json", '{"queries": 1}'])
def test_what_is_no_run_is_refused(call: Call, judged: Path, tmp_path: Path, content: str | None) -> None:
    earlier = tmp_path / "förut.json"
    if content is not None:
        earlier.write_text(content, encoding="utf-8")
    done = call("evaluate", judged, "--against", earlier)
    assert (done.status, done.out) == (2, "")
    assert "varken en kunskapsbas eller en mätning" in done.err


def test_a_run_of_other_questions_is_refused(call: Call, judged: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "förut.json"
    earlier.write_text(call("evaluate", judged, "--json").out, encoding="utf-8")
    judged.write_text(json.dumps({"id": "c", "query": "skolskjuts"}), encoding="utf-8")
    done = call("evaluate", judged, "--against", earlier, "--json")
    assert done.status == 2
    assert "inte samma frågor" in done.err
