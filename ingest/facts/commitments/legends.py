"""What a report says its status symbols mean."""

import re
from collections.abc import Iterator, Mapping

from corpus.model import Report, Status
from ingest.facts.commitments import statuses

#: Characters that stand for how it goes, or where it is heading.
STATE = "●○◇◆◊◐◑■□★☆✓✔✗✘✖"
TREND = "▲△▼▽▶►◀➔➜→↑↓↗↘⇧⇩⇨"
COLORS = "grön|gul|röd|orange|blå|grå|svart|lila"
SYMBOL = re.compile(rf"(?P<mark>[{STATE}{TREND}])(?:\s?\((?P<color>{COLORS})\))?")
#: One look, two characters.
_ALIKE = str.maketrans("◊►", "◇▶")
#: A symbol and what it is said to mean; the meaning ends with the next symbol, a stop or a comma.
_EXPLAINED = re.compile(rf"{SYMBOL.pattern}\s*[=:–-]?\s*(?P<meaning>[^\W\d_][^{STATE}{TREND},;.\n\t]{{2,70}})")
_COLOR_EXPLAINED = re.compile(
    rf"\b(?P<color>{COLORS})t?a?(?:\s+(?:cirkel|prick|markering|symbol"
    rf"|pil))?\s*[=:–-]\s*(?P<meaning>[^,;.\n\t]{{3,70}})",
    re.IGNORECASE,
)
#: A legend's first symbol where it was taken for the bullet of a list: other symbols follow on its line.
_BULLET = re.compile(rf"^•(?=[^\n]*[{STATE}])", re.MULTILINE)
#: How many symbols one text must explain to be a legend: a lone symbol before words is a bullet.
_ENOUGH = 2

Legend = Mapping[str, Status]


def legend_of(report: Report) -> Legend:
    """The status of each symbol that the report explains, keyed by the symbol as `key` writes it."""
    meanings: dict[str, Status] = {}
    for text in _texts(report):
        found = _explained(text)
        if len(found) >= _ENOUGH:
            for symbol, status in found.items():
                meanings.setdefault(symbol, status)
    return meanings


def status_of(symbol: str | None, legend: Legend) -> Status | None:
    """What a symbol means by the report's own legend."""
    found = SYMBOL.match(symbol or "")
    if found is None:
        return None
    color = found["color"]
    return legend.get(key(symbol or "")) or (legend.get(color) if color else None)


def key(symbol: str) -> str:
    """A symbol as the legend knows it."""
    return symbol.translate(_ALIKE).strip()


def is_symbols(cell: str) -> bool:
    """Whether a cell holds symbols and nothing else."""
    return SYMBOL.search(cell) is not None and not SYMBOL.sub("", cell).strip(" /|")


def symbols(cell: str) -> tuple[str | None, str | None]:
    """The state symbol and the trend symbol of a cell that holds nothing but symbols; None for what it has not.

    Several trends in one cell are those of several measures, and none of them is the goal's.
    """
    if not is_symbols(cell):
        return None, None
    found = list(SYMBOL.finditer(cell))
    state = next((match[0] for match in found if match["mark"] in STATE), None)
    trends = [match[0] for match in found if match["mark"] in TREND]
    return state, trends[0] if len(trends) == 1 else None


def _explained(text: str) -> dict[str, Status]:
    found: dict[str, Status] = {}
    text = _BULLET.sub("●", text)
    for match in _EXPLAINED.finditer(text):
        status = statuses.told(_predicate(match["meaning"]))
        if status and match["mark"] in STATE:
            found.setdefault(key(match[0][: match.start("meaning") - match.start()].rstrip(" =:–-")), status)
    for match in _COLOR_EXPLAINED.finditer(text):
        status = statuses.told(_predicate(match["meaning"]))
        if status:
            found.setdefault(match["color"].casefold(), status)
    return found


def _predicate(meaning: str) -> str:
    """What is said of the goal: "målet är delvis uppnått" → "delvis uppnått"."""
    return re.sub(
        r"^(?:målet|målen|mål|aktiviteten|uppdraget|åtgärden)\s+(?:(?:är|har|bedöms|vara)\s+)*", "", meaning.strip()
    )


def _texts(report: Report) -> Iterator[str]:
    """Everywhere a legend may stand, each text whole."""
    yield from (section.text for section in report.sections)
    yield from (note.text for note in report.footnotes)
    for table in report.tables:
        yield table.caption or ""
        if len(table.header or (table.rows or ((),))[0]) <= _ENOUGH:
            yield "\n".join(" ".join(row) for row in (table.header, *table.rows))
    for illustration in report.illustrations:
        yield illustration.text
