"""Puts together what a report says of each project, wherever it says it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.mentions import Finder, mention
from corpus.model import Period, Project, Report
from corpus.projects import name_of, same_name
from corpus.quotes import Verifier
from corpus.swedish import numbers, places
from ingest.facts.projects import actors, periods
from ingest.facts.projects.plans import citation, head_of
from ingest.facts.projects.sightings import Sighting, sightings
from ingest.facts.projects.tables import Particulars
from ingest.facts.statements import Sentence, Statements

#: A sentence that goes on about the project just named.
_GOES_ON = re.compile(r"(?<!\w)(?:[Pp]rojektet|[Ss]atsningen|[Pp]rogrammet|[Ii]nitiativet)(?=[,.]|\s[a-zåäö])")
#: What is paid for an undertaking or set aside for it, and what is not.
_PAID = re.compile(
    r"bevilj|bidra|stöd|finansier|kost|budget|medel|anslag|avsatt|avsätt|satsa|satsning|invester|utlys|tilldel|tillskott"
    r"|betala|fått|får|fick|ansök|ram(?!\w)|omfatta",
    re.IGNORECASE,
)
#: What is done with plans that are undertakings.
_MADE = re.compile(
    r"(?:ta|tas|tagits|tagit|tog|togs|arbeta|arbetas|arbetats)\s(?:\w+\s){0,3}fram(?!\w)|framta[gn]|utarbeta|utform|skriv[as]?\w*"
    r"|anta(?:s|git|gits)|antog|besluta|revider|uppdater|aktualiser|omarbet|förny|genomför|remiss|påbörj|färdigställ"
    r"|komplett|insats|åtgärd|kommande|innehåll|prioriter|arbetet\smed|följ(?:s|er|ts|a)\s(?:\w+\s)?upp|uppfölj|löper|fastställ|lansera|implementer|förverklig",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    r"(?:Region|Länsstyrelsen\si|Landstinget(?:\si)?|Regionbibliotek|Resurscentrum|Högskolan\si)\s$"
)
_BODY = re.compile(r"(?:Region|Länsstyrelsen|Landstinget)\s")
_BODY_AFTER = re.compile(
    r"s?\s(?:tekniska|universitets?|högskolas?|museum|museer|[Ll]okaltrafik|[Hh]amn|AB|Kommuner|[Ss]tads)(?!\w)"
)
_OF_WHICH = re.compile(r"(?<!\w)varav(?!\w)")
#: Heads of plans that say nothing without what they are for.
_BARE_HEADS = frozenset({"handlingsplan", "handlingsprogram", "strategi", "program", "agenda"})


@dataclass(slots=True)
class Dossier:
    """What has been gathered of one project so far."""

    sightings: list[Sighting] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    about: list[tuple[str, int]] = field(default_factory=list)

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


def gathered(said: Statements) -> tuple[Project, ...]:
    """The projects of a report in the order in which it first names them, ids j1, j2, …."""
    report, told, verifier = said.report, said.sentences, said.verifier
    dossiers: list[Dossier] = []
    for sighting in _in_full(list(sightings(report, told))):
        same = next((one for one in dossiers if one.is_about(sighting)), None)
        if same is None:
            same = Dossier()
            dossiers.append(same)
        same.add(sighting)
    _read_about(dossiers, told)
    kept = (_project(one, report, verifier) for one in dossiers)
    made = [project for project in kept if project]
    return tuple(_numbered(project, number) for number, project in enumerate(made, 1))


def _in_full(seen: list[Sighting]) -> Iterator[Sighting]:
    """The sightings, each under the longest name that its words say and the report knows.

    A table has "Platsutveckling Lomby under ombyggnad", a sentence goes on after "Platsutveckling Lomby" with the rest.
    """
    known = dict.fromkeys(sighting.name for sighting in seen)
    for sighting in seen:
        longer = [
            name
            for name in known
            if re.match(re.escape(sighting.name) + r"\s[a-zåäö]", name) and mention(name).search(sighting.quote)
        ]
        alone = Finder((sighting.name,), longer).find(sighting.quote) if longer else [(0, 0)]
        yield sighting if alone else replace(sighting, name=max(longer, key=len))


def _one_plan(head: str, left: str, right: str) -> bool:
    """Whether two names with one head ("skogsprogram") name one plan: no two periods."""
    a, b = name_of(left).period, name_of(right).period
    return head_of(right) == head and not (a and b and a != b)


def _read_about(dossiers: list[Dossier], told: Iterable[Sentence]) -> None:
    """Hand each sentence to the one project it speaks of, by name or by going on about it."""
    every = [name for one in dossiers for name in one.names]
    finders = [(one, Finder(one.names, every)) for one in dossiers]
    current: Dossier | None = None
    section = None
    for sentence in told:
        text = sentence.text
        if sentence.section.id != section:
            section = sentence.section.id
            current = _of_heading(dossiers, section, sentence.section.heading)
        places_of = [(one, spans[-1][0]) for one, finder in finders if (spans := finder.find(text))]
        named = [one for one, _ in places_of]
        goes_on = bool(_GOES_ON.search(text))
        if len(named) == 1 and not (current and goes_on):
            current = named[0]
        elif len(named) > 1:
            current = None
        about = current if goes_on else named[0] if len(named) == 1 else None
        if about:
            about.about.append((text, next((at for one, at in places_of if one is about), 0)))


def _of_heading(dossiers: list[Dossier], section: str, heading: str) -> Dossier | None:
    """The project that a section's heading names."""
    return next(
        (one for one in dossiers if any(s.section_id == section and s.quote == heading for s in one.sightings)), None
    )


def _project(one: Dossier, report: Report, verifier: Verifier) -> Project | None:
    """The project, quoted where its words stand on their page.

    None where none of them do, and for a plan that is only mentioned.
    """
    if not _is_undertaken(one):
        return None
    shown = next((s for s in one.sightings if verifier.holds(s.quote, s.source)), None)
    if shown is None:
        return None
    name = one.sightings[0].name
    publisher = report.metadata.publisher
    cells = [s.particulars for s in one.sightings if s.particulars]
    texts = [text for text, _ in one.about]
    told = [actors.roles(text, publisher) for text in texts]
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
        partners=actors.distinct(partners, without=owner),
        funders=actors.distinct(funders),
        amounts_sek=_amounts(one, [cell.amount for cell in cells]),
        places=_places([*one.names, *texts, *_places_told(cells, publisher)]),
        period=_period(one, [cell.period for cell in cells if cell.period]),
        section_id=shown.section_id,
        source=shown.source,
    )


def _is_undertaken(one: Dossier) -> bool:
    """Whether the report treats as an undertaking what it names: a plan of a name that anyone's has must be made."""
    if not all(name_of(name).is_plain for name in one.names):
        return True
    return any(s.particulars or s.is_heading or _MADE.search(s.quote) for s in one.sightings)


def _amounts(one: Dossier, cells: Iterable[float | None]) -> tuple[float, ...]:
    said = [amount for text, at in one.about for amount in _money(text, at)]
    return tuple(dict.fromkeys([*(cell for cell in cells if cell is not None), *said]))


def _money(text: str, at: int) -> Iterator[float]:
    """The sums that a sentence gives a project which it names at `at`, in SEK.

    A sum of which the project has a part ("51 miljoner, varav 24 inom X") is another's, and so is what is sold or
    earned.
    """
    if not _PAID.search(text):
        return
    part = _OF_WHICH.search(text, 0, at)
    for number in numbers.find(text):
        is_whole = part is not None and number.start < part.start()
        if number.form == "amount" and number.unit == "SEK" and not number.per and not is_whole:
            yield number.value


def _places_told(cells: Iterable[Particulars], publisher: str | None) -> Iterator[str]:
    """The cells of a project's rows that tell where it is: of places, and of partners where none is named."""
    for cell in cells:
        if cell.places:
            yield cell.places
        if cell.partners and not actors.listed(cell.partners, publisher):
            yield cell.partners


def _places(texts: Iterable[str]) -> tuple[str, ...]:
    """The places that texts name; what only stands in a body's name ("Lomby museum", "Region Lomby") is none."""
    return tuple(
        dict.fromkeys(
            found.place.name
            for text in texts
            for found in places.find(text)
            if not (_BODY_BEFORE.search(text, 0, found.start) or _BODY.match(text, found.start))
            and not _BODY_AFTER.match(text, found.end)
        )
    )


def _period(one: Dossier, cells: Iterable[str]) -> Period | None:
    """The years of its name, its row or a sentence about it; a programme's in the sentence are not its own."""
    candidates = (*(periods.of_name(name) for name in one.names), *map(periods.of_cell, cells))
    found = next((period for period in candidates if period), None)
    return found or next((period for text, _ in one.about if (period := periods.of_sentence(text))), None)


def _numbered(project: Project, number: int) -> Project:
    return replace(project, id=f"j{number}")
