"""A hit as pages show it: its words marked, what stands around them, its addresses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.model import Passage, Source
from corpus.store import StoredReport
from corpus.swedish import sentences
from corpus.swedish.analysis import Analyzer, Term
from search.answers import Also, Hit
from search.highlights import highlights
from web import links, words
from web.fragments import Fragment, cut
from web.tables import Parts, TableView, table_view

#: Context shown around the quote, in characters, before "Visa hela stycket".
CONTEXT = 220
#: Rows of a table shown around the quoted one, before "Visa alla rader".
ROWS_AROUND = 2


@dataclass(frozen=True, slots=True)
class OtherReport:
    """A report that holds nearly the same passage."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit as the page shows it."""

    rank: int
    title: str
    where: str
    href: str
    picture: str | None
    quote: tuple[Fragment, ...]
    before: str
    after: str
    paragraphs: tuple[tuple[Fragment, ...], ...]
    longer: bool
    table: TableView | None
    whole_table: TableView | None
    citation: str
    page: int | None
    verified: bool
    recognised: bool
    missing_places: tuple[str, ...]
    also: tuple[OtherReport, ...]
    similar: str
    borrow: str
    more: str | None


def view(analyzer: Analyzer, hit: Hit, terms: Sequence[Term], rank: int, more: str | None = None) -> HitView:
    """A hit with its words marked, its surroundings and its addresses.

    Args:
        analyzer: what the question was analysed by.
        hit: the hit.
        terms: the question's words, which are marked.
        rank: the hit's place on the page.
        more: where further hits of its report are shown.
    """
    passage, text = hit.passage, hit.shown.text
    start, end = hit.shown.start, hit.shown.start + len(hit.quote)
    address = partial(
        links.report,
        hit.report.id,
        section=passage.section_id,
        page=hit.source.page,
        passage=passage.id,
        start=hit.start,
        end=hit.start + len(hit.quote),
    )
    marks = highlights(text, terms, analyzer)
    is_table = passage.table_id is not None
    table, quoted = _table(hit, marks) if is_table else (None, 0)
    return HitView(
        rank=rank,
        title=hit.report.metadata.title,
        where=where(hit.report, passage, hit.source),
        href=address(picture=False),
        picture=address(picture=True) if hit.source.page else None,
        quote=cut(text, marks, start, end),
        before="" if is_table else _before(text, start),
        after="" if is_table else _after(text, end),
        paragraphs=tuple(cut(text, marks, *span) for span in _paragraphs(text)),
        longer=not is_table and len(text) > len(hit.quote) + 2 * CONTEXT,
        table=table.near(quoted, ROWS_AROUND) if table else None,
        whole_table=table if table and len(table.rows) > 2 * ROWS_AROUND + 1 else None,
        citation=hit.citation,
        page=hit.source.page,
        verified=hit.verified,
        recognised=hit.ocr,
        missing_places=hit.missing_places,
        also=other_reports(hit.also),
        similar=links.similar(passage.id),
        borrow=links.borrowing(f"words:{passage.id}:{hit.start}:{hit.start + len(hit.quote)}"),
        more=more,
    )


def other_reports(also: Iterable[Also]) -> tuple[OtherReport, ...]:
    """Where nearly the same passage stands."""
    return tuple(
        OtherReport(
            f"{other.file}{f', s. {other.page}' if other.page else ''}", links.report(other.report_id, page=other.page)
        )
        for other in also
    )


def where(report: StoredReport, passage: Passage, source: Source) -> str:
    """Publisher and period, section, page."""
    metadata = report.metadata
    whose = ", ".join(part for part in (metadata.publisher, words.period(metadata.period)) if part)
    page = f"s. {source.printed_page or source.page}" if source.page else None
    path = " › ".join(heading for heading in passage.section_path if heading)
    return " · ".join(part for part in (whose, path, page) if part)


def _before(text: str, start: int) -> str:
    """The sentences that lead up to the quote, as far as they fit."""
    spans = [span for span in sentences.split(text) if span[1] <= start]
    fitting = [first for first, _ in spans if start - first <= CONTEXT]
    # Line breaks stay: what stands on a line of its own, such as a point of a list, is shown so.
    return text[fitting[0] : start].strip(" ") if fitting else ""


def _after(text: str, end: int) -> str:
    """The sentences that follow the quote, as far as they fit."""
    fitting = [last for first, last in sentences.split(text) if first >= end and last - end <= CONTEXT]
    return text[end : fitting[-1]].strip(" ") if fitting else ""


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The character ranges of a text's lines that say something."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _table(hit: Hit, marks: Sequence[tuple[int, int]]) -> tuple[TableView, int]:
    """The rows of a hit in a table, and which of them is quoted."""
    text = hit.shown.text
    lines = text.split("\n")
    body = len(lines) - (hit.shown.rows or 0)
    start = sum(len(line) + 1 for line in lines[:body])
    quoted = text.count("\n", start, max(hit.shown.start, start))
    rows: list[tuple[Parts, ...]] = []
    for line in lines[body:]:
        rows.append(tuple(_cells(text, line, start, marks)))
        start += len(line) + 1
    caption = lines[0] if body > 1 else None
    header = lines[body - 1].split("\t") if body else ()
    return table_view(caption, header, rows, {quoted}), quoted


def _cells(text: str, line: str, start: int, marks: Sequence[tuple[int, int]]) -> Iterator[Parts]:
    """A line's cells, those parts marked that the question found."""
    for cell in line.split("\t"):
        yield cut(text, marks, start, start + len(cell))
        start += len(cell) + 1
