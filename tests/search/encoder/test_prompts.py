"""What is put before a text."""

import json
from pathlib import Path

import pytest

from search.encoder.prompts import CONFIG, E5, Prompts, prompts_of


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        ({"query": "fråga: ", "passage": "stycke: "}, Prompts("fråga: ", "stycke: ")),
        ({"query": "fråga: ", "document": ""}, Prompts("fråga: ", "")),
        ({"query": "q ", "document": "d ", "passage": "p "}, Prompts("q ", "d ")),
        ({"query": "", "document": ""}, Prompts()),
        ({"query": None}, Prompts()),
        (None, Prompts()),
        (["query"], Prompts()),
    ],
)
def test_the_models_own_prompts_come_first(tmp_path: Path, configured: object, expected: Prompts) -> None:
    (tmp_path / CONFIG).write_text(json.dumps({"prompts": configured}), encoding="utf-8")
    assert prompts_of(tmp_path, "min-modell") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("intfloat/multilingual-e5-base", E5),
        ("e5-small-v2", E5),
        ("my_E5_model", E5),
        ("intfloat/multilingual-e5-large-instruct", Prompts()),
        ("KBLab/sentence-bert-swedish-cased", Prompts()),
        ("site55-model", Prompts()),
        ("route5", Prompts()),
    ],
)
def test_an_e5_by_name_gets_e5s(tmp_path: Path, name: str, expected: Prompts) -> None:
    assert prompts_of(tmp_path, name) == expected
