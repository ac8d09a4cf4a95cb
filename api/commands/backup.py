"""`arsringar backup FILE`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context

from api.commands.options import Data, Json, settings_of
from api.commands.terminal import write
from api.schemas.upkeep import BackedUp
from corpus.store import Store

File = Annotated[Path, Argument(metavar="FIL", help="Säkerhetskopian, som kopia.zip.", show_default=False)]


def run(context: Context, file: File, as_json: Json = False, data: Data = None) -> None:
    """Säkerhetskopiera allt till en fil, också medan servern är igång."""
    from corpus.store.backups import back_up

    with Store.open(settings_of(context, data).data, create=False) as store:
        made = back_up(store, file)
    shape = BackedUp(
        file=str(file),
        made_at=made.made_at,
        reports=made.reports,
        originals=len(made.originals),
        bytes=file.stat().st_size,
    )
    write(
        shape, as_json, lambda done: f"Sparat i {done.file}: {done.reports} rapporter, {done.originals} originalfiler."
    )
