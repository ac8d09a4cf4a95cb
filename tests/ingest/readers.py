"""Readers for worker processes to run in tests; a file's content says how its reading goes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.model import Facts, Metadata, Page, Passage, Reading, Report, Section
from corpus.settings import Settings
from ingest.heartbeat import page_read


def read(path: Path, name: str, settings: Settings) -> Reading:
    """Do what the file's first word says, or read it as a one-section report."""
    text = path.read_text(encoding="utf-8")
    behave = BEHAVIOURS.get(text.split(maxsplit=1)[0])
    if behave:
        behave(name)
    section = Section("s1", None, 1, "", text)
    passage = Passage("p1", "s1", None, 0, len(text), text, ())
    report = Report(Metadata(name.rpartition(".")[0]), (Page(None, None, 0, 0, text),), (section,))
    return Reading(report, Facts(), (passage,))


def _hang(name: str) -> None:
    time.sleep(600)


def _hang_on_page_two(name: str) -> None:
    page_read(1, 3)
    time.sleep(600)


def _go_on_slowly(name: str) -> None:
    for page in range(1, 5):
        time.sleep(0.4)
        page_read(page, 4)


def _grow(name: str) -> None:
    held = []
    while True:
        held.append(bytearray(os.urandom(1 << 20)) * 16)
        page_read(0, 1)


def _crash(name: str) -> None:
    os.abort()


def _refuse(name: str) -> None:
    raise UnreadableFile(f"”{name}” är krypterad.", "encrypted")


def _stumble(name: str) -> None:
    raise KeyError("x")


def _print(name: str) -> None:
    os.write(1, b"noise")


BEHAVIOURS: dict[str, Callable[[str], None]] = {
    "HANG": _hang,
    "HANG2": _hang_on_page_two,
    "SLOW": _go_on_slowly,
    "GROW": _grow,
    "CRASH": _crash,
    "PRINT": _print,
    "REFUSE": _refuse,
    "STUMBLE": _stumble,
}
