"""Facts in lists: as `show --json` has them, with the report they are of and what people corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.answers import HitReport
from api.schemas.common import Shape
from api.schemas.contents import Commitment, Figure, Project
from corpus.store import FactCorrection, Store, StoredFact
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind

T = TypeVar("T")
F = TypeVar("F", bound=Shape)

_REPORT: JsonDict = {
    "id": "3f9a0b1c2d4e",
    "file": "delarsrapport-2021.pdf",
    "title": "Delårsrapport april 2021",
    "publisher": "Region Norrbotten",
    "period": {"start": "2021-01-01", "end": "2021-04-30", "text": "januari–april 2021"},
    "kind": "interim_report",
}
_PLACE: JsonDict = {
    "page": 14,
    "section_id": "3f9a0b1c2d4e-1-s12",
    "source": {"page": 14, "printed_page": "12", "pages": [14], "boxes": []},
    "ocr": False,
    "report": _REPORT,
    "revision": "5f1d7a90c2e84b6f3a1c0d9e-1",
    "correction": None,
}
#: What a fact in a list has besides.
_REVISION = Field(
    description="Changes with the fact and its correction; a change that sends it back is made only then."
)
FIGURE: JsonDict = {
    "id": "3f9a0b1c2d4e-1-f7",
    "quote": "Lägst är andelen i Övertorneå, drygt 55 procent.",
    "value": 55,
    "value_max": None,
    "unit": "percent",
    "qualifier": "drygt",
    "measure": "andel hushåll med bredband",
    "place": "Övertorneå",
    "period": {"start": "2021-01-01", "end": "2021-04-30", "text": None},
    "period_basis": "point",
    "kind": "outcome",
    "table_id": None,
    **_PLACE,
    "correction": {"wrong": False, "as_read": {"measure": None}, "corrected_at": "2026-02-01T09:30:00+00:00"},
}
PROJECT: JsonDict = {
    "id": "3f9a0b1c2d4e-1-j4",
    "name": "Fiber i byarna",
    "aliases": ["Fiber"],
    "owner": "Region Norrbotten",
    "partners": ["Övertorneå kommun"],
    "funders": [],
    "amounts_sek": [7500000],
    "places": ["Övertorneå"],
    "period": {"start": "2019-01-01", "end": "2021-12-31", "text": "2019–2021"},
    "quote": "Projektet Fiber i byarna pågår 2019–2021.",
    **_PLACE,
}
COMMITMENT: JsonDict = {
    "id": "3f9a0b1c2d4e-1-c2",
    "quote": "Regionen ska nå 60 procent senast 2025.",
    "actor": "Regionen",
    "action": "nå 60 procent",
    "topic": "bredband",
    "due": "2025",
    "target": "60 procent",
    "goal_path": [],
    "status": "started",
    "status_symbol": None,
    "trend_symbol": None,
    "forecast": None,
    "table_id": None,
    **_PLACE,
}


class Correction(Shape):
    """What people said of a fact by hand."""

    wrong: bool = Field(description="Marked as wrong; lists leave it out unless asked for.")
    as_read: dict[str, Any] = Field(description="The fields that were mended, and what had been read.")
    corrected_at: str = Field(description="ISO 8601, UTC.", examples=["2026-02-01T09:30:00+00:00"])

    @classmethod
    def of(cls, correction: FactCorrection) -> "Correction":
        """The shape of a correction."""
        return cls(wrong=correction.wrong, as_read=dict(correction.as_read), corrected_at=correction.corrected_at)


class FoundFigure(Figure):
    """A figure and the report it is of."""

    model_config = ConfigDict(json_schema_extra={"examples": [FIGURE]})

    report: HitReport
    revision: str = _REVISION
    correction: Correction | None


class FoundProject(Project):
    """A project as one report speaks of it, and that report."""

    model_config = ConfigDict(json_schema_extra={"examples": [PROJECT]})

    report: HitReport
    revision: str = _REVISION
    correction: Correction | None


class FoundCommitment(Commitment):
    """A commitment and the report it is of."""

    model_config = ConfigDict(json_schema_extra={"examples": [COMMITMENT]})

    report: HitReport
    revision: str = _REVISION
    correction: Correction | None


class Page(Shape):
    """Some of the facts that were asked for."""

    total: int = Field(description="How many there are in all.", examples=[88])
    limit: int = Field(examples=[100])
    offset: int = Field(examples=[0])


class FigurePage(Page):
    """Figures."""

    figures: list[FoundFigure]


class ProjectPage(Page):
    """Projects, once for each report that speaks of them."""

    projects: list[FoundProject]


class CommitmentPage(Page):
    """Commitments."""

    commitments: list[FoundCommitment]


@dataclass(frozen=True, slots=True)
class FactShape(Generic[T, F]):
    """How a kind of fact is kept, shown by `show --json` (`plain`) and listed (`found`)."""

    kind: Kind[T]
    plain: type[Shape]
    found: type[F]

    def of(self, store: Store, facts: Iterable[StoredFact[T]]) -> list[F]:
        """Facts as a list has them."""

        @cache
        def recognised(report: str, version: int) -> frozenset[int]:
            return store.recognised_pages(report, version)

        return [self._one(stored, recognised(stored.report.id, stored.report.version)) for stored in facts]

    def one(self, store: Store, stored: StoredFact[T]) -> F:
        """A fact by itself."""
        return self.of(store, [stored])[0]

    def _one(self, stored: StoredFact[T], recognised: frozenset[int]) -> F:
        plain = self.plain.model_validate(stored.fact, context=recognised)
        fields = {name: getattr(plain, name) for name in type(plain).model_fields}
        correction = Correction.of(stored.correction) if stored.correction else None
        more: dict[str, Any] = {
            "report": HitReport.of(stored.report),
            "revision": stored.revision,
            "correction": correction,
        }
        return self.found.model_construct(**fields, **more)


FIGURE_SHAPE = FactShape(FIGURES, Figure, FoundFigure)
PROJECT_SHAPE = FactShape(PROJECTS, Project, FoundProject)
COMMITMENT_SHAPE = FactShape(COMMITMENTS, Commitment, FoundCommitment)
