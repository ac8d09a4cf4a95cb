"""Nothing lost: characters that came out set against characters in the file."""

from corpus.model import Problem
from ingest.layout.analysis import Analysis, PageLayout, TableArea
from ingest.layout.lines import Line
from ingest.layout.paragraphs import Piece
from ingest.layout.pictures import PictureArea

#: Share of a document's characters that may be missing.
TOLERATED = 0.005


def lost_text(name: str, analysis: Analysis) -> list[Problem]:
    """A problem where more of the text than is tolerated stands in nothing that was read; none otherwise."""
    there = sum(page.content.characters for page in analysis.pages)
    came = sum(_count(page) for page in analysis.pages)
    missing = there - came
    if there == 0 or missing <= max(10, TOLERATED * there):
        return []
    share = f"{100 * missing / there:.1f}".replace(".", ",")
    message = f"{name}: {share} procent av filens tecken kom inte med i det lästa. Jämför med originalet."
    return [Problem("text_lost", message)]


def _count(page: PageLayout) -> int:
    """Characters of the words that ended up somewhere on a page, each word once."""
    lines: list[Line] = [*page.aside, *page.contents.lines, *page.notes.lines, *page.labels]
    words = list(page.turned)
    for entity in page.entities:
        match entity:
            case Piece():
                lines += entity.lines
            case PictureArea():
                lines += (*entity.caption, *entity.inside)
            case TableArea():
                words += [word for cell in entity.grid.cells for word in cell.words]
    words += [word for line in lines for word in line.words]
    return sum(len(text) for text in {id(word): word.text for word in words}.values())
