"""`arsringar remove REPORT...`."""

from typing import Annotated

from typer import Argument, Context

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import write
from api.schemas.upkeep import Removed, RemovedReport

Reports = Annotated[list[str], Argument(metavar="RAPPORT...", help="Id eller filnamn.", show_default=False)]


def run(context: Context, reports: Reports, as_json: Json = False, data: Data = None, model: Model = None) -> None:
    """Radera varje spår av rapporter och släpp inte in dem igen."""
    from api.knowledge import Knowledge
    from ingest.pipeline import complete

    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        store = knowledge.store
        found = {report: store.report(report).file for report in dict.fromkeys(map(store.resolve, reports))}
        with store.writing("arsringar remove"):
            removal = store.remove(found)
            complete(store, knowledge.encoder, knowledge.publisher)
    removed = [RemovedReport(id=report, file=file) for report, file in found.items()]
    shape = Removed(removed=removed, blocked=list(removal.content_hashes))
    write(shape, as_json, lambda done: "\n".join(f"Raderad: {report.file} ({report.id})" for report in done.removed))
