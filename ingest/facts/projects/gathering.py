"""Puts together what a report says of each project, wherever it says it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from corpus.model import Period, Project, Report
from corpus.projects import mention, name_of, same_name
from corpus.quotes import Verifier
from corpus.swedish import numbers, places
from ingest.facts.projects import actors, periods
from ingest.facts.projects.plans import citation, head_of
from ingest.facts.projects.sightings import Sighting, sightings
from ingest.facts.statements import Sentence, sentences

#: A sentence that goes on about the project just named.
_GOES_ON = re.compile(r"(?<!\w)(?:[Pp]rojektet|[Ss]atsningen|[Pp]rogrammet|[Ii]nitiativet)(?=[,.]|\s[a-zåäö])")
_NAME_HEAD = re.compile(r"[\s-]")
#: Heads of plans that say nothing without what they are for.
_BARE_HEADS = frozenset({"handlingsplan", "handlingsprogram", "strategi", "program", "agenda", "strukturbild"})


@dataclass(slots=True)
class Dossier:
    """What has been gathered of one project so far."""

    sightings: list[Sighting] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)

    def add(self, sighting: Sighting) -> None:
        """Take in another place that names the project."""
        self.sightings.append(sighting)
        cited = citation(sighting.name)
        self.names.update(dict.fromkeys((sighting.name, *sighting.aliases, *((cited,) if cited else ()))))

    def is_about(self, sighting: Sighting) -> bool:
        """Whether a sighting names this project."""
        theirs = (sighting.name, *sighting.aliases)
        if any(same_name(mine, other) for mine in self.names for other in theirs):
            return True
        head = head_of(sighting.name)
        if head is None or head in _BARE_HEADS:
            return False
        return any(_one_plan(head, sighting.name, name) for name in self.names)


def gathered(report: Report) -> tuple[Project, ...]:
    """The projects of a report in the order in which it first names them, ids j1, j2, …."""
    told = tuple(sentences(report))
    dossiers: list[Dossier] = []
    for sighting in sightings(report, told):
        same = next((one for one in dossiers if one.is_about(sighting)), None)
        if same is None:
            same = Dossier()
            dossiers.append(same)
        same.add(sighting)
    _read_about(dossiers, told)
    verifier = Verifier(report.pages, {note.mark for note in report.footnotes})
    kept = (_project(one, report, verifier) for one in dossiers)
    made = [project for project in kept if project]
    return tuple(_numbered(project, number) for number, project in enumerate(made, 1))


def _one_plan(head: str, left: str, right: str) -> bool:
    """Whether two names with one head ("skogsprogram") name one plan: no two periods."""
    a, b = name_of(left).period, name_of(right).period
    return head_of(right) == head and not (a and b and a != b)


def _read_about(dossiers: list[Dossier], told: Iterable[Sentence]) -> None:
    """Hand each sentence to the one project it speaks of, by name or by going on about it."""
    finders = [(one, [(_NAME_HEAD.split(name)[0], mention(name)) for name in one.names]) for one in dossiers]
    current: Dossier | None = None
    section = None
    for sentence in told:
        text = sentence.text
        if sentence.section.id != section:
            section = sentence.section.id
            current = _of_heading(dossiers, section, sentence.section.heading)
        named = [one for one, ways in finders if any(word in text and finder.search(text) for word, finder in ways)]
        goes_on = bool(_GOES_ON.search(text))
        if len(named) == 1 and not (current and goes_on):
            current = named[0]
        elif len(named) > 1:
            current = None
        about = current if goes_on else named[0] if len(named) == 1 else None
        if about:
            about.about.append(text)


def _of_heading(dossiers: list[Dossier], section: str, heading: str) -> Dossier | None:
    """The project that a section's heading names."""
    return next(
        (one for one in dossiers if any(s.section_id == section and s.quote == heading for s in one.sightings)), None
    )


def _project(one: Dossier, report: Report, verifier: Verifier) -> Project | None:
    """The project, quoted where its words stand on their page; None where none of them do."""
    shown = next((s for s in one.sightings if verifier.holds(s.quote, s.source)), None)
    if shown is None:
        return None
    name = one.sightings[0].name
    publisher = report.metadata.publisher
    cells = [s.particulars for s in one.sightings if s.particulars]
    told = [actors.roles(text, publisher) for text in one.about]
    owners = [owner for cell in cells if cell.owner for owner in actors.listed(cell.owner, publisher)]
    owners += [owner for roles in told for owner in roles.owners]
    owner = owners[0] if owners else None
    partners = [p for cell in cells if cell.partners for p in actors.listed(cell.partners, publisher)]
    partners += [p for roles in told for p in roles.partners]
    funders = [f for cell in cells if cell.funders for f in actors.listed(cell.funders, publisher)]
    funders += [f for roles in told for f in roles.funders]
    return Project(
        id="",
        name=name,
        quote=shown.quote,
        aliases=tuple(alias for alias in one.names if alias != name),
        owner=owner,
        partners=tuple(dict.fromkeys(p for p in partners if p != owner)),
        funders=tuple(dict.fromkeys(funders)),
        amounts_sek=_amounts(one, [cell.amount for cell in cells]),
        places=_places([*one.names, *one.about, *(cell.places for cell in cells if cell.places)]),
        period=_period(one, [cell.period for cell in cells if cell.period]),
        section_id=shown.section_id,
        source=shown.source,
    )


def _amounts(one: Dossier, cells: Iterable[float | None]) -> tuple[float, ...]:
    said = [
        number.value
        for text in one.about
        for number in numbers.find(text)
        if number.form == "amount" and number.unit == "SEK" and not number.per
    ]
    return tuple(dict.fromkeys([*(cell for cell in cells if cell is not None), *said]))


def _places(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.place.name for text in texts for found in places.find(text)))


def _period(one: Dossier, cells: Iterable[str]) -> Period | None:
    """The years of its name, its row or a sentence about it; a programme's in the sentence are not its own."""
    candidates = (*(periods.of_name(name) for name in one.names), *map(periods.of_cell, cells))
    found = next((period for period in candidates if period), None)
    return found or next((period for text in one.about if (period := periods.of_sentence(text))), None)


def _numbered(project: Project, number: int) -> Project:
    return replace(project, id=f"j{number}")
