"""The invented region's seven annual reports, of which the truth is known."""

from collections.abc import Sequence
from pathlib import Path

from corpus.settings import Settings
from corpus.store import Store
from ingest.reading import read as read_report

FILES = (
    "arsredovisning-2018.pdf",
    "arsredovisning-2019.pdf",
    "arsredovisning-2020.pdf",
    "arsredovisning-2021.docx",
    "arsredovisning-2022.pdf",
    "arsredovisning-2023.txt",
    "arsredovisning-2024.pdf",
)


def save(store: Store, samples: Path, names: Sequence[str] = FILES) -> None:
    """Read reports into a store, without vectors."""
    for name in names:
        path = samples / name
        store.save(str(path), name, store.files.keep(path), read_report(path, name, Settings(model="hash", jobs=1)))
