"""Readers for worker processes to run in tests; a file's content says how its reading goes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.model import Facts, Metadata, Page, Passage, Reading, Report, Section
from corpus.settings import Settings
from ingest.reader import Progress


def read(path: Path, settings: Settings, progress: Progress) -> Reading:
    """Do what the file's first word says, or read it as a one-section report."""
    text = path.read_text(encoding="utf-8")
    behave = BEHAVIOURS.get(text.split(maxsplit=1)[0])
    if behave:
        behave(path, progress)
    section = Section("s1", None, 1, "", text)
    passage = Passage("p1", "s1", None, 0, len(text), text, ())
    report = Report(Metadata(path.stem), (Page(None, None, 0, 0, text),), (section,))
    return Reading(report, Facts(), (passage,))


def _hang(path: Path, progress: Progress) -> None:
    time.sleep(600)


def _hang_on_page_two(path: Path, progress: Progress) -> None:
    progress(1, 3)
    time.sleep(600)


def _go_on_slowly(path: Path, progress: Progress) -> None:
    for page in range(1, 5):
        time.sleep(0.4)
        progress(page, 4)


def _grow(path: Path, progress: Progress) -> None:
    held = []
    while True:
        held.append(bytearray(os.urandom(1 << 20)) * 16)
        time.sleep(0.01)


def _crash(path: Path, progress: Progress) -> None:
    os.abort()


def _refuse(path: Path, progress: Progress) -> None:
    raise UnreadableFile(f"”{path.name}” är krypterad.", "encrypted")


def _stumble(path: Path, progress: Progress) -> None:
    raise KeyError("x")


def _print(path: Path, progress: Progress) -> None:
    os.write(1, b"noise")


BEHAVIOURS: dict[str, Callable[[Path, Progress], None]] = {
    "HANG": _hang,
    "HANG2": _hang_on_page_two,
    "SLOW": _go_on_slowly,
    "GROW": _grow,
    "CRASH": _crash,
    "PRINT": _print,
    "REFUSE": _refuse,
    "STUMBLE": _stumble,
}
