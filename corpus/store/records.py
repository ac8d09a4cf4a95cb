"""What the store hands out besides the domain's own types: reports as they are kept, and what became of a file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from corpus.model import Metadata, Passage, Problem
from corpus.store.identifiers import REPORT_DIGITS

T = TypeVar("T")
#: Hex digits that tell a fact's corrections apart; a fact has a handful in its life.
_REVISION_DIGITS = 12

#: What the store knows of a file that is about to be read:
#: `new`, never seen; `changed`, another content at a known path; `unchanged`, this content at this path;
#: `elsewhere`, this content under another path (`Store.link` suffices); `outdated`, kept but read by another version
#: of the reader; `failed`, this content could not be read before; `blocked`, this content was removed.
FileState = Literal["new", "changed", "unchanged", "elsewhere", "outdated", "failed", "blocked"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a report holds; `pages` counts numbered pages only (0 for a format without pages)."""

    pages: int = 0
    sections: int = 0
    passages: int = 0
    tables: int = 0
    illustrations: int = 0
    footnotes: int = 0
    projects: int = 0
    figures: int = 0
    commitments: int = 0


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One version of a report, with the corrections made by hand applied to its metadata.

    `file` is the base name of the first (in order) path at which this very content was given. `paths` are all paths of
    the report, in order. `current` is False for a replaced version ("ersatt version"). `edited` names the metadata
    fields that were corrected. `added_at` is when the report first came in, `read_at` when this version was read;
    both ISO 8601 in UTC. `reader` is the version of the reading code.
    """

    id: str
    version: int
    current: bool
    file: str
    paths: tuple[str, ...]
    content_hash: str
    metadata: Metadata
    edited: tuple[str, ...]
    counts: Counts
    problems: tuple[Problem, ...]
    added_at: str
    read_at: str
    reader: str


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage and its number, the integer by which the indexes know it.

    A number is never used again. `current` is False where a newer version of the report has replaced the passage's.
    """

    number: int
    report_id: str
    version: int
    current: bool
    passage: Passage


@dataclass(frozen=True, slots=True)
class Heading:
    """A section as a contents list has it; `page` is where it begins, None for a format without pages."""

    id: str
    parent_id: str | None
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why; `dismissed_at` is when somebody put it aside, if so."""

    path: str
    file: str
    content_hash: str
    problems: tuple[Problem, ...]
    failed_at: str
    reader: str
    dismissed_at: str | None = None

    @property
    def id(self) -> str:
        """What it is known by: its content, wherever that lies."""
        return self.content_hash[:REPORT_DIGITS]


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of a file: its state, the report it belongs to, why it failed."""

    state: FileState
    report: StoredReport | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """How the current passages differ from those at an earlier commit, as sorted numbers.

    First delete `removed` from an index, then add `added`. A passage whose context changed, because its report got
    another title by hand, stands in both.
    """

    added: tuple[int, ...]
    removed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """What was erased. No index generation that reflects a commit before `commit_number` may stay on disk."""

    ids: tuple[str, ...]
    content_hashes: tuple[str, ...]
    numbers: tuple[int, ...]
    commit_number: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that verification found wrong: stable English code, where it stands, a Swedish sentence."""

    what: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class MetadataEdit:
    """What people said of a field of `corpus.model.Metadata`: its value, and what had been read.

    A value is None where the report has none; `made_at` is ISO 8601 in UTC.
    """

    field: str
    as_read: Any
    value: Any
    made_at: str


@dataclass(frozen=True, slots=True)
class FactCorrection:
    """What people said of a fact: that it is `wrong`, or what stands in some of its fields.

    `as_read` has, for each field that was mended, what had been read. `corrected_at` is ISO 8601 in UTC.
    """

    wrong: bool
    as_read: Mapping[str, Any]
    corrected_at: str


@dataclass(frozen=True, slots=True)
class StoredFact(Generic[T]):
    """A figure, project or commitment as corrected, and the report that says it.

    `key` is what the fact is known by within its report, also when the report is read again.
    """

    fact: T
    report: StoredReport
    key: str
    correction: FactCorrection | None = None

    @property
    def revision(self) -> str:
        """What the fact is known by together with what people have said of it: another when either has changed."""
        if self.correction is None:
            return self.key
        said = (self.correction, [getattr(self.fact, field) for field in self.correction.as_read])
        return f"{self.key}-{hashlib.sha256(repr(said).encode()).hexdigest()[:_REVISION_DIGITS]}"


@dataclass(frozen=True, slots=True)
class FactQuery:
    """Which facts are wanted; what is None or empty limits nothing.

    Attributes:
        reports: ids of reports.
        years: first and last year; the fact's period must touch them, or its report's where it has none of its own.
        publisher: the publisher's whole name, in whichever case.
        place: the place's name; a commitment has it in its words.
        unit: a figure's unit.
        kind: a figure's kind.
        status: a commitment's status; "none" for those of which the report gives none.
        actor: part of the name of whoever promises, owns, funds or takes part.
        text: words that all must stand in the fact.
        goals: only rows of goal tables, where commitments are asked for.
        wrong: those marked as wrong come too.
        sort: what they are sorted by, `year` or one of `corpus.store.fact_lists.SORTS`; those of one rank by report,
            the newest first, and reading order.
        descending: the greatest first.
        offset: how many to pass over.
        limit: how many to give at most.
    """

    reports: tuple[str, ...] | None = None
    years: tuple[int, int] | None = None
    publisher: str | None = None
    place: str | None = None
    unit: str | None = None
    kind: str | None = None
    status: str | None = None
    actor: str | None = None
    text: str | None = None
    goals: bool = False
    wrong: bool = False
    sort: str = "year"
    descending: bool = True
    offset: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class FoundFacts(Generic[T]):
    """Some of the facts that were asked for, and how many there are in all."""

    total: int
    facts: tuple[StoredFact[T], ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many commitments of reports on these years have a status; None where the report gives none."""

    first: int | None
    last: int | None
    status: str | None
    number: int
