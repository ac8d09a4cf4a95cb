"""What a page's layout leaves out on purpose, so that the check for lost text can account for it."""

from collections.abc import Iterator

from ingest.document import SetAside
from ingest.layout.analysis import Analysis


def set_aside(analysis: Analysis) -> Iterator[SetAside]:
    """The running lines and contents lines of all pages; contents pages are evidence for headings, never text."""
    for page in analysis.pages:
        number = page.content.number
        yield from (SetAside(line.text, "running", number) for line in page.aside)
        yield from (SetAside(line.text, "contents", number) for line in page.contents.lines)
