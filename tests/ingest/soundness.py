"""What holds of every reading, whatever the file it was made of."""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.model import Box, Passage, Problem, Reading, Report, Section, Source, Table

#: What no text of a report may hold: control characters and halves of characters, which cannot be written as UTF-8.
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")


def faults_of(reading: Reading, name: str) -> list[str]:
    """Everything that is wrong with a reading of the file called `name`; nothing as a rule."""
    report = reading.report
    sections = {section.id: section for section in report.sections}
    pages = {page.number for page in report.pages if page.number is not None}
    return [
        *_pages(report),
        *_ids(reading),
        *(f"{section.id}: {fault}" for section in report.sections for fault in _section(section, sections, pages)),
        *(f"{table.id}: {fault}" for table in report.tables for fault in _table(table, pages)),
        *(f"{passage.id}: {fault}" for passage in reading.passages for fault in _passage(passage, report, pages)),
        *(f"{i.id}: {fault}" for i in report.illustrations for fault in _source(i.source, pages)),
        *(f"{n.id}: {fault}" for n in report.footnotes for fault in _source(n.source, pages)),
        *(f"{f.id}: not a number" for f in reading.facts.figures if not math.isfinite(f.value)),
        *(f"{f.id}: {fault}" for f in reading.facts.figures for fault in _source(f.source, pages)),
        *(fault for problem in report.problems for fault in problem_faults(problem, name, pages)),
        *(f"unfit characters in {text[:80]!r}" for text in _texts(reading) if UNFIT.search(text)),
        *(["no title"] if not report.metadata.title.strip() else []),
    ]


def problem_faults(problem: Problem, name: str, pages: Iterable[int] = ()) -> list[str]:
    """What is wrong with a problem's words: a sentence that names the file, and a page that there is."""
    sentence = problem.message.endswith(".") and len(problem.message.split()) > 4
    named = name in problem.message
    known = problem.page is None or not pages or problem.page in set(pages)
    return [] if sentence and named and known and problem.code else [f"not a problem in words: {problem}"]


def _pages(report: Report) -> Iterator[str]:
    numbers = [page.number for page in report.pages]
    if numbers not in ([None], list(range(1, len(numbers) + 1))):
        yield f"pages are numbered {numbers}"
    for page in report.pages:
        if not (math.isfinite(page.width) and math.isfinite(page.height) and min(page.width, page.height) >= 0):
            yield f"page {page.number} is {page.width} by {page.height}"


def _ids(reading: Reading) -> Iterator[str]:
    report, facts = reading.report, reading.facts
    homes = [
        *((table.id, table.section_id) for table in report.tables),
        *((illustration.id, illustration.section_id) for illustration in report.illustrations),
        *((note.id, note.section_id) for note in report.footnotes),
        *((passage.id, passage.section_id) for passage in reading.passages),
        *((figure.id, figure.section_id) for figure in facts.figures),
        *((project.id, project.section_id) for project in facts.projects),
        *((commitment.id, commitment.section_id) for commitment in facts.commitments),
    ]
    sections, tables = {section.id for section in report.sections}, {table.id for table in report.tables}
    ids = [*(section.id for section in report.sections), *(item for item, _ in homes)]
    if len(ids) != len(set(ids)):
        yield "two of a reading's ids are the same"
    yield from (f"{item} stands in no section" for item, home in homes if home not in {None, *sections})
    yield from (f"{p.id} is of no table" for p in reading.passages if p.table_id not in {None, *tables})


def _section(section: Section, sections: dict[str, Section], pages: set[int]) -> Iterator[str]:
    above = sections.get(section.parent_id) if section.parent_id is not None else None
    if section.parent_id is not None and above is None:
        yield "its parent is not there"
    if section.level != (above.level + 1 if above else 1):
        yield f"level {section.level} under {above.level if above else 'nothing'}"
    if "\n" in section.heading:
        yield "a heading of several lines"
    for span in section.spans:
        if not 0 <= span.start < span.end <= len(section.text):
            yield f"span {span.start}-{span.end} of {len(section.text)} characters"
        yield from _box(span.box, pages)
    if any(a.end > b.start for a, b in pairwise(section.spans)):
        yield "spans overlap or are out of order"
    yield from _source(section.source, pages)


def _table(table: Table, pages: set[int]) -> Iterator[str]:
    if len({len(row) for row in (table.header, *table.rows) if row}) != 1:
        yield "rows of unequal length"
    if len(table.row_sources) not in (0, len(table.rows)):
        yield f"{len(table.row_sources)} sources of {len(table.rows)} rows"
    for source in (table.source, *table.row_sources):
        yield from _source(source, pages)


def _passage(passage: Passage, report: Report, pages: set[int]) -> Iterator[str]:
    home = next((section for section in report.sections if section.id == passage.section_id), None)
    table = next((table for table in report.tables if table.id == passage.table_id), None)
    if not passage.text.strip():
        yield "an empty passage"
    if table is not None and not 0 <= passage.start <= passage.end <= len(table.rows):
        yield f"rows {passage.start}-{passage.end} of {len(table.rows)}"
    if table is None and (home is None or passage.text != home.text[passage.start : passage.end]):
        yield "its text is not its section's"
    yield from _source(passage.source, pages)


def _source(source: Source, pages: set[int]) -> Iterator[str]:
    if source.page is not None and source.page not in source.pages:
        yield f"page {source.page} is not among {source.pages}"
    if not pages.issuperset(source.pages) or list(source.pages) != sorted(set(source.pages)):
        yield f"pages {source.pages}"
    for box in source.boxes:
        yield from _box(box, pages)


def _box(box: Box, pages: set[int]) -> Iterator[str]:
    sides = (box.x0, box.top, box.x1, box.bottom)
    if box.page not in pages:
        yield f"a box on page {box.page}"
    if not all(map(math.isfinite, sides)) or box.x0 > box.x1 or box.top > box.bottom:
        yield f"a box with the sides {sides}"


def _texts(reading: Reading) -> Iterator[str]:
    report = reading.report
    yield report.metadata.title
    for page in report.pages:
        yield page.text
        yield page.printed or ""
    for section in report.sections:
        yield section.heading
        yield section.text
    for table in report.tables:
        yield table.caption or ""
        yield from (cell for row in (table.header, *table.rows) for cell in row)
    for illustration in report.illustrations:
        yield illustration.caption or ""
        yield illustration.text
    for note in report.footnotes:
        yield note.mark
        yield note.text
    for figure in reading.facts.figures:
        yield figure.quote
