"""A decision's text out of a file that somebody hands over; the file is not kept."""

import tempfile
from dataclasses import replace
from pathlib import Path, PurePath

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.model import Problem, Reading
from corpus.settings import MEGABYTE, Settings
from ingest.formats import reader_of
from ingest.reader import Task
from ingest.reading import read
from ingest.workers import Workers

#: The largest decision; a letter of regulation is a tenth.
LARGEST = 20 * MEGABYTE
#: How long it may take in all, seconds: whoever waits for the page waits for this.
PATIENCE = 120.0


def text_of(name: str, content: bytes, settings: Settings) -> str:
    """The text of a file, headings on lines of their own.

    It is read in a process of its own, which may be killed: a file from outside may be of any kind.

    Args:
        name: its base name, whose suffix tells the format.
        content: its bytes.
        settings: the limits.

    Raises:
        UnreadableFile: it cannot be read.
        LimitExceeded: it is too large.
    """
    base = PurePath(name.replace("\\", "/")).name
    if len(content) > LARGEST:
        raise LimitExceeded(f"”{base}” är för stor: högst {LARGEST // MEGABYTE} megabyte går an för ett beslut.")
    reader_of(base)
    with tempfile.TemporaryDirectory() as folder, Workers(read, replace(settings, jobs=1)) as workers:
        path = Path(folder) / f"beslut{PurePath(base).suffix.lower()}"
        path.write_bytes(content)
        workers.submit(Task(path, base))
        outcome = workers.outcome(PATIENCE)
    if outcome is None:
        raise UnreadableFile(f"”{base}” tog för lång tid att läsa. Klistra in texten i stället.", "too_slow")
    return _text(outcome.result)


def _text(result: Reading | Problem) -> str:
    if isinstance(result, Problem):
        raise UnreadableFile(result.message, result.code)
    parts = (part for section in result.report.sections for part in (section.heading, section.text))
    return "\n\n".join(part for part in parts if part.strip())
