"""Where a quote stands, and whether it stands there in these very words."""

from dataclasses import dataclass

from corpus import quotes
from corpus.model import Box, Page, Source
from corpus.store import Store, StoredPassage
from search.evidence import Quote


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote's place, and whether it was found again in the text that a second reader gives of its pages.

    `ocr` says that text of the passage's pages was recognised. Of such a page there is no second reader, so that no
    quote from it is verified.
    """

    source: Source
    verified: bool
    ocr: bool = False


def prove(store: Store, stored: StoredPassage, quote: Quote) -> Proof:
    """Find a quote's place through its passage's section or table, and look it up on its pages."""
    boxes = _boxes(store, stored, quote)
    numbers = tuple(dict.fromkeys(box.page for box in boxes)) or stored.passage.source.pages
    pages = [store.page(stored.report_id, number, stored.version) for number in numbers or (None,)]
    source = _source(boxes, pages) if boxes else stored.passage.source
    if any(page.ocr for page in pages):
        return Proof(source, verified=False, ocr=True)
    verified = quotes.is_verbatim(quote.text, [page.text for page in pages]) or _holds(store, stored, quote, source)
    others = set(stored.passage.source.pages).difference(numbers)
    ocr = bool(others) and not others.isdisjoint(store.recognised_pages(stored.report_id, stored.version))
    return Proof(source, verified, ocr)


def _holds(store: Store, stored: StoredPassage, quote: Quote, source: Source) -> bool:
    """Look again with the whole report at hand: its running lines, and the note marks that the text leaves out."""
    pages = store.pages(stored.report_id, stored.version)
    marks = {note.mark for note in store.footnotes(stored.report_id, stored.version)}
    return quotes.Verifier(pages, marks).holds(quote.text, source)


def _boxes(store: Store, stored: StoredPassage, quote: Quote) -> tuple[Box, ...]:
    passage = stored.passage
    if passage.table_id is not None and quote.row is not None:
        sources = store.table(passage.table_id).row_sources
        return sources[quote.row].boxes if quote.row < len(sources) else ()
    if passage.table_id is None and passage.section_id is not None:
        start, end = passage.start + quote.start, passage.start + quote.end
        return quotes.boxes_of(start, end, store.section_spans(passage.section_id, start, end))
    return ()


def _source(boxes: tuple[Box, ...], pages: list[Page]) -> Source:
    return Source(
        page=pages[0].number,
        printed_page=pages[0].printed,
        pages=tuple(page.number for page in pages if page.number is not None),
        boxes=boxes,
    )
