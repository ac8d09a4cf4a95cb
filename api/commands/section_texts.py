"""Sections side by side on the command line: which correspond, and their words and amounts, changes marked."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from api.commands.terminal import table
from api.schemas.comparisons import Change
from api.schemas.sections import ReportsComparison, SectionHead, SectionsComparison, TextStep
from corpus.errors import AmbiguousName, NotFound
from corpus.model import Section
from corpus.names import OUTCOMES, PREAMBLE
from search.timeline.sections.steps import StepKind

#: What stands before a unit: of both texts nothing, of the earlier "−", of the later "+".
_SIGNS: Mapping[StepKind, str] = {"gone": "−", "new": "+", "moved_from": "−", "moved_to": "+"}


def section_of(sections: Sequence[Section], wanted: str) -> Section:
    """The section with this id or heading; a heading's number may be left out.

    Raises:
        NotFound: there is none.
        AmbiguousName: several have the heading; the message lists their ids.
    """
    named = wanted.casefold()
    found = [one for one in sections if named in (one.id, one.heading.casefold())]
    found = found or [one for one in sections if one.heading.casefold().endswith(f" {named}")]
    if not found:
        raise NotFound(f"Rapporten har inget avsnitt ”{wanted[:100]}”. ”arsringar show” visar rubrikerna.")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise AmbiguousName(f"Flera avsnitt heter ”{wanted[:100]}”. Ange ett av dem med id: {ids}.")
    return found[0]


def outline(compared: ReportsComparison) -> RenderableType:
    """Both reports' headings side by side, and what became of each."""
    shown = table(compared.before.title, compared.after.title, "")
    for pair in compared.pairs:
        shown.add_row(_heads(pair.before), _heads(pair.after), OUTCOMES[pair.outcome])
    return shown


def text(compared: SectionsComparison) -> RenderableType:
    """The text with what is gone and what is new marked, then the amounts."""
    sides = (compared.before, compared.after)
    heading = Text(" → ".join(f"{_heads(side.sections)} ({side.report.title})" for side in sides), style="bold")
    parts: list[RenderableType] = [heading, "", *(_step(step) for step in compared.steps)]
    if compared.changes:
        parts += ["", Text("Belopp och tal", style="bold"), *(_change(change) for change in compared.changes)]
    return Group(*parts)


def _change(change: Change) -> Text:
    named = ", ".join(part for part in (change.measure, change.place) if part)
    return Text(f"  {named}: {change.values}: {change.text or f'går inte att jämföra ({change.breaks})'}")


def _step(step: TextStep) -> Text:
    line = Text(f"{_SIGNS.get(step.kind, ' ')} ")
    if step.pieces:
        for piece in step.pieces:
            line.append(_marked(piece.kind, piece.new or piece.old))
    elif step.kind == "rewritten" and step.before and step.after:
        line.append(_marked("gone", step.before.text)).append(" ").append(_marked("new", step.after.text))
    else:
        unit = step.after or step.before
        line.append((unit.text if unit else "").replace("\t", " · "))
    if step.move:
        line.append(f"  (flyttat, {step.move})")
    if step.elsewhere:
        line.append(f"  (står i {step.elsewhere.heading})")
    return line


def _marked(kind: str, words: str) -> str:
    words = words.replace("\t", " · ")
    return f"[−{words}−]" if kind == "gone" else f"{{+{words}+}}" if kind == "new" else words


def _heads(sections: Sequence[SectionHead]) -> str:
    return " + ".join(section.heading or PREAMBLE for section in sections) or "–"
