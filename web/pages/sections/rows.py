"""Steps from one text to another as rows of two columns: paragraphs beside the paragraphs that they correspond to."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from search.timeline.sections.comparer import SectionsCompared
from search.timeline.sections.steps import Step
from search.timeline.sections.units import CELL, Spot, Unit
from web import links, words

#: `same`, in both; `gone` and `new`, words in one only; `lost` and `added`, whole units in one only; `reworded`, a unit
#: that says the same in other words; `away` and `come`, moved from here and to here.
Mark = Literal["same", "gone", "new", "lost", "added", "reworded", "away", "come"]
#: So many characters that are the same in a row of both are folded, but for the paragraph beside a change.
FOLDED = 400
#: Characters of folded words that are shown, so that one sees what they are about.
_OPENING = 70
_BULLET = "• "


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one mark; `inner` are the words of what was moved, with what was changed in them marked.

    `anchor` is what the other end of a move leads to, `href` where it leads, `said` what it says.
    """

    mark: Mark
    text: str
    inner: tuple["Words", ...] = ()
    anchor: str | None = None
    href: str | None = None
    said: str | None = None


Cells = tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, the heading of the section that begins: one cell; or the rows of a table.

    `head` is a table's header, empty where it has none; `name` is what a screen reader calls the table.
    """

    kind: Literal["p", "li", "h", "table"]
    rows: tuple[Cells, ...]
    head: Cells = ()
    name: str = ""

    @property
    def words(self) -> tuple[Words, ...]:
        """The words of a block that is no table."""
        return self.rows[0][0]

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(one.text for row in (self.head, *self.rows) for cell in row for one in cell)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other; a row of the same on both sides has `after` only."""

    before: tuple[Block, ...]
    after: tuple[Block, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """Rows that are the same in both and are shown on demand."""

    rows: tuple[Row, ...]
    said: str
    opening: str


def rows(compared: SectionsCompared) -> tuple[Row | Folded, ...]:
    """The comparison in rows, long unchanged stretches folded."""
    left, right = _Side(compared, later=False), _Side(compared, later=True)
    found = [
        Row(tuple(left.blocks(some)), tuple(right.blocks(some)), all(step.kind == "same" for step in some))
        for some in _apart(compared.steps)
    ]
    return tuple(_folded(found))


def _apart(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    """The steps parted where a paragraph begins on both sides; the rows of a table stay together."""
    starts = _starts(steps)
    first = 0
    for at in range(1, len(steps)):
        tabled = all(bool((step.after or step.before) and _unit(step).cells) for step in (steps[at - 1], steps[at]))
        if starts[at] and not tabled:
            yield steps[first:at]
            first = at
    if steps:
        yield steps[first:]


def _starts(steps: Sequence[Step]) -> list[bool]:
    """Whether the next units of both texts, from each step on, begin paragraphs."""
    next_before = next_after = True
    starts: list[bool] = []
    for step in reversed(steps):
        next_before = step.before.begins if step.before else next_before
        next_after = step.after.begins if step.after else next_after
        starts.append(next_before and next_after)
    return starts[::-1]


def _unit(step: Step) -> Unit:
    unit = step.after or step.before
    assert unit is not None  # A step has one of them.
    return unit


class _Side:
    """One column, made row by row; it counts its tables."""

    def __init__(self, compared: SectionsCompared, *, later: bool) -> None:
        self._compared, self._later = compared, later
        half = compared.after if later else compared.before
        self._headings = {one.id: one.heading for one in half.sections} if len(half.sections) > 1 else {}
        self._when = words.period(half.report.metadata.period) or half.report.metadata.title
        self._tables = 0

    def blocks(self, steps: Sequence[Step]) -> Iterator[Block]:
        """What stands in this column of a row."""
        units = [(unit, step) for step in steps if (unit := step.after if self._later else step.before)]
        for tabled, group in itertools.groupby(units, key=lambda one: bool(one[0].cells)):
            together = list(group)
            yield from [self._table(together)] if tabled else self._paragraphs(together)

    def _table(self, units: Sequence[tuple[Unit, Step]]) -> Block:
        self._tables += 1
        made = [tuple(_cells(self._words(unit, step))) for unit, step in units]
        heads = units[0][0].heads
        return Block(
            "table", tuple(made[heads:]), made[0] if heads else (), name=f"Tabell {self._tables}, {self._when}"
        )

    def _paragraphs(self, units: Sequence[tuple[Unit, Step]]) -> Iterator[Block]:
        gathered: list[Words] = []
        kind: Literal["p", "li"] = "p"
        for unit, step in units:
            if unit.begins and gathered:
                yield Block(kind, ((tuple(gathered),),))
                gathered = []
            if unit.start == 0 and unit.section_id in self._headings:
                yield Block("h", (((Words("same", self._headings[unit.section_id]),),),))
            if not gathered:
                kind = "li" if unit.text.startswith(_BULLET) else "p"
            gathered += [*([Words("same", " ")] if gathered else []), *self._words(unit, step)]
        if gathered:
            yield Block(kind, ((tuple(gathered),),))

    def _words(self, unit: Unit, step: Step) -> list[Words]:
        return _words(unit, step, self._compared, later=self._later)


def _words(unit: Unit, step: Step, compared: SectionsCompared, *, later: bool) -> list[Words]:
    text = unit.text.removeprefix(_BULLET)
    if step.kind == "same":
        return [Words("same", text)]
    own: Mark = "new" if later else "gone"
    inner = tuple(
        Words("same" if piece.kind == "same" else own, said)
        for piece in step.pieces
        if (said := piece.new if later else piece.old)
    )
    if inner and unit.text.startswith(_BULLET):
        inner = _without_bullet(inner)
    if step.kind == "changed":
        return list(inner)
    if step.move is not None:
        ends = f"flytt-{step.move}-fran", f"flytt-{step.move}-till"
        anchor = ends[later] if unit.spot in _begins_move(compared.steps) else None
        said = f"flyttat hit, {step.move}" if later else f"flyttat härifrån, {step.move}"
        words = inner or (Words("same", text),)
        return [Words("come" if later else "away", text, words, anchor, f"#{ends[not later]}", said)]
    found = compared.elsewhere(step)
    if found is not None:
        said = f"kommer från avsnittet {found.heading}" if later else f"står nu i avsnittet {found.heading}"
        report = (compared.before if later else compared.after).report
        href = links.report(report.id, section=found.section_id, version=None if report.current else report.version)
        return [Words("come" if later else "away", text, (Words("same", text),), None, href, said)]
    if step.kind == "rewritten":
        return [Words("reworded", text)]
    return [Words("added" if later else "lost", text)]


def _begins_move(steps: Sequence[Step]) -> set[Spot]:
    """The units with which what was moved together begins, where it stood and where it stands."""
    first: dict[tuple[str, int], Spot] = {}
    for step in steps:
        if step.move is not None:
            first.setdefault((step.kind, step.move), _unit(step).spot)
    return set(first.values())


def _without_bullet(words: tuple[Words, ...]) -> tuple[Words, ...]:
    first = Words(words[0].mark, words[0].text.removeprefix(_BULLET))
    return (first, *words[1:]) if first.text else words[1:]


def _cells(words: Sequence[Words]) -> Iterator[tuple[Words, ...]]:
    """The words of a table's row, parted where its cells are."""
    cell: list[Words] = []
    for one in words:
        parts = one.text.split(CELL)
        for number, part in enumerate(parts):
            if number:
                yield tuple(cell)
                cell = []
            if part:
                cell.append(Words(one.mark, part, (), None, one.href, one.said))
    yield tuple(cell)


def _folded(found: Sequence[Row]) -> Iterator[Row | Folded]:
    """Long stretches that are the same, folded; short ones as they are."""
    same: list[Row] = []
    for row in (*found, None):
        if row is not None and row.same:
            same.append(row)
            continue
        if sum(_length(one) for one in same) > FOLDED:
            yield Folded(tuple(same), _counted(same), _opening(same))
        else:
            yield from same
        same = []
        if row is not None:
            yield row


def _length(row: Row) -> int:
    return sum(len(block.text) for block in row.after)


def _counted(rows: Sequence[Row]) -> str:
    """How much is folded: paragraphs and rows of tables."""
    blocks = [block for row in rows for block in row.after]
    tabled = sum(len(block.rows) for block in blocks if block.kind == "table")
    told = sum(block.kind != "table" for block in blocks)
    parts = [f"{told} stycke" if told == 1 else f"{told} stycken"] if told else []
    parts += [f"{tabled} tabellrad" if tabled == 1 else f"{tabled} tabellrader"] if tabled else []
    return f"{' och '.join(parts)} oförändrade" if told + tabled > 1 else f"{parts[0]} oförändrat"


def _opening(rows: Sequence[Row]) -> str:
    text = " ".join(block.text for row in rows for block in row.after)
    return text if len(text) <= _OPENING else f"{text[: text.rfind(' ', 0, _OPENING)]} …"
