"""What stands in a report: pages, sections, tables, facts, with ids that hold in the whole knowledge base."""

from collections.abc import Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from corpus.errors import NotFound
from corpus.model import Facts, Figure, Footnote, Illustration, Page, Section, Span, Table
from corpus.store import identifiers, schema
from corpus.store.items import (
    COMMITMENTS,
    FIGURES,
    FOOTNOTES,
    ILLUSTRATIONS,
    PAGES,
    PROJECTS,
    SECTIONS,
    TABLES,
    Kind,
    VersionRef,
)
from corpus.store.packing import unpack_spans
from corpus.store.records import Heading
from corpus.store.reports import Reports, version_ref

T = TypeVar("T")


class Contents(Reports):
    """What the store says of what stands in reports.

    Everywhere `report` is a report's id and `version` None its current version; all raise NotFound where there is no
    such report or version.
    """

    def pages(self, report: str, version: int | None = None) -> list[Page]:
        """The report's pages in order; a format without pages has one whose number is None."""
        return self._parts(PAGES, report, version)

    def page(self, report: str, number: int | None, version: int | None = None) -> Page:
        """One page by its number, counted from 1; None for the page of a format without.

        Raises:
            NotFound: the report has no such page.
        """
        which = schema.page.c.number.is_(None) if number is None else schema.page.c.number == number
        with self._reading() as connection:
            owner = version_ref(connection, report, version)
            wanted = sa.select(*PAGES.columns()).where(schema.page.c.version_key == owner.key, which)
            row = connection.execute(wanted).first()
        if row is None:
            raise NotFound(f"Rapporten {report} har ingen sida {number}.")
        return PAGES.make(owner, row)

    def recognised_pages(self, report: str, version: int | None = None) -> frozenset[int]:
        """The numbers of the pages whose text was recognised in their pictures (OCR)."""
        with self._reading() as connection:
            owner = version_ref(connection, report, version)
            which = (schema.page.c.version_key == owner.key, schema.page.c.ocr, schema.page.c.number.is_not(None))
            return frozenset(connection.execute(sa.select(schema.page.c.number).where(*which)).scalars())

    def sections(self, report: str, version: int | None = None, *, spans: bool = True) -> list[Section]:
        """Sections in reading order; without `spans` (those are then empty) they come several times as fast."""
        return self._parts(SECTIONS, report, version, () if spans else ("spans",))

    def headings(self, reports: Sequence[str]) -> dict[str, list[Heading]]:
        """The headings of the current versions of reports, in reading order, by the report's id."""
        section, owner = SECTIONS.table.c, schema.version.c
        wanted = (
            sa.select(owner.report_id, owner.version, section.id, section.parent_id, section.heading, section.source)
            .select_from(SECTIONS.table.join(schema.version, section.version_key == owner.key))
            .where(owner.current, owner.report_id.in_(reports))
            .order_by(owner.report_id, section.position)
        )
        found: dict[str, list[Heading]] = {}
        with self._reading() as connection:
            for row in connection.execute(wanted):
                whose = identifiers.prefix(row.report_id, row.version)
                parent = whose + row.parent_id if row.parent_id else None
                heading = Heading(whose + row.id, parent, row.heading, row.source.page)
                found.setdefault(row.report_id, []).append(heading)
        return found

    def sections_with(self, words: Sequence[str]) -> list[tuple[str, Section]]:
        """Sections of current versions whose heading, text or tables have one of the words, each with its report's id.

        The words are looked for as they are written, inside longer ones too; spans are empty. Reports come in the order
        of their ids, sections in reading order.
        """
        section, owner = SECTIONS.table.c, schema.version.c
        table = schema.table_.c
        rows = sa.type_coerce(table.rows, sa.Text)
        tabled = sa.exists().where(
            table.version_key == section.version_key,
            table.section_id == section.id,
            sa.or_(sa.false(), *(sa.func.instr(rows, word) > 0 for word in words)),
        )
        said = [sa.func.instr(column, word) > 0 for word in words for column in (section.heading, section.text)]
        wanted = (
            sa.select(owner.key, owner.report_id, owner.version, *SECTIONS.columns(("spans",)))
            .select_from(SECTIONS.table.join(schema.version, section.version_key == owner.key))
            .where(owner.current, sa.or_(sa.false(), *said, tabled))
            .order_by(owner.report_id, section.position)
        )
        with self._reading() as connection:
            found = connection.execute(wanted).all()
        return [(row.report_id, SECTIONS.make(VersionRef(*row[:3]), row, first=3)) for row in found]

    def sections_headed(self, letters: str) -> list[tuple[str, Section]]:
        """Sections of current versions whose heading has these letters in it, each with its report's id.

        In whichever case; spans are empty. Reports come in the order of their ids, sections in reading order.
        """
        section, owner = SECTIONS.table.c, schema.version.c
        has = sa.func.lower(section.heading).contains(letters.lower(), autoescape=True)
        wanted = (
            sa.select(owner.key, owner.report_id, owner.version, *SECTIONS.columns(("spans",)))
            .select_from(SECTIONS.table.join(schema.version, section.version_key == owner.key))
            .where(owner.current, has)
            .order_by(owner.report_id, section.position)
        )
        with self._reading() as connection:
            found = connection.execute(wanted).all()
        return [(row.report_id, SECTIONS.make(VersionRef(*row[:3]), row, first=3)) for row in found]

    def tables(self, report: str, version: int | None = None) -> list[Table]:
        """Tables in reading order."""
        return self._parts(TABLES, report, version)

    def illustrations(self, report: str, version: int | None = None) -> list[Illustration]:
        """Illustrations in reading order."""
        return self._parts(ILLUSTRATIONS, report, version)

    def footnotes(self, report: str, version: int | None = None) -> list[Footnote]:
        """Footnotes in reading order."""
        return self._parts(FOOTNOTES, report, version)

    def facts(self, report: str, version: int | None = None, *, wrong: bool = False) -> Facts:
        """Projects, figures and commitments as corrected, each in reading order; those marked as `wrong` on demand."""
        with self._reading() as connection:
            owner = version_ref(connection, report, version)
            return Facts(
                tuple(PROJECTS.load(connection, owner, only=_shown(PROJECTS, owner, wrong))),
                tuple(FIGURES.load(connection, owner, only=_shown(FIGURES, owner, wrong))),
                tuple(COMMITMENTS.load(connection, owner, only=_shown(COMMITMENTS, owner, wrong))),
            )

    def figures_in_text(self, section: str) -> list[Figure]:
        """The figures that a section's running text states, those of its tables left out, as corrected.

        Args:
            section: the section's qualified id.

        Raises:
            NotFound: its report or version is gone.
        """
        wanted, table = identifiers.parse(section), FIGURES.table.c
        with self._reading() as connection:
            owner = version_ref(connection, wanted.report_id, wanted.version)
            its = (table.section_id == wanted.local, table.table_id.is_(None))
            return FIGURES.load(connection, owner, only=(*its, *_shown(FIGURES, owner, wrong=False)))

    def section(self, qualified: str) -> Section:
        """The section with this qualified id.

        Raises:
            NotFound: there is none.
        """
        return self._part(SECTIONS, qualified)

    def section_text(self, qualified: str) -> str:
        """The running text of the section with this qualified id, without what leads from it to its pages.

        Raises:
            NotFound: there is none.
        """
        return str(self._of_section(schema.section.c.text, qualified))

    def section_spans(self, qualified: str, start: int, end: int) -> tuple[Span, ...]:
        """What leads from the characters `[start, end)` of a section's text to its pages.

        A section of a hundred pages has as many spans as words, of which a quote needs a few.

        Raises:
            NotFound: there is no section with this qualified id.
        """
        packed = self._of_section(sa.type_coerce(schema.section.c.spans, sa.LargeBinary), qualified)
        return unpack_spans(packed, (start, end))

    def _of_section(self, column: sa.ColumnElement[Any], qualified: str) -> Any:  # noqa: ANN401 - what the column holds
        wanted, section, version = identifiers.parse(qualified), schema.section.c, schema.version.c
        chosen = (
            sa.select(column)
            .select_from(schema.section.join(schema.version, section.version_key == version.key))
            .where(version.report_id == wanted.report_id, version.version == wanted.version, section.id == wanted.local)
        )
        with self._reading() as connection:
            row = connection.execute(chosen).first()
        if row is None:
            raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
        return row[0]

    def table(self, qualified: str) -> Table:
        """The table with this qualified id.

        Raises:
            NotFound: there is none.
        """
        return self._part(TABLES, qualified)

    def _parts(self, kind: Kind[T], report: str, version: int | None, without: Sequence[str] = ()) -> list[T]:
        with self._reading() as connection:
            return kind.load(connection, version_ref(connection, report, version), without)

    def _part(self, kind: Kind[T], qualified: str) -> T:
        wanted = identifiers.parse(qualified)
        with self._reading() as connection:
            owner = version_ref(connection, wanted.report_id, wanted.version)
            found = kind.find(connection, owner, wanted.local)
        if found is None:
            raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
        return found


def _shown(kind: Kind[T], owner: VersionRef, wrong: bool) -> tuple[sa.ColumnElement[bool], ...]:
    """What must hold of a fact that is shown: people have not marked it as wrong, or those are asked for too."""
    if wrong:
        return ()
    marks = schema.fact_correction.c
    its = (marks.report_id == owner.report_id, marks.kind == kind.table.name, marks.key == kind.table.c.key)
    return (~sa.exists().where(*its, marks.wrong),)
