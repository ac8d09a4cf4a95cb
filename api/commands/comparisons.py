"""Comparisons on standard output: for people, as JSON, as JSON Lines."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, Protocol

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from api import names
from api.commands.terminal import say, show, write_text
from api.queries import Question
from api.schemas.common import ErrorShape
from api.schemas.comparisons import Change, Comparison, Row, Thread
from corpus.errors import UsageError
from search.timeline.comparer import Comparison as Compared
from search.timeline.periods import named

Form = Literal["text", "json", "lines"]


class Printer(Protocol):
    """Prints comparisons, one after another."""

    def comparison(self, question: Question, compared: Compared) -> None:
        """Print a comparison."""

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a topic could not be compared."""


def compare_all(questions: Iterable[Question], compare: Callable[[str], Compared], printer: Printer) -> int:
    """Compare and print; a topic that cannot be compared does not stop the others.

    Returns:
        The exit status.

    Raises:
        UsageError: the only topic, given on the command line, cannot be compared.
    """
    status = 0
    for question in questions:
        try:
            compared = compare(question.text)
        except UsageError as error:
            if question.id is None:
                raise
            printer.refuse(question, error)
            say(f"{question.id}: {error.message}")
            status = 1
        else:
            printer.comparison(question, compared)
    return status


class JsonPrinter:
    """One JSON document."""

    def comparison(self, question: Question, compared: Compared) -> None:
        """Print a comparison."""
        write_text(Comparison.of(compared).to_json())

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a topic could not be compared."""
        write_text(ErrorShape.of(error).to_json())


class LinesPrinter:
    """One line of JSON for each topic."""

    def comparison(self, question: Question, compared: Compared) -> None:
        """Print a comparison."""
        self._line(question, Comparison.of(compared).to_json(indent=None))

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a topic could not be compared."""
        self._line(question, ErrorShape.of(error).to_json(indent=None))

    def _line(self, question: Question, shape: str) -> None:
        write_text(f'{{"id":{json.dumps(question.id, ensure_ascii=False)},{shape[1:]}')


class TextPrinter:
    """For people: the rows by time, then the changes, then what became of commitments."""

    def comparison(self, question: Question, compared: Compared) -> None:
        """Print a comparison."""
        show(rendered(compared))

    def refuse(self, question: Question, error: UsageError) -> None:
        """Nothing: the sentence goes to standard error."""


PRINTERS: Mapping[Form, Callable[[], Printer]] = {"text": TextPrinter, "json": JsonPrinter, "lines": LinesPrinter}


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
    def side(value: float, qualifier: str | None) -> str:
        return f"{qualifier} {value:g}" if qualifier else f"{value:g}"

    place = f", {change.place}" if change.place else ""
    pair = f"{side(change.before.value, change.before.qualifier)} → {side(change.after.value, change.after.qualifier)}"
    return Text(f"  {change.measure}{place}: {pair}: {change.text or f'går inte att jämföra ({change.breaks})'}")


def _thread(thread: Thread) -> list[Text]:
    lines = [Text(f"  {thread.actor or 'okänt vem'}: {thread.text}")]
    for event in thread.timeline:
        year = event.period.end.year if event.period else "?"
        lines.append(Text(f"    {year} {names.EVENTS[event.event]}: »{' '.join(event.quote.split())}«", style="dim"))
    return lines
