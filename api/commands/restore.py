"""`arsringar restore FILE [--replace]`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import write
from api.schemas.upkeep import RestoredBase

File = Annotated[Path, Argument(metavar="FIL", help="Säkerhetskopian.", show_default=False)]
Replace = Annotated[bool, Option("--replace", help="Ersätt kunskapsbasen som finns där.", show_default=False)]


def run(
    context: Context,
    file: File,
    replace: Replace = False,
    as_json: Json = False,
    data: Data = None,
    model: Model = None,
) -> None:
    """Återställ allt ur en säkerhetskopia."""
    from api.knowledge import Knowledge
    from corpus.store.backups import restore
    from ingest.pipeline import complete
    from search.generations import Generations

    settings = settings_of(context, data, model=model)
    restored = restore(settings.data, file, replace=replace)
    Generations(settings.data / "index").discard()
    with Knowledge.open(settings) as knowledge:
        complete(knowledge.store, knowledge.encoder, knowledge.publisher)
    shape = RestoredBase(
        file=str(file),
        made_at=restored.backup.made_at,
        reports=restored.backup.reports - len(restored.removed_again),
        originals=len(restored.backup.originals),
        removed_again=list(restored.removed_again),
    )
    write(shape, as_json, rendered)


def rendered(done: RestoredBase) -> str:
    """What was brought back, and what was not."""
    line = f"Återställt ur {done.file}, gjord {done.made_at}: {done.reports} rapporter."
    if done.removed_again:
        line += f" Raderade här sedan dess och därför inte återställda: {', '.join(done.removed_again)}."
    return line
