"""What commands write: JSON or tables on standard output, everything else on standard error."""

import shutil
import sys
from collections.abc import Callable
from io import StringIO
from typing import TypeVar

from rich.console import Console, RenderableType
from rich.table import Table

from api.schemas.common import Shape

#: Columns of a table that goes into a pipe or file, where there is no terminal's width to fit.
PIPE_WIDTH = 200
#: Columns of running text there.
PAGE_WIDTH = 80

#: The mark of text that was read in a picture and not in the file's text.
RECOGNISED = "textigenkänd (OCR)"

S = TypeVar("S", bound=Shape)


def write(shape: S, as_json: bool, rendered: Callable[[S], RenderableType]) -> None:
    """Write an object to standard output, as JSON or for people."""
    if as_json:
        write_text(shape.to_json())
    else:
        show(rendered(shape))


def write_text(text: str) -> None:
    """Write text and a newline to standard output, as it is."""
    sys.stdout.write(text + "\n")


def show(rendered: RenderableType) -> None:
    """Write something for people to standard output."""
    if sys.stdout.isatty():
        Console(highlight=False, markup=False, emoji=False).print(rendered)
        return
    laid_out = StringIO()
    Console(file=laid_out, width=PIPE_WIDTH, highlight=False, markup=False, emoji=False).print(rendered)
    for line in laid_out.getvalue().splitlines():
        write_text(line.rstrip())


def columns() -> int:
    """Columns that running text may take: the terminal's, and those of a plain page in a pipe or file."""
    return shutil.get_terminal_size((PAGE_WIDTH, 0)).columns


def say(sentence: str) -> None:
    """Tell people something on standard error."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def table(*headings: str) -> Table:
    """An empty table; a heading that begins with ">" is of a column of numbers."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        number = heading.startswith(">")
        made.add_column(heading.lstrip(">"), justify="right" if number else "left", no_wrap=number, overflow="fold")
    return made


def decimal(value: float, digits: int = 1) -> str:
    """A number as Swedish writes it."""
    return f"{value:.{digits}f}".replace(".", ",")
