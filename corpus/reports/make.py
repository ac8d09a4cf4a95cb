"""Make every sample report out of its source: ``python -m corpus.reports.make [name ...]``.

The made files are committed, so this is needed only after a change to a source or a look. It needs
the extra ``samples`` and, for the tagged PDFs, Debian's ``chromium`` with ``fonts-liberation``,
``fonts-crosextra-carlito``, ``fonts-crosextra-caladea``, ``fonts-lato`` and ``fonts-dejavu``.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from corpus.errors import InputError
from corpus.reports.key import KEYS, refresh_pages
from corpus.reports.pdf import chromium_pdf, svg_png, weasyprint_pdf
from corpus.reports.plain import text_file
from corpus.reports.source import Source, read_source
from corpus.reports.word import docx_file

REPORTS = Path(__file__).parent

SOURCES = REPORTS / "sources"

ROUTES: dict[str, tuple[str, Callable[[Source], bytes]]] = {
    "chromium": (".pdf", chromium_pdf),
    "weasyprint": (".pdf", weasyprint_pdf),
    "docx": (".docx", lambda source: docx_file(source, svg_png)),
    "txt": (".txt", text_file),
}


def make(path: Path, out: Path = REPORTS) -> list[Path]:
    """Make the files that a source asks for.

    Raises:
        InputError: The source names a route that there is none of, or a route failed.
    """
    source = read_source(path)
    made = []
    for route in source.routes:
        if route not in ROUTES:
            raise InputError(f"{path.name}: vägen {route!r} finns inte; välj av {list(ROUTES)}.")
        suffix, render = ROUTES[route]
        target = out / f"{source.name}{suffix}"
        target.write_bytes(render(source))
        made.append(target)
    return made


def main(names: list[str]) -> int:
    """Make all samples, or the named ones, and set the pages in their keys."""
    lost = 0
    for path in sorted(SOURCES.glob("*.html")):
        if names and path.stem not in names:
            continue
        made = make(path)
        for target in made:
            sys.stdout.write(f"{target.name}\t{target.stat().st_size // 1024} kB\n")
        key = KEYS / f"{path.stem}.json"
        if key.exists():
            for missing in refresh_pages(key, made[0]):
                sys.stderr.write(f"{path.stem}: {missing} står inte på någon sida\n")
                lost += 1
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
