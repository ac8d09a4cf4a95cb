import json
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


def test_our_own_model_is_small_and_reached_its_bars() -> None:
    files = [file for file in pipeline.OWN.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 15_000_000
    scores = json.loads((pipeline.OWN / "scores.json").read_text(encoding="utf-8"))
    bars = {"pos_acc": 0.95, "dep_las": 0.72, "sents_f": 0.90, "ents_f": 0.70}
    assert {name: scores[name] >= bar for name, bar in bars.items()} == dict.fromkeys(bars, True)


def test_our_own_model_reads_a_sentence_of_a_report() -> None:
    doc = pipeline.load(str(pipeline.OWN))("Regionen beviljade stöd till företag i Luleå. Arbetet fortsätter nästa år.")
    assert [sentence.text for sentence in doc.sents] == [
        "Regionen beviljade stöd till företag i Luleå.",
        "Arbetet fortsätter nästa år.",
    ]
    assert [token.pos_ for token in doc][:4] == ["NOUN", "VERB", "NOUN", "ADP"]
    assert [(name.text, name.label_) for name in doc.ents] == [("Luleå", "LOC")]
