"""What a proof says, in words ready to be set: its subject, evidence with pictures, reports, corrections."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A way to what is proved, for those who have the knowledge base; `href` is None where it is no address."""

    name: str
    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page: a `data:` address, its size in CSS pixels, which page it is of and what is marked there."""

    data: str
    width: int
    height: int
    caption: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote with its place.

    `report` is the number of its report, `where` the page as printed and in the file. `missing` says why there is no
    picture; the words around the quote stand in its stead. `verified` says whether the quote was found again.
    """

    number: int
    quote: str
    report: int
    where: str
    section: str
    pictures: tuple[Picture, ...]
    missing: str | None
    before: str
    after: str
    verified: str
    doubtful: bool
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report that is quoted; `hash` is the SHA-256 of the kept original, `fault` what is wrong with that."""

    number: int
    title: str
    publisher: str | None
    kind: str
    period: str | None
    registration_number: str | None
    file: str
    id: str
    version: str
    read_at: str
    hash: str
    fault: str | None
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointLine:
    """What a report says: the number where there is one, what it is of, its quote, the number of its evidence."""

    number: str | None
    about: str
    quote: str
    status: str | None
    evidence: int


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the comparison; `report` is the report's number, None where there is none."""

    when: str
    place: str | None
    state: str
    title: str | None
    whose: str
    report: int | None
    points: tuple[PointLine, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """A figure of a change."""

    when: str
    number: str
    quote: str
    evidence: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change: what it is, and how it was computed or why it could not be."""

    measure: str
    before: SideLine
    after: SideLine
    said: str | None
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """What a report says of a commitment, and why it is held to be of it."""

    when: str
    name: str
    status: str | None
    due: str | None
    quote: str
    why: str
    by_hand: str | None
    evidence: int


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A commitment through the years; `cut` tells what people took out of it."""

    actor: str
    text: str
    said: str
    events: tuple[EventLine, ...]
    cut: tuple[str, ...]

    @property
    def changed_by_hand(self) -> bool:
        """Whether people confirmed, added or cut anything of it."""
        return bool(self.cut) or any(event.by_hand for event in self.events)


@dataclass(frozen=True, slots=True)
class FactCard:
    """A single figure or commitment: its fields in words, the number of its evidence."""

    quote: str
    fields: tuple[tuple[str, str], ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The whole file. `subject` is the kind of thing that is proved, `about` what was asked, by name."""

    subject: str
    title: str
    made_at: str
    base: str
    commit: int
    about: tuple[tuple[str, str], ...]
    ways: tuple[Way, ...]
    evidence: tuple[Evidence, ...]
    reports: tuple[ReportCard, ...]
    fact: FactCard | None = None
    by_place: bool = False
    rows: tuple[RowLine, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    threads: tuple[ThreadLine, ...] = ()
