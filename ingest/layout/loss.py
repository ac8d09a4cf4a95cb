"""Nothing lost: characters that came out set against characters in the file."""

from corpus.model import Problem
from ingest.document import Heading, Note, Paragraph, Picture, TableBlock
from ingest.layout.analysis import Analysis
from ingest.layout.blocks import Stream

#: Share of a document's characters that may be missing, as mended hyphens and dropped marks are.
TOLERATED = 0.005


def lost_text(name: str, analysis: Analysis, stream: Stream) -> list[Problem]:
    """A problem where more of the text is missing than mending explains; none otherwise."""
    there = sum(page.content.characters for page in analysis.pages)
    came = len(_visible(stream.title or "")) + sum(_count(block) for block in stream.blocks)
    aside = 0
    for page in analysis.pages:
        aside += sum(len(_visible(line.text)) for line in (*page.aside, *page.contents.lines))
    missing = there - came - aside
    if there == 0 or missing <= max(10, TOLERATED * there):
        return []
    share = f"{100 * missing / there:.1f}".replace(".", ",")
    message = f"{name}: {share} procent av filens tecken kom inte med i det lästa. Jämför med originalet."
    return [Problem("text_lost", message)]


def _count(block: object) -> int:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Note(text=text):
            return len(_visible(text)) + 2
        case TableBlock():
            cells = [*block.header, *(cell for row in block.rows for cell in row), block.caption or ""]
            return sum(len(_visible(cell)) for cell in cells)
        case Picture():
            return len(_visible(block.text)) + len(_visible(block.caption or ""))
        case _:
            return 0


def _visible(text: str) -> str:
    return "".join(text.split())
