"""What the editor offers to borrow under a heading: earlier years' sections, tables, figures, and what search finds."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.drafts.borrowing import in_words
from api.drafts.suggestions import Earlier, earlier_sections, is_same_heading, suggest, without_number
from api.knowledge import Knowledge
from corpus.drafts import Draft, Heading
from corpus.errors import ArsringarError
from corpus.model import Table
from corpus.store import Store
from search.answers import Hit
from web import links, words

#: Characters of a section that are shown before "Visa hela".
_SHOWN = 420
#: Rows of a table and figures of a section that are offered.
_MOST_ROWS = 40
_MOST_FIGURES = 12


@dataclass(frozen=True, slots=True)
class RowView:
    """A row that may be borrowed."""

    cells: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class TableOffer:
    """A table that may be borrowed, whole or a row at a time."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[RowView, ...]
    more: int
    reference: str


@dataclass(frozen=True, slots=True)
class FigureOffer:
    """A figure that may be borrowed."""

    said: str
    quote: str
    reference: str


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What a report wrote under the heading, or under one of its matters, whose own `heading` it then is."""

    name: str
    heading: str
    year: str
    href: str
    beginning: str
    rest: str
    reference: str
    tables: tuple[TableOffer, ...]
    figures: tuple[FigureOffer, ...]


@dataclass(frozen=True, slots=True)
class HitOffer:
    """A hit that may be borrowed: its best sentence, or the whole passage."""

    title: str
    where: str
    href: str
    quote: str
    words: str
    passage: str
    whole: bool


@dataclass(frozen=True, slots=True)
class SuggestionsView:
    """All that is offered; `error` says why search could not answer."""

    question: str
    earlier: tuple[EarlierView, ...] = ()
    hits: tuple[HitOffer, ...] = ()
    sure: bool = False
    error: str | None = None


def view(knowledge: Knowledge, draft: Draft, heading: Heading, question: str) -> SuggestionsView:
    """What may be borrowed under a heading, for a question of the writer's own if there is one."""
    try:
        found = suggest(knowledge, draft, heading, question)
    except ArsringarError as error:
        kept = () if question else earlier_sections(knowledge.store, draft, heading.title)
        offers = tuple(_earlier(knowledge.store, one, heading) for one in kept)
        return SuggestionsView(question, offers, error=error.message)
    return SuggestionsView(
        question,
        tuple(_earlier(knowledge.store, one, heading) for one in found.earlier),
        tuple(map(_hit, found.hits)),
        found.sure,
    )


def _earlier(store: Store, earlier: Earlier, heading: Heading) -> EarlierView:
    report, section = earlier.report, earlier.section
    cut = _cut(section.text)
    return EarlierView(
        name=report.metadata.title,
        heading="" if is_same_heading(heading.title, section.heading) else without_number(section.heading),
        year=words.period(report.metadata.period) or "",
        href=links.report(report.id, section=section.id, page=section.source.page),
        beginning=section.text[:cut],
        rest=section.text[cut:],
        reference=f"text:{section.id}",
        tables=tuple(map(_table, earlier.tables)),
        figures=tuple(_figures(store, earlier)),
    )


def _cut(text: str) -> int:
    """Where a section's beginning ends: at a blank, not far from `_SHOWN`; the end of a text little longer."""
    if len(text) <= _SHOWN * 1.3:
        return len(text)
    at = text.rfind(" ", 0, _SHOWN)
    return at if at > 0 else _SHOWN


def _table(table: Table) -> TableOffer:
    rows = tuple(
        RowView(row, f"rows:{table.id}:{number}:{number + 1}") for number, row in enumerate(table.rows[:_MOST_ROWS])
    )
    return TableOffer(
        caption=table.caption or "Tabell",
        header=table.header if any(table.header) else (),
        rows=rows,
        more=len(table.rows) - len(rows),
        reference=f"table:{table.id}",
    )


def _figures(store: Store, earlier: Earlier) -> Iterator[FigureOffer]:
    """Figures in the section's running text; those of its tables are offered as rows."""
    for figure in store.figures_in_text(earlier.section.id)[:_MOST_FIGURES]:
        yield FigureOffer(in_words(figure, earlier.report.metadata.period), figure.quote, f"figure:{figure.id}")


def _hit(hit: Hit) -> HitOffer:
    passage, end = hit.passage, hit.start + len(hit.quote)
    path = " › ".join(heading for heading in passage.section_path if heading)
    page = f"s. {hit.source.printed_page or hit.source.page}" if hit.source.page else None
    period = words.period(hit.report.metadata.period)
    return HitOffer(
        title=hit.report.metadata.title,
        where=" · ".join(part for part in (period, path, page) if part),
        href=links.report(
            hit.report.id,
            section=passage.section_id,
            page=hit.source.page,
            passage=passage.id,
            start=hit.start,
            end=end,
        ),
        quote=" · ".join(cell for cell in hit.quote.split("\t") if cell.strip()),
        words=f"words:{passage.id}:{hit.start}:{end}",
        passage=f"passage:{passage.id}",
        whole=len(passage.text.strip()) <= len(hit.quote.strip()),
    )
