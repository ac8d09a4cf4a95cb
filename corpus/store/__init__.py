"""The store: one SQLite file that is the truth, the original files beside it, one writer at a time."""

from corpus.store.records import (
    Changes,
    Counts,
    Failure,
    FileState,
    Finding,
    Known,
    Removal,
    StoredPassage,
    StoredReport,
)
from corpus.store.store import Store

__all__ = [
    "Changes",
    "Counts",
    "Failure",
    "FileState",
    "Finding",
    "Known",
    "Removal",
    "Store",
    "StoredPassage",
    "StoredReport",
]
