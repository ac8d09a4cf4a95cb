"""Evidence gathered for claims: each quote once, with pictures of its place as far as a file may hold them."""

import base64
from dataclasses import dataclass, field, replace

from api.proof import wording
from api.proof.places import Claim, Opened, Place
from api.proof.record import Evidence, Picture, ReportCard
from corpus import names
from corpus.errors import ArsringarError, NotFound
from corpus.files import hash_of
from corpus.model import Page
from corpus.pictures import Part, render_part
from corpus.quotes import on_one_line
from corpus.store import Store, StoredReport

#: Pixels a point, and of a page on which nothing is marked: letters are then still read, on paper too. The picture of a
#: page of A4 is as wide as the text of the file where so many pixels go into one of CSS.
SCALE, WHOLE_SCALE = 2.0, 1.5
DENSITY = 1.5
#: Pictures in one file and bytes of all of them: what a mail takes, made in some seconds. The claims that come first
#: in their rows, and changes, have theirs before the others.
MOST_PICTURES = 120
MOST_BYTES = 6_000_000
#: Pages of one quote that are shown.
_MOST_PAGES = 3

_NO_PAGES = "Filformatet har inga sidor, så det finns ingen bild av stället. Så står orden i sitt sammanhang:"
_GONE = "Rapporten togs bort medan underlaget gjordes. Bara citatet är kvar."
_TOO_MANY = (
    "Bilden är utelämnad för att filen inte ska bli för stor. Begränsa jämförelsen, eller hämta underlag för en "
    "enskild uppgift, så kommer den med. Så står orden i sitt sammanhang:"
)
_NO_PICTURE = "Sidan kunde inte göras till bild: {why} Så står orden i sitt sammanhang:"
_RECOGNISED = (
    "Textigenkänd (OCR): orden är lästa ur sidans bild och kan ha fel. Det finns ingen andra läsning att pröva dem "
    "mot; jämför med bilden."
)
_FOUND = "Citatet återfanns ordagrant i {where} text när underlaget gjordes."
_NOT_FOUND = (
    "Citatet återfanns inte ordagrant i {where} text, till exempel för att en notsiffra står emellan orden: jämför med "
    "originalet."
)


@dataclass(slots=True)
class _Wanted:
    """A claim that waits for its proof; of those of the lowest rank pictures are made first."""

    number: int
    claim: Claim
    rank: int
    corrections: tuple[str, ...]


@dataclass(slots=True)
class Gatherer:
    """Numbers claims as they come, and proves them all at the end."""

    store: Store
    _wanted: dict[object, _Wanted] = field(default_factory=dict)
    _reports: dict[tuple[str, int], tuple[int, StoredReport]] = field(default_factory=dict)
    _bytes: int = 0
    _pictures: int = 0

    def number_of(self, claim: Claim, rank: int = 0) -> int:
        """The number of the evidence for a claim."""
        self.report_number(claim.report)
        wanted = self._wanted.get(claim.key)
        if wanted is None:
            wanted = _Wanted(len(self._wanted) + 1, claim, rank, self._corrections(claim))
            self._wanted[claim.key] = wanted
        wanted.rank = min(wanted.rank, rank)
        return wanted.number

    def report_number(self, report: StoredReport) -> int:
        """The number of a report."""
        key = (report.id, report.version)
        return self._reports.setdefault(key, (len(self._reports) + 1, report))[0]

    def prove(self) -> tuple[tuple[Evidence, ...], tuple[ReportCard, ...]]:
        """The evidence and the reports, by their numbers."""
        opened = {key: Opened(self.store, report) for key, (_, report) in self._reports.items()}
        order = sorted(self._wanted.values(), key=lambda one: (one.rank, one.number))
        proved = [self._evidence(one, opened[one.claim.report.id, one.claim.report.version]) for one in order]
        reports = tuple(self._report(number, report) for number, report in self._reports.values())
        return tuple(sorted(proved, key=lambda one: one.number)), reports

    def _corrections(self, claim: Claim) -> tuple[str, ...]:
        try:
            return wording.corrections(self.store.any_fact(claim.fact_id)) if claim.fact_id else ()
        except NotFound:
            return ()

    def _evidence(self, wanted: _Wanted, opened: Opened) -> Evidence:
        claim, place, around = wanted.claim, Place(), ("", "")
        pictures: tuple[Picture, ...] = ()
        missing: str | None = None
        try:
            place = opened.place(claim)
            verified, doubtful = _verified(claim, place, opened)
            pictures, missing = self._pictures_of(claim, place)
            around = opened.around(claim, place) if missing else around
        except NotFound:
            verified, doubtful, missing = _GONE, True, None
        return Evidence(
            number=wanted.number,
            quote=on_one_line(claim.quote),
            report=self.report_number(claim.report),
            where=_where(place.pages) if place.pages else _said_where(claim),
            section=place.section,
            pictures=pictures,
            missing=missing,
            before=around[0],
            after=around[1],
            verified=verified,
            doubtful=doubtful,
            corrections=wanted.corrections,
        )

    def _pictures_of(self, claim: Claim, place: Place) -> tuple[tuple[Picture, ...], str | None]:
        """Pictures of the pages that a quote stands on, or why there are none."""
        made: list[Picture] = []
        for page in place.pages[:_MOST_PAGES]:
            if page.number is None:
                return (), _NO_PAGES
            if self._pictures >= MOST_PICTURES:
                return tuple(made), None if made else _TOO_MANY
            marked = any(box.page == page.number for box in place.boxes)
            try:
                original = self.store.files.path(claim.report.content_hash)
                part = render_part(original, page.number, SCALE if marked else WHOLE_SCALE, place.boxes)
            except ArsringarError as error:
                return tuple(made), _NO_PICTURE.format(why=error.message)
            if self._bytes + len(part.png) > MOST_BYTES:
                return tuple(made), None if made else _TOO_MANY
            self._pictures += 1
            self._bytes += len(part.png)
            made.append(_picture(part, page, marked))
        return tuple(made), None if made else _GONE

    def _report(self, number: int, report: StoredReport) -> ReportCard:
        said = report.metadata
        hash_, fault = self._hash(report)
        return ReportCard(
            number=number,
            title=said.title,
            publisher=said.publisher,
            kind=names.REPORT_KINDS[said.kind],
            period=wording.period(said.period) if said.period else None,
            registration_number=said.registration_number,
            file=report.file,
            id=report.id,
            version=f"{report.version}" if report.current else f"{report.version} (ersatt version)",
            read_at=wording.when(report.read_at),
            hash=hash_,
            fault=fault,
            corrections=self._corrected(report),
        )

    def _hash(self, report: StoredReport) -> tuple[str, str | None]:
        """The checksum of the original as it lies there now, and what is wrong with it."""
        try:
            now = hash_of(self.store.files.path(report.content_hash))
        except (NotFound, OSError):
            return report.content_hash, "Originalfilen finns inte kvar; kontrollsumman är den som filen lästes in med."
        fault = f"Originalfilen har ändrats sedan den lästes in (då {report.content_hash})."
        return now, None if now == report.content_hash else fault

    def _corrected(self, report: StoredReport) -> tuple[str, ...]:
        try:
            made = wording.edits(self.store.edits(report.id, report.version))
            wrong = self.store.count_wrong(report.id)
        except NotFound:
            return (_GONE,)
        marked = f"{wrong} {'uppgift' if wrong == 1 else 'uppgifter'} ur rapporten är märkta som fel för hand."
        return (*made, marked) if wrong else made


def _picture(part: Part, page: Page, marked: bool) -> Picture:
    data = f"data:image/png;base64,{base64.b64encode(part.png).decode()}"
    said = "Orden är märkta med gult." if marked else "Hela sidan: var på den orden står är inte känt."
    return Picture(data, round(part.width / DENSITY), round(part.height / DENSITY), f"{_where((page,))}. {said}")


def _verified(claim: Claim, place: Place, opened: Opened) -> tuple[str, bool]:
    """Whether a quote stands on its pages, in words, and whether to doubt it."""
    if any(page.ocr for page in place.pages):
        return _RECOGNISED, True
    numbers = tuple(page.number for page in place.pages if page.number is not None)
    source = replace(claim.source, page=numbers[0] if numbers else None, pages=numbers)
    found = opened.verifier.holds(claim.quote, source)
    return (_FOUND if found else _NOT_FOUND).format(where="sidans" if numbers else "filens"), not found


def _said_where(claim: Claim) -> str:
    """The page that is known of a quote whose report is gone."""
    page = claim.source.page
    return f"Filens sida {page}" if page else "Utan känd sida"


def _where(pages: tuple[Page, ...]) -> str:
    """The pages as printed and in the file."""
    numbered = [page for page in pages if page.number is not None]
    if not numbered:
        return "Filformatet har inga sidor"
    file = "–".join(str(page.number) for page in (numbered[:1] if len(numbered) == 1 else (numbered[0], numbered[-1])))
    printed = [page.printed for page in numbered if page.printed]
    said = f"tryckt sida {'–'.join(dict.fromkeys(printed))}" if printed else "ingen tryckt sidsiffra är funnen"
    return f"Filens sida {file} ({said})"
