"""The small objects that stand inside others, and the one shape of an error."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from corpus.errors import ArsringarError


class Shape(BaseModel):
    """A JSON object; fields are read from a domain object's attributes of the same names."""

    model_config = ConfigDict(from_attributes=True, frozen=True)

    def to_json(self, indent: int | None = 1) -> str:
        """The object as JSON text; on one line where `indent` is None."""
        return self.model_dump_json(indent=indent)


class Period(Shape):
    """A span of days, both ends included, and the words it was read from."""

    start: date = Field(examples=["2021-01-01"])
    end: date = Field(examples=["2021-04-30"])
    text: str | None = Field(examples=["januari–april 2021"])


class Problem(Shape):
    """Something that a reader of the report should know."""

    code: str = Field(description="Stable English name.", examples=["no_text_layer"])
    message: str = Field(description="A Swedish sentence.", examples=["Sidan 3 saknar textlager och kan inte läsas."])
    page: int | None = Field(examples=[3])


class Box(Shape):
    """A rectangle on a page, in points from the page's top left corner."""

    page: int = Field(examples=[14])
    x0: float = Field(examples=[70.9])
    top: float = Field(examples=[212.4])
    x1: float = Field(examples=[512.0])
    bottom: float = Field(examples=[226.1])


class Source(Shape):
    """Where something stands; null and empty for formats without pages."""

    page: int | None = Field(description="The PDF's page, counted from 1.", examples=[14])
    printed_page: str | None = Field(examples=["12"])
    pages: list[int] = Field(examples=[[14, 15]])
    boxes: list[Box]


class ErrorBody(Shape):
    """What was wrong."""

    code: str = Field(description="Stable English name.", examples=["not_found"])
    message: str = Field(description="A Swedish sentence: what was wrong and what to do.")


class ErrorShape(Shape):
    """Every error has this shape."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"error": {"code": "not_found", "message": "Det finns ingen rapport med id 3f9a0b1c2d4e."}}]
        }
    )

    error: ErrorBody

    @classmethod
    def of(cls, error: ArsringarError) -> "ErrorShape":
        """The shape of an error of ours."""
        return cls(error=ErrorBody(code=error.code, message=error.message))
