"""`arsringar proof` and `compare --proof`: files for others."""

import json
from pathlib import Path

from lxml import html

from corpus.store import FactQuery, Store
from corpus.store.items import FIGURES, PROJECTS
from tests.api.commands.conftest import Call


def test_a_fact_is_proved_in_a_file(base: Path, call: Call, tmp_path: Path) -> None:
    with Store.open(base) as store:
        figure = store.find_facts(FIGURES, FactQuery(limit=1)).facts[0].fact
        projects = store.find_facts(PROJECTS, FactQuery(limit=1)).facts
    done = call("proof", figure.id, tmp_path / "u.html")
    assert (done.status, done.err) == (0, "")
    made = html.fromstring((tmp_path / "u.html").read_text(encoding="utf-8"))
    assert made.xpath("//blockquote")[0].text == " ".join(figure.quote.split())
    for project in projects:
        assert call("proof", project.fact.id, tmp_path / "p.html").status == 2
    assert call("proof", "finns-inte-f1", tmp_path / "p.html").status == 2
    refused = call("proof", figure.id, tmp_path / "ingen" / "mapp.html")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert not (tmp_path / "p.html").exists()


def test_a_comparison_is_answered_and_proved(base: Path, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "jämförelse.html"
    done = call("compare", "bredband", "--year", "2019..2021", "--json", "--proof", file)
    assert done.status == 0
    assert done.err == f"Underlaget finns i {file}.\n"
    assert json.loads(done.out)["topic"] == "bredband"
    assert "arsringar compare bredband --year 2019..2021" in file.read_text(encoding="utf-8")
    asked = tmp_path / "f.jsonl"
    asked.write_text('{"id": 1, "query": "bredband"}\n', encoding="utf-8")
    assert call("compare", "--queries", asked, "--proof", file).status == 2
