"""What made a vector, said so that two models are never mixed."""

import hashlib
from pathlib import Path

from corpus.errors import ModelError

#: The files of a model that its vectors depend on.
SUFFIXES = frozenset({".json", ".safetensors", ".bin", ".model", ".txt"})
#: Copies of the same network for other engines, which are not read.
OTHER_ENGINES = frozenset({"onnx", "openvino"})
#: A file up to this size is read whole; of a larger one, this many pieces of this size, evenly spread. Training moves
#: every weight, so pieces tell models apart; reading 2 GB at every start would cost seconds.
WHOLE = 1 << 20
PIECES = 64
PIECE = 1 << 14


def fingerprint(folder: Path) -> str:
    """Twelve hex digits that change when the model in a folder does."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        relative = file.relative_to(folder)
        if file.suffix in SUFFIXES and file.is_file() and not OTHER_ENGINES & {*relative.parts}:
            digest.update(f"{relative.as_posix()} {file.stat().st_size}\n".encode())
            _add(digest, file)
    return digest.hexdigest()[:12]


def _add(digest: "hashlib._Hash", file: Path) -> None:
    size = file.stat().st_size
    with file.open("rb") as stream:
        if size <= WHOLE:
            digest.update(stream.read())
            return
        for number in range(PIECES):
            stream.seek(number * (size - PIECE) // (PIECES - 1))
            digest.update(stream.read(PIECE))


def require_same_model(model: str, made_by: str) -> None:
    """Refuse to compare vectors of different models.

    Args:
        model: what would make the new vectors (`Encoder.model`).
        made_by: the model that made the stored ones, as the index remembers it.

    Raises:
        ModelError: they differ; the message names both.
    """
    if model != made_by:
        raise ModelError(
            f"Kunskapsbasens vektorer är gjorda med modellen {made_by}, men nu används {model}. "
            "Välj samma modell, eller kör ”arsringar reindex” för att räkna om allt med den nya."
        )
