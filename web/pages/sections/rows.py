"""Steps from one text to another as rows of two columns: paragraphs beside the paragraphs that they correspond to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from search.timeline.sections.comparer import SectionsCompared
from search.timeline.sections.steps import Step
from search.timeline.sections.units import CELL, Spot, Unit
from web import links

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


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list item, or a table's row in cells; or the heading of the section that begins."""

    kind: Literal["p", "li", "tr", "h"]
    cells: tuple[tuple[Words, ...], ...]


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
    headings = tuple(
        {one.id: one.heading for one in half.sections} if len(half.sections) > 1 else {}
        for half in (compared.before, compared.after)
    )
    found = [_row(some, compared, headings) for some in _apart(compared.steps)]
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


def _row(steps: Sequence[Step], compared: SectionsCompared, headings: Sequence[Mapping[str, str]]) -> Row:
    same = all(step.kind == "same" for step in steps)
    before = _blocks([(step.before, step) for step in steps if step.before], compared, headings[0], later=False)
    after = _blocks([(step.after, step) for step in steps if step.after], compared, headings[1], later=True)
    return Row(tuple(before), tuple(after), same)


def _blocks(
    units: Sequence[tuple[Unit, Step]], compared: SectionsCompared, headings: Mapping[str, str], *, later: bool
) -> Iterator[Block]:
    gathered: list[Words] = []
    kind: Literal["p", "li"] = "p"
    for unit, step in units:
        if unit.begins and gathered:
            yield Block(kind, (tuple(gathered),))
            gathered = []
        if unit.start == 0 and unit.section_id in headings:
            yield Block("h", ((Words("same", headings[unit.section_id]),),))
        words = _words(unit, step, compared, later=later)
        if unit.cells:
            yield Block("tr", tuple(_cells(words)))
            continue
        if not gathered:
            kind = "li" if unit.text.startswith(_BULLET) else "p"
        gathered += [*([Words("same", " ")] if gathered else []), *words]
    if gathered:
        yield Block(kind, (tuple(gathered),))


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
    return sum(len(one.text) for block in row.after for cell in block.cells for one in cell)


def _counted(rows: Sequence[Row]) -> str:
    """How much is folded: paragraphs and rows of tables."""
    blocks = [block for row in rows for block in row.after]
    tabled = sum(block.kind == "tr" for block in blocks)
    told = len(blocks) - tabled
    parts = [f"{told} stycke" if told == 1 else f"{told} stycken"] if told else []
    parts += [f"{tabled} tabellrad" if tabled == 1 else f"{tabled} tabellrader"] if tabled else []
    return f"{' och '.join(parts)} oförändrade" if told + tabled > 1 else f"{parts[0]} oförändrat"


def _opening(rows: Sequence[Row]) -> str:
    text = " ".join(one.text for row in rows for block in row.after for cell in block.cells for one in cell)
    return text if len(text) <= _OPENING else f"{text[: text.rfind(' ', 0, _OPENING)]} …"
