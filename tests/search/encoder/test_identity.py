"""What made a vector."""

from pathlib import Path

import pytest

from corpus.errors import ModelError
from search.encoder.hashing import HashingEncoder
from search.encoder.identity import PIECE, PIECES, WHOLE, fingerprint, require_same_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling" / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").write_bytes(bytes(2 * WHOLE))
    return tmp_path


def test_a_model_is_known_again(folder: Path) -> None:
    before = fingerprint(folder)
    assert len(before) == 12
    (folder / "README.md").write_text("En beskrivning ändrar inga vektorer.")
    (folder / "onnx").mkdir()
    (folder / "onnx" / "config.json").write_text("{}")
    assert fingerprint(folder) == before


@pytest.mark.parametrize("position", [0, PIECE, 2 * WHOLE - 1, 17 * (2 * WHOLE - PIECE) // (PIECES - 1)])
def test_another_weight_is_another_model(folder: Path, position: int) -> None:
    before = fingerprint(folder)
    content = bytearray(2 * WHOLE)
    content[position] = 1
    (folder / "model.safetensors").write_bytes(content)
    assert (fingerprint(folder) != before) == (position != PIECE)


def test_another_setting_or_length_is_another_model(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode": "cls"}')
    between = fingerprint(folder)
    (folder / "model.safetensors").write_bytes(bytes(2 * WHOLE + 1))
    assert len({before, between, fingerprint(folder)}) == 3


def test_two_models_are_not_mixed() -> None:
    encoder = HashingEncoder()
    require_same_model(encoder.model, encoder.model)
    with pytest.raises(ModelError, match=r"intfloat/multilingual-e5-small#0.*hash#"):
        require_same_model(encoder.model, "intfloat/multilingual-e5-small#0")
