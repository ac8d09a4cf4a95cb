"""The figures of tables: each number of a row with its column's head, its row's label and the table's topic."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from corpus.model import Figure, FigureKind, Period, Report, Table
from corpus.swedish import numbers
from corpus.swedish.numbers import Number, Unit
from ingest.facts.figures import kinds, locations
from ingest.facts.figures.cells import numbers_of
from ingest.facts.figures.columns import (
    Column,
    basis_of,
    label_of,
    measure_column,
    number_columns,
    per_of,
    topic_of,
    unit_in,
)
from ingest.facts.figures.labels import Label, labels_of
from ingest.facts.figures.times import Frame, Time, in_year, times_in
from ingest.facts.figures.units import inherited, unit_of
from ingest.facts.statements import Row, rows

#: A caption with more numbers is a row of the table that the layout took for one.
_CAPTIONED = 2
#: A cell that is a unit has no more words: "miljoner kronor".
_UNIT_WORDS = 2
#: Heads of weights, which are shares of one in whatever unit the columns beside them are.
_WEIGHTS = re.compile(r"(?:^|[-\s])vikt(?:er)?\b", re.IGNORECASE)
_CHANGE = re.compile(r"^(?:(?P<off>avvikelse|differens|diff)|förändring|ökning|minskning|skillnad)\b", re.IGNORECASE)


def figures_of(report: Report, frame: Frame, home: str | None) -> Iterator[tuple[Figure, tuple[str, ...]]]:
    """The figures of all tables of a report, row by row, with the quotes that may be their words.

    Args:
        report: the report.
        frame: its period and kind.
        home: the place that it is about where none is named.
    """
    for _, group in groupby(rows(report), key=lambda row: row.table.id):
        of_table = list(group)
        for figure, row in _Reader(of_table, frame, home).figures():
            yield figure, _quotes(row)


def _quotes(row: Row) -> tuple[str, ...]:
    """A row's cells in order: in one line, one after another, or only as far as its numbers go."""
    last = max((at for at, cell in enumerate(row.cells) if numbers_of(cell)), default=len(row.cells) - 1)
    shorter = [cell for cell in row.cells[: last + 1] if cell]
    return row.quote, "\t".join(cell for cell in row.cells if cell), " ".join(shorter), "\t".join(shorter)


def caption_of(table: Table) -> str:
    """A table's caption; empty where it is a row of numbers."""
    caption = table.caption or ""
    return "" if sum(number.form == "amount" for number in numbers.find(caption)) > _CAPTIONED else caption


class _Reader:
    """One table with what its caption and heading say."""

    def __init__(self, of_table: list[Row], frame: Frame, home: str | None) -> None:
        table: Table = of_table[0].table
        self._rows, self._table, self._frame, self._home = of_table, table, frame, home
        self._columns = number_columns(table, frame)
        self._measure = measure_column(table)
        self._caption = caption_of(table)
        self._heading = of_table[0].path[-1] if of_table[0].path else ""
        self._unit = unit_in(self._caption) or self._corner_unit()
        self._times = times_in(self._caption, frame)
        self._topic = "" if self._measure is not None else topic_of(self._caption or self._heading, frame)
        self._budgeted = any("budget" in head.lower() for head in table.header)

    def figures(self) -> Iterator[tuple[Figure, Row]]:
        """The table's figures with the rows they stand in."""
        numeric = frozenset(column.index for column in self._columns)
        halved = _half(self._table)
        for of_row in labels_of(self._rows, numeric, self._measure):
            for column in self._columns:
                aside = halved and column.index > halved
                label = Label(of_row.row, (of_row.row.cells[halved].strip(),)) if aside else of_row
                cell = label.row.cells[column.index]
                for number in numbers_of(cell):
                    figure = self._figure(label, column, cell, number)
                    if figure:
                        yield figure, label.row

    def _figure(self, label: Label, column: Column, cell: str, number: Number) -> Figure | None:
        number = self._in_unit(label, column, number)
        unit = unit_of(number)
        measure = self._measured(label, column)
        if unit is None or not measure:
            return None
        time = self._time(label, column, cell)
        period, basis = basis_of(column.head, time, self._frame)
        about = f"{label.own} {self._caption} {self._heading}"
        return Figure(
            id="",
            quote=label.row.quote,
            value=number.value,
            unit=unit,
            value_max=number.value_max,
            qualifier=number.qualifier,
            measure=measure,
            place=self._place(label, column),
            period=period,
            period_basis=basis,
            kind=kinds.kind_of_column(column.head, about, unit)
            or kinds.kind_of_row(label.own)
            or self._kind_at(period),
            section_id=self._table.section_id,
            table_id=self._table.id,
            source=label.row.source,
        )

    def _in_unit(self, label: Label, column: Column, number: Number) -> Number:
        """The number in its own unit, else its column's, its row's or its table's; whole numbers else count."""
        if number.unit not in (None, "count"):
            return number
        given = [column.unit, *(unit_in(part) for part in reversed(label.path)), *self._units_beside(label)]
        given.append(None if _WEIGHTS.search(column.head) else self._unit)
        found = next((unit for unit in given if unit is not None), None)
        if number.unit == "count" or number.scale > 1:
            return number if number.unit else inherited(number, Unit("count"))
        if found:
            counted_by = per_of(label.own) if found.name in kinds.MONEY and not found.per else None
            return inherited(number, replace(found, per=counted_by) if counted_by else found)
        if not self._table.header and not self._caption:
            return number  # What the columns of such a table hold is not said.
        whole = all(one.value == int(one.value) for cell in label.row.cells for one in numbers_of(cell))
        return inherited(number, Unit("count")) if whole else number

    def _kind_at(self, period: Period | None) -> FigureKind:
        """The kind of a number whose column tells only a time: of one that is not over yet, it is a forecast.

        The running year counts as such where the table goes on beyond it.
        """
        told = self._frame.period
        if period is None or told is None or period.end <= told.end:
            return "outcome"
        ahead = any(column.time and column.time.period.start > told.end for column in self._columns)
        return "forecast" if period.start > told.end or ahead else "outcome"

    def _time(self, label: Label, column: Column, cell: str) -> Time | None:
        """The time of a cell: its own, its column's, its row's or the only one of the caption."""
        own = times_in(cell, self._frame)
        if own:
            return own[-1]
        said = self._times[0] if len(self._times) == 1 else None
        if column.time:
            return in_year(said, column.time) if said else column.time
        year = next((part for part in label.path[:-1] if part.isdigit() and len(part) == len("2021")), "")
        in_label = times_in(f"{label_of(label.own)} {year}".strip(), self._frame)  # "2012 › 15 februari"
        if in_label:
            return in_label[-1]
        return next(self._times_beside(label), said)

    def _times_beside(self, label: Label) -> Iterator[Time]:
        """The times that other cells of the row are: a column "Period"."""
        for cell in label.row.cells:
            for time in times_in(cell, self._frame):
                if time.end - time.start == len(cell.strip()):
                    yield time

    def _place(self, label: Label, column: Column) -> str | None:
        head = self._table.header[0] if self._table.header else ""
        for part in reversed(label.path):
            place = locations.place_of_row(part, head, self._home)
            if place:
                return place
        for text in (column.head, label.own, self._caption, self._heading):
            named = locations.located(text)
            if len(named) == 1:
                return named[0].name
        return self._home

    def _measured(self, label: Label, column: Column) -> str | None:
        """What a cell measures: its row's labels and its column's head; the table's topic where these say nothing."""
        head = self._table.header[0] if self._table.header else ""
        is_place = bool(label.own) and locations.place_of_row(label.own, head, "x") is not None
        general = label.is_general or is_place
        change = _CHANGE.match(column.topic)
        parts = [label_of(part) for part in label.path[-2:] if not general]
        if column.topic and not change and not _same(column.topic, parts):
            parts.insert(0 if not general else len(parts), column.topic)
        if general:
            if not label.is_total and not is_place:
                parts.extend(label_of(part) for part in (label.own, *label.path[:-1]) if topic_of(part, self._frame))
            topic = self._corner() if is_place and not locations.is_place_head(head) else ""
            topic = topic or self._topic
            if topic and not _same(topic, parts):
                parts.insert(0, topic)
        if change:
            parts.insert(0, "avvikelse mot budget" if self._budgeted and change["off"] else column.topic)
        told = ", ".join(dict.fromkeys(part for part in parts if part))
        if label.is_total:
            told = f"{told}, totalt" if told else "totalt"
        return _small(told) if told else None

    def _corner(self) -> str:
        """What the head over the labels says besides a unit: "BNP" over countries."""
        return topic_of(self._table.header[0], self._frame) if self._table.header else ""

    def _units_beside(self, label: Label) -> Iterator[Unit | None]:
        """The units that short cells of the row itself give: a column "Enhet"."""
        numeric = {column.index for column in self._columns}
        for at, cell in enumerate(label.row.cells):
            if at not in numeric and cell.strip() and len(cell.split()) <= _UNIT_WORDS:
                yield unit_in(cell)

    def _corner_unit(self) -> Unit | None:
        """The unit that the head of the first column gives the whole table: "Belopp i tkr"."""
        head = self._table.header[0] if self._table.header else ""
        unit = unit_in(head)
        return unit if unit and unit.name != "count" else None


def _half(table: Table) -> int:
    """Where the second of two tables side by side begins, told by heads that repeat; 0 where there is one."""
    half, odd = divmod(len(table.header), 2)
    return half if half > 1 and not odd and table.header[0] and table.header[:half] == table.header[half:] else 0


def _same(topic: str, parts: list[str]) -> bool:
    return any(topic.casefold() in part.casefold() for part in parts)


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
