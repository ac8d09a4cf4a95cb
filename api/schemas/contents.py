"""What a report holds: sections, tables, illustrations, footnotes and facts."""

from typing import Annotated

from pydantic import AliasPath, BeforeValidator, Field, ValidationInfo

from api.schemas.common import Period, Shape, Source
from corpus import model
from corpus.model import FigureKind, PeriodBasis, Status

#: The page and its printed number are the source's, set where they are easily seen.
PageOfSource = Annotated[int | None, Field(validation_alias=AliasPath("source", "page"), examples=[14])]
PrintedPageOfSource = Annotated[
    str | None, Field(validation_alias=AliasPath("source", "printed_page"), examples=["12"])
]


def _is_recognised(source: model.Source, info: ValidationInfo) -> bool:
    """Whether a place touches one of the pages that the validation's context names."""
    recognised: frozenset[int] = info.context or frozenset()
    return source.page in recognised or not recognised.isdisjoint(source.pages)


#: Whether a part stands on a page whose text was recognised; such pages are the context in which it is validated.
Recognised = Annotated[
    bool,
    BeforeValidator(_is_recognised),
    Field(validation_alias="source", description="Stands on a page whose text was recognised in its picture (OCR)."),
]


class Section(Shape):
    """A heading and its own running text, in reading order."""

    id: str = Field(examples=["3f9a0b1c2d4e-1-s12"])
    parent_id: str | None = Field(examples=["3f9a0b1c2d4e-1-s9"])
    level: int = Field(examples=[2])
    heading: str = Field(examples=["Bredband"])
    page: PageOfSource
    printed_page: PrintedPageOfSource
    text: str = Field(examples=["Utbyggnaden fortsätter i hela länet."])
    ocr: Recognised


class Table(Shape):
    """A table, whole even where it runs over pages."""

    id: str = Field(examples=["3f9a0b1c2d4e-1-t3"])
    section_id: str | None
    page: PageOfSource
    caption: str | None = Field(examples=["Tabell 3. Antal resor per kommun"])
    header: list[str] = Field(examples=[["Kommun", "2020", "2021"]])
    rows: list[list[str]] = Field(examples=[[["Luleå", "1 204", "1 310"]]])
    source: Source
    ocr: Recognised


class Illustration(Shape):
    """A chart or picture."""

    id: str = Field(examples=["3f9a0b1c2d4e-1-i2"])
    section_id: str | None
    page: PageOfSource
    caption: str | None
    text: str = Field(description="What stands in the picture.")
    ocr: bool = Field(description="Text of the picture was recognised (OCR).")


class Footnote(Shape):
    """A footnote."""

    mark: str = Field(examples=["1"])
    page: PageOfSource
    text: str
    ocr: Recognised


class Project(Shape):
    """A named undertaking as the report speaks of it."""

    id: str = Field(examples=["3f9a0b1c2d4e-1-j4"])
    name: str
    aliases: list[str]
    owner: str | None
    partners: list[str]
    funders: list[str]
    amounts_sek: list[float]
    places: list[str]
    period: Period | None
    quote: str
    page: PageOfSource
    section_id: str | None
    source: Source
    ocr: Recognised


class Figure(Shape):
    """A number with its unit, and the words that it was read from."""

    id: str = Field(examples=["3f9a0b1c2d4e-1-f7"])
    quote: str = Field(examples=["Drygt 80 procent av hushållen har tillgång till bredband."])
    value: float = Field(examples=[80])
    value_max: float | None
    unit: str = Field(examples=["percent"])
    qualifier: str | None = Field(examples=["drygt"])
    measure: str | None
    place: str | None
    period: Period | None
    period_basis: PeriodBasis | None
    kind: FigureKind
    page: PageOfSource
    section_id: str | None
    table_id: str | None
    source: Source
    ocr: Recognised


class Commitment(Shape):
    """Something that somebody said they will, should or aim to do."""

    id: str = Field(examples=["3f9a0b1c2d4e-1-c2"])
    quote: str
    actor: str | None
    action: str
    topic: str | None
    due: str | None
    target: str | None
    goal_path: list[str]
    status: Status | None
    status_symbol: str | None
    trend_symbol: str | None
    forecast: Status | None
    page: PageOfSource
    section_id: str | None
    table_id: str | None
    source: Source
    ocr: Recognised
