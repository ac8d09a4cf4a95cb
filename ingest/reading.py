"""One file made into a reading: format, sections, what is missing, facts, passages. A worker process runs this."""

from dataclasses import replace
from pathlib import Path

from corpus.edition import edition_of
from corpus.model import Reading
from corpus.settings import Settings
from ingest.announced import unmet_announcements
from ingest.facts import facts
from ingest.formats import reader_of
from ingest.loss import lost_text
from ingest.passages import passages
from ingest.sections import assemble
from ingest.witness import witness

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
    content = path.read_bytes()
    document = reader_of(name)(content, name, settings)
    report = assemble(document, name)
    pages, aside = witness(content, name, document, settings)
    missing = (*lost_text(name, pages, report, aside), *unmet_announcements(name, report))
    report = replace(report, problems=(*report.problems, *missing))
    return Reading(report, facts(report), passages(report))


def edition() -> str:
    """The version of the reading code; a report that another edition has read is read anew by the next run."""
    return edition_of(*SOURCES)
