"""Tabs that part no cells: those that indent a line, and those after a bullet or number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.formats.text.lines import Line
from ingest.formats.text.marks import runs_of

#: What stands before the tab of a list item or of a numbered heading.
_MARKER = re.compile(r"[-–—•●▪◦*·‣➢►✓\uf000-\uf0ff]|o|\(?(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})*\.?")


def without_indents(lines: Sequence[Line]) -> list[Line]:
    """Lines with the tabs that part no cells gone; those in tables stay."""
    return [line for run in runs_of(lines, "\t") for line in (_plain(run) if _is_text(run) else run)]


def _is_text(run: Sequence[Line]) -> bool:
    """Whether each line of a run holds one text, or one after a marker."""
    cells = [[cell.strip() for cell in line.text.split("\t") if cell.strip()] for line in run]
    return all(len(row) == 1 for row in cells) or all(len(row) == 2 and _MARKER.fullmatch(row[0]) for row in cells)


def _plain(run: Sequence[Line]) -> list[Line]:
    return [replace(line, text=" ".join(line.text.split())) if "\t" in line.text else line for line in run]
