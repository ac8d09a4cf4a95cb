"""Comparisons: what reports say of one thing through the years."""

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.answers import HitReport
from api.schemas.common import Period, Shape, Source
from api.schemas.threads import Thread
from corpus.model import FigureKind, PeriodBasis, ReportKind, Status
from search.timeline import comparison as domain
from search.timeline.comparer import Comparison as Compared
from search.timeline.comparison import Bound, By, State
from search.timeline.wording import told_change, told_values

_PERIOD_2017: JsonDict = {"start": "2017-01-01", "end": "2017-12-31", "text": "2017"}
_PERIOD_2018: JsonDict = {"start": "2018-01-01", "end": "2018-12-31", "text": None}
_SOURCE: JsonDict = {"page": 9, "printed_page": "9", "pages": [9], "boxes": []}
_QUOTE = "Andelen hushåll med bredband är 60 procent."
EXAMPLE: JsonDict = {
    "topic": "bredband",
    "by": "year",
    "rows": [
        {
            "period": _PERIOD_2017,
            "state": "reported",
            "report": {
                "id": "3f9a0b1c2d4e",
                "file": "arsredovisning-2017.pdf",
                "title": "Årsredovisning 2017",
                "publisher": "Region Norrbotten",
                "period": _PERIOD_2017,
                "kind": "annual_report",
            },
            "points": [
                {
                    "quote": _QUOTE,
                    "value": 60,
                    "value_max": None,
                    "unit": "percent",
                    "qualifier": None,
                    "measure": "andel hushåll med bredband",
                    "place": "Norrbotten",
                    "kind": "outcome",
                    "period": _PERIOD_2017,
                    "period_basis": "full_year",
                    "page": 9,
                    "status": None,
                    "source": _SOURCE,
                    "section_path": ["Bredband"],
                    "fact_id": "3f9a0b1c2d4e-1-f7",
                }
            ],
            "publisher": "Region Norrbotten",
            "kind": "annual_report",
            "place": None,
        },
        {
            "period": _PERIOD_2018,
            "state": "no_report",
            "report": None,
            "points": [],
            "publisher": "Region Norrbotten",
            "kind": "annual_report",
            "place": None,
        },
    ],
    "changes": [],
    "series": [],
    "commitments": [],
}


class Point(Shape):
    """A telling stretch of a report: a figure, a commitment, or words alone."""

    quote: str = Field(description="Ordagrant, högst 400 tecken.")
    value: float | None
    value_max: float | None
    unit: str | None
    qualifier: str | None
    measure: str | None
    place: str | None
    kind: FigureKind | None
    period: Period | None
    period_basis: PeriodBasis | None
    page: int | None
    status: Status | None
    source: Source
    section_path: list[str]
    fact_id: str | None = Field(description="Uppgiftens eller åtagandets id, om det är ett.")

    @classmethod
    def of(cls, point: domain.Point) -> "Point":
        """The shape of a point; its period is the figure's, or null."""
        return cls(
            quote=point.quote,
            value=point.value,
            value_max=point.value_max,
            unit=point.unit,
            qualifier=point.qualifier,
            measure=point.measure,
            place=point.place,
            kind=point.kind,
            period=Period.model_validate(point.period) if point.period else None,
            period_basis=point.period_basis,
            page=point.source.page,
            status=point.status,
            source=Source.model_validate(point.source),
            section_path=list(point.section_path),
            fact_id=point.fact_id,
        )


class Row(Shape):
    """What one report says, or that it says nothing, or that there is none."""

    period: Period | None
    state: State
    report: HitReport | None
    points: list[Point] = Field(description="De mest talande först, högst sex.")
    publisher: str | None
    kind: ReportKind | None
    place: str | None = Field(description="Platsen, när raderna är ordnade efter plats.")

    @classmethod
    def of(cls, row: domain.Row) -> "Row":
        """The shape of a row."""
        return cls(
            period=Period.model_validate(row.period) if row.period else None,
            state=row.state,
            report=HitReport.of(row.report) if row.report else None,
            points=[Point.of(point) for point in row.points],
            publisher=row.publisher,
            kind=row.kind,
            place=row.place,
        )


class Side(Shape):
    """One of the two figures of a change."""

    period: Period | None
    value: float
    qualifier: str | None
    quote: str
    file: str
    page: int | None
    report_id: str
    fact_id: str
    kind: FigureKind
    measure: str | None

    @classmethod
    def of(cls, side: domain.Side) -> "Side":
        """The shape of a figure that is compared."""
        figure = side.figure
        return cls(
            period=Period.model_validate(side.period) if side.period else None,
            value=figure.value,
            qualifier=figure.qualifier,
            quote=figure.quote,
            file=side.report.file,
            page=figure.source.page,
            report_id=side.report.id,
            fact_id=figure.id,
            kind=figure.kind,
            measure=figure.measure,
        )


class Change(Shape):
    """How a measure changed between two times; or, in `break`, why that cannot be said."""

    model_config = ConfigDict(populate_by_name=True)

    measure: str
    place: str | None
    unit: str
    before: Side = Field(serialization_alias="from")
    after: Side = Field(serialization_alias="to")
    absolute: float | None = Field(description="I `unit`; av andelar procentenheter.")
    percent: float | None
    bound: Bound
    values: str = Field(description="De två talen i ord.", examples=["7,5 → 9,0 mnkr"])
    text: str | None = Field(description="Ändringen i ord.", examples=["minst +20 procentenheter"])
    breaks: str | None = Field(serialization_alias="break", description="Varför talen inte får dras från varandra.")

    @classmethod
    def of(cls, change: domain.Change) -> "Change":
        """The shape of a change."""
        return cls(
            measure=change.measure,
            place=change.place,
            unit=change.unit,
            before=Side.of(change.before),
            after=Side.of(change.after),
            absolute=change.absolute,
            percent=change.percent,
            bound=change.bound,
            values=told_values(change),
            text=told_change(change),
            breaks="; ".join(change.breaks) or None,
        )


class Series(Shape):
    """One measure over time, a figure for each time."""

    measure: str
    place: str | None
    unit: str
    kind: FigureKind
    points: list[Side]

    @classmethod
    def of(cls, series: domain.Series) -> "Series":
        """The shape of a series."""
        return cls(
            measure=series.measure,
            place=series.place,
            unit=series.unit,
            kind=series.kind,
            points=[Side.of(side) for side in series.sides],
        )


class Comparison(Shape):
    """What reports say of a topic, by time or by place."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    topic: str
    by: By
    rows: list[Row]
    changes: list[Change]
    series: list[Series]
    commitments: list[Thread]

    @classmethod
    def of(cls, compared: Compared) -> "Comparison":
        """The shape of a comparison."""
        return cls(
            topic=compared.topic,
            by=compared.by,
            rows=[Row.of(row) for row in compared.rows],
            changes=[Change.of(change) for change in compared.changes],
            series=[Series.of(series) for series in compared.series],
            commitments=[Thread.of(thread) for thread in compared.threads],
        )

    def to_json(self, indent: int | None = 1) -> str:
        """The object as JSON text, under the names that programs know ("from", "to", "break")."""
        return self.model_dump_json(indent=indent, by_alias=True)
