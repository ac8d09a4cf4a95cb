"""`arsringar edit REPORT --title … --publisher … --kind … --period START/END --registration-number …`."""

from datetime import date
from typing import Annotated

from typer import Context, Option

from api.commands.options import Data, Json, Model, Report, settings_of
from api.commands.terminal import write
from api.schemas.reports import Report as ReportShape
from api.schemas.reports import ReportEdited
from corpus.errors import UsageError
from corpus.model import Period

Title = Annotated[str | None, Option("--title", help="Titel.", show_default=False)]
Publisher = Annotated[str | None, Option("--publisher", help="Utgivare.", show_default=False)]
Kind = Annotated[str | None, Option("--kind", help="Slag, som annual_report.", show_default=False)]
PeriodText = Annotated[
    str | None, Option("--period", metavar="FÖRSTA/SISTA", help="Som 2021-01-01/2021-04-30.", show_default=False)
]
Number = Annotated[str | None, Option("--registration-number", help="Diarienummer.", show_default=False)]
Clear = Annotated[
    list[str] | None, Option("--clear", metavar="FÄLT", help="Ta tillbaka en ändring, som title.", show_default=False)
]


def run(
    context: Context,
    report: Report,
    title: Title = None,
    publisher: Publisher = None,
    kind: Kind = None,
    period: PeriodText = None,
    registration_number: Number = None,
    clear: Clear = None,
    as_json: Json = False,
    data: Data = None,
    model: Model = None,
) -> None:
    """Rätta vad som står om en rapport; rättelser överlever ny inläsning."""
    from api.knowledge import Knowledge
    from ingest.pipeline import complete

    given = {"title": title, "publisher": publisher, "kind": kind, "registration_number": registration_number}
    changes: dict[str, object] = {name: value for name, value in given.items() if value is not None}
    if period is not None:
        changes["period"] = parse_period(period)
    if not changes and not clear:
        raise UsageError("Ange vad som ska ändras, till exempel --title ”Årsredovisning 2021”.")
    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        edited = knowledge.store.edit(knowledge.store.resolve(report), changes, clear or [])
        complete(knowledge.store, knowledge.encoder, knowledge.publisher)
    write(ReportEdited(report=ReportShape.model_validate(edited)), as_json, lambda done: f"Ändrat: {done.report.title}")


def parse_period(text: str) -> Period:
    """The period that "2021-01-01/2021-04-30" names.

    Raises:
        UsageError: the text is no such thing.
    """
    first, slash, last = text.partition("/")
    try:
        if not slash:
            raise ValueError
        return Period(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
    except ValueError:
        message = f"Perioden ”{text[:100]}” går inte att tyda. Skriv första och sista dag: 2021-01-01/2021-04-30."
        raise UsageError(message) from None
