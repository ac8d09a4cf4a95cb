"""Everything that was read of one report, as text for people: pages marked, what is read in its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from api.commands.plain_text import table, wrapped
from api.commands.terminal import RECOGNISED
from corpus.model import Footnote, Illustration, Page, Section, Source, Table
from corpus.store import Store, StoredReport

#: Longer lines are hard to follow, whatever a terminal has room for.
WIDEST = 100
#: What headings of each level are underlined with.
RULES = "=-~·"

Thing = Table | Illustration


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of a section, the page it begins on, and where on it: left, upper and right edge."""

    text: str
    page: int | None = None
    place: tuple[float, float, float] | None = None


def whole_text(store: Store, report: StoredReport, width: int) -> Iterator[str]:
    """The lines of a report.

    Args:
        store: where it is kept.
        report: one version of it.
        width: columns that a line may take.
    """
    at = (report.id, report.version)
    sections = store.sections(*at)
    known = {section.id for section in sections}
    things: dict[str | None, list[Thing]] = {}
    for thing in chain[Thing](store.tables(*at), store.illustrations(*at)):
        things.setdefault(thing.section_id if thing.section_id in known else None, []).append(thing)
    notes: dict[str | None, list[Footnote]] = {}
    for note in store.footnotes(*at):
        notes.setdefault(note.section_id if note.section_id in known else None, []).append(note)
    writer = _Writer(width, {page.number: page for page in store.pages(*at)})
    yield from writer.head(report)
    yield from writer.things(things.get(None, []))
    for section in sections:
        yield from writer.section(section, things.get(section.id, []))
        yield from writer.notes(notes.get(section.id, []))
    yield from writer.notes(notes.get(None, []))
    yield from writer.problems(report)


class _Writer:
    """Writes a report's parts, and a mark where the page changes."""

    def __init__(self, width: int, pages: Mapping[int | None, Page]) -> None:
        self._width = width
        self._prose = min(width, WIDEST)
        self._pages = pages
        self._page: int | None = None

    def head(self, report: StoredReport) -> Iterator[str]:
        """What the report is."""
        said = report.metadata
        yield from self._heading(said.title, 1)
        period = f"{said.period.start} – {said.period.end}" if said.period else None
        pages = str(report.counts.pages) if report.counts.pages else None
        for name, value in (
            ("Utgivare", said.publisher),
            ("Period", period),
            ("Diarienummer", said.registration_number),
            ("Fil", report.file),
            ("Sidor", pages),
            ("Id", f"{report.id} (version {report.version})"),
            ("Ändrat för hand", ", ".join(report.edited)),
        ):
            if value:
                yield from wrapped(value, self._prose, f"{name + ':':<18}")

    def section(self, section: Section, things: Sequence[Thing]) -> Iterator[str]:
        """A section: heading, text, and its tables and pictures where they stand."""
        yield from self._turn(section.source.page)
        if section.heading:
            yield ""
            yield from self._heading(section.heading, section.level)
        waiting = list(things)
        for paragraph in _paragraphs(section):
            while waiting and _precedes(waiting[0].source, paragraph):
                yield from self.things([waiting.pop(0)])
            yield from self._turn(paragraph.page)
            yield ""
            yield from wrapped(paragraph.text, self._prose)
        yield from self.things(waiting)

    def things(self, things: Sequence[Thing]) -> Iterator[str]:
        """Tables and pictures."""
        for thing in things:
            yield from self._turn(thing.source.page)
            yield ""
            yield from self._table(thing) if isinstance(thing, Table) else self._picture(thing)

    def notes(self, notes: Sequence[Footnote]) -> Iterator[str]:
        """Footnotes, under a short rule."""
        if notes:
            yield from ("", "─" * 20)
        for note in notes:
            yield from wrapped(note.text, self._prose, f"{note.mark:>3} ")

    def problems(self, report: StoredReport) -> Iterator[str]:
        """What the reader should know of how it was read."""
        if report.problems:
            yield from ("", "")
            yield from self._heading(f"Att kontrollera i originalet ({len(report.problems)})", 1)
            for problem in report.problems:
                yield from wrapped(problem.message, self._prose, "• ")

    def _heading(self, heading: str, level: int) -> Iterator[str]:
        lines = wrapped(heading, self._prose)
        yield from lines
        yield RULES[min(level, len(RULES)) - 1] * max(map(len, lines), default=0)

    def _turn(self, page: int | None) -> Iterator[str]:
        """A mark where another page begins."""
        if page is None or page == self._page:
            return
        self._page = page
        known = self._pages.get(page)
        mark = f"sidan {page}"
        if known is not None and known.printed not in (None, str(page)):
            mark += f" (tryckt {known.printed})"
        if known is not None and known.ocr:
            mark += f", {RECOGNISED}"
        yield ""
        yield f" {mark}".rjust(self._prose, "─")

    def _table(self, read: Table) -> Iterator[str]:
        if read.caption:
            yield from wrapped(read.caption, self._prose)
        yield from table(read.header, read.rows, self._width)

    def _picture(self, read: Illustration) -> Iterator[str]:
        mark = f"[Bild, {RECOGNISED}] " if read.ocr else "[Bild] "
        yield from wrapped(read.caption or "utan bildtext", self._prose, mark)
        for line in read.text.splitlines():
            yield from wrapped(line, self._prose, "    │ ", "    │ ")


def _paragraphs(section: Section) -> Iterator[_Paragraph]:
    """A section's paragraphs and lists with the places of their first words."""
    start, spans = 0, iter(section.spans)
    span = next(spans, None)
    for text in section.text.split("\n\n"):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None or span.start >= start + len(text):
            found = _Paragraph(text)
        else:
            found = _Paragraph(text, span.box.page, (span.box.x0, span.box.top, span.box.x1))
        if text:
            yield found
        start += len(text) + 2


def _precedes(source: Source, paragraph: _Paragraph) -> bool:
    """Whether a table or picture stands before a paragraph: on an earlier page, or above it in its column."""
    if source.page is None or paragraph.page is None or source.page != paragraph.page:
        return source.page is not None and paragraph.page is not None and source.page < paragraph.page
    box = next((box for box in source.boxes if box.page == paragraph.page), None)
    if box is None or paragraph.place is None:
        return False
    left, top, right = paragraph.place
    return box.bottom <= top and box.x0 < right and left < box.x1
