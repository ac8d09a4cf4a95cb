"""The newest figure of a series in place of a borrowed one, on the sample reports for 2022 and 2023."""

from datetime import date

import pytest

from api.drafts import stale
from api.drafts.borrowing import borrow
from api.knowledge import Knowledge
from corpus.drafts import Block, Origin, words_of
from corpus.store import FactQuery
from corpus.store.items import FIGURES

END = date(2025, 12, 31)


def borrowed(desk: Knowledge, file: str, heading: str) -> list[Block]:
    report = desk.store.resolve(file)
    section = next(one for one in desk.store.sections(report) if one.heading.endswith(heading))
    return list(borrow(desk.store, f"section:{section.id}"))


def offers(desk: Knowledge, origin: Origin, until: date = END) -> list[tuple[str, str]]:
    marks = stale.find(origin.words)
    newer = desk.newer_figures.among(origin, marks, until)
    return [(mark.text, newer[mark.key].text) for mark in marks if mark.key in newer]


def origin_of(block: Block) -> Origin:
    assert block.origin is not None
    return block.origin


#: Decisions and support by municipality as the report for 2023 has them.
OF_2023 = {
    "Älvhamra": ("31", "5 970"),
    "Hällsund": ("22", "3 880"),
    "Gråfors": ("17", "3 140"),
    "Rönnånger": ("11", "2 010"),
    "Järvsele": ("16", "3 355"),
    "Östertjärn": ("14", "3 040"),
    "Vitmyra": ("11", "2 798"),
    "Länet": ("122", "24 193"),
}


def test_each_cell_of_a_table_has_the_next_year_s_value_of_its_row_and_column(desk: Knowledge) -> None:
    _, table = borrowed(desk, "arsredovisning-2022.pdf", "Företagsstöd")
    assert [row[0] for row in table.rows] == list(OF_2023)
    cells = [cell for row in table.rows for cell in row[1:3]]  # The report for 2023 has no third column.
    values = [value for pair in OF_2023.values() for value in pair]
    assert offers(desk, origin_of(table)) == list(zip(cells, values, strict=True))


def test_a_value_is_written_as_its_own_report_writes_it_with_its_source(desk: Knowledge) -> None:
    (text, *_) = borrowed(desk, "arsredovisning-2022.pdf", "Företagsstöd")
    origin = origin_of(text)
    found = desk.newer_figures.among(origin, stale.find(origin.words), END)
    (said,) = [newer for newer in found.values() if newer.text == "24 193 tkr"]
    assert said.citation.startswith("Region Ljungmark (2023). Årsredovisning 2023")
    assert said.quote == "Företagsstöd beviljades med 24 193 tkr till 122 företag."


def test_a_value_that_is_told_in_text_and_table_is_taken_out_of_the_like(desk: Knowledge) -> None:
    (text, *_) = borrowed(desk, "arsredovisning-2022.pdf", "Bredband")
    assert ("86 procent", "90 procent") in offers(desk, origin_of(text))
    tables = borrowed(desk, "arsredovisning-2022.pdf", "Ett tillgängligt län")
    assert ("86 %", "90 %") in [one for table in tables for one in offers(desk, origin_of(table))]


def test_nothing_is_offered_that_is_newer_than_the_draft(desk: Knowledge) -> None:
    for block in borrowed(desk, "arsredovisning-2022.pdf", "Bredband"):
        assert offers(desk, origin_of(block), date(2022, 12, 31)) == []


def test_nothing_is_offered_for_the_newest_report(desk: Knowledge) -> None:
    for block in borrowed(desk, "arsredovisning-2023.txt", "Företagsstöd"):
        assert offers(desk, origin_of(block)) == []


def offers_of(desk: Knowledge, file: str) -> list[tuple[str, str]]:
    """What is offered for all that a report's sections say in running text."""
    report = desk.store.resolve(file)
    sections = [one for one in desk.store.sections(report) if one.text.strip()]
    blocks = [borrow(desk.store, f"text:{section.id}")[0] for section in sections]
    return [offer for block in blocks for offer in offers(desk, origin_of(block))]


def test_what_is_above_the_budget_is_offered_what_is_above_it_too(desk: Knowledge) -> None:
    offered = offers_of(desk, "arsredovisning-2022.pdf")
    assert ("9,8 miljoner kronor", "12,4 miljoner kronor") in offered
    assert ("32 procent", "3 procent") in offered  # Both times an increase.
    assert "var tionde" not in dict(offered)


def test_no_deficit_is_offered_for_a_surplus_nor_what_is_above_the_budget_for_what_is_below(desk: Knowledge) -> None:
    # "överskott på 11,9" and "11,9 miljoner kronor lägre än budget" in 2021.
    offered = dict(offers_of(desk, "arsredovisning-2021.docx"))
    assert offered["419,7 miljoner kronor"] == "480,4 miljoner kronor"
    assert offered.get("6,4 procent") != "4,2 procent"  # All sick leave, and men's.
    assert "11,9 miljoner kronor" not in offered


def test_the_same_holds_of_a_figure_that_is_borrowed_by_itself(desk: Knowledge) -> None:
    facts = desk.store.find_facts(FIGURES, FactQuery(reports=(desk.store.resolve("arsredovisning-2021.docx"),))).facts
    (lower,) = [one.fact for one in facts if "lägre än budget" in one.fact.quote and one.fact.value == 11_900_000]
    assert offers(desk, origin_of(borrow(desk.store, f"figure:{lower.id}")[0])) == []


@pytest.mark.parametrize("report_id", ["finnsinte"])
def test_nothing_is_offered_for_words_of_a_report_that_is_gone(desk: Knowledge, report_id: str) -> None:
    origin = Origin(report_id, 1, None, None, "", "", "90 procent", None)
    assert words_of(Block("b1", "stretch", "90 procent", origin=origin)) == "90 procent"
    assert offers(desk, origin) == []
