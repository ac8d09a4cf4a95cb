"""What people may say of a fact: the fields that are sent are corrected, null for "none"; the others stay."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from corpus import model
from corpus.model import FigureKind, PeriodBasis, Status

Number = Annotated[float, Field(allow_inf_nan=False)]
_WRONG = Field(default=None, description="The fact as a whole is wrong; false takes that back.")
_REVISION = Field(
    default=None, description="The fact's `revision` as it was seen: if it has changed, nothing is corrected (409)."
)


class PeriodPatch(BaseModel):
    """A span of days, both ends included."""

    model_config = ConfigDict(extra="forbid")

    start: date = Field(examples=["2021-01-01"])
    end: date = Field(examples=["2021-04-30"])
    text: str | None = None


class Patch(BaseModel):
    """What is said of a fact."""

    model_config = ConfigDict(extra="forbid")

    wrong: bool | None = _WRONG
    revision: str | None = _REVISION

    def changes(self) -> dict[str, object]:
        """The fields that were sent, as the domain has them."""
        sent = {name: getattr(self, name) for name in self.model_fields_set - Patch.model_fields.keys()}
        return {name: _domain(value) for name, value in sent.items()}


class FigurePatch(Patch):
    """What is said of a figure."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"value": 55, "unit": "percent"}, {"wrong": True}]})

    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    qualifier: str | None = None
    measure: str | None = None
    place: str | None = None
    period: PeriodPatch | None = None
    period_basis: PeriodBasis | None = None
    kind: FigureKind | None = None


class ProjectPatch(Patch):
    """What is said of a project."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"owner": "Region Norrbotten"}, {"wrong": True}]})

    name: str | None = None
    aliases: list[str] | None = None
    owner: str | None = None
    partners: list[str] | None = None
    funders: list[str] | None = None
    amounts_sek: list[Number] | None = None
    places: list[str] | None = None
    period: PeriodPatch | None = None


class CommitmentPatch(Patch):
    """What is said of a commitment."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status": "done"}, {"wrong": True}]})

    actor: str | None = None
    action: str | None = None
    topic: str | None = None
    due: str | None = None
    target: str | None = None
    status: Status | None = None
    forecast: Status | None = None


def _domain(value: object) -> object:
    return model.Period(value.start, value.end, value.text) if isinstance(value, PeriodPatch) else value
