"""Sections of two reports side by side: which are the same, what became of their words and amounts."""

from pydantic import ConfigDict, Field

from api.schemas.answers import HitReport
from api.schemas.common import Shape
from api.schemas.comparisons import Change, Side
from corpus.model import Section
from search.differences import PieceKind
from search.timeline.sections import comparer
from search.timeline.sections.alignment import Reason
from search.timeline.sections.comparer import Outcome
from search.timeline.sections.elsewhere import Elsewhere
from search.timeline.sections.steps import Step, StepKind
from search.timeline.sections.units import Unit


class SectionHead(Shape):
    """A section by its heading."""

    id: str
    level: int
    heading: str
    page: int | None

    @classmethod
    def of(cls, section: Section) -> "SectionHead":
        """The shape of a section."""
        return cls(id=section.id, level=section.level, heading=section.heading, page=section.source.page)


class SectionPair(Shape):
    """Sections that correspond, or one that the other report has nothing of."""

    outcome: Outcome
    reason: Reason | None = Field(description="Varför de hålls för samma avsnitt.")
    rate: float = Field(description="Hur säkert det är, 0 till 1.")
    kept: float = Field(description="Andel av meningarna och tabellraderna som är desamma i båda, 0 till 1.")
    before: list[SectionHead]
    after: list[SectionHead]

    @classmethod
    def of(cls, pair: comparer.Pair) -> "SectionPair":
        """The shape of a pair."""
        return cls(
            outcome=pair.outcome,
            reason=pair.match.reason,
            rate=round(pair.match.rate, 4),
            kept=round(pair.kept, 4),
            before=[SectionHead.of(section) for section in pair.before],
            after=[SectionHead.of(section) for section in pair.after],
        )


class ReportsComparison(Shape):
    """Two reports section by section, in the order of the later."""

    before: HitReport
    after: HitReport
    pairs: list[SectionPair]

    @classmethod
    def of(cls, compared: comparer.ReportsCompared) -> "ReportsComparison":
        """The shape of two reports that were compared."""
        return cls(
            before=HitReport.of(compared.before),
            after=HitReport.of(compared.after),
            pairs=[SectionPair.of(pair) for pair in compared.pairs],
        )


class TextPiece(Shape):
    """Words that both texts have, only the earlier, or only the later."""

    kind: PieceKind
    old: str
    new: str


class TextUnit(Shape):
    """A sentence, a list item or a row of a table, its cells parted by tabs."""

    section_id: str
    text: str
    start: int = Field(description="Var den börjar i avsnittets text, tabellerna sist.")
    end: int

    @classmethod
    def of(cls, unit: Unit) -> "TextUnit":
        """The shape of a unit."""
        return cls(section_id=unit.section_id, text=unit.text, start=unit.start, end=unit.end)


class MovedTo(Shape):
    """Where words stand in the other report, where that is another section."""

    section_id: str
    heading: str
    text: str

    @classmethod
    def of(cls, found: Elsewhere) -> "MovedTo":
        """The shape of a place."""
        return cls(section_id=found.section_id, heading=found.heading, text=found.unit.text)


class TextStep(Shape):
    """What became of one unit."""

    kind: StepKind
    before: TextUnit | None
    after: TextUnit | None
    pieces: list[TextPiece] = Field(description="Ord för ord, för det som ändrats.")
    move: int | None = Field(description="Numret på flytten; båda ändar av den har samma.")
    elsewhere: MovedTo | None

    @classmethod
    def of(cls, step: Step, found: Elsewhere | None) -> "TextStep":
        """The shape of a step."""
        return cls(
            kind=step.kind,
            before=TextUnit.of(step.before) if step.before else None,
            after=TextUnit.of(step.after) if step.after else None,
            pieces=[TextPiece(kind=piece.kind, old=piece.old, new=piece.new) for piece in step.pieces],
            move=step.move,
            elsewhere=MovedTo.of(found) if found else None,
        )


class SectionSide(Shape):
    """One side of a comparison; `path` has the headings above the first section."""

    report: HitReport
    version: int
    path: list[str]
    sections: list[SectionHead]

    @classmethod
    def of(cls, half: comparer.Half) -> "SectionSide":
        """The shape of a side."""
        return cls(
            report=HitReport.of(half.report),
            version=half.report.version,
            path=list(half.path),
            sections=[SectionHead.of(section) for section in half.sections],
        )


class SectionsComparison(Shape):
    """The same section in two reports."""

    model_config = ConfigDict(populate_by_name=True)

    before: SectionSide
    after: SectionSide
    steps: list[TextStep]
    changes: list[Change] = Field(description="Belopp och tal som står i båda, i den senare textens ordning.")
    restated: list[Change] = Field(description="Tal om samma tid som den senare rapporten anger annorlunda.")
    gone: list[Side] = Field(description="Tal som bara står i den tidigare.")
    new: list[Side] = Field(description="Tal som bara står i den senare.")

    @classmethod
    def of(cls, compared: comparer.SectionsCompared) -> "SectionsComparison":
        """The shape of sections that were compared."""
        amounts = compared.amounts
        return cls(
            before=SectionSide.of(compared.before),
            after=SectionSide.of(compared.after),
            steps=[TextStep.of(step, compared.elsewhere(step)) for step in compared.steps],
            changes=[Change.of(change) for change in amounts.changes],
            restated=[Change.of(change) for change in amounts.restated],
            gone=[Side.of(side) for side in amounts.gone],
            new=[Side.of(side) for side in amounts.new],
        )

    def to_json(self, indent: int | None = 1) -> str:
        """The object as JSON text, under the names that programs know ("from", "to", "break")."""
        return self.model_dump_json(indent=indent, by_alias=True)
