"""A draft for 2025 begun from the headings of the sample report for 2023, its sections borrowed: what is marked."""

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from api.drafts import document, editing, starting
from api.drafts.borrowing import borrow
from api.drafts.standing import open_marks, standing
from api.drafts.suggestions import earlier_sections
from api.knowledge import Knowledge
from corpus.drafts import Block, Draft, words_of
from corpus.model import Period
from tests.api.drafts.gold import Marked, read, score

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")


@pytest.fixture(scope="module")
def draft(desk: Knowledge, report_2023: str) -> Draft:
    """The draft with all that the report's sections say, text and tables."""
    made = starting.from_report(desk.store, report_2023, "Årsredovisning 2025", YEAR)
    for heading in made.headings:
        for one in earlier_sections(desk.store, made, heading.title):
            if one.report.id == report_2023:
                made = editing.add_blocks(made, heading.id, borrow(desk.store, f"section:{one.section.id}"))
    return made


def test_its_headings_are_the_report_s(draft: Draft) -> None:
    assert len(draft.headings) == 23
    assert [(heading.title, heading.level) for heading in draft.headings[:4]] == [
        ("Ordföranden har ordet", 1),
        ("Året i korthet", 1),
        ("Ett tillgängligt län", 1),
        ("Bredband", 2),
    ]


def found_in(gold: Marked, desk: Knowledge, draft: Draft) -> list[tuple[int, int]]:
    """The marks of the draft that lie in a paragraph."""
    names = desk.project_names.now()
    for _, block in draft.blocks():
        at = words_of(block).find(gold.text) if block.kind == "stretch" else -1
        if at >= 0:
            marks = standing(block, draft.period, names)
            held = [one for one in marks if at <= one.start < at + len(gold.text)]
            return [(one.start - at, one.end - at) for one in held]
    raise AssertionError(f"not borrowed: {gold.text}")


def test_every_stale_year_and_amount_of_the_borrowed_sections_is_marked(desk: Knowledge, draft: Draft) -> None:
    result = score([(gold, found_in(gold, desk, draft)) for gold in read("stale-2023.txt")])
    assert result.recall >= 0.95, result.missed
    assert result.precision >= 0.85, result.extra


def test_every_number_of_a_borrowed_table_is_marked(desk: Knowledge, draft: Draft) -> None:
    tables = [block for _, block in draft.blocks() if block.kind == "rows"]
    assert len(tables) == 8
    (employees,) = [block for block in tables if block.text.startswith("Tabell 7.")]
    marks = standing(employees, YEAR, desk.project_names.now())
    assert [one.mark.text for one in marks] == "2021 2022 2023 7,2 7,4 6,1 5,0 5,2 4,2 6,4 6,6 5,4".split()


def test_the_document_has_real_headings_footnotes_and_a_comment_for_each_open_mark(
    desk: Knowledge, draft: Draft
) -> None:
    stored = desk.store.begin_draft(draft)
    names = desk.project_names.now()
    content = document.write(stored, names)
    made = docx.Document(io.BytesIO(content))
    headings = [p.text for p in made.paragraphs if re.fullmatch(r"Heading \d", p.style.name if p.style else "")]
    assert headings == [heading.title for heading in draft.headings]
    assert len(made.tables) == 8
    assert len(list(made.comments)) == sum(1 for _ in open_marks(draft, names))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        notes = etree.fromstring(file.read("word/footnotes.xml"))
    cited = ["".join(note.itertext()).strip() for note in notes if int(note.get(qn("w:id"))) > 0]
    assert len(cited) == sum(1 for _ in draft.blocks())
    assert all(text.startswith("Region Ljungmark (2023). Årsredovisning 2023, dnr RUN 2024/33") for text in cited)


def test_words_of_a_report_on_the_same_year_or_a_later_one_are_not_stale(desk: Knowledge, draft: Draft) -> None:
    names = desk.project_names.now()
    for year in (2022, 2023):
        same = Draft(draft.title, Period(date(year, 1, 1), date(year, 12, 31)), draft.headings)
        assert list(open_marks(same, names)) == []


def test_a_mark_is_closed_by_changing_it_or_by_saying_so(desk: Knowledge, draft: Draft) -> None:
    names = desk.project_names.now()
    heading = next(heading for heading in draft.headings if heading.title == "Besöksnäring")
    block = heading.blocks[0]

    def texts(changed: Draft) -> list[str]:
        now = editing.find_block(changed, block.id)[1]
        return [one.mark.text for one in standing(now, YEAR, names) if not one.settled]

    assert texts(draft) == ["1 012 000", "3 procent", "1,1 miljoner", "2024", "24 procent"]
    text = block.text.replace("3 procent", "9 procent").replace("Gästnätterna ökade", "Antalet gästnätter ökade")
    changed = editing.put_block(draft, _with_text(block, text))
    assert texts(changed) == ["1 012 000", "1,1 miljoner", "2024", "24 procent"]
    first = standing(editing.find_block(changed, block.id)[1], YEAR, names)[0]
    assert text[first.start : first.end] == "1 012 000"
    settled = editing.settle(changed, block.id, [first.mark.key])
    assert texts(settled) == ["1,1 miljoner", "2024", "24 procent"]
    emptied = editing.put_block(draft, _with_text(block, ""))
    assert texts(emptied) == []


def _with_text(block: Block, text: str) -> Block:
    return Block(block.id, block.kind, text, origin=block.origin, settled=block.settled)
