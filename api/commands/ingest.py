"""`arsringar ingest PATH...`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import decimal, write
from api.schemas.ingestion import IngestRun
from corpus.errors import UsageError

Paths = Annotated[list[Path], Argument(metavar="SÖKVÄG...", help="Filer och mappar.", show_default=False)]
Jobs = Annotated[int | None, Option("--jobs", metavar="ANTAL", help="Filer som läses samtidigt.", show_default=False)]


def run(
    context: Context, paths: Paths, jobs: Jobs = None, as_json: Json = False, data: Data = None, model: Model = None
) -> int:
    """Läs in filer och mappar med rapporter (.pdf .docx .html .htm .md .txt)."""
    from api.commands.progress import shown
    from api.knowledge import Knowledge
    from ingest.pipeline import ingest
    from ingest.scan import exists

    settings = settings_of(context, data, jobs=jobs, model=model)
    if not any(exists(path) for path in paths):
        raise UsageError(f"”{paths[0]}” finns inte. Kontrollera sökvägen.")
    with Knowledge.open(settings, create=True) as knowledge, shown() as notice:
        ready = knowledge.ingest_ready()
        result = ingest(paths, ready.store, ready.encoder, ready.publisher, settings, notice)
    write(IngestRun.of(result), as_json, summary)
    return 1 if result.tally()["failed"] else 0


def summary(done: IngestRun) -> str:
    """The run in a line."""
    totals = done.totals
    return (
        f"{totals.added} nya, {totals.updated} uppdaterade, {totals.unchanged} oförändrade, {totals.failed} "
        f"misslyckade, {totals.blocked} blockerade: {totals.pages} sidor och {totals.passages} stycken på "
        f"{decimal(totals.seconds)} s."
    )
