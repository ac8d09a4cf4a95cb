from pathlib import Path

import pytest
import spacy

from corpus.errors import ModelError
from corpus.swedish import pipeline


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="går inte att läsa in"):
        pipeline.load(str(tmp_path / "ingen"))


def test_a_model_of_another_language(tmp_path: Path) -> None:
    spacy.blank("nb").to_disk(tmp_path / "norsk")
    with pytest.raises(ModelError, match="inte svensk"):
        pipeline.load(str(tmp_path / "norsk"))


def test_only_the_parts_asked_for_are_loaded(tmp_path: Path) -> None:
    model = spacy.blank("sv")
    model.add_pipe("sentencizer")
    model.add_pipe("morphologizer")
    model.add_pipe("ner")
    model.to_disk(tmp_path / "svensk")
    loaded = pipeline.load(str(tmp_path / "svensk"), parts=["names", "lemmas"])
    assert loaded.pipe_names == ["sentencizer", "ner", "swedish_lemmas"]


def test_lemmas_are_those_of_search(tmp_path: Path) -> None:
    spacy.blank("sv").to_disk(tmp_path / "svensk")
    doc = pipeline.load(str(tmp_path / "svensk"), parts=["lemmas"])("Kommunernas uppdrag")
    assert [token.lemma_ for token in doc] == ["kommun", "uppdrag"]
