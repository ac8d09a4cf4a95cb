"""The search page: the first thing seen, the question in its address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

#: Questions that the empty page offers: about what public reports everywhere tell of, each asked in another way.
EXAMPLES = ("bredband i glesbygd", "hur många resor med kollektivtrafiken", "mål som inte har nåtts", "sjukfrånvaro")
#: Context shown around the quote, in characters, before "Visa hela stycket".
CONTEXT = 220
#: Rows of a table shown around the quoted one, before "Visa alla rader".
ROWS_AROUND = 2
HITS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, marked where the quote is."""

    cells: tuple[str, ...]
    marked: bool


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
    quote: tuple[Fragment, ...]
    before: str
    after: str
    paragraphs: tuple[tuple[Fragment, ...], ...]
    longer: bool
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    citation: str
    page: int | None
    verified: bool
    also: tuple[OtherReport, ...]


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The form, and the hits where something was asked; an error in the question is shown on the page itself."""
    reports = knowledge.store.reports()
    form = read(request.query_params, reports, knowledge.settings)
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
    answer = knowledge.searcher.search(form.q, HITS, filters(form))
    return {
        "hits": [view(knowledge, hit, answer.query.terms) for hit in answer.hits],
        "confident": answer.confident,
        "suggestion": answer.suggestion,
        "seconds": f"{answer.seconds:.2f}".replace(".", ","),
        "places": [place.name for place in answer.query.places],
    }


def view(knowledge: Knowledge, hit: Hit, terms: Sequence[Term]) -> HitView:
    """A hit with its words marked, its surroundings and its address."""
    passage, text = hit.passage, hit.passage.text
    start, end = hit.start, hit.start + len(hit.quote)
    marks = highlights(text, terms, knowledge.analyzer)
    is_table = passage.table_id is not None
    header, rows = _table(hit)
    return HitView(
        rank=hit.rank,
        title=hit.report.metadata.title,
        where=_where(hit),
        href=links.report(
            hit.report.id,
            section=passage.section_id,
            page=hit.source.page,
            passage=passage.id,
            start=start,
            end=end,
        ),
        quote=cut(text, marks, start, end),
        before="" if is_table else _before(text, start),
        after="" if is_table else _after(text, end),
        paragraphs=tuple(cut(text, marks, *span) for span in _paragraphs(text)),
        longer=not is_table and len(text) > len(hit.quote) + 2 * CONTEXT,
        header=header,
        rows=rows,
        citation=hit.citation,
        page=hit.source.page,
        verified=hit.verified,
        also=tuple(
            OtherReport(f"{other.file}{f', s. {other.page}' if other.page else ''}", links.report(other.report_id))
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


def _table(hit: Hit) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The header and rows of a hit in a table; both empty for running text."""
    passage = hit.passage
    if passage.table_id is None:
        return (), ()
    lines = passage.text.split("\n")
    body = len(lines) - (passage.end - passage.start)
    header = tuple(lines[body - 1].split("\t")) if body else ()
    return header, tuple(Row(tuple(line.split("\t")), line == hit.quote) for line in lines[body:])
