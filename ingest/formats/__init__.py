"""The file formats that can be read; one module a format, and this table that leads from a file's suffix to it."""

from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from corpus.errors import UnreadableFile
from corpus.settings import Settings
from ingest.document import Document

#: A new format is a new module with a `read` function, and one line here.
READERS = {
    ".pdf": "ingest.formats.pdf",
    ".docx": "ingest.formats.docx",
    ".html": "ingest.formats.html",
    ".htm": "ingest.formats.html",
    ".md": "ingest.formats.markdown",
    ".txt": "ingest.formats.text",
}


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, content: bytes, name: str, settings: Settings) -> Document:
        """Read a file's bytes.

        Args:
            content: the file's bytes.
            name: its base name, for messages.
            settings: the limits.

        Raises:
            UnreadableFile: it is not of this format, empty, damaged or encrypted.
            LimitExceeded: it is larger than the settings allow.
        """


def reader_of(name: str) -> Reader:
    """The reader for a file's suffix, in whatever case.

    Readers are imported only here, for a worker that reads text has no use for what reads PDF.

    Raises:
        UnreadableFile: no reader knows the suffix.
    """
    suffix = PurePath(name).suffix.lower()
    module = READERS.get(suffix)
    if module is None:
        known = " ".join(sorted(READERS))
        message = f"”{name}” har ett format som inte kan läsas. Format som kan läsas: {known}."
        raise UnreadableFile(message, reason="unsupported_format")
    return cast(Reader, import_module(module).read)
