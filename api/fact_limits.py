"""What lists of facts can be limited to and sorted by: one definition, for the HTTP API and the pages."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, Field, ValidationError

from api.errors import sentences
from api.exports import FileFormat
from corpus.errors import UsageError
from corpus.model import FigureKind, Status
from corpus.store import FactQuery, Store
from search.query import parse_years

#: Facts that one answer may hold, and holds unless asked otherwise.
MOST, USUAL = 1000, 100
#: Longest text of a parameter, and the greatest number of facts that are passed over.
LONGEST, GREATEST = 255, 1_000_000_000
#: What is sorted from the latest or greatest unless asked otherwise; the rest is sorted from its beginning.
_LAST_FIRST = frozenset({"latest", "year", "value"})

Text = Annotated[str | None, Field(max_length=LONGEST)]
L = TypeVar("L", bound="FactLimits")


class FactLimits(BaseModel):
    """What every list can be limited to."""

    report: Text = Field(default=None, description="Rapportens id eller filnamn.", examples=["3f9a0b1c2d4e"])
    year: Text = Field(default=None, description="År som uppgiften rör vid.", examples=["2017..2021"])
    publisher: Text = Field(default=None, description="Utgivarens hela namn.", examples=["Region Norrbotten"])
    q: Text = Field(default=None, description="Ord som alla ska stå i uppgiften.", examples=["bredband"])
    wrong: Literal["exclude", "include"] = Field(
        default="exclude", description="Om det som är märkt som fel ska komma med."
    )
    sort: str = Field(default="year", description="Ordnas efter.")
    order: Literal["asc", "desc"] | None = Field(
        default=None, description="Stigande eller fallande; annars år och värde fallande, annat stigande."
    )
    limit: int = Field(default=USUAL, ge=1, le=MOST, description="Högst så många.", examples=[USUAL])
    offset: int = Field(default=0, ge=0, le=GREATEST, description="Så många hoppas över.", examples=[0])
    format: Literal["json", FileFormat] = Field(default="json", description="Som JSON, eller hela listan som fil.")

    @classmethod
    def read(cls, given: Mapping[str, str | int | None]) -> Self:
        """The limits that texts set; what is empty sets none.

        Raises:
            UsageError: a text is none that its limit can be.
        """
        try:
            return cls.model_validate({name: text for name, text in given.items() if text not in (None, "")})
        except ValidationError as error:
            raise UsageError(sentences(error.errors())) from None

    @property
    def descending(self) -> bool:
        """Whether the greatest or latest comes first."""
        return self.sort in _LAST_FIRST if self.order is None else self.order == "desc"

    def query(self, store: Store) -> FactQuery:
        """The question to the store.

        Raises:
            UsageError: the years are none.
            NotFound: there is no such report.
            AmbiguousName: several reports bear the name.
        """
        own: dict[str, Any] = {name: getattr(self, name) or None for name in type(self).own()}
        return FactQuery(
            reports=(store.resolve(self.report),) if self.report else None,
            years=parse_years(self.year) if self.year else None,
            publisher=self.publisher or None,
            text=self.q,
            wrong=self.wrong == "include",
            sort=self.sort,
            descending=self.descending,
            limit=self.limit,
            offset=self.offset,
            **own,
        )

    @classmethod
    def own(cls) -> frozenset[str]:
        """What this list is limited by and others are not; the store calls it the same."""
        return frozenset(cls.model_fields) - frozenset(FactLimits.model_fields)


class FigureLimits(FactLimits):
    """What figures can be limited to."""

    place: Text = Field(default=None, description="Platsens namn.", examples=["Övertorneå"])
    unit: Text = Field(default=None, description="Enhet.", examples=["percent"])
    kind: FigureKind | None = Field(default=None, description="Slag av siffra.", examples=["outcome"])
    sort: Literal["year", "latest", "value", "measure", "place"] = Field(
        default="latest", description="Ordnas efter; `latest` är efter period med utfall först."
    )


class ProjectLimits(FactLimits):
    """What projects can be limited to."""

    place: Text = Field(default=None, description="Platsens namn.", examples=["Övertorneå"])
    actor: Text = Field(
        default=None, description="Del av namnet på den som äger, deltar eller betalar.", examples=["region"]
    )
    sort: Literal["year", "name", "owner"] = Field(default="year", description="Ordnas efter.")


class CommitmentLimits(FactLimits):
    """What commitments can be limited to."""

    place: Text = Field(default=None, description="Plats som nämns i åtagandets ord.", examples=["Övertorneå"])
    status: Literal[Status, "none"] | None = Field(
        default=None, description="Status; `none` där rapporten inte ger någon.", examples=["done"]
    )
    actor: Text = Field(default=None, description="Del av aktörens namn.", examples=["region"])
    sort: Literal["year", "status", "actor", "due"] = Field(default="year", description="Ordnas efter.")
