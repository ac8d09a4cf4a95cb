"""Tables of projects: a row is one project, its columns are its owner, money, places and time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from corpus.model import Report
from corpus.swedish import numbers
from ingest.facts.projects import names
from ingest.facts.statements import Row, rows

#: What a column of such a table holds, by its head.
_ROLES: dict[str, re.Pattern[str]] = {
    "name": re.compile(r"(?:projekt|projektets? ?namn|projekttitel|projekt ?/ ?\w+|insats|satsning)$", re.I),
    "owner": re.compile(r"(?:projekt)?ägare$|sökande$|stödmottagare$|mottagare$|huvudman$|(?:ansvarig|driver)\b", re.I),
    "partners": re.compile(r"medverkande|(?:samarbets|samverkans)?part(?:er|ners?)?$", re.I),
    "funders": re.compile(r"(?:med)?finansiär(?:er)?$|finansiering$|bidragsgivare$", re.I),
    "places": re.compile(r"kommun(?:er)?$|ort(?:er)?$|plats$", re.I),
    "period": re.compile(r"(?:projekt)?(?:period|tid)$|tidsperiod$|år$|start\b", re.I),
    "amount": re.compile(
        r"(?:beviljat|belopp|bidrag|stöd|budget|kostnad|projektstöd|\w+s (?:andel|bidrag|stöd|medfinansiering))\b", re.I
    ),
    "status": re.compile(r"status$|läge$", re.I),
}
#: Any of these beside the name make the table one of projects; a column of money alone makes it an account.
_TELLING = frozenset({"owner", "partners", "funders", "period", "places", "status"})
_SUM = re.compile(r"(?:summa|totalt|total|övrig\w*|varav|delsumma)\b", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—\s.]*$")


@dataclass(frozen=True, slots=True)
class Particulars:
    """The cells of a project's row as they stand; None where the table has no such column or nothing in it."""

    owner: str | None = None
    partners: str | None = None
    funders: str | None = None
    places: str | None = None
    period: str | None = None
    amount: float | None = None


def table_projects(report: Report) -> Iterator[tuple[Row, str, Particulars]]:
    """The rows of tables of projects, with each row's project and what is said of it."""
    roles_of: dict[str, dict[str, int]] = {}
    for row in rows(report):
        roles = roles_of.setdefault(row.table.id, _roles(row.table.header))
        if not roles:
            continue
        name = names.tidy(row.cells[roles["name"]])
        if names.is_plausible(name) and not _SUM.match(name):
            yield row, name, _particulars(row, roles)


def _roles(header: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what; nothing where the table is none of projects."""
    found: dict[str, int] = {}
    for column, head in enumerate(header):
        for role, pattern in _ROLES.items():
            if role not in found and pattern.match(head.strip()):
                found[role] = column
                break
    return found if "name" in found and not _TELLING.isdisjoint(found) else {}


def _particulars(row: Row, roles: dict[str, int]) -> Particulars:
    said = {role: row.cells[column].strip() for role, column in roles.items() if not _NOTHING.match(row.cells[column])}
    texts = {field.name: said.get(field.name) for field in fields(Particulars) if field.name != "amount"}
    return Particulars(**texts, amount=_amount(said.get("amount"), row.table.header, roles.get("amount")))


def _amount(cell: str | None, header: tuple[str, ...], column: int | None) -> float | None:
    """The money in a cell in SEK, by the unit of the number or of the column's head."""
    found = numbers.find(cell) if cell else []
    if column is None or len(found) != 1:
        return None
    unit = numbers.header_unit(header[column])
    if found[0].unit == "SEK":
        return found[0].value
    return found[0].value * unit.scale if unit and unit.name == "SEK" else None
