"""Answers on standard output: for people, as JSON, as JSON Lines, as CSV."""

import csv
import sys
from collections.abc import Callable, Mapping
from typing import Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from api.commands.printing import JsonPrinter, LinesPrinter, Printer, TextPrinter
from api.commands.terminal import RECOGNISED
from api.queries import Question
from api.schemas.answers import Answer, Hit
from corpus.errors import UsageError
from search import answers

Form = Literal["text", "json", "lines", "csv"]

#: Characters of a passage that people are shown below its quote.
PASSAGE_SHOWN = 400
COLUMNS = (
    "query_id", "query", "confident", "rank", "score", "file", "title", "publisher", "period_start", "period_end",
    "section", "page", "printed_page", "quote", "citation", "verified", "ocr", "error",
)  # fmt: skip
#: A cell that begins so would be run as a formula by a spreadsheet.
FORMULA = ("=", "+", "@", "\t", "\r")


def form_of(as_json: bool, as_csv: bool, many: bool) -> Form:
    """The form that the options ask for."""
    if as_csv:
        return "csv"
    return ("lines" if many else "json") if as_json else "text"


class CsvPrinter:
    """A row for each hit, and one for each question without hits or that could not be asked."""

    def __init__(self) -> None:
        self._writer = csv.writer(sys.stdout, lineterminator="\n")
        self._writer.writerow(COLUMNS)

    def answer(self, question: Question, answer: answers.Answer) -> None:
        """Print an answer."""
        start: list[object] = [question.id or "", question.text, answer.confident]
        for hit in Answer.of(answer).hits:
            self._row([*start, *_cells(hit)])
        if not answer.hits:
            self._row(start)

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a question could not be asked."""
        self._row([question.id or "", question.text, False], error.message)

    def _row(self, cells: list[object], error: str = "") -> None:
        padded = [*cells, *[""] * (len(COLUMNS) - len(cells) - 1), error]
        self._writer.writerow(f"'{cell}" if str(cell).startswith(FORMULA) else cell for cell in padded)


PRINTERS: Mapping[Form, Callable[[], Printer[answers.Answer]]] = {
    "text": lambda: TextPrinter(rendered),
    "json": lambda: JsonPrinter(Answer.of),
    "lines": lambda: LinesPrinter(Answer.of),
    "csv": CsvPrinter,
}


def rendered(found: answers.Answer) -> RenderableType:
    """The answer as people read it."""
    answer = Answer.of(found)
    parts: list[RenderableType] = [Text(answer.query.text, style="bold")]
    if answer.query.suggestion:
        parts.append(Text(f"Menade du ”{answer.query.suggestion}”?"))
    if not answer.hits:
        parts.append(Text("Inget i rapporterna svarar på frågan."))
    elif not answer.confident:
        parts.append(Text("Inget i rapporterna svarar säkert på frågan; det närmaste är:"))
    for hit in answer.hits:
        parts += ["", _heading(hit), Padding(_passage(hit), (0, 0, 0, 4))]
    return Group(*parts)


def _heading(hit: Hit) -> Text:
    text = Text(f"{hit.rank:>2}. ", style="bold").append(hit.citation)
    if hit.ocr:
        text.append(f" [{RECOGNISED}]")
    if hit.missing_places:
        text.append(f" [nämner inte {' eller '.join(hit.missing_places)}]")
    if hit.section_path:
        text.append(f"\n    {' › '.join(hit.section_path)}", style="dim")
    return text


def _passage(hit: Hit) -> Text:
    """The quote, marked, with as much of the passage around it as is shown."""
    at = hit.passage.find(hit.quote)
    if at < 0:
        return _marked("", hit, "")
    spare = max(0, PASSAGE_SHOWN - len(hit.quote)) // 2
    before, after = hit.passage[max(0, at - spare) : at], hit.passage[at + len(hit.quote) :][:spare]
    cut_before, cut_after = len(before) < at, at + len(hit.quote) + len(after) < len(hit.passage)
    if cut_before:
        before = f"… {before.partition(' ')[2]}"
    if cut_after:
        after = f"{after.rpartition(' ')[0]} …"
    return _marked(before, hit, after)


def _marked(before: str, hit: Hit, after: str) -> Text:
    """The words that answer between what stands around them; as a quote only where they are verified."""
    text, words = Text(" ".join(before.split()) + (" " if before else "")), " ".join(hit.quote.split())
    text.append(f"»{words}«" if hit.verified else words, style="bold reverse" if hit.verified else "bold")
    return text.append(" " + " ".join(after.split()) if after else "")


def _cells(hit: Hit) -> list[object]:
    period = hit.report.period
    return [
        hit.rank,
        hit.score,
        hit.report.file,
        hit.report.title,
        hit.report.publisher or "",
        period.start if period else "",
        period.end if period else "",
        " › ".join(hit.section_path),
        hit.page or "",
        hit.printed_page or "",
        hit.quote,
        hit.citation,
        hit.verified,
        hit.ocr,
    ]
