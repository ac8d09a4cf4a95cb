"""Every setting in one table: name, default, what it does. Environment variables override the defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from corpus.errors import UsageError

PREFIX = "ARSRINGAR_"
MEGABYTE = 1_000_000


def _help(text: str) -> dict[str, str]:
    """The explanation of a setting, from which the documentation's table is made."""
    return {"help": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation works; made by `load`, handed down, never global."""

    data: Path = field(default=Path("data"), metadata=_help("Kunskapsbasens mapp"))
    models: Path = field(
        default=Path("~/.cache/arsringar/models"), metadata=_help("Mapp där den förberedda språkmodellen sparas")
    )
    model: str = field(
        default="e5", metadata=_help("Inbäddningsmodell: e5 (medföljer), hash (ingen modell), eller en mapp")
    )
    backend: str = field(default="auto", metadata=_help("Motor för modellen: auto, openvino eller torch"))
    jobs: int = field(default=2, metadata=_help("Antal filer som läses samtidigt"))
    host: str = field(default="127.0.0.1", metadata=_help("Adress som webben svarar på; bara loopback"))
    port: int = field(default=8000, metadata=_help("Port som webben svarar på"))
    max_file_bytes: int = field(default=200 * MEGABYTE, metadata=_help("Största fil som läses, i byte"))
    max_text_bytes: int = field(default=20 * MEGABYTE, metadata=_help("Största textfil som läses, i byte"))
    max_pages: int = field(default=3000, metadata=_help("Flest sidor i en fil"))
    page_seconds: float = field(default=20.0, metadata=_help("Längsta tid för en sida, i sekunder"))
    worker_megabytes: int = field(default=2000, metadata=_help("Mest minne för en läsande process, i megabyte"))
    max_query_characters: int = field(default=1000, metadata=_help("Längsta fråga, i tecken"))
    max_hits: int = field(default=100, metadata=_help("Flest träffar som kan begäras"))


def load(environment: Mapping[str, str] | None = None, **overrides: object) -> Settings:
    """Settings from defaults, then `ARSRINGAR_*` variables, then overrides that are not None.

    Raises:
        UsageError: a variable cannot be read as its setting's type.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for setting in fields(Settings):
        raw = environment.get(PREFIX + setting.name.upper())
        given = overrides.get(setting.name)
        if given is not None:
            values[setting.name] = given
        elif raw:
            values[setting.name] = _parse(setting.name, raw, type(setting.default))
    made = Settings(**values)
    return Settings(
        **{
            **{f.name: getattr(made, f.name) for f in fields(Settings)},
            "data": made.data.expanduser(),
            "models": made.models.expanduser(),
        }
    )


def _parse(name: str, raw: str, kind: type) -> object:
    try:
        return kind(raw)
    except ValueError:
        message = f"Inställningen {PREFIX}{name.upper()} kan inte vara ”{raw}”: ett tal behövs."
        raise UsageError(message) from None
