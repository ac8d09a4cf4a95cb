"""Charts and diagrams that a Word document holds as data: what stands in them, as text."""

from collections.abc import Iterator

from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
#: A chart with more points a series is no chart for readers.
MAX_POINTS = 500


def drawing_text(root: etree._Element) -> tuple[str | None, str]:
    """A chart's or diagram's title, and what stands in it: a line a series ("Boden: 2019 12; 2020 14") or text."""
    if root.tag != f"{_C}chartSpace":
        return None, "\n".join(filter(None, (_words(paragraph) for paragraph in root.iter(f"{_A}p"))))
    title = root.find(f"{_C}chart/{_C}title")
    lines = [_series(series) for series in root.iter(f"{_C}ser")]
    return (_words(title) or None if title is not None else None), "\n".join(filter(None, lines))


def _series(series: etree._Element) -> str:
    name = " ".join(value for _, value in _points(series.find(f"{_C}tx")))
    labels = dict(_points(_first(series, "cat", "xVal")))
    values = [(at, value) for at, value in _points(_first(series, "val", "yVal")) if value]
    points = "; ".join(f"{labels.get(at, '')} {value}".strip() for at, value in values)
    return ": ".join(filter(None, (name, points)))


def _first(series: etree._Element, *names: str) -> etree._Element | None:
    return next((found for name in names if (found := series.find(f"{_C}{name}")) is not None), None)


def _points(element: etree._Element | None) -> Iterator[tuple[str, str]]:
    """(index, text) of points; figures as Swedish writes them."""
    if element is None:
        return
    percent = "%" in "".join(code.text or "" for code in element.iter(f"{_C}formatCode"))
    figures = next(element.iter(f"{_C}numCache", f"{_C}numLit"), None) is not None
    for count, point in enumerate(element.iter(f"{_C}pt")):
        if count >= MAX_POINTS:
            return
        text = " ".join((point.findtext(f"{_C}v") or "").split())
        yield point.get("idx", ""), _figure(text, percent=percent) if figures else text


def _figure(text: str, *, percent: bool) -> str:
    try:
        number = float(text)
    except ValueError:
        return text
    shown = f"{number * 100 if percent else number:.10g}"
    return shown.replace(".", ",") + (" %" if percent else "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(part.text or "" for part in element.iter(f"{_A}t")).split())
