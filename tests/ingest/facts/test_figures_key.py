"""The figures of sample reports against their key."""

import json
from pathlib import Path

import pytest

from corpus.settings import Settings
from ingest.facts.figures import figures
from ingest.formats import reader_of
from ingest.sections import assemble

#: The least share of a key's figures that must be found with value and unit: the bar on real reports.
LEAST = {"arsredovisning-2021.docx": 0.85, "arsredovisning-2023.txt": 0.85, "arsredovisning-2024.pdf": 0.85}


@pytest.mark.parametrize("name", sorted(LEAST))
def test_the_figures_of_the_key_are_found(name: str, samples: Path) -> None:
    report = assemble(reader_of(name)((samples / name).read_bytes(), name, Settings()), name)
    found = {(round(figure.value, 3), figure.unit) for figure in figures(report)}
    key = json.loads((samples / "key" / f"{Path(name).stem}.json").read_text(encoding="utf-8"))["figures"]
    hits = sum((round(float(figure["value"]), 3), figure["unit"]) in found for figure in key)
    assert hits / len(key) >= LEAST[name]
