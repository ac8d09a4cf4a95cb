"""The edges of tables, drawn and implied, in the form that pdfplumber's functions take."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ingest.layout.content import PageContent

#: Edges this near, in points, are one edge; pdfplumber's own default is 3.
SNAP = 3.0


def line_edges(page: PageContent) -> list[dict[str, Any]]:
    """A page's rulings as edges."""
    edges = []
    for line in page.rulings:
        if line.width >= line.height:
            edges.append(_edge(line.x0, line.x1, (line.top + line.bottom) / 2, "h"))
        else:
            edges.append(_edge(line.top, line.bottom, (line.x0 + line.x1) / 2, "v"))
    return edges


def implied_edges(edges: Sequence[dict[str, Any]], page: PageContent) -> list[dict[str, Any]]:
    """Vertical edges that nobody drew: between two lines drawn cell by cell that break at the same places."""
    lines: list[tuple[float, list[float]]] = []
    for edge in sorted((e for e in edges if e["orientation"] == "h"), key=lambda e: (e["top"], e["x0"])):
        if lines and edge["top"] - lines[-1][0] < 1.5:
            lines[-1][1].extend((edge["x0"], edge["x1"]))
        else:
            lines.append((edge["top"], [edge["x0"], edge["x1"]]))
    celled = [(at, starts_of(ends)) for at, ends in lines if len(ends) >= 4 and len(starts_of(ends)) > 2]
    drawn = [e for e in edges if e["orientation"] == "v"]
    implied = []
    for (top, above), (bottom, below) in pairwise(celled):
        shared = [x for x in above if any(abs(x - other) <= SNAP for other in below)]
        inner = shared[1:-1]
        if (
            inner
            and _is_closed(shared[0], top, bottom, drawn)
            and not any(_is_crossed(x, top, bottom, page) for x in inner)
        ):
            implied += [_edge(top, bottom, x, "v") for x in shared]
    return implied


def _is_closed(x: float, top: float, bottom: float, drawn: Sequence[dict[str, Any]]) -> bool:
    """Whether two lines can be one row's: where a table draws its left edge, it must do so between them."""
    own = [e for e in drawn if abs(e["x0"] - x) <= SNAP]
    covered = sum(max(0.0, min(bottom, e["bottom"]) - max(top, e["top"])) for e in own)
    return not own or covered > 0.5 * (bottom - top)


def _is_crossed(x: float, top: float, bottom: float, page: PageContent) -> bool:
    return any(w.x0 < x - 1 and w.x1 > x + 1 and top < (w.top + w.bottom) / 2 < bottom for w in page.words)


def _edge(start: float, end: float, at: float, orientation: str) -> dict[str, Any]:
    """A segment in the form that pdfplumber's functions take."""
    if orientation == "h":
        return {
            "x0": start,
            "x1": end,
            "top": at,
            "bottom": at,
            "width": end - start,
            "height": 0.0,
            "orientation": "h",
        }
    return {"x0": at, "x1": at, "top": start, "bottom": end, "width": 0.0, "height": end - start, "orientation": "v"}


def starts_of(values: Sequence[float]) -> list[float]:
    """Values that differ by more than the snap, in order."""
    starts: list[float] = []
    for value in sorted(values):
        if not starts or value - starts[-1] > SNAP:
            starts.append(value)
    return starts
