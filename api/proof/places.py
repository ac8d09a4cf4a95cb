"""Where a quote stands: its boxes, its pages, its headings, the words around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import quotes
from corpus.model import Box, Page, Passage, Section, Source
from corpus.store import Store, StoredReport
from search.spots import boxes_of, spot_of

#: Characters that are shown on either side of a quote of which there is no picture.
AROUND = 400


@dataclass(frozen=True, slots=True)
class Claim:
    """A quote that is to be proved, with what is known of its place.

    A statement begins at `start` in its passage; where that is None or does not lead to the words, they stand at
    `source`. `fact_id` is the fact's that was read from them.
    """

    report: StoredReport
    quote: str
    source: Source
    passage_id: str = ""
    start: int | None = None
    section_id: str | None = None
    table_id: str | None = None
    fact_id: str | None = None

    @property
    def key(self) -> tuple[str, int, str, int | None]:
        """What two claims share that need but one proof."""
        return self.report.id, self.report.version, " ".join(self.quote.split()), self.source.page


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: its boxes, their pages, the headings above it; and the ids of its section and table."""

    boxes: tuple[Box, ...] = ()
    pages: tuple[Page, ...] = ()
    section: str = ""
    section_id: str | None = None
    table_id: str | None = None


class Opened:
    """A version of a report with what several of its quotes need, read once."""

    def __init__(self, store: Store, report: StoredReport) -> None:
        self._store = store
        self._report = report

    @cached_property
    def pages(self) -> dict[int | None, Page]:
        """The pages by their numbers."""
        return {page.number: page for page in self._store.pages(self._report.id, self._report.version)}

    @cached_property
    def verifier(self) -> quotes.Verifier:
        """Looks quotes up in the pages' own text."""
        marks = {note.mark for note in self._store.footnotes(self._report.id, self._report.version)}
        return quotes.Verifier(self.pages.values(), marks)

    @cached_property
    def _sections(self) -> dict[str, Section]:
        found = self._store.sections(self._report.id, self._report.version, spans=False)
        return {section.id: section for section in found}

    def place(self, claim: Claim) -> Place:
        """Where a claim's words stand, as exactly as is known.

        Raises:
            NotFound: the report is gone.
        """
        boxes, section_id, table_id = claim.source.boxes, claim.section_id, claim.table_id
        if claim.passage_id:
            passage = self._store.passage(claim.passage_id).passage
            section_id, table_id = passage.section_id, passage.table_id
            boxes = self._boxes(claim, passage) or boxes
        numbers = tuple(dict.fromkeys(box.page for box in boxes)) or claim.source.pages or (claim.source.page,)
        pages = tuple(self.pages[number] for number in numbers if number in self.pages)
        return Place(boxes, pages, " › ".join(self._path(section_id)), section_id, table_id)

    def around(self, claim: Claim, place: Place) -> tuple[str, str]:
        """The words before and after a quote; before a table's row, its caption and header.

        Raises:
            NotFound: the report is gone.
        """
        if place.table_id:
            table = self._store.table(place.table_id)
            heads = " · ".join(cell for cell in table.header if cell)
            return "\n".join(part for part in (table.caption, heads) if part), ""
        section = self._sections.get(place.section_id or "")
        at = quotes.locate(claim.quote, section.text) if section else None
        if section is None or at is None:
            return "", ""
        return _clip(section.text[: at[0]], last=True), _clip(section.text[at[1] :], last=False)

    def _boxes(self, claim: Claim, passage: Passage) -> tuple[Box, ...]:
        """The boxes of a statement's words; none where they do not begin where they are said to."""
        if claim.start is None or not passage.text.startswith(claim.quote, claim.start):
            return ()
        spot = spot_of(passage, claim.start, claim.start + len(claim.quote))
        return boxes_of(self._store, spot) if spot else ()

    def _path(self, section_id: str | None) -> Iterator[str]:
        """The headings down to a section's own."""
        section = self._sections.get(section_id or "")
        if section is None:
            return
        yield from self._path(section.parent_id)
        if section.heading:
            yield section.heading


def _clip(text: str, *, last: bool) -> str:
    """The last or first characters of a text, whole words, with dots where something is left out."""
    text = text.strip()
    if len(text) <= AROUND:
        return text
    if last:
        return f"… {text[-AROUND:].partition(' ')[2]}"
    return f"{text[:AROUND].rpartition(' ')[0]} …"
