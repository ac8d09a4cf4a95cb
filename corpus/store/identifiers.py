"""Identifiers: reports by the hash of their content, everything in them by report, version and local id."""

from dataclasses import dataclass

from corpus.errors import NotFound

#: How many hex digits of the content's SHA-256 make a report's id, unless two reports would then share one.
REPORT_DIGITS = 12


@dataclass(frozen=True, slots=True)
class ItemId:
    """A qualified id taken apart: `3f9a0b1c2d4e-1-s12` is item `s12` of version 1 of report `3f9a0b1c2d4e`."""

    report_id: str
    version: int
    local: str

    def __str__(self) -> str:
        return prefix(self.report_id, self.version) + self.local


def prefix(report_id: str, version: int) -> str:
    """What qualifies the local ids of a version of a report."""
    return f"{report_id}-{version}-"


def parse(qualified: str) -> ItemId:
    """Take a qualified id apart.

    Raises:
        NotFound: it is not an id of that form.
    """
    report_id, _, rest = qualified.partition("-")
    version, _, local = rest.partition("-")
    if not (report_id and local and version.isascii() and version.isdigit()) or len(version) > 9:
        raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
    return ItemId(report_id, int(version), local)


def report_id_for(content_hash: str, taken: set[str]) -> str:
    """The shortest id of at least `REPORT_DIGITS` digits that no other report has.

    Args:
        content_hash: SHA-256 of the content first seen for the report, in hex.
        taken: the ids that other reports have.
    """
    digits = REPORT_DIGITS
    while content_hash[:digits] in taken and digits < len(content_hash):
        digits += 1
    return content_hash[:digits]
