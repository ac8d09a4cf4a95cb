"""Where a statement stands, as exactly as time allows."""

from typing import ClassVar

from corpus import quotes
from corpus.model import Section, Source
from corpus.store import Store
from search.timeline.statements import Statement


class Locator:
    """Finds the page and boxes of quotes, each section read once.

    Args:
        store: where the sections are.
        exact: find the boxes of every quote; otherwise only the page of those whose passage runs over several.
    """

    #: Reports up to which every quote is found exactly: a section of a long report has boxes that take 40 ms to read.
    MOST_EXACT: ClassVar[int] = 12

    def __init__(self, store: Store, *, exact: bool) -> None:
        self._store = store
        self._exact = exact
        self._sections: dict[str, Section] = {}

    def place(self, statement: Statement, quote: str, known: Source) -> Source:
        """The quote's place; `known` is what is known of it, a fact's source or the passage's."""
        passage = statement.passage.passage
        if known is not passage.source or passage.table_id is not None or passage.section_id is None:
            return known
        if not self._exact and len(known.pages) < 2:
            return known
        start = passage.start + statement.quote.start + max(0, statement.quote.text.find(quote))
        boxes = quotes.boxes_of(start, start + len(quote), self._section(passage.section_id).spans)
        if not boxes:
            return known
        pages = tuple(dict.fromkeys(box.page for box in boxes))
        printed = known.printed_page if known.page == pages[0] else None
        return Source(pages[0], printed, pages, tuple(boxes))

    def _section(self, qualified: str) -> Section:
        if qualified not in self._sections:
            self._sections[qualified] = self._store.section(qualified)
        return self._sections[qualified]
