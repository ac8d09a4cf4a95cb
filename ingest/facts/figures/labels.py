"""The labels of a table's rows: their path from group rows and merged cells, and whether they are totals or places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.facts.figures.cells import is_marks, numbers_of
from ingest.facts.statements import Row
from ingest.metadata.periods import MONTH

_TOTAL = re.compile(
    r"^(?:summa|totalt?|totaler|totalsumma|sammanlagt|samtliga|alla)\b(?: (?:totalt|summa))?[.:]?$", re.IGNORECASE
)
#: Labels that say nothing without what the table is about.
_GENERAL = re.compile(
    r"^(?:kvinnor|män|flickor|pojkar|övrigt|övriga|annat|ja|nej|vet ej|varav .*|därav .*|\d{4}|\d+[-–]\d+ år"
    rf"|(?:(?:den )?[0-3]?\d )?{MONTH}\.?(?: \d{{4}})?|(?:tertial|kvartal|vecka) \d.*)$",
    re.IGNORECASE,
)
#: The mark that numbers a label in a list: "1. Skärningspunkter".
_MARK = re.compile(r"^\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Label:
    """What a row is about; `path` is from the outermost group to the row's own words."""

    row: Row
    path: tuple[str, ...]

    @property
    def own(self) -> str:
        """The row's own words."""
        return self.path[-1] if self.path else ""

    @property
    def is_total(self) -> bool:
        """Whether the row sums up others."""
        return bool(_TOTAL.match(self.own))

    @property
    def is_general(self) -> bool:
        """Whether the row says nothing without the table's topic."""
        return not self.own or self.is_total or bool(_GENERAL.match(self.own))


def labels_of(rows: Sequence[Row], numeric: frozenset[int], measure: int | None) -> Iterator[Label]:
    """The labels of a table's rows with numbers; group rows and merged cells hold for the rows under them.

    Args:
        rows: the table's rows, in order.
        numeric: the columns that hold numbers.
        measure: the column that says what is measured, where the table has one.
    """
    if not rows:
        return
    width = len(rows[0].cells)
    first = min(numeric, default=width)
    leading = [at for at in range(width) if at < max(first, 1) and at not in numeric and not _numbers(rows, at)]
    carried = [""] * len(leading)
    grouped = _repeats(rows, leading)
    group = ""
    for row in rows:
        cells = [_MARK.sub("", row.cells[at].strip()) for at in leading]
        filled = [at for at, cell in enumerate(row.cells) if cell.strip()]
        if len(filled) == 1 and filled[0] in leading and not any(row.cells[at].strip() for at in numeric):
            group = cells[leading.index(filled[0])]
            continue
        for at, cell in enumerate(cells):
            if cell:
                carried[at] = cell
            elif at == len(cells) - 1 and len(cells) > 1:
                carried[at] = ""
        if measure is not None and measure not in leading and row.cells[measure].strip():
            yield Label(row, (row.cells[measure].strip(),))
            continue
        if measure in leading and measure is not None:
            yield Label(row, tuple(carried[: leading.index(measure) + 1])[-1:])
            continue
        named = carried if grouped else [part for part in carried if part][:1]
        path = tuple(dict.fromkeys(part for part in (group, *named) if part))
        yield Label(row, path)


def _repeats(rows: Sequence[Row], leading: Sequence[int]) -> bool:
    """Whether the first column groups the rows: its cells repeat or are merged. Else the others only describe them."""
    if len(leading) < 2:
        return True
    first = [row.cells[leading[0]].strip() for row in rows]
    return len(set(first)) < len(first)


def _numbers(rows: Sequence[Row], at: int) -> bool:
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    return is_marks(cells) and bool(numbers_of(cells[0]))
