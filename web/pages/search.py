"""The search page: the first thing seen, the question in its address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.errors import ArsringarError
from corpus.swedish import sentences
from corpus.swedish.analysis import Term
from search.answers import Hit
from search.highlights import highlights
from web import links, words
from web.answer import Answer, Elsewhere
from web.fragments import Fragment, cut
from web.pages.form import Form, filters, read
from web.tables import Parts, TableView, table_view

#: Questions that the empty page offers: about what public reports everywhere tell of, each asked in another way.
EXAMPLES = ("bredband i glesbygd", "hur många resor med kollektivtrafiken", "mål som inte har nåtts", "sjukfrånvaro")
#: Context shown around the quote, in characters, before "Visa hela stycket".
CONTEXT = 220
#: Hits shown where none is a sure answer, before "Visa fler".
UNSURE = 3
#: Rows of a table shown around the quoted one, before "Visa alla rader".
ROWS_AROUND = 2
#: Hits on the page, and how many more each time that more are asked for.
HITS = 10


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
    also: tuple[OtherReport, ...]


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The form, and the hits where something was asked; an error in the question is shown on the page itself."""
    reports = knowledge.store.reports()
    form = read(request.query_params, reports, knowledge.settings, HITS)
    if "" in request.query_params.values():
        return Elsewhere(form.address)
    values: dict[str, object] = {"form": form, "examples": EXAMPLES, "total": len(reports), "error": None}
    if not reports or not (form.q or form.limited):
        return Answer("start.html", values)
    try:
        return Answer("search.html", values | _found(knowledge, form))
    except ArsringarError as error:
        return Answer("search.html", values | {"error": error.message}, error.http_status)


def _found(knowledge: Knowledge, form: Form) -> dict[str, object]:
    """What answers the question.

    Raises:
        ArsringarError: it cannot be asked.
    """
    most = knowledge.settings.max_hits
    answer = knowledge.searcher.search(form.q, min(form.wanted, most), filters(form))
    hits = [view(knowledge, hit, answer.query.terms) for hit in answer.hits]
    sure = len(hits) if answer.confident else UNSURE
    return {
        "hits": hits[:sure],
        "weak": hits[sure:],
        "more": form.more(HITS) if answer.confident and form.wanted <= len(hits) < most else None,
        "confident": answer.confident,
        "suggestion": answer.suggestion,
        "seconds": f"{answer.seconds:.2f}".replace(".", ","),
        "places": [place.name for place in answer.query.places],
    }


def view(knowledge: Knowledge, hit: Hit, terms: Sequence[Term]) -> HitView:
    """A hit with its words marked, its surroundings and its address."""
    passage, text = hit.passage, hit.passage.text
    start, end = hit.start, hit.start + len(hit.quote)
    address = partial(
        links.report,
        hit.report.id,
        section=passage.section_id,
        page=hit.source.page,
        passage=passage.id,
        start=start,
        end=end,
    )
    marks = highlights(text, terms, knowledge.analyzer)
    is_table = passage.table_id is not None
    table, quoted = _table(hit, marks) if is_table else (None, 0)
    return HitView(
        rank=hit.rank,
        title=hit.report.metadata.title,
        where=_where(hit),
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
        also=tuple(
            OtherReport(
                f"{other.file}{f', s. {other.page}' if other.page else ''}",
                links.report(other.report_id, page=other.page),
            )
            for other in hit.also
        ),
    )


def _where(hit: Hit) -> str:
    metadata = hit.report.metadata
    report = ", ".join(part for part in (metadata.publisher, words.period(metadata.period)) if part)
    page = f"s. {hit.source.printed_page or hit.source.page}" if hit.source.page else None
    path = " › ".join(heading for heading in hit.passage.section_path if heading)
    return " · ".join(part for part in (report, path, page) if part)


def _before(text: str, start: int) -> str:
    """The sentences that lead up to the quote, as far as they fit."""
    spans = [span for span in sentences.split(text) if span[1] <= start]
    fitting = [first for first, _ in spans if start - first <= CONTEXT]
    return text[fitting[0] : start].strip() if fitting else ""


def _after(text: str, end: int) -> str:
    """The sentences that follow the quote, as far as they fit."""
    fitting = [last for first, last in sentences.split(text) if first >= end and last - end <= CONTEXT]
    return text[end : fitting[-1]].strip() if fitting else ""


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The character ranges of a text's lines that say something."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _table(hit: Hit, marks: Sequence[tuple[int, int]]) -> tuple[TableView, int]:
    """The rows of a hit in a table, and which of them is quoted."""
    passage = hit.passage
    lines = passage.text.split("\n")
    body = len(lines) - (passage.end - passage.start)
    start = sum(len(line) + 1 for line in lines[:body])
    quoted = passage.text.count("\n", start, max(hit.start, start))
    rows: list[tuple[Parts, ...]] = []
    for line in lines[body:]:
        rows.append(tuple(_cells(passage.text, line, start, marks)))
        start += len(line) + 1
    caption = lines[0] if body > 1 else None
    header = lines[body - 1].split("\t") if body else ()
    return table_view(caption, header, rows, {quoted}), quoted


def _cells(text: str, line: str, start: int, marks: Sequence[tuple[int, int]]) -> Iterator[Parts]:
    """A line's cells, those parts marked that the question found."""
    for cell in line.split("\t"):
        yield cut(text, marks, start, start + len(cell))
        start += len(cell) + 1
