"""Places on a page that was turned to be read, as it is displayed."""

import pytest

from corpus.model import Box, Source, Span
from ingest.document import Heading, Paragraph, TableBlock
from ingest.layout.content import PageContent
from ingest.ocr.turning import Turned, as_displayed

#: Near the upper left corner of an upright page of 600 times 800 points.
UPRIGHT = Box(1, 10, 20, 110, 40)


@pytest.mark.parametrize(
    ("turns", "displayed"),
    [
        # The page lay on its left side, was 800 wide and 600 high, and its top was at the left.
        (1, Box(1, 20, 490, 40, 590)),
        # It stood on its head.
        (2, Box(1, 490, 760, 590, 780)),
        # It lay on its right side, its top at the right.
        (3, Box(1, 760, 10, 780, 110)),
    ],
)
def test_a_box_is_turned_back(turns: int, displayed: Box) -> None:
    assert Turned(turns, 600, 800).back(UPRIGHT) == displayed


def test_every_place_of_a_block_is_turned_back_and_only_on_turned_pages() -> None:
    other = Box(2, 10, 20, 110, 40)
    source = Source(1, None, (1, 2), (UPRIGHT, other))
    pages = [PageContent(1, 600, 800, turns=2), PageContent(2, 600, 800)]
    blocks = (
        Heading("Vägar", 1, source),
        Paragraph("Vägar", (Span(0, 5, UPRIGHT),), source=source),
        TableBlock((), (("Vägar",),), source=source, row_sources=(source,)),
    )
    heading, paragraph, table = as_displayed(blocks, pages)
    back = Box(1, 490, 760, 590, 780)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, TableBlock)
    assert heading.source.boxes == table.row_sources[0].boxes == (back, other)
    assert paragraph.spans == (Span(0, 5, back),)
    assert as_displayed(blocks, [PageContent(1, 600, 800)]) == blocks
