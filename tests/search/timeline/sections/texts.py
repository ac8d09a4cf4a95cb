"""Texts as units, made by hand."""

from corpus.model import Section, Table
from search.timeline.sections.units import Unit, written


def units(text: str, *tables: Table, name: str = "s1") -> tuple[Unit, ...]:
    return written(Section(name, None, 1, "Rubrik", text), tables).units


def table(*rows: tuple[str, ...], header: tuple[str, ...] = (), caption: str | None = None) -> Table:
    return Table("t1", "s1", caption, header, rows)
