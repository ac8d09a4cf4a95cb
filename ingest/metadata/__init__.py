"""What a report says of itself: title, publisher, kind, period and registration number, from weighed evidence."""

from corpus.model import Metadata
from ingest.document import Document
from ingest.metadata.evidence import gather
from ingest.metadata.kinds import find_kind
from ingest.metadata.periods import find_period
from ingest.metadata.publishers import find_publisher
from ingest.metadata.registration import find_registration_number
from ingest.metadata.titles import find_title


def read_metadata(document: Document, name: str) -> Metadata:
    """Read a report's metadata from its title, cover, first pages, properties and file name.

    Args:
        document: the file as its format's reader made it.
        name: the file's base name.
    """
    title = find_title(document, name)
    clues = gather(document, name, title)
    kind = find_kind(clues)
    return Metadata(
        title=title,
        publisher=find_publisher(clues),
        kind=kind,
        period=find_period(clues, kind),
        registration_number=find_registration_number(clues),
        language=(document.properties.language or "sv").split("-")[0].lower() or "sv",
    )
