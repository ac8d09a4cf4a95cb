"""What a draft borrows: a section, a passage, words of it, rows of a table, a figure, each with its source.

A thing to borrow is named by a reference such as `section:3f9a0b1c2d4e-1-s12`, which pages and programs hand back.
"""

from collections.abc import Callable, Mapping, Sequence

from corpus.drafts import Block, BlockKind, Origin, words_of
from corpus.errors import NotFound, UsageError
from corpus.model import Figure, Period, Section, Source, Table
from corpus.names import UNITS
from corpus.store import Store, StoredPassage, StoredReport
from corpus.store.identifiers import parse
from corpus.store.items import FIGURES
from corpus.swedish.numbers import write
from search.citations import cite
from search.spots import boxes_of, spot_of

#: Longest reference, and number in one, that is looked at.
_LONGEST = 200
_MOST_DIGITS = 7


def borrow(store: Store, reference: str) -> tuple[Block, ...]:
    """The blocks that a reference brings, without ids: of a section its text and its tables, else one.

    The references: `section:ID`, `text:ID` (a section's text alone), `passage:ID`, `words:ID:START:END` (characters of
    a passage), `table:ID`, `rows:ID:FIRST:END` (rows of a table, counted from 0), `figure:ID`.

    Raises:
        UsageError: it is no such reference.
        NotFound: what it names is not in the knowledge base, or holds nothing.
    """
    if not reference:
        raise UsageError("Inget är valt att lägga in. Välj ”Använd i utkast” vid en träff eller ett avsnitt.")
    kind, _, rest = reference[:_LONGEST].partition(":")
    qualified, *numbers = rest.split(":")
    lender = _LENDERS.get(kind)
    if lender is None or not all(number.isascii() and number.isdigit() for number in numbers):
        raise UsageError(f"”{reference[:60]}” är inget som går att låna in i ett utkast.")
    if any(len(number) > _MOST_DIGITS for number in numbers):
        raise NotFound(f"”{reference[:60]}” finns inte i kunskapsbasen.")
    blocks = lender(store, qualified, [int(number) for number in numbers])
    if not blocks:
        raise NotFound("Där finns inget att låna.")
    return blocks


def _section(store: Store, qualified: str, numbers: Sequence[int]) -> tuple[Block, ...]:
    section, report = store.section(qualified), _report(store, qualified)
    tables = [table for table in store.tables(report.id, report.version) if table.section_id == section.id]
    return (*_text(store, qualified, ()), *(_rows(report, table, section, table.rows) for table in tables))


def _text(store: Store, qualified: str, numbers: Sequence[int]) -> tuple[Block, ...]:
    section, report = store.section(qualified), _report(store, qualified)
    if not section.text.strip():
        return ()
    path = _path(store, report, section)
    return (_block("stretch", report, section.id, path, section.source, section.text, section.text),)


def _passage(store: Store, qualified: str, numbers: Sequence[int]) -> tuple[Block, ...]:
    stored = _stored_passage(store, qualified)
    passage = stored.passage
    if passage.table_id is not None:
        return _table(store, passage.table_id, (passage.start, passage.end))
    return _words(store, qualified, (0, len(passage.text)))


def _words(store: Store, qualified: str, numbers: Sequence[int]) -> tuple[Block, ...]:
    stored, (start, end) = _stored_passage(store, qualified), _two(numbers)
    passage, report = stored.passage, store.report(stored.report_id, stored.version)
    spot = spot_of(passage, start, end)
    if spot is None:
        return ()
    if spot.table_id is not None:
        return _table(store, spot.table_id, (spot.start, spot.end))
    said = passage.text[max(start, 0) : end].strip()
    boxes = boxes_of(store, spot)
    page = store.page(report.id, boxes[0].page, report.version) if boxes else None
    source = Source(page.number, page.printed) if page else passage.source
    return (_block("stretch", report, passage.section_id, passage.section_path, source, said, said),)


def _table(store: Store, qualified: str, numbers: Sequence[int]) -> tuple[Block, ...]:
    table, report = store.table(qualified), _report(store, qualified)
    start, end = _two(numbers) if numbers else (0, len(table.rows))
    rows = table.rows[start:end]
    section = store.section(table.section_id) if table.section_id else None
    return (_rows(report, table, section, rows),) if rows else ()


def _rows(report: StoredReport, table: Table, section: Section | None, rows: Sequence[tuple[str, ...]]) -> Block:
    header = table.header if any(table.header) else ()
    width = max((len(row) for row in (header, *rows)), default=0)
    even = tuple(_even(row, width) for row in rows)
    header = _even(header, width) if header else ()
    quote = "\n".join(" ".join(row) for row in rows)
    heading = (section.heading,) if section else ()
    return _block("rows", report, table.section_id, heading, table.source, table.caption or "", quote, header, even)


def _even(row: Sequence[str], width: int) -> tuple[str, ...]:
    """A row as long as the others, each cell on one line."""
    return tuple(" ".join(cell.split()) for cell in row) + ("",) * (width - len(row))


def _figure(store: Store, qualified: str, numbers: Sequence[int]) -> tuple[Block, ...]:
    stored = store.fact(FIGURES, qualified)
    figure, report = stored.fact, stored.report
    section = store.section(figure.section_id) if figure.section_id else None
    heading = (section.heading,) if section else ()
    said = in_words(figure, report.metadata.period)
    return (_block("figure", report, figure.section_id, heading, figure.source, said, figure.quote, fact_id=figure.id),)


def in_words(figure: Figure, reported: Period | None = None) -> str:
    """A figure as one line: "Antal resor, Luleå (2023): 2,31 miljoner".

    Args:
        figure: the figure.
        reported: its report's period, where it has none of its own.
    """
    period = figure.period or reported
    when = period.text or _years(period) if period else ""
    what = ", ".join(part for part in ((figure.measure or "").strip(), figure.place) if part) or "Uppgift"
    return f"{what[0].upper()}{what[1:]}{f' ({when})' if when else ''}: {value_in_words(figure)}"


def value_in_words(figure: Figure) -> str:
    """A figure's number as Swedish prints it, with its unit and what qualifies it."""
    unit = None if figure.unit in (None, "count") else figure.unit
    number = write(figure.value, unit)
    if figure.value_max is not None:
        number = f"{write(figure.value)}–{write(figure.value_max, unit)}"
    known = number if unit is None or unit in UNITS or unit in number else f"{number} {unit}"
    return f"{figure.qualifier} {known}" if figure.qualifier else known


def _years(period: Period) -> str:
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first}–{last}"


def _block(
    kind: BlockKind,
    report: StoredReport,
    section_id: str | None,
    path: tuple[str, ...],
    source: Source,
    text: str,
    quote: str,
    header: tuple[str, ...] = (),
    rows: tuple[tuple[str, ...], ...] = (),
    fact_id: str | None = None,
) -> Block:
    words = words_of(Block("", kind, text, header, rows))
    origin = Origin(
        report_id=report.id,
        version=report.version,
        section_id=section_id,
        page=source.page,
        citation=cite(report.metadata, path, source),
        quote=quote,
        words=words,
        period=report.metadata.period,
        fact_id=fact_id,
    )
    return Block("", kind, text, header, rows, origin)


def _report(store: Store, qualified: str) -> StoredReport:
    wanted = parse(qualified)
    return store.report(wanted.report_id, wanted.version)


def _stored_passage(store: Store, qualified: str) -> StoredPassage:
    wanted = parse(qualified)
    for stored in store.passages_of(wanted.report_id, wanted.version):
        if stored.passage.id == qualified:
            return stored
    raise NotFound("Stycket finns inte längre. Rapporten kan ha lästs in på nytt: sök igen.")


def _path(store: Store, report: StoredReport, section: Section) -> tuple[str, ...]:
    """The headings from the top down to the section's own."""
    by_id = {other.id: other for other in store.sections(report.id, report.version, spans=False)}
    path: list[str] = []
    at: Section | None = by_id.get(section.id)
    while at is not None:
        path.insert(0, at.heading)
        at = by_id.get(at.parent_id or "")
    return tuple(path)


def _two(numbers: Sequence[int]) -> tuple[int, int]:
    if len(numbers) != 2:
        raise UsageError("Ange var det som ska lånas börjar och slutar.")
    return numbers[0], numbers[1]


_LENDERS: Mapping[str, Callable[[Store, str, Sequence[int]], tuple[Block, ...]]] = {
    "section": _section,
    "text": _text,
    "passage": _passage,
    "words": _words,
    "table": _table,
    "rows": _table,
    "figure": _figure,
}
