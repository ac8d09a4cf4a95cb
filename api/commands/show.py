"""`arsringar show REPORT [--text]`."""

from typing import Annotated

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled
from typer import Context, Option

from api.commands.options import Data, Json, Report, settings_of
from api.commands.terminal import RECOGNISED, columns, table, write, write_text
from api.commands.whole_text import whole_text
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
        found = store.report(store.resolve(report), version)
        if text and not as_json:
            for line in whole_text(store, found, columns()):
                write_text(line)
            return
        contents = ReportContents.of(store, found)
    write(contents, as_json, outline)


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


def _where(page: int | None, recognised: bool) -> str:
    return (f"  s. {page}" if page else "") + (f" [{RECOGNISED}]" if recognised else "")
