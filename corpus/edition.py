"""Which version of some code made a thing: a hash of its source, so that nobody can forget to raise a number."""

import hashlib
from functools import cache
from pathlib import Path


@cache
def edition_of(*sources: str) -> str:
    """Twelve hex digits that change when the code does.

    Args:
        sources: packages and modules, as paths from the folder that holds the packages.
    """
    top = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for source in sources:
        place = top / source
        for module in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(module.relative_to(top).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
