"""Damaged text never stops a report: whatever its sentences and rows become, facts are read or left out."""

import functools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model import Facts, Page, Report, Section, Table
from corpus.reports import key as keys
from corpus.settings import Settings
from ingest.facts import facts
from ingest.formats import reader_of
from ingest.sections import assemble

#: Sample reports of three formats, which are read in a moment, with running text, goal tables and tables of money.
FILES = ("arsredovisning-2021.docx", "arsredovisning-2023.txt", "norrbotten-delarsrapport-april-2021.pdf")
#: What reports are made of where something is read as a number, a unit, a mark or a name.
LETTERS = "0123456789 .,-–−%:;()§½åäöÅÄÖABCabkrmnst\n•●▲”'/"
#: Longer texts only make the search slower.
LONGEST = 1500
#: One damage: what is done, where (as a share of the text), and a letter. Below nought the share is of its digits:
#: where numbers are hurt, more goes wrong.
DAMAGE = st.tuples(
    st.sampled_from(("change", "drop", "insert", "cut", "swap")), st.floats(-1, 1), st.sampled_from(LETTERS)
)


@functools.cache
def parts() -> tuple[tuple[Report, ...], tuple[tuple[Report, Section], ...], tuple[tuple[Report, Table], ...]]:
    """The reports, their sections with text and their tables with rows."""
    folder = keys.KEYS.parent
    reports = tuple(assemble(reader_of(name)((folder / name).read_bytes(), name, Settings()), name) for name in FILES)
    sections = tuple((report, section) for report in reports for section in report.sections if section.text.strip())
    tables = tuple((report, table) for report in reports for table in report.tables if table.rows)
    return reports, sections, tables


def damaged(text: str, damages: list[tuple[str, float, str]]) -> str:
    """The text with letters changed, dropped and inserted, its end cut off, and one letter meaning another."""
    for done, share, letter in damages:
        digits = [at for at, character in enumerate(text) if character.isdigit()] if share < 0 else []
        places = digits or range(max(1, len(text)))
        at = places[min(int(abs(share) * len(places)), len(places) - 1)]
        rest = text[at + 1 :]
        if done == "change":
            text = text[:at] + letter + rest
        elif done == "drop":
            text = text[:at] + rest
        elif done == "insert":
            text = text[:at] + letter + text[at:]
        elif done == "cut":
            text = text[: at + 1]
        else:
            text = text.replace(text[at : at + 1], letter) if text else text
    return text


def report_of(whole: Report, section: Section | None, table: Table | None) -> Report:
    """A report of one section or one table, with all its text on one page."""
    lines = [section.heading, section.text] if section else []
    lines += [table.caption or "", *(" ".join(cell for cell in row if cell) for row in table.rows)] if table else []
    return replace(
        whole,
        pages=(Page(None, None, 0, 0, "\n".join(lines)),),
        sections=(section,) if section else (),
        tables=(table,) if table else (),
        illustrations=(),
        footnotes=(),
    )


def quotes_of(found: Facts) -> list[str]:
    """The words of all facts."""
    return [fact.quote for kind in (found.figures, found.projects, found.commitments) for fact in kind]


def holds(report: Report) -> bool:
    """Whether facts are read without an error, each with words of the page."""
    page = " ".join(report.pages[0].text.split())
    return all(" ".join(quote.split()) in page for quote in quotes_of(facts(report)))


on_many = functools.partial(
    settings, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@on_many(max_examples=250)
@given(st.integers(0, 10_000), st.lists(DAMAGE, min_size=1, max_size=12))
def test_no_damage_to_running_text_is_an_error(number: int, damages: list[tuple[str, float, str]]) -> None:
    sections = parts()[1]
    whole, section = sections[number % len(sections)]
    section = replace(
        section,
        parent_id=None,
        heading=damaged(section.heading, damages[:1]),
        text=damaged(section.text[:LONGEST], damages),
        spans=(),
    )
    assert holds(report_of(whole, section, None))


@on_many(max_examples=250)
@given(st.integers(0, 10_000), st.lists(st.tuples(st.integers(0, 400), DAMAGE), min_size=1, max_size=12))
def test_no_damage_to_a_table_is_an_error(number: int, damages: list[tuple[int, tuple[str, float, str]]]) -> None:
    tables = parts()[2]
    whole, table = tables[number % len(tables)]
    grid = [list(table.header), *map(list, table.rows)]
    cells = [(line, at) for line, row in enumerate(grid) for at in range(len(row))]
    for place, damage in damages:
        line, at = cells[place % len(cells)]
        grid[line][at] = damaged(grid[line][at], [damage])
    rows = tuple(tuple(row) for row in grid[1:])
    table = replace(table, section_id=None, header=tuple(grid[0]), rows=rows)
    assert holds(report_of(whole, None, table))


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace(" ", ""),
        lambda text: text.replace(".", ""),
        lambda text: text.replace("e", "0"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.upper(),
        lambda text: text[::-1],
    ],
)
def test_no_damage_to_a_whole_report_is_an_error(damage: Callable[[str], str]) -> None:
    for whole in parts()[0]:
        sections = tuple(
            replace(section, heading=damage(section.heading), text=damage(section.text), spans=())
            for section in whole.sections
        )
        tables = tuple(
            replace(table, rows=tuple(tuple(map(damage, row)) for row in table.rows)) for table in whole.tables
        )
        lines = [line for section in sections for line in (section.heading, section.text)]
        lines += [" ".join(cell for cell in row if cell) for table in tables for row in table.rows]
        text = "\n".join(lines)
        report = replace(whole, sections=sections, tables=tables, pages=(Page(None, None, 0, 0, text),), footnotes=())
        assert holds(report)
