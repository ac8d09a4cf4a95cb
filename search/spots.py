"""Words of a passage as a place in its section or table, and from there on its pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import quotes
from corpus.model import Box, Passage, Section, Source, Table
from corpus.store import Store


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters `[start, end)` of a section's text, or rows `[start, end)` of a table; the other id is None."""

    section_id: str | None
    table_id: str | None
    start: int
    end: int


def spot_of(passage: Passage, start: int, end: int) -> Spot | None:
    """Where the characters `[start, end)` of a passage's text stand; None where that is outside it or in a header."""
    start, end = max(start, 0), min(end, len(passage.text))
    if start >= end:
        return None
    if passage.table_id is None:
        return Spot(passage.section_id, None, passage.start + start, passage.start + end)
    lines_before_rows = passage.text.count("\n") + 1 - (passage.end - passage.start)
    first = passage.text[:start].count("\n") - lines_before_rows
    last = passage.text[: end - 1].count("\n") - lines_before_rows
    if last < 0:
        return None
    return Spot(None, passage.table_id, passage.start + max(first, 0), passage.start + last + 1)


def spot_of_quote(quote: str, source: Source, section: Section | None, tables: Iterable[Table]) -> Spot | None:
    """Where a quote stands in its section, or in a table's row on the quote's page; None where it is in neither."""
    at = quotes.locate(quote, section.text) if section else None
    if section and at:
        return Spot(section.id, None, *at)
    words = quote.split()
    for table in tables:
        if source.page is not None and source.page not in (table.source.page, *table.source.pages):
            continue
        for number, row in enumerate(table.rows):
            if words == " ".join(row).split():
                return Spot(None, table.id, number, number + 1)
    return None


def boxes_of(store: Store, spot: Spot) -> tuple[Box, ...]:
    """The boxes of the words or rows; none for a format without pages.

    Raises:
        NotFound: the section or table is gone.
    """
    if spot.table_id is not None:
        sources = store.table(spot.table_id).row_sources[spot.start : spot.end]
        return tuple(box for source in sources for box in source.boxes)
    if spot.section_id is None:
        return ()
    return quotes.boxes_of(spot.start, spot.end, store.section(spot.section_id).spans)
