"""`arsringar list`."""

from rich.console import Group, RenderableType
from typer import Context

from api.commands.options import Data, Json, settings_of
from api.commands.terminal import table, write
from api.schemas.reports import FailedFile, ReportList
from corpus.store import Store


def run(context: Context, as_json: Json = False, data: Data = None) -> None:
    """Visa rapporterna i kunskapsbasen."""
    with Store.open(settings_of(context, data).data, create=False) as store:
        write(ReportList.of(store.reports(), store.failures()), as_json, rendered)


def rendered(listed: ReportList) -> RenderableType:
    """The reports as a table, and the files that could not be read."""
    shown = table("Id", "Titel", "Utgivare", "Period", ">Sidor", ">Stycken", "Fil")
    for report in listed.reports:
        period = f"{report.period.start}–{report.period.end}" if report.period else ""
        counts = (str(report.pages or ""), str(report.passages))
        shown.add_row(report.id, report.title, report.publisher or "", period, *counts, report.file)
    failures = [f"{_said(failure)}: {failure.path}: {failure.problems[0].message}" for failure in listed.failures]
    empty = "Kunskapsbasen är tom. Läs in rapporter med ”arsringar ingest MAPP”."
    return Group(shown if listed.reports else empty, *failures)


def _said(failure: FailedFile) -> str:
    return "Lagd åt sidan" if failure.dismissed_at else "Kunde inte läsas"
