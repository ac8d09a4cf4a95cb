"""The rows of goal tables: each a promise with its target, its place in the chain of goals, and its symbols."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.model import Commitment, Period, Status, Table
from ingest.facts.commitments import legends, statuses
from ingest.facts.commitments.actors import assigned
from ingest.facts.commitments.dues import due_of
from ingest.facts.commitments.legends import Legend
from ingest.facts.statements import Row

Role = Literal[
    "goal", "factor", "measure", "target", "outcome", "status", "trend", "forecast", "actor", "due", "comment"
]


def _head(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


#: What a column's head says that its cells are; the first that is found decides.
HEADS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        _head(
            r"^(?:strategisk\w+|övergripande|nämndens|politiska|prioriterat|prioriterade|kommunfullmäktiges)\s+mål\b"
        ),
        "goal",
    ),
    (_head(r"^(?:målområde|fokusområde|inriktningsmål|effektmål)\b"), "goal"),
    (_head(r"^framgångsfaktor\w*|^delmål\b|^strategi\b"), "factor"),
    (_head(r"^(?:prognos\w*|förväntad\s+måluppfyllelse|bedömning\s+helår)\b"), "forecast"),
    (
        _head(
            r"^(?:måluppfyllelse|status|läge\b.*|lägesbedömning|uppfyllelse\w*|uppfyllt|genomförandegrad"
            r"|måluppföljning)"
        ),
        "status",
    ),
    (_head(r"^(?:utveckling|trend|tendens)\w*$"), "trend"),
    (_head(r"^(?:utfall|resultat|ack\w*\s+utfall)\b"), "outcome"),
    (_head(r"^(?:ansvarig\w*|ansvar|utförare|åtgärdsansvarig)\b"), "actor"),
    (_head(r"^(?:senast|klart?|tidplan|tidsplan|när|slutdatum|färdigt?|tid|datum|genomförs|period)\b.*$"), "due"),
    (_head(r"^(?:målvärde|målnivå|mål\s*20\d\d|målet)\b"), "target"),
    (
        _head(
            r"^(?:åtagande|åtgärd|planerad\s+åtgärd|(?:centrala\s+|särskilda\s+)?uppdrag|rekommendation|aktivitet"
            r"|insats)(?:er|en|et|erna)?\b"
        ),
        "measure",
    ),
    (_head(r"^(?:pågående/?\s*)?planerade\s+åtgärder\b"), "measure"),
    (_head(r"^(?:styrmått|indikator|nyckeltal|styrtal|mått)\w*\b"), "measure"),
    (_head(r"^mål\b"), "target"),
    (_head(r"^(?:kommentar\w*|bedömning|analys|svar|uppföljning|redovisning)\b"), "comment"),
)
#: A goal that a heading names: "Strategiskt mål: Ett livskraftigt län".
HEADING = re.compile(
    r"^(?:\d[\d.]*\s+)?(?P<what>strategiskt\s+mål|övergripande\s+mål|nämndens\s+mål|mål|framgångsfaktor"
    r"|fokusområde)\s*(?:\d+\s*)?:\s*(?P<name>.+)$",
    re.IGNORECASE,
)
#: A goal that a caption names: "Styrmått för målet Ett sammanhållet län."
_CAPTION = re.compile(r"\bstyrmått\s+för\s+(?:målet\s+)?(?P<name>[A-ZÅÄÖ].+?)\.?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÅÄÖ]|[.!?]$")
_KIND = re.compile(r"^(?:aktivitet|uppdrag|åtgärd)\s*:\s*", re.IGNORECASE)
_NAMED: frozenset[Role] = frozenset({"goal", "factor", "measure"})
#: Roles of which a table must have one beside its goals, factors or measures to be a goal table.
_ANSWERS: frozenset[Role] = frozenset({"target", "status", "due", "actor"})
#: Heads of what is assigned or advised, which a comment alone may answer.
_ASSIGNED = re.compile(
    r"^(?:centrala\s+|särskilda\s+)?(?:uppdrag|rekommendation|åtagande|pågående|planerad)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what."""

    places: Mapping[Role, int]

    def cell(self, cells: tuple[str, ...], role: Role) -> str:
        """The cell that plays a role, empty where no column does."""
        at = self.places.get(role)
        return cells[at].strip() if at is not None and at < len(cells) else ""


def columns_of(table: Table) -> Columns | None:
    """The columns of a goal table; None where the table is another."""
    places: dict[Role, int] = {}
    for at, head in enumerate(table.header):
        role = next((role for pattern, role in HEADS if pattern.search(head.strip())), None)
        if role in _NAMED and _has_only_symbols(table, at):
            role = "trend"
        if role is not None:
            places.setdefault(role, at)
    if "target" in places and not places.keys() & {"measure", "goal", "factor"}:
        places["goal"] = places.pop("target")
    subject = next((role for role in ("measure", "factor", "goal") if role in places), None)
    if subject is None:
        return None
    assigned = "comment" in places and _ASSIGNED.search(table.header[places[subject]])
    if places.keys() & _ANSWERS - ({"actor"} if subject != "measure" else set()) or assigned:
        return Columns(places)
    return (
        Columns(places)
        if _ASSIGNED.search(table.header[places[subject]]) and subject == "measure" and len(table.header) > 1
        else None
    )


def follows_goals(columns: Columns) -> bool:
    """Whether a table follows goals towards what is to be reached, and is no list of tasks with comments."""
    return bool(columns.places.keys() & {"target", "status"})


def _has_only_symbols(table: Table, at: int) -> bool:
    """Whether a column holds symbols and no names: "Styrmått" in an overview is how the measures go."""
    cells = [row[at].strip() for row in table.rows if at < len(row) and row[at].strip()]
    return bool(cells) and all(legends.is_symbols(cell) for cell in cells)


def commitments_of(
    row: Row, columns: Columns, above: tuple[str, ...], legend: Legend, period: Period | None
) -> Commitment | None:
    """The promise of a goal table's row, or None where the row makes none.

    Args:
        row: the row.
        columns: the table's columns.
        above: the goals that the rows before it and the headings give.
        legend: what the report says its symbols mean.
        period: the report's period.
    """
    cells = tuple(" ".join(cell.split()) for cell in row.cells)
    subject = columns.cell(cells, "measure") or (columns.cell(cells, "goal") if "measure" not in columns.places else "")
    if not _is_promise(subject, cells, columns):
        return None
    state, trend = legends.symbols(columns.cell(cells, "status"))
    trend = legends.symbols(columns.cell(cells, "trend"))[1] or trend
    target = columns.cell(cells, "target") or None
    when = columns.cell(cells, "due")
    actor, action = assigned(_KIND.sub("", subject))
    return Commitment(
        id="",
        quote="\t".join(cell for cell in cells if cell),
        action=action,
        actor=columns.cell(cells, "actor") or actor,
        topic=row.path[-1] if row.path else None,
        due=(due_of(when, period, ahead=False) or when or None) if when else due_of(target or "", period, ahead=False),
        target=target if target else subject if "measure" not in columns.places else None,
        goal_path=_chain((*above, subject)),
        status=_status(columns, cells, state, legend),
        status_symbol=state,
        trend_symbol=trend,
        forecast=_forecast(columns.cell(cells, "forecast"), legend),
        section_id=row.table.section_id,
        table_id=row.table.id,
        source=row.source,
    )


def chains(table_rows: list[Row], columns: Columns) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """The rows with the goals above each: from headings, the caption, and merged cells that hold for those below."""
    goals = _goals_above(table_rows[0]) if table_rows else ()
    carried: dict[Role, str] = {}
    for row in table_rows:
        for role in ("goal", "factor"):
            cell = " ".join(columns.cell(row.cells, role).split())
            if cell:
                carried[role] = cell
        own = tuple(carried[role] for role in ("goal", "factor") if role in carried and "measure" in columns.places)
        yield row, _chain((*goals, *own))


def _goals_above(row: Row) -> tuple[str, ...]:
    named = tuple(match["name"].strip() for heading in row.path if (match := HEADING.match(heading)))
    caption = _CAPTION.search(row.table.caption or "")
    return named if named or caption is None else (caption["name"].strip(),)


def _chain(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without repetitions."""
    return tuple(dict.fromkeys(name for name in names if name))


def _is_promise(subject: str, cells: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row has a goal or measure, and something that answers it or nothing but names."""
    if not subject or not any(char.isalpha() for char in subject):
        return False
    if legends.is_symbols(subject) or _continues(subject):
        return False
    return "target" not in columns.places or bool(columns.cell(cells, "target"))


def _continues(subject: str) -> bool:
    """Whether a cell is the rest of one that a page's end cut: it begins within a sentence and goes on to others."""
    return subject[0].islower() and _SENTENCE_END.search(subject) is not None


def _status(columns: Columns, cells: tuple[str, ...], symbol: str | None, legend: Legend) -> Status | None:
    by_symbol = legends.status_of(symbol, legend)
    if by_symbol:
        return by_symbol
    words = columns.cell(cells, "status") or columns.cell(
        cells, "comment" if "status" not in columns.places else "status"
    )
    return statuses.told(words) if words and symbol is None else None


def _forecast(cell: str, legend: Legend) -> Status | None:
    symbol = legends.symbols(cell)[0]
    return legends.status_of(symbol, legend) if symbol else statuses.told(cell)
