"""One file made into a reading: format, sections, facts, passages. This is what a worker process runs."""

import hashlib
from functools import cache
from pathlib import Path

from corpus.model import Reading
from corpus.settings import Settings
from ingest.facts import facts
from ingest.formats import reader_of
from ingest.passages import passages
from ingest.sections import assemble

#: Whose code decides what a reading looks like, from the folder that holds the packages.
SOURCES = ("ingest", "corpus/swedish", "corpus/model.py", "corpus/quotes.py")


def read(path: Path, name: str, settings: Settings) -> Reading:
    """Read a file.

    Args:
        path: where its bytes lie.
        name: its base name, whose suffix tells the format.
        settings: the limits.

    Raises:
        UnreadableFile: it is empty, damaged, encrypted or not of its format.
        LimitExceeded: it is larger than the settings allow.
    """
    document = reader_of(name)(path.read_bytes(), name, settings)
    report = assemble(document, name)
    return Reading(report, facts(report), passages(report))


@cache
def edition() -> str:
    """The version of the reading code: a hash of its source, so that nobody can forget to raise it.

    A report that another edition has read is read anew by the next run.
    """
    top = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for source in SOURCES:
        place = top / source
        for module in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(module.relative_to(top).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
