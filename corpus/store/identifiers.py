"""Identifiers: reports by the hash of their content, everything in them by report, version and local id."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from corpus.errors import NotFound

#: How many hex digits of the content's SHA-256 make a report's id, unless two reports would then share one.
REPORT_DIGITS = 12

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ItemId:
    """A qualified id taken apart: `3f9a0b1c2d4e-1-s12` is item `s12` of version 1 of report `3f9a0b1c2d4e`."""

    report_id: str
    version: int
    local: str

    def __str__(self) -> str:
        return f"{self.report_id}-{self.version}-{self.local}"


def parse(qualified: str) -> ItemId:
    """Take a qualified id apart.

    Raises:
        NotFound: it is not an id of that form.
    """
    report_id, _, rest = qualified.partition("-")
    version, _, local = rest.partition("-")
    if not (report_id and local and version.isascii() and version.isdigit()) or len(version) > 9:
        raise NotFound(f"”{qualified[:100]}” är inte något som finns i kunskapsbasen.")
    return ItemId(report_id, int(version), local)


def report_id_for(content_hash: str, taken: set[str]) -> str:
    """The shortest id of at least `REPORT_DIGITS` digits that no other report has.

    Args:
        content_hash: SHA-256 of the content first seen for the report, in hex.
        taken: ids that begin with the same `REPORT_DIGITS` digits.
    """
    digits = REPORT_DIGITS
    while content_hash[:digits] in taken:
        digits += 1
    return content_hash[:digits]


def qualify(item: T, report_id: str, version: int, references: tuple[str, ...]) -> T:
    """The item with its id and its references (names of fields that hold local ids or None) qualified."""
    changes: dict[str, Any] = {}
    for name in references:
        local = getattr(item, name)
        if local is not None:
            changes[name] = f"{report_id}-{version}-{local}"
    return replace(item, **changes)  # type: ignore[type-var]  # every model type is a dataclass; T has no bound for it
