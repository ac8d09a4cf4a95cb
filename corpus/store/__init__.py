"""The store: one SQLite file that is the truth, the original files beside it, one writer at a time."""

from corpus.store.draft_records import DraftUse, StoredDraft
from corpus.store.links import HandLink
from corpus.store.records import (
    Changes,
    Counts,
    FactCorrection,
    FactQuery,
    Failure,
    FileState,
    Finding,
    FoundFacts,
    Heading,
    Known,
    MetadataEdit,
    Removal,
    StatusCount,
    StoredFact,
    StoredPassage,
    StoredReport,
)
from corpus.store.store import Store

__all__ = [
    "Changes",
    "Counts",
    "DraftUse",
    "FactCorrection",
    "FactQuery",
    "Failure",
    "FileState",
    "Finding",
    "FoundFacts",
    "HandLink",
    "Heading",
    "Known",
    "MetadataEdit",
    "Removal",
    "StatusCount",
    "Store",
    "StoredDraft",
    "StoredFact",
    "StoredPassage",
    "StoredReport",
]
