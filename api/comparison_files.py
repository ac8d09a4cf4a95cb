"""Comparisons as files: CSV of the rows, a workbook of rows, changes and commitments; numbers as numbers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from api.exports import FileFormat, Link, Value, line_of, workbook
from corpus import names
from search.timeline.comparer import Comparison
from search.timeline.comparison import Change, Event, Point, Row, Thread
from search.timeline.wording import told_change

#: Makes the address of a page in a report's original, by the report's id.
Address = Callable[[str, int | None], str]

FILE_NAME = "jamforelse"
_ROW_HEADS = (
    "Plats i raden", "Från", "Till", "Läge", "Utgivare", "Slag av rapport", "Rapport", "Citat", "Förbehåll", "Värde",
    "Högst", "Enhet", "Mått", "Plats", "Slag", "Gäller från", "Gäller till", "Status", "Sida", "Fil", "Länk",
)  # fmt: skip
_CHANGE_HEADS = (
    "Mått", "Plats", "Enhet", "Från", "Värde", "Citat", "Sida", "Fil", "Länk", "Till", "Värde", "Citat", "Sida", "Fil",
    "Länk", "Ändring", "Ändring, procent", "I ord", "Går inte att jämföra",
)  # fmt: skip
_THREAD_HEADS = (
    "Vem", "Åtagande", "Rapportens år", "Händelse", "Status", "Senast", "Mål", "Citat", "Sida", "Fil", "Varför",
    "Länkad", "Länk",
)  # fmt: skip


def as_file(compared: Comparison, file_format: FileFormat, address: Address) -> bytes:
    """A comparison in a file of this format."""
    rows = [_row(row, point, address) for row in compared.rows for point in row.points or (None,)]
    if file_format == "csv":
        return "".join(line_of(line) for line in (_ROW_HEADS, *rows)).encode()
    changes = [_change(change, address) for change in compared.changes]
    events = [_event(thread, event, address) for thread in compared.threads for event in thread.events]
    sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Value]]]] = {
        "Rader": (_ROW_HEADS, rows),
        "Ändringar": (_CHANGE_HEADS, changes),
        "Åtaganden": (_THREAD_HEADS, events),
    }
    return workbook(sheets)


def _row(row: Row, point: Point | None, address: Address) -> list[Value]:
    said = row.report.metadata if row.report else None
    start: list[Value] = [
        row.place,
        row.period.start if row.period else None,
        row.period.end if row.period else None,
        names.ROW_STATES[row.state],
        row.publisher,
        names.REPORT_KINDS[row.kind] if row.kind else None,
        said.title if said else None,
    ]
    if point is None or row.report is None:
        return [*start, *[None] * (len(_ROW_HEADS) - len(start))]
    return [
        *start,
        point.quote,
        point.qualifier,
        point.value,
        point.value_max,
        names.UNITS.get(point.unit or "", point.unit),
        point.measure,
        point.place,
        names.FIGURE_KINDS.get(point.kind or ""),
        point.period.start if point.period else None,
        point.period.end if point.period else None,
        names.STATUSES.get(point.status or ""),
        point.source.page,
        row.report.file,
        Link(address(row.report.id, point.source.page)),
    ]


def _change(change: Change, address: Address) -> list[Value]:
    sides: list[Value] = []
    for side in (change.before, change.after):
        figure = side.figure
        ends: date | None = side.period.end if side.period else None
        link = Link(address(side.report.id, figure.source.page))
        sides += [ends, figure.value, figure.quote, figure.source.page, side.report.file, link]
    return [
        change.measure,
        change.place,
        names.UNITS.get(change.unit, change.unit),
        *sides,
        change.absolute,
        change.percent,
        told_change(change),
        "; ".join(change.breaks) or None,
    ]


def _event(thread: Thread, event: Event, address: Address) -> list[Value]:
    return [
        thread.actor,
        thread.text,
        str(event.period.end.year) if event.period else None,
        names.EVENTS[event.event],
        names.STATUSES.get(event.status or ""),
        event.due,
        event.target,
        event.quote,
        event.source.page,
        event.report.file,
        event.why,
        names.LINKS[event.link],
        Link(address(event.report.id, event.source.page)),
    ]
