"""Opening the encoder that the settings name."""

from collections.abc import Callable
from pathlib import Path

from corpus.errors import ModelError, UsageError
from corpus.protocols import Encoder
from search.encoder.build import bundled_model
from search.encoder.bundled import BundledEncoder
from search.encoder.environment import has_openvino, third_party
from search.encoder.hashing import HashingEncoder
from search.encoder.identity import fingerprint
from search.encoder.openvino_engine import OpenVinoEngine
from search.encoder.prompts import prompts_of
from search.encoder.sentence_encoder import Engine, SentenceEncoder, TorchEngine

BUNDLED = "e5"
#: The file that makes a folder a sentence-transformers model.
MODULES = "modules.json"


def open_encoder(model: str | None, models: Path, backend: str = "auto") -> Encoder:
    """The encoder by its name in the settings.

    Args:
        model: `e5` or None, the bundled multilingual-e5-small; `hash`, no neural model; else a sentence-transformers
            model on this machine: a folder, or a name to be found in `models` or in the hub's local cache.
        models: the cache where the bundled model and OpenVINO's graphs are made once.
        backend: `openvino`, `torch`, or `auto`, which is OpenVINO where it is installed.

    Returns:
        An encoder that loads its model when it encodes the first text. The bundled model's folder is made here if it
        is missing.

    Raises:
        UsageError: no backend has that name.
        ModelError: the model is not on this machine, or is damaged.
    """
    if backend not in _OPENVINO_WANTED:
        raise UsageError(f"Motorn ”{backend}” finns inte; välj {', '.join(sorted(_OPENVINO_WANTED))}.")
    openvino = _OPENVINO_WANTED[backend]()
    special = _SPECIAL.get(model or BUNDLED)
    return special(models, openvino) if special else _named(str(model), models, openvino, backend)


def _bundled(models: Path, openvino: bool) -> Encoder:
    bundled = bundled_model(models)
    if openvino:
        return BundledEncoder(bundled, models)
    return SentenceEncoder(bundled.identity, bundled.folder, bundled.prompts, TorchEngine())


def _hashing(models: Path, openvino: bool) -> Encoder:
    return HashingEncoder()


def _named(name: str, models: Path, openvino: bool, backend: str) -> Encoder:
    folder = _find(name, models)
    label = folder.resolve().name if Path(name).is_dir() else name
    digest = fingerprint(folder)
    engine: Engine = TorchEngine()
    if openvino:
        engine = OpenVinoEngine(folder, digest, models, required=backend == "openvino")
    return SentenceEncoder(f"{label}#{digest}", folder, prompts_of(folder, label), engine)


def _find(name: str, models: Path) -> Path:
    """The folder of a model on this machine: as a path, in the cache of models, or in the hub's local cache."""
    places = [Path(name).expanduser(), models / name]
    for place in [*places, *_hub_snapshots(name)]:
        if (place / MODULES).is_file():
            return place
    raise ModelError(
        f"Modellen ”{name}” finns inte på den här datorn. Sökte {MODULES} i {places[0].absolute()} och {places[1]}. "
        "Ange en mapp med en sentence-transformers-modell, eller ”e5” för den medföljande."
    )


def _hub_snapshots(name: str) -> list[Path]:
    """Where the hub's client keeps a model of that name, if it was fetched before; nothing is fetched here."""
    if name.count("/") != 1:
        return []
    with third_party():
        from huggingface_hub import try_to_load_from_cache
        from huggingface_hub.errors import HFValidationError

        try:
            found = try_to_load_from_cache(name, MODULES)
        except HFValidationError:
            return []
    return [Path(found).parent] if isinstance(found, str) else []


def _required_openvino() -> bool:
    if not has_openvino():
        raise ModelError("OpenVINO är inte installerat. Installera paketet openvino, eller välj motorn torch.")
    return True


#: What each backend asks for: whether to use OpenVINO.
_OPENVINO_WANTED: dict[str, Callable[[], bool]] = {
    "auto": has_openvino,
    "openvino": _required_openvino,
    "torch": lambda: False,
}
#: The encoders with names of their own.
_SPECIAL: dict[str, Callable[[Path, bool], Encoder]] = {BUNDLED: _bundled, "hash": _hashing}
