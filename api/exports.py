"""Facts as files: CSV for programs, XLSX for spreadsheets; one row a fact, numbers as numbers."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from corpus import names
from corpus.store import StoredFact

FileFormat = Literal["csv", "xlsx"]
MEDIA_TYPES: Mapping[FileFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: Kind of fact (its table's name) → what its file is called.
FILES: Mapping[str, str] = {"figure": "siffror", "project": "projekt", "commitment": "ataganden"}
#: Rows in one file, the header besides: a worksheet holds 1 048 576.
MOST_ROWS = 1_000_000
#: A cell that begins so would be run as a formula by a spreadsheet that opens CSV.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Characters that XML, and so a worksheet, cannot hold.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: The longest text of a worksheet's cell.
_LONGEST_CELL = 32_767
_WIDTHS: Mapping[str, int] = {"quote": 70, "action": 50, "measure": 35, "name": 35, "title": 35, "goal_path": 50}
_WIDTH = 16
_NUMBER_FORMATS = ("#,##0", "#,##0.######")

#: The style that workbooks have for links.
_LINK_STYLE = "Hyperlink"


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to an address: in a workbook by a click, elsewhere as the address itself."""

    address: str

    def __str__(self) -> str:
        return self.address


Value = str | float | bool | date | Link | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its heading for people, what stands in it."""

    name: str
    heading: str
    value: Callable[[StoredFact[Any]], Any]


def _own(name: str, heading: str, path: str = "") -> Column:
    return Column(name, heading, attrgetter(f"fact.{path or name}"))


def _day(name: str, heading: str, path: str, end: str) -> Column:
    get = attrgetter(path)

    def day(stored: StoredFact[Any]) -> date | None:
        period = get(stored)
        return None if period is None else getattr(period, end)

    return Column(name, heading, day)


_PERIOD = (
    _day("period_start", "Från", "fact.period", "start"),
    _day("period_end", "Till", "fact.period", "end"),
)
_PLACE = (
    _own("quote", "Citat"),
    _own("page", "Sida", "source.page"),
    Column("publisher", "Utgivare", attrgetter("report.metadata.publisher")),
    Column("title", "Rapport", attrgetter("report.metadata.title")),
    _day("report_period_start", "Rapport från", "report.metadata.period", "start"),
    _day("report_period_end", "Rapport till", "report.metadata.period", "end"),
    Column("file", "Fil", attrgetter("report.file")),
    Column(
        "corrected", "Rättad för hand", lambda stored: stored.correction.corrected_at if stored.correction else None
    ),
    Column("wrong", "Märkt som fel", lambda stored: bool(stored.correction and stored.correction.wrong)),
    _own("id", "Id"),
)
#: Kind of fact (its table's name) → the columns of its files.
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "figure": (
        _own("measure", "Mått"),
        _own("place", "Plats"),
        _own("qualifier", "Förbehåll"),
        _own("value", "Värde"),
        _own("value_max", "Högst"),
        _own("unit", "Enhet"),
        _own("kind", "Slag"),
        *_PERIOD,
        _own("period_basis", "Periodens grund"),
        *_PLACE,
    ),
    "project": (
        _own("name", "Projekt"),
        _own("aliases", "Andra namn"),
        _own("owner", "Ägare"),
        _own("partners", "Parter"),
        _own("funders", "Finansiärer"),
        _own("amounts_sek", "Belopp, kronor"),
        _own("places", "Platser"),
        *_PERIOD,
        *_PLACE,
    ),
    "commitment": (
        _own("goal_path", "Målkedja"),
        _own("action", "Åtagande"),
        _own("actor", "Aktör"),
        _own("topic", "Ämne"),
        _own("target", "Mål"),
        _own("due", "Senast"),
        _own("status", "Status"),
        _own("status_symbol", "Symbol"),
        _own("trend_symbol", "Trend"),
        _own("forecast", "Prognos"),
        *_PLACE,
    ),
}

#: Columns of codes, and what people call those.
CODES: Mapping[str, Mapping[str, str]] = {
    "kind": names.FIGURE_KINDS,
    "period_basis": names.PERIOD_BASES,
    "unit": names.UNITS,
    "status": names.STATUSES,
    "forecast": names.STATUSES,
}


def as_file(kind: str, facts: Iterable[StoredFact[Any]], file_format: FileFormat) -> bytes:
    """The facts in a file of this format."""
    return as_xlsx(kind, facts) if file_format == "xlsx" else "".join(as_csv(kind, facts)).encode()


def told(kind: str, stored: StoredFact[Any]) -> Iterator[tuple[str, Value]]:
    """A fact's own fields under their headings, those that it has, codes in Swedish."""
    for column in COLUMNS[kind]:
        value = None if column in _PLACE else _in_words(column, _value(column, stored))
        if value not in (None, ""):
            yield column.heading, value


def as_csv(kind: str, facts: Iterable[StoredFact[Any]]) -> Iterator[str]:
    """The lines of a CSV file, the header first."""
    columns = COLUMNS[kind]
    yield _line([column.name for column in columns])
    for stored in facts:
        yield _line([_for_csv(_value(column, stored)) for column in columns])


def as_xlsx(kind: str, facts: Iterable[StoredFact[Any]]) -> bytes:
    """A workbook of one sheet, with headings and codes in Swedish."""
    columns = COLUMNS[kind]
    rows = ([_in_words(column, _value(column, stored)) for column in columns] for stored in facts)
    book = Workbook(write_only=True)
    widths = [_WIDTHS.get(column.name, _WIDTH) for column in columns]
    _add_sheet(book, "Årsringar", [column.heading for column in columns], rows, widths)
    return _written(book)


def workbook(sheets: Mapping[str, tuple[Sequence[str], Iterable[Sequence[Value]]]]) -> bytes:
    """A workbook with a sheet for each name: its headings and rows."""
    book = Workbook(write_only=True)
    for name, (heads, rows) in sheets.items():
        widths = [_WIDTHS["quote"] if head == "Citat" else _WIDTH for head in heads]
        _add_sheet(book, name, heads, rows, widths)
    return _written(book)


def line_of(cells: Sequence[Value]) -> str:
    """A line of a CSV file."""
    return _line([_for_csv(cell) for cell in cells])


def _add_sheet(
    book: Workbook, name: str, heads: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int]
) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths):
        sheet.column_dimensions[_letter(number)].width = width
    cells = [WriteOnlyCell(sheet, head) for head in heads]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(cells)
    count = 1
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{_letter(len(heads) - 1)}{count}"


def _written(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _value(column: Column, stored: StoredFact[Any]) -> Value:
    """What stands in a cell: lists become one text, a lone amount stays a number."""
    value: Value | tuple[str | float, ...] = column.value(stored)
    if not isinstance(value, tuple):
        return value
    if len(value) == 1 and isinstance(value[0], float):
        return value[0]
    return (" › " if column.name == "goal_path" else "; ").join(map(_plain, value))


def _plain(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return str(int(value)) if value.is_integer() else repr(value)


def _in_words(column: Column, value: Value) -> Value:
    """The value with its code in Swedish."""
    named = CODES.get(column.name)
    return named.get(str(value), value) if named else value


def _for_csv(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _plain(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cell(sheet: object, value: Value) -> object:
    """What is written in a cell: text is never taken for a formula, and numbers are parted in thousands.

    Only what needs a form of its own becomes a cell object: a list of ten thousand facts has 300 000 cells.
    """
    if isinstance(value, bool):
        return "Ja" if value else ""
    if isinstance(value, str):
        text = _NOT_IN_XML.sub("\ufffd", value)[:_LONGEST_CELL]
        if not text.startswith(FORMULA):
            return text
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        return cell
    if isinstance(value, Link):
        cell = WriteOnlyCell(sheet, value.address)
        cell.hyperlink = value.address
        cell.style = _LINK_STYLE
        return cell
    if isinstance(value, int | float):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = _NUMBER_FORMATS[not float(value).is_integer()]
        return cell
    return value


def _letter(number: int) -> str:
    """A column's letter; no list here has more than 26 columns."""
    return chr(ord("A") + number)
