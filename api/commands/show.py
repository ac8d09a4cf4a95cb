"""`arsringar show REPORT [--text]`."""

from collections.abc import Iterator
from typing import Annotated

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled
from typer import Context, Option

from api.commands.options import Data, Json, Report, settings_of
from api.commands.terminal import RECOGNISED, table, write
from api.schemas.contents import Illustration, Table
from api.schemas.reports import ReportContents
from corpus.store import Store

WholeText = Annotated[bool, Option("--text", help="Skriv all text som lästes.", show_default=False)]
Version = Annotated[int | None, Option("--version", help="En äldre version av rapporten.", show_default=False)]


def run(
    context: Context,
    report: Report,
    text: WholeText = False,
    version: Version = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Visa vad som lästes ur en rapport."""
    with Store.open(settings_of(context, data).data, create=False) as store:
        contents = ReportContents.of(store, store.report(store.resolve(report), version))
    write(contents, as_json, whole if text else outline)


def outline(contents: ReportContents) -> RenderableType:
    """What the report is, and its headings."""
    lines = [
        Padding(
            Styled(f"{section.heading or '(utan rubrik)'}{_where(section.page, section.ocr)}"),
            (0, 0, 0, 2 * section.level),
        )
        for section in contents.sections
    ]
    counted = (
        f"{len(contents.sections)} avsnitt, {len(contents.tables)} tabeller, {len(contents.figures)} siffror, "
        f"{len(contents.projects)} projekt, {len(contents.commitments)} åtaganden"
    )
    return Group(_head(contents), counted, *lines)


def whole(contents: ReportContents) -> RenderableType:
    """Everything that was read, in reading order, tables at the end of their sections."""
    return Group(_head(contents), *_flow(contents))


def _head(contents: ReportContents) -> RenderableType:
    report = contents.report
    period = f"{report.period.start}–{report.period.end}" if report.period else None
    shown = table("", "")
    said = {
        "Titel": report.title,
        "Utgivare": report.publisher,
        "Period": period,
        "Slag": report.kind,
        "Diarienummer": report.registration_number,
        "Sidor": str(report.pages or "") or None,
        "Id": f"{report.id} (version {report.version})",
        "Ändrat för hand": ", ".join(report.edited) or None,
    }
    for name, value in said.items():
        if value:
            shown.add_row(name, value)
    shown.show_header = False
    return shown


def _flow(contents: ReportContents) -> Iterator[RenderableType]:
    yield from (_table(read) for read in contents.tables if read.section_id is None)
    for section in contents.sections:
        yield ""
        if section.heading:
            yield Styled(f"{'#' * section.level} {section.heading}{_where(section.page, section.ocr)}", style="bold")
        elif section.ocr:
            yield Styled(_where(section.page, section.ocr).strip(), style="bold")
        if section.text:
            yield Styled(section.text)
        yield from (_table(read) for read in contents.tables if read.section_id == section.id)
        yield from (_picture(read) for read in contents.illustrations if read.ocr and read.section_id == section.id)
    yield from (Styled(f"{note.mark} {note.text}{_mark(note.ocr)}") for note in contents.footnotes)


def _table(read: Table) -> RenderableType:
    width = max((len(row) for row in (read.header, *read.rows)), default=0)
    shown = table(*(read.header or [""] * width))
    shown.title, shown.title_justify = f"{read.caption or ''}{_mark(read.ocr)}".strip() or None, "left"
    for row in read.rows:
        shown.add_row(*(Styled(cell) for cell in row))
    return shown


def _picture(read: Illustration) -> RenderableType:
    """What was recognised in a picture, which stands nowhere else."""
    return Group(Styled(f"{read.caption or 'Bild'}{_where(read.page, read.ocr)}", style="bold"), Styled(read.text))


def _where(page: int | None, recognised: bool) -> str:
    return (f"  s. {page}" if page else "") + _mark(recognised)


def _mark(recognised: bool) -> str:
    return f" [{RECOGNISED}]" if recognised else ""
