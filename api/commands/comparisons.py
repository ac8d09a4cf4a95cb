"""Comparisons on standard output: for people, as JSON, as JSON Lines."""

from collections.abc import Callable, Mapping
from typing import Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from api.commands.printing import JsonPrinter, LinesPrinter, Printer, TextPrinter
from api.schemas.comparisons import Change, Comparison, Row
from api.schemas.threads import Thread
from corpus import names
from corpus.swedish.numbers import write_whole
from search.timeline.comparer import Comparison as Compared
from search.timeline.periods import named

Form = Literal["text", "json", "lines"]


PRINTERS: Mapping[Form, Callable[[], Printer[Compared]]] = {
    "text": lambda: TextPrinter(rendered),
    "json": lambda: JsonPrinter(Comparison.of),
    "lines": lambda: LinesPrinter(Comparison.of),
}


def rendered(compared: Compared) -> RenderableType:
    """The comparison as people read it."""
    shape = Comparison.of(compared)
    parts: list[RenderableType] = [Text(shape.topic, style="bold")]
    if not shape.rows:
        parts.append(Text("Inga rapporter att jämföra."))
    for row, domain in zip(shape.rows, compared.rows, strict=True):
        when = named(domain.period) if domain.period else "okänd tid"
        parts += [
            "",
            _row_heading(row, when),
            *(Padding(_point(row, at), (0, 0, 0, 4)) for at in range(len(row.points))),
        ]
    for title, lines in (
        ("Ändringar", [_change(change) for change in shape.changes]),
        ("Åtaganden", [line for thread in shape.commitments for line in _thread(thread)]),
    ):
        if lines:
            parts += ["", Text(title, style="bold"), *lines]
    return Group(*parts)


def _row_heading(row: Row, when: str) -> Text:
    text = Text(f"{row.place}, {when}" if row.place else when, style="bold")
    whose = row.report.title if row.report else ", ".join(part for part in (row.publisher, _kind(row)) if part)
    text.append(f"  {whose}", style="")
    return text if row.state == "reported" else text.append(f": {names.ROW_STATES[row.state]}", style="dim")


def _kind(row: Row) -> str:
    return names.REPORT_KINDS[row.kind].lower() if row.kind else ""


def _point(row: Row, at: int) -> Text:
    point = row.points[at]
    page = f" (s. {point.page})" if point.page else ""
    return Text(f"»{' '.join(point.quote.split())}«{page}")


def _change(change: Change) -> Text:
    place = f", {change.place}" if change.place else ""
    sides = ((one.value, one.qualifier) for one in (change.before, change.after))
    pair = " → ".join(write_whole(value, None, change.unit, qualifier) for value, qualifier in sides)
    return Text(f"  {change.measure}{place}: {pair}: {change.text or f'går inte att jämföra ({change.breaks})'}")


def _thread(thread: Thread) -> list[Text]:
    lines = [Text(f"  {thread.actor or 'okänt vem'}: {thread.text}")]
    for event in thread.timeline:
        year = event.period.end.year if event.period else "?"
        lines.append(Text(f"    {year} {names.EVENTS[event.event]}: »{' '.join(event.quote.split())}«", style="dim"))
    return lines
