"""`arsringar debug-page FILE PAGE --png OUT`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from api.commands.options import settings_of
from api.commands.terminal import write_text

File = Annotated[Path, Argument(metavar="FIL", help="En PDF-fil.", show_default=False)]
Page = Annotated[int, Argument(metavar="SIDA", help="Sidan, från 1.", show_default=False)]
Png = Annotated[Path, Option("--png", metavar="FIL", help="Bilden som skrivs.", show_default=False)]


def run(context: Context, file: File, page: Page, png: Png) -> None:
    """Rita vad som lästes på en sida: block, ordning, rubriker."""
    from ingest.formats.pdf.debug import draw_debug

    draw_debug(file, page, png, settings_of(context))
    write_text(f"Sidan {page} i {file.name} finns ritad i {png}.")
