"""Which table keeps which type of a reading's parts, and how a part becomes a row and a row a part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.model import (
    Commitment,
    Figure,
    Footnote,
    Illustration,
    Page,
    Passage,
    Project,
    Reading,
    Section,
    Table,
)
from corpus.store import schema
from corpus.store.database import AnyRow
from corpus.store.fact_keys import keys_of
from corpus.store.identifiers import prefix

T = TypeVar("T")
#: Fields that hold a local id of the same version, or None.
REFERENCES = frozenset({"id", "parent_id", "section_id", "table_id"})


@dataclass(frozen=True, slots=True)
class VersionRef:
    """A version of a report, by the database's key and by name."""

    key: int
    report_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A type of part: its table (whose columns are named as its fields), and where a reading has its parts.

    A fact has fields by which it is `known` again when its report is read anew.
    """

    type: Callable[..., T]
    table: sa.Table
    of: Callable[[Reading], Sequence[T]]
    known: tuple[str, ...] = ()

    def columns(self, without: Sequence[str] = ()) -> list[sa.Column[Any]]:
        """The columns that are fields of the type, in the table's order."""
        names = {field.name for field in fields(self.type)} - set(without)  # type: ignore[arg-type]  # a dataclass
        return [column for column in self.table.c if column.name in names]

    def make(self, owner: VersionRef, row: AnyRow, first: int = 0) -> T:
        """The part in a row whose columns from `first` on are those that `columns` gave."""
        return self.make_from(owner, dict(zip(row._fields[first:], row[first:], strict=True)))

    def make_from(self, owner: VersionRef, values: Mapping[str, Any]) -> T:
        """The part with these values, local ids qualified."""
        before, values = prefix(owner.report_id, owner.version), dict(values)
        for name in REFERENCES & values.keys():
            if values[name] is not None:
                values[name] = before + values[name]
        return self.type(**values)

    def load(
        self,
        connection: Connection,
        owner: VersionRef,
        without: Sequence[str] = (),
        only: Sequence[sa.ColumnElement[bool]] = (),
    ) -> list[T]:
        """All parts of this kind in a version, in reading order, with qualified ids.

        Args:
            connection: to read with.
            owner: the version.
            without: fields to leave at their defaults.
            only: what else must hold of them.
        """
        found = connection.execute(
            sa.select(*self.columns(without))
            .where(self.table.c.version_key == owner.key, *only)
            .order_by(self.table.c.position)
        )
        return [self.make(owner, row) for row in found]

    def find(self, connection: Connection, owner: VersionRef, local: str) -> T | None:
        """The part with this local id."""
        row = connection.execute(
            sa.select(*self.columns()).where(self.table.c.version_key == owner.key, self.table.c.id == local)
        ).first()
        return None if row is None else self.make(owner, row)

    def insert(self, connection: Connection, owner: VersionRef, reading: Reading, **more: object) -> int:
        """Keep all parts of this kind; returns how many there are.

        Args:
            connection: to write with.
            owner: the version they belong to.
            reading: where they are.
            more: further columns, the same for all.
        """
        parts = self.of(reading)
        names = [column.name for column in self.columns()]
        rows = [
            {name: getattr(part, name) for name in names} | {"version_key": owner.key, "position": position} | more
            for position, part in enumerate(parts)
        ]
        if self.known:
            for row, key in zip(rows, keys_of([row[name] for name in self.known] for row in rows), strict=True):
                row["key"] = key
        if rows:
            connection.execute(sa.insert(self.table), rows)
        return len(rows)


PAGES: Kind[Page] = Kind(Page, schema.page, attrgetter("report.pages"))
SECTIONS: Kind[Section] = Kind(Section, schema.section, attrgetter("report.sections"))
TABLES: Kind[Table] = Kind(Table, schema.table_, attrgetter("report.tables"))
ILLUSTRATIONS: Kind[Illustration] = Kind(Illustration, schema.illustration, attrgetter("report.illustrations"))
FOOTNOTES: Kind[Footnote] = Kind(Footnote, schema.footnote, attrgetter("report.footnotes"))
FIGURES: Kind[Figure] = Kind(Figure, schema.figure, attrgetter("facts.figures"), ("quote", "value", "value_max"))
PROJECTS: Kind[Project] = Kind(Project, schema.project, attrgetter("facts.projects"), ("name",))
COMMITMENTS: Kind[Commitment] = Kind(
    Commitment, schema.commitment, attrgetter("facts.commitments"), ("quote", "action")
)
PASSAGES: Kind[Passage] = Kind(Passage, schema.passage, attrgetter("passages"))

#: Everything but passages, which also say when they arrived.
KINDS: tuple[Kind[Any], ...] = (
    PAGES,
    SECTIONS,
    TABLES,
    ILLUSTRATIONS,
    FOOTNOTES,
    FIGURES,
    PROJECTS,
    COMMITMENTS,
)

#: What is extracted, and may be corrected by hand.
FACTS: tuple[Kind[Any], ...] = (FIGURES, PROJECTS, COMMITMENTS)
