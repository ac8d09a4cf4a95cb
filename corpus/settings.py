"""Every setting in one table: name, default, what it does. Environment variables override the defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from corpus.errors import UsageError

PREFIX = "ARSRINGAR_"
MEGABYTE = 1_000_000
#: What may be done about text that stands in pictures only.
OCR = ("auto", "off")


def _help(text: str) -> dict[str, str]:
    """The explanation of a setting, from which the documentation's table is made."""
    return {"help": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation works; made by `load`, handed down, never global."""

    data: Path = field(default=Path("data"), metadata=_help("folder of the knowledge base"))
    models: Path = field(
        default=Path("~/.cache/arsringar/models"), metadata=_help("folder where the prepared embedding model is kept")
    )
    model: str = field(
        default="e5",
        metadata=_help("embedding model: `e5` (bundled), `hash` (none), or a sentence-transformers folder or name"),
    )
    backend: str = field(default="auto", metadata=_help("what runs the model: `auto`, `openvino` or `torch`"))
    ocr: str = field(
        default="auto", metadata=_help("text in pictures: `auto` (read where Tesseract is installed) or `off`")
    )
    jobs: int = field(default=2, metadata=_help("files read at the same time"))
    host: str = field(default="127.0.0.1", metadata=_help("address to serve on; loopback only"))
    port: int = field(default=8000, metadata=_help("port to serve on"))
    max_file_bytes: int = field(default=200 * MEGABYTE, metadata=_help("largest file, bytes"))
    max_text_bytes: int = field(default=20 * MEGABYTE, metadata=_help("largest text file, bytes"))
    max_pages: int = field(default=3000, metadata=_help("most pages of a file"))
    page_seconds: float = field(default=20.0, metadata=_help("longest time for a page, seconds"))
    worker_megabytes: int = field(default=2000, metadata=_help("most memory of a reading process, megabytes"))
    max_upload_files: int = field(default=200, metadata=_help("most files of one upload"))
    max_upload_bytes: int = field(default=2000 * MEGABYTE, metadata=_help("most bytes of one upload"))
    max_query_characters: int = field(default=1000, metadata=_help("longest question, characters"))
    max_hits: int = field(default=100, metadata=_help("most hits that can be asked for"))
    accessibility_organisation: str = field(
        default="", metadata=_help("accessibility statement: the organisation that runs the site")
    )
    accessibility_contact: str = field(
        default="", metadata=_help("accessibility statement: where people report shortcomings")
    )
    accessibility_date: str = field(default="", metadata=_help("accessibility statement: day of the latest review"))
    accessibility_shortcomings: str = field(
        default="", metadata=_help("accessibility statement: known shortcomings, parted by `;`")
    )

    def __post_init__(self) -> None:
        """Make folders below the home folder (`~`) their paths, however the settings were made."""
        for folder in ("data", "models"):
            object.__setattr__(self, folder, getattr(self, folder).expanduser())


def load(environment: Mapping[str, str] | None = None, **overrides: object) -> Settings:
    """Settings from defaults, then `ARSRINGAR_*` variables, then overrides that are not None.

    Raises:
        UsageError: a variable cannot be read as its setting's type, or there is no such choice.
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
    if made.ocr not in OCR:
        raise UsageError(f"Inställningen {PREFIX}OCR kan inte vara ”{made.ocr}”: välj {' eller '.join(OCR)}.")
    return made


def _parse(name: str, raw: str, kind: type) -> object:
    try:
        return kind(raw)
    except ValueError:
        message = f"Inställningen {PREFIX}{name.upper()} kan inte vara ”{raw}”: ett tal behövs."
        raise UsageError(message) from None


def _shown(default: object) -> str:
    return f"`{default}`" if str(default) else "–"


def table() -> str:
    """The documentation's table of settings, in Markdown."""
    rows = [
        f"| `{PREFIX}{setting.name.upper()}` | {_shown(setting.default)} | {setting.metadata['help']} |"
        for setting in fields(Settings)
    ]
    return "\n".join(["| variable | default | what it sets |", "|---|---|---|", *rows])
