"""The commands as contracts.md says: their JSON, what people read, what they change."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from api.commands.progress import line_of
from corpus.model import Problem
from corpus.store import Counts
from ingest.results import FileResult
from tests.api.commands.conftest import Call

INGESTED = {
    "id", "file", "path", "status", "problems", "pages", "sections", "passages", "tables", "projects", "figures",
    "commitments", "seconds",
}  # fmt: skip
SHOWN = {"report", "sections", "tables", "illustrations", "footnotes", "projects", "figures", "commitments"}
REPORT = {
    "id", "file", "title", "publisher", "kind", "period", "registration_number", "pages", "language", "version",
    "edited",
}  # fmt: skip
HIT = {
    "rank", "score", "report", "section_path", "page", "printed_page", "pages", "passage", "quote", "citation",
    "verified", "boxes", "also", "ocr", "missing_places", "passage_id",
}  # fmt: skip


def test_ingest_tells_of_each_file_and_of_all(call: Call, reports: Path) -> None:
    done = call("ingest", reports, "--json")
    assert done.status == 0
    assert done.json.keys() == {"reports", "totals"}
    assert [report["file"] for report in done.json["reports"]] == [
        "rapport-2015.txt",
        "rapport-2016.md",
        "rapport-2017.txt",
        "rapport-2018.md",
    ]
    for report in done.json["reports"]:
        assert report.keys() == INGESTED
        assert report["status"] == "unchanged"
        assert report["path"] == str(reports / report["file"])
    assert {k: v for k, v in done.json["totals"].items() if k != "seconds"} == {
        "added": 0, "updated": 0, "unchanged": 4, "failed": 0, "blocked": 0, "pages": 0, "passages": 0,
    }  # fmt: skip


def test_a_second_run_changes_no_byte_of_the_store_and_keeps_the_index(call: Call, base: Path, reports: Path) -> None:
    before = ((base / "store.sqlite").read_bytes(), (base / "index" / "CURRENT").read_text())
    assert call("ingest", reports).status == 0
    assert ((base / "store.sqlite").read_bytes(), (base / "index" / "CURRENT").read_text()) == before


def test_show_has_all_that_was_read(call: Call) -> None:
    shown = call("show", "rapport-2016", "--json").json
    assert shown.keys() == SHOWN
    assert shown["report"].keys() == REPORT
    assert shown["report"]["file"] == "rapport-2016.md"
    assert shown["report"]["period"]["start"] == "2016-01-01"
    headings = [section["heading"] for section in shown["sections"]]
    assert shown["report"]["title"] == "Årsredovisning 2016"
    assert sum(heading.endswith("under året") for heading in headings) == 3
    for section in shown["sections"]:
        assert section.keys() == {"id", "parent_id", "level", "heading", "page", "printed_page", "text", "ocr"}


def test_show_text_holds_every_word(call: Call, reports: Path) -> None:
    words = (reports / "rapport-2016.md").read_text().replace("#", "").split()
    assert set(words) <= set(call("show", "rapport-2016", "--text").out.replace("#", "").split())


def test_list_names_every_report(call: Call) -> None:
    listed = call("list", "--json").json
    assert [report["file"] for report in listed["reports"]] == [
        "rapport-2015.txt", "rapport-2016.md", "rapport-2017.txt", "rapport-2018.md",
    ]  # fmt: skip
    assert listed["failures"] == []
    for report in listed["reports"]:
        assert report["id"] in call("list").out


def test_search_answers_with_cited_hits(call: Call) -> None:
    answer = call("search", "bredband", "-k", "3", "--json").json
    assert answer.keys() == {"query", "confident", "seconds", "hits"}
    assert answer["query"].keys() == {"text", "places", "years", "phrases", "suggestion"}
    assert [hit["rank"] for hit in answer["hits"]] == [1, 2, 3]
    for hit in answer["hits"]:
        assert hit.keys() == HIT
        assert hit["report"].keys() == {"id", "file", "title", "publisher", "period", "kind"}
        assert hit["quote"] in hit["passage"]
        assert hit["verified"]
    first = answer["hits"][0]
    assert "bredband" in first["passage"].lower()
    shown = call("search", "bredband", "-k", "3").out
    assert first["citation"] in shown
    assert f"»{first['quote']}«" in " ".join(shown.split())


def test_search_filters_by_year(call: Call) -> None:
    answer = call("search", "bredband", "--year", "2016..2017", "--json").json
    assert {hit["report"]["file"] for hit in answer["hits"]} <= {"rapport-2016.md", "rapport-2017.txt"}
    assert answer["hits"]


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    lines = [{"id": "a", "query": "bredband"}, {"id": 2, "query": "skolskjuts i Boden", "extra": True}]
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n\n")
    return path


def test_many_questions_give_a_line_of_json_each(call: Call, queries: Path) -> None:
    done = call("search", "--queries", queries, "--json")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["id"] for line in lines] == ["a", 2]
    assert lines[0].keys() == {"id", "query", "confident", "seconds", "hits"}
    single = call("search", "bredband", "--json").json
    assert lines[0]["hits"] == single["hits"]


def test_one_question_that_cannot_be_asked_does_not_stop_the_others(call: Call, queries: Path) -> None:
    queries.write_text('{"id": "lång", "query": "' + "x" * 5000 + '"}\n' + queries.read_text())
    done = call("search", "--queries", queries, "--json")
    assert done.status == 1
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["id"] for line in lines] == ["lång", "a", 2]
    assert lines[0]["error"]["code"] == "usage"


def test_csv_has_a_row_for_each_hit_and_one_for_a_question_without(call: Call, queries: Path) -> None:
    rows = list(csv.DictReader(StringIO(call("search", "--queries", queries, "--csv", "-k", "2").out)))
    assert [(row["query_id"], row["rank"]) for row in rows] == [("a", "1"), ("a", "2"), ("2", "1"), ("2", "2")]
    none = list(csv.DictReader(StringIO(call("search", "bredband", "--year", "1950", "--csv").out)))
    assert [(row["query"], row["rank"]) for row in none] == [("bredband", "")]


def test_an_edited_title_is_searched_and_survives_a_new_reading(call: Call, reports: Path) -> None:
    call("edit", "rapport-2016", "--title", "Zebrarapporten", "--period", "2016-01-01/2016-04-30")
    report = call("show", "rapport-2016", "--json").json["report"]
    assert (report["title"], report["edited"]) == ("Zebrarapporten", ["period", "title"])
    assert report["period"] == {"start": "2016-01-01", "end": "2016-04-30", "text": None}
    assert call("search", "zebrarapporten", "--json").json["hits"][0]["report"]["id"] == report["id"]
    assert call("ingest", reports).status == 0
    assert call("show", "rapport-2016", "--json").json["report"]["title"] == "Zebrarapporten"
    assert call("verify").status == 0
    cleared = call("edit", "rapport-2016", "--clear", "title", "--json").json
    assert cleared["report"]["title"] == "Årsredovisning 2016"


def test_what_is_removed_is_found_no_more_and_stays_out_until_unblocked(call: Call, reports: Path) -> None:
    removed = call("remove", "rapport-2016", "--json").json
    assert [report["file"] for report in removed["removed"]] == ["rapport-2016.md"]
    hits = call("search", "bredband", "--json").json["hits"]
    assert "rapport-2016.md" not in {hit["report"]["file"] for hit in hits}
    again = call("ingest", reports, "--json")
    assert again.status == 0
    assert [report["status"] for report in again.json["reports"]] == ["unchanged", "blocked", "unchanged", "unchanged"]
    assert call("unblock").out.split() == removed["blocked"]
    assert call("unblock", removed["blocked"][0][:12]).status == 0
    assert call("ingest", reports, "--json").json["totals"]["added"] == 1
    assert call("verify").status == 0


def test_content_is_unblocked_by_its_file_too(call: Call, reports: Path) -> None:
    call("remove", "rapport-2016")
    assert call("unblock", reports / "rapport-2016.md", "--json").json["blocked"] == []


def test_verify_finds_nothing_wrong_and_then_what_is(call: Call, base: Path) -> None:
    done = call("verify", "--deep", "--json")
    assert (done.status, done.json["ok"], done.json["findings"]) == (0, True, [])
    (base / "index" / "CURRENT").unlink()
    original = next((base / "files").glob("??/*"))
    original.write_bytes(b"annat")
    wrong = call("verify", "--json")
    assert wrong.status == 1
    assert {finding["what"] for finding in wrong.json["findings"]} == {"index_missing", "original_changed"}


def test_another_model_is_refused_until_reindexed(call: Call, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from search.encoder.hashing import HashingEncoder

    def other(model: str, models: Path, backend: str) -> HashingEncoder:
        return HashingEncoder(64)

    monkeypatch.setattr("api.knowledge.open_encoder", other)
    refused = call("search", "bredband")
    assert refused.status == 2
    assert "arsringar reindex" in refused.err
    assert call("ingest", base.parent, "--json").status == 2
    assert call("reindex").status == 0
    assert call("search", "bredband").status == 0
    assert call("verify").status == 0


def test_evaluate_scores_search(call: Call, tmp_path: Path) -> None:
    hit = call("search", "bredband", "--json").json["hits"][0]
    judged = tmp_path / "judged.jsonl"
    relevant = [{"file": hit["report"]["file"], "quote": hit["quote"], "grade": 2}]
    judged.write_text(json.dumps({"id": "q", "query": "bredband", "relevant": relevant}) + "\n")
    scored = call("evaluate", judged, "--json").json
    assert (scored["queries"], scored["success_at_1"], scored["ndcg_at_10"]) == (1, 1.0, 1.0)


def test_a_settled_file_is_told_with_its_problems() -> None:
    problem = Problem("no_text_layer", "Sidan 3 saknar textlager.", 3)
    added = FileResult("x", "a.pdf", "/a.pdf", "added", (problem,), Counts(pages=3, passages=7), 1.26)
    assert line_of(added) == "inläst: a.pdf (3 sidor, 7 stycken, 1,3 s)\n  Sidan 3 saknar textlager."
    assert line_of(FileResult("x", "a.pdf", "/a.pdf", "unchanged")) is None
